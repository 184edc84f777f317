import { openTown, type Town } from '../_kit/testing'

const PHONE = '13800138000'
let town: Town
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00', demo: true })
})
afterEach(() => town.close())

const ask = (phone = PHONE, ip = '203.0.113.5') => town.nobody.answer('account.request_code', { phone }, { ip })
const enter = (code: string, phone = PHONE, ip = '203.0.113.5') => town.nobody.answer('account.enter', { phone, code }, { ip })
const codeOf = (answer: { body: unknown }) => (answer.body as { refused?: { code: string } }).refused?.code
const tokenOf = (answer: { body: unknown }) => (answer.body as { ok: { token: string } }).ok.token
const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000')
const sentTo = (phone = PHONE) => town.codes.get(phone) ?? ''

test('somebody new comes in with a phone and its code, and is a neighbour without roles', async () => {
  expect((await ask()).body).toEqual({ ok: { wait: 60 } })
  const answer = await enter(sentTo())
  expect(answer.body).toMatchObject({ ok: { me: { name: '新邻居', phone: '138****8000', memberships: [], demo: false } } })
  const again = await town.nobody.answer('account.me', {}, { token: tokenOf(answer) })
  expect(again.status).toBe(200)
})

test('the store keeps neither the token nor the code nor the phone', async () => {
  await ask()
  const token = tokenOf(await enter(sentTo()))
  const sessions = await town.store.find('sessions', { where: { until: { gt: 0 } }, limit: 10 })
  expect(JSON.stringify(sessions)).not.toContain(token)
  const accounts = await town.store.find('accounts', { where: { phoneBlind: town.secrets.blind('phone', PHONE) }, limit: 10 })
  expect(accounts.items).toHaveLength(1)
  expect(JSON.stringify(accounts)).not.toContain(PHONE)
})

test('a code is good for five minutes and for one sign-in', async () => {
  await ask()
  town.moveTo('2026-11-21T09:05:01')
  expect(codeOf(await enter(sentTo()))).toBe('account.code_expired')
  await ask()
  const both = await Promise.all([enter(sentTo()), enter(sentTo())])
  expect(both.map(codeOf).filter(code => code === undefined)).toHaveLength(1)
  expect(codeOf(await enter(sentTo()))).toBe('account.code_expired')
})

test('after five wrong codes even the right one is refused, also when they are tried at once', async () => {
  await ask()
  const right = sentTo()
  const tries = await Promise.all(Array.from({ length: 5 }, (_, i) => enter(wrongFor(right), PHONE, `203.0.113.${i}`)))
  expect(tries.map(codeOf)).toEqual(Array(5).fill('account.wrong_code'))
  expect(codeOf(await enter(right, PHONE, '203.0.113.99'))).toBe('account.too_many')
})

test('the eleventh wrong code from one address within ten seconds is stopped, whatever the phone', async () => {
  const phones = Array.from({ length: 11 }, (_, i) => `1380013${String(8000 + i)}`)
  const codes = []
  for (const phone of phones) codes.push(codeOf(await enter('123456', phone)))
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('account.code_expired'))
  expect(codes[10]).toBe('account.too_many')
  expect((await enter('123456', phones[0])).status).toBe(429)
  town.moveTo('2026-11-21T09:00:11')
  expect(codeOf(await enter('123456', phones[0]))).toBe('account.code_expired')
})

test('a second code within a minute and the eleventh in a day are not sent', async () => {
  await ask()
  const soon = await ask()
  expect([soon.status, codeOf(soon)]).toEqual([429, 'account.too_soon'])
  for (let i = 1; i < 10; i++) {
    town.moveTo(`2026-11-21T09:${String(i * 2).padStart(2, '0')}`)
    expect((await ask()).status).toBe(200)
  }
  town.moveTo('2026-11-21T10:00')
  expect(codeOf(await ask())).toBe('account.too_many')
})

test('a known and an unknown phone get the same answer', async () => {
  await town.as('grid', '210102025015001', { phone: '13800000001' })
  const [known, unknown] = [await ask('13800000001'), await ask('13800000002')]
  expect(known).toEqual(unknown)
  const wrong = [await enter(wrongFor(sentTo('13800000001')), '13800000001'), await enter(wrongFor(sentTo('13800000002')), '13800000002')]
  expect(wrong[0]).toEqual(wrong[1])
})

