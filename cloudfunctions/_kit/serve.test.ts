import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Doc, Store } from './store/port'
import { openTown, type Someone, type Town } from './testing'

const COMMUNITY = '210102025015'
const grid = (name: string) => ({ community: COMMUNITY, name, kind: 'old' as const })
let town: Town
let clerk: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  clerk = await town.as('community', COMMUNITY)
})
afterEach(() => town.close())

const grids = () => town.store.count('grids', { community: COMMUNITY })
const done = (operation: string) =>
  town.store
    .find('audit', { where: { at: { gt: 0 } }, limit: 1000 })
    .then(all => all.items.filter(one => one.operation === operation && one.ok).length)

test('the same key and input sent five times, one after the other and at once, happens once and is answered alike', async () => {
  const before = await grids()
  const send = () => clerk.answer('people.add_grid', grid('新网格'), { key: 'k-1' })
  const answers = [await send(), ...(await Promise.all([send(), send(), send(), send()])), await send()]
  expect(new Set(answers.map(one => JSON.stringify(one))).size).toBe(1)
  expect(answers[0].status).toBe(200)
  expect([await grids(), await done('people.add_grid')]).toEqual([before + 1, 1])
})

test('five at once under a key nobody has used yet happen once', async () => {
  const before = await grids()
  const answers = await Promise.all(Array.from({ length: 5 }, () => clerk.answer('people.add_grid', grid('新网格'), { key: 'k-2' })))
  expect(new Set(answers.map(one => JSON.stringify(one.body))).size).toBe(1)
  expect(await grids()).toBe(before + 1)
})

test('the order of fields does not make another input', async () => {
  const first = await clerk.answer('people.add_grid', { name: '甲', community: COMMUNITY, kind: 'old' }, { key: 'k' })
  expect(await clerk.answer('people.add_grid', { kind: 'old', community: COMMUNITY, name: '甲' }, { key: 'k' })).toEqual(first)
})

test("a twin that comes while the first is at work, and finds it done, gets the first one's answer", async () => {
  let hold: Promise<void> | undefined
  const wrap = (store: Store): Store => ({
    ...store,
    async get<D extends Doc>(collection: string, id: string) {
      const doc = await store.get<D>(collection, id)
      if (collection === 'keys') await hold
      return doc
    },
  })
  const slow = await openTown({ now: '2026-11-21T09:00', wrap })
  const one = await slow.as('community', COMMUNITY)
  const worker = { phone: '13800138001', name: '李秀英', role: 'grid' as const, scope: `${COMMUNITY}001`, since: '2026-11-21' }
  const { id } = await one.call('account.assign', worker)
  const end = () => one.answer('account.end_membership', { membership: id, on: '2026-11-30', reason: '调走了' }, { key: 'k' })
  let release = () => {}
  hold = new Promise(done => {
    release = done
  })
  const second = end()
  await new Promise(done => setTimeout(done, 20))
  hold = undefined
  const first = await end()
  release()
  expect(first.status).toBe(200)
  expect(await second).toEqual(first)
  await slow.close()
})

test('another input under the same key is refused, and another person may use the key', async () => {
  await clerk.answer('people.add_grid', grid('甲'), { key: 'k' })
  expect(await clerk.answer('people.add_grid', grid('乙'), { key: 'k' })).toMatchObject({
    status: 409,
    body: { refused: { code: 'call.key_reused' } },
  })
  const colleague = await town.as('community', COMMUNITY)
  expect((await colleague.answer('people.add_grid', grid('乙'), { key: 'k' })).status).toBe(200)
})

test('a refusal is not remembered: the key may be used again', async () => {
  const rename = { grid: `${COMMUNITY}005`, name: '新名字', kind: 'old' as const }
  expect((await clerk.answer('people.rename_grid', rename, { key: 'k' })).status).toBe(404)
  await clerk.call('people.add_grid', grid('第五网格'))
  expect((await clerk.answer('people.rename_grid', rename, { key: 'k' })).status).toBe(200)
})

