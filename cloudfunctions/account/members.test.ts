import { openTown, type Someone, type Town } from '../_kit/testing'

const COMMUNITY = '210102025015'
const GRID = `${COMMUNITY}001`
let town: Town
let clerk: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  clerk = await town.as('community', COMMUNITY, { name: '赵敏' })
})
afterEach(() => town.close())

const worker = { phone: '13800138001', name: '李秀英', role: 'grid' as const, scope: GRID, since: '2026-11-21' }

async function signIn(phone: string) {
  await town.nobody.call('account.request_code', { phone })
  const { token } = await town.nobody.call('account.enter', { phone, code: town.codes.get(phone) ?? '' })
  return token
}
const roles = async (token: string) => {
  const { body } = await town.nobody.answer('account.me', {}, { token })
  return 'ok' in body ? (body.ok as { memberships: { role: string }[] }).memberships.map(one => one.role) : body.refused.code
}

test('a clerk gives somebody a grid; they sign in, see it, and find a notice about it', async () => {
  await clerk.call('account.assign', worker)
  const token = await signIn(worker.phone)
  expect(await roles(token)).toEqual(['grid'])
  expect((await town.nobody.answer('account.me', {}, { token })).body).toMatchObject({ ok: { name: '李秀英', unread: 1 } })
})

test('an ended membership is felt by the very next call, and one that has not begun is not there yet', async () => {
  const { id } = await clerk.call('account.assign', worker)
  await clerk.call('account.assign', { ...worker, scope: `${COMMUNITY}002`, since: '2026-11-23' })
  const token = await signIn(worker.phone)
  await clerk.call('account.end_membership', { membership: id, on: '2026-11-20', reason: '调走了' })
  expect(await roles(token)).toEqual([])
  expect((await town.nobody.answer('visits.today', { grid: GRID }, { token })).status).toBe(404)
  const states = (await clerk.call('account.members', { division: COMMUNITY })).items.map(one => [one.name, one.state])
  expect(states).toEqual([
    ['赵敏', 'now'],
    ['李秀英', 'later'],
    ['李秀英', 'ended'],
  ])
})

test('somebody stands in for a week and the one replaced stays', async () => {
  const { id } = await clerk.call('account.assign', worker)
  await clerk.call('account.replace', { membership: id, phone: '13800138002', name: '孙强', since: '2026-11-22', until: '2026-11-28' })
  const token = await signIn('13800138002')
  expect(await roles(token)).toEqual([])
  town.moveTo('2026-11-22T09:00')
  const later = await signIn('13800138002')
  const { body } = await town.nobody.answer('account.me', {}, { token: later })
  expect(body).toMatchObject({ ok: { memberships: [{ role: 'grid', scope: GRID, until: '2026-11-28', for: '李秀英' }] } })
  expect(await roles(await signIn(worker.phone))).toEqual(['grid'])
})

test('two clerks who give the same role at once give it once', async () => {
  const other = await town.as('community', COMMUNITY)
  const both = await Promise.allSettled([clerk.call('account.assign', worker), other.call('account.assign', worker)])
  expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const accounts = await town.store.count('accounts', { phoneBlind: town.secrets.blind('phone', worker.phone) })
  expect(accounts).toBe(1)
})

test.each([
  ['a sibling community', { scope: '210102025014001' }, 'account.not_there'],
  ['her own level', { role: 'community' as const, scope: COMMUNITY }, 'account.above_you'],
  ['a grid nobody has made', { scope: `${COMMUNITY}099` }, 'account.not_there'],
  ['a role in a place of another level', { scope: COMMUNITY }, 'account.scope_wrong'],
])('a clerk cannot give a role in %s', async (_, change, code) => {
  await expect(clerk.call('account.assign', { ...worker, ...change })).rejects.toMatchObject({ code })
  expect(await town.store.count('memberships', { scope: { prefix: '2101' } })).toBe(1)
})

test('nobody gives themselves a role', async () => {
  const security = await town.as('security', '2101', { phone: '13800138009' })
  const self = { phone: '13800138009', name: '我', role: 'city' as const, scope: '2101', since: '2026-11-21' }
  await expect(security.call('account.assign', self)).rejects.toMatchObject({ code: 'account.not_yourself' })
})

test('the security administrator appoints an auditor, but not one who runs the system', async () => {
  const security = await town.as('security', '2101')
  const post = { phone: '13800138010', name: '周正', role: 'auditor' as const, scope: '2101', since: '2026-11-21' }
  await security.call('account.assign', post)
  await expect(security.call('account.assign', { ...post, role: 'admin' })).rejects.toMatchObject({ code: 'account.duties_conflict' })
})

test("a clerk neither sees nor ends a sibling community's memberships", async () => {
  const neighbour = await town.as('community', '210102025014')
  const { id } = await neighbour.call('account.assign', { ...worker, scope: '210102025014001' })
  const end = { on: '2026-11-30', reason: '试试' }
  const [theirs, none] = [
    await clerk.answer('account.end_membership', { membership: id, ...end }),
    await clerk.answer('account.end_membership', { membership: 'nobody|grid|210102025014001|2026-11-21', ...end }),
  ]
  expect(theirs).toEqual(none)
  expect((await clerk.call('account.members', { division: COMMUNITY })).items.map(one => one.name)).toEqual(['赵敏'])
})

test('staff tie an account to its resident record, and one record to one account', async () => {
  await town.store.load('residents', [{ _id: 'r1', household: 'h1', grid: GRID, community: COMMUNITY, living: 'living', phoneBlinds: [] }])
  const { id } = await clerk.call('account.assign', worker)
  const account = id.split('|')[0]
  await clerk.call('account.link', { account, resident: 'r1' })
  expect((await clerk.call('account.members', { division: GRID })).items[0].resident).toBe('r1')
  const second = await clerk.call('account.assign', { ...worker, phone: '13800138002' })
  await expect(clerk.call('account.link', { account: second.id.split('|')[0], resident: 'r1' })).rejects.toMatchObject({
    code: 'account.already_linked',
  })
  await clerk.call('account.link', { account, resident: null })
  await clerk.call('account.link', { account: second.id.split('|')[0], resident: 'r1' })
})

test('a record in another community is as absent as one that is not there', async () => {
  await town.store.load('residents', [
    { _id: 'far', household: 'h', grid: '210102025014001', community: '210102025014', living: 'living', phoneBlinds: [] },
  ])
  const { id } = await clerk.call('account.assign', worker)
  const link = (resident: string) => clerk.answer('account.link', { account: id.split('|')[0], resident })
  expect(await link('far')).toEqual(await link('nowhere'))
})

test('whoever a resident has agreed to is family once the clock has ticked, for as long as the consent holds', async () => {
  const address = { building: '1', unit: '1', room: '101' }
  const { id: household } = await clerk.call('people.add_household', { grid: GRID, address })
  const person = { name: '张桂兰', phones: [], relation: '户主', living: 'living' as const }
  const { id: resident } = await clerk.call('people.add_resident', { household, person })
  const carer = { name: '王丽', phone: '13800138077', relation: '女儿', since: '2026-11-01', how: 'in_person' as const }
  const { id: consent } = await clerk.call('people.consent', { resident, ...carer })
  await town.tick()
  const token = await signIn(carer.phone)
  expect(await roles(token)).toEqual(['family'])
  expect((await town.nobody.answer('account.me', {}, { token })).body).toMatchObject({ ok: { name: '王丽' } })
  await clerk.call('people.end_consent', { consent, on: '2026-11-20' })
  await town.tick()
  expect(await roles(await signIn(carer.phone))).toEqual([])
})