test('a phone that exactly one resident has ties the account to the record', async () => {
  const blind = town.secrets.blind('phone', PHONE)
  const resident = (id: string) => ({
    _id: id,
    household: 'h1',
    grid: '210102025015001',
    community: '210102025015',
    living: 'living',
    phoneBlinds: [blind],
  })
  await town.store.load('residents', [resident('r1')])
  await ask()
  expect((await enter(sentTo())).body).toMatchObject({ ok: { me: { resident: 'r1' } } })
})

test('a phone that two residents share ties nothing', async () => {
  const blind = town.secrets.blind('phone', PHONE)
  const resident = (id: string) => ({
    _id: id,
    household: 'h1',
    grid: '210102025015001',
    community: '210102025015',
    living: 'living',
    phoneBlinds: [blind],
  })
  await town.store.load('residents', [resident('r1'), resident('r2')])
  await ask()
  const answer = (await enter(sentTo())).body as { ok: { me: object } }
  expect(answer.ok.me).not.toHaveProperty('resident')
})

test('who has left is a stranger at once', async () => {
  await ask()
  const token = tokenOf(await enter(sentTo()))
  expect((await town.nobody.answer('account.leave', {}, { token })).body).toEqual({ ok: { left: true } })
  expect((await town.nobody.answer('account.me', {}, { token })).status).toBe(401)
})

test('a worker is out after half an hour without a call and after twelve hours in any case', async () => {
  await town.as('grid', '210102025015001', { phone: PHONE })
  await ask()
  const token = tokenOf(await enter(sentTo()))
  const status = async () => (await town.nobody.answer('account.me', {}, { token })).status
  town.moveTo('2026-11-21T09:29')
  expect(await status()).toBe(200)
  town.moveTo('2026-11-21T09:58')
  expect(await status()).toBe(200)
  town.moveTo('2026-11-21T10:29')
  expect(await status()).toBe(401)
  await ask()
  const long = tokenOf(await enter(sentTo()))
  for (let minute = 20; minute < 720; minute += 20) {
    town.moveTo(new Date(Date.parse('2026-11-21T10:29+08:00') + minute * 60_000).toISOString())
    expect((await town.nobody.answer('account.me', {}, { token: long })).status).toBe(200)
  }
  town.moveTo('2026-11-21T22:30')
  expect((await town.nobody.answer('account.me', {}, { token: long })).status).toBe(401)
})

test('a WeChat identity is bound by a code and then known without a token; a new phone takes it over', async () => {
  const platform = { openid: 'o-wechat-1', appid: 'wx1' }
  await ask()
  expect(codeOf(await town.nobody.answer('account.bind', { phone: PHONE, code: sentTo() }))).toBe('account.no_platform')
  expect((await town.nobody.answer('account.bind', { phone: PHONE, code: sentTo() }, { platform })).status).toBe(200)
  expect((await town.nobody.answer('account.me', {}, { platform })).body).toMatchObject({ ok: { phone: '138****8000' } })
  await ask('13900139000')
  await town.nobody.answer('account.bind', { phone: '13900139000', code: sentTo('13900139000') }, { platform })
  expect((await town.nobody.answer('account.me', {}, { platform })).body).toMatchObject({ ok: { phone: '139****9000' } })
})

test('demo people are entered with one tap in demo mode, and nobody else is', async () => {
  const worker = await town.as('grid', '210102025015001', { name: '李秀英' })
  await town.store.transaction(tx => tx.update('accounts', worker.id, { set: { demo: '1 看今天敲谁的门' } }))
  const other = await town.as('grid', '210102025015002')
  const people = await town.nobody.call('account.demo_people', {})
  expect(people).toMatchObject([{ name: '李秀英', role: 'grid', division: '210102025015001' }])
  expect((await town.nobody.call('account.enter_demo', { person: people[0].person })).me.name).toBe('李秀英')
  expect(codeOf(await town.nobody.answer('account.enter_demo', { person: other.id }))).toBe('account.not_there')
})

test('outside demo mode the demo operations do not exist', async () => {
  const plain = await openTown({ now: '2026-11-21T09:00' })
  const [demo, none] = [await plain.nobody.answer('account.demo_people', {}), await plain.nobody.answer('account.no_such_thing', {})]
  expect(demo).toEqual(none)
  expect(demo.status).toBe(404)
  await plain.close()
})

test('a code that could not be sent may be asked for again at once', async () => {
  const failing = await openTown({ now: '2026-11-21T09:00', sendCode: () => Promise.reject(new Error('the provider is down')) })
  expect((await failing.nobody.answer('account.request_code', { phone: PHONE })).status).toBe(500)
  expect((await failing.nobody.answer('account.request_code', { phone: PHONE })).status).toBe(500)
  await failing.close()
})