test('the answer is the same after the server was restarted, and the store does not hold it in plain words', async () => {
  const file = join(tmpdir(), `lianglin-once-${process.pid}.db`)
  const first = await openTown({ now: '2026-11-21T09:00', file })
  const one = await first.as('community', COMMUNITY, { phone: '13800138000' })
  const answer = await one.answer('people.add_grid', grid('甲'), { key: 'k' })
  const [record] = (await first.store.find('keys', { where: { at: { gt: 0 } }, limit: 5 })).items
  expect(String(record.answer)).toMatch(/^v1\./)
  await first.close()
  const second = await openTown({ now: '2026-11-22T09:00', file })
  expect(await second.again(one.id).answer('people.add_grid', grid('甲'), { key: 'k' })).toEqual(answer)
  await second.close()
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true })
})

test('a key answers for thirty days and is then forgotten', async () => {
  await clerk.answer('people.add_grid', grid('甲'), { key: 'k' })
  town.moveTo('2026-12-20T09:00')
  await town.tick()
  expect(await town.store.count('keys', { at: { gt: 0 } })).toBe(1)
  town.moveTo('2026-12-22T09:00')
  await town.tick()
  expect(await town.store.count('keys', { at: { gt: 0 } })).toBe(0)
})

test.each([[undefined], [''], ['k'.repeat(65)], ['钥匙'], ['a b']])('a write with the key %p is refused', async key => {
  expect(await clerk.answer('people.add_grid', grid('甲'), { key })).toMatchObject({
    status: 422,
    body: { refused: { code: 'call.key_missing' } },
  })
})

test.each([
  ['an unknown key', { ...grid('甲'), admin: true }],
  ['a role of its own', { ...grid('甲'), role: 'city', openid: 'o1', _id: 'x' }],
  ['a number where words belong', { ...grid('甲'), name: 1 }],
  ['an operator', { ...grid('甲'), name: { $gt: '' } }],
  ['nothing', undefined],
  ['a list', []],
])('input with %s is refused before anything happens', async (_, input) => {
  const before = await grids()
  expect(await clerk.answer('people.add_grid', input)).toMatchObject({ status: 422, body: { refused: { code: 'call.input' } } })
  expect(await grids()).toBe(before)
})

test('what is wrong is said with its field', async () => {
  const { body } = await clerk.answer('people.add_grid', { ...grid('甲'), community: '12' })
  expect(body).toEqual({ refused: { code: 'call.input', message: '社区代码是 12 位数字', at: 'community' } })
})

test.each([
  'people',
  'people.',
  '.add_grid',
  'people.add_grid.x',
  'toString.call',
  '__proto__.x',
  'people.constructor',
  'people.__proto__',
  '',
])('the operation %p does not exist', async name => {
  expect(await clerk.answer(name, {})).toMatchObject({ status: 404, body: { refused: { code: 'call.unknown' } } })
})

test('nobody is refused before their input is looked at, and a made-up token is nobody', async () => {
  for (const token of [undefined, 'made-up', '']) {
    const answer = await town.nobody.answer('people.add_grid', { nonsense: 1 }, { token })
    expect(answer).toMatchObject({ status: 401, body: { refused: { code: 'call.nobody' } } })
  }
})

test('a bug tells the caller a number and the log where it was', async () => {
  const broken = await openTown({ now: '2026-11-21T09:00', sendCode: () => Promise.reject(new Error('provider down')) })
  const { status, body } = await broken.nobody.answer('account.request_code', { phone: '13800138000' })
  expect([status, JSON.stringify(body)]).toEqual([500, expect.not.stringContaining('provider')])
  const number = /编号 (\S+)"/.exec(JSON.stringify(body))?.[1] ?? 'none'
  expect(broken.logged.find(line => line.startsWith('bug'))).toContain(number)
  expect(broken.logged.find(line => line.startsWith('bug'))).toContain('provider down')
  await broken.close()
})

test('a disabled account is nobody from the next call on', async () => {
  await town.store.transaction(tx => tx.update('accounts', clerk.id, { set: { disabled: true } }))
  expect((await clerk.answer('account.me', {})).status).toBe(401)
})

test('when the question who somebody is cannot be answered, nobody is let in', async () => {
  const broken = await openTown({
    now: '2026-11-21T09:00',
    wrap: store => ({ ...store, get: async () => Promise.reject(new Error('disk')) }),
  })
  expect((await broken.nobody.answer('account.me', {}, { token: 'x' })).status).toBe(500)
  await broken.close()
})
