import fc from 'fast-check'
import { collections } from '../features'
import { narrowed, outermost, type Reach } from './reach'
import { scopedStore, scopedTx } from './scope'
import type { Collections, Doc, Where } from './store/port'
import { openStore } from './store/sqlite'
import { openTown, type Town } from './testing'

const GRIDS = ['210102025015001', '210102025015002', '210102025014001', '210102026001001', '210103001001001']
const doc = (grid: string, n: number): Doc => ({
  _id: `${grid}.${n}`,
  grid,
  community: grid.slice(0, 12),
  household: 'h',
  name: `人${n}`,
  retag: null,
})
const reach = (...divisions: string[]): Reach => ({ divisions: outermost(divisions), persons: ['me'] })

let town: Town
beforeAll(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  await town.store.load(
    'residents',
    GRIDS.flatMap(grid => [doc(grid, 1), doc(grid, 2), doc(grid, 3)]),
  )
})
afterAll(() => town.close())

const scoped = (...divisions: string[]) => scopedStore(town.store, collections, reach(...divisions))
const ids = (items: Doc[]) => items.map(one => one._id)

test('what a worker asks for is cut down to their grid, however they ask', async () => {
  const store = scoped(GRIDS[0])
  const asked: Where[] = [
    { household: 'h' },
    { household: 'h', grid: { prefix: '2101' } },
    { household: 'h', grid: { in: GRIDS } },
    { all: [{ household: 'h' }, { grid: { prefix: '' } }] },
    { any: [{ household: 'h' }, { community: '210102025014', name: '人1' }] },
  ]
  for (const where of asked) {
    const page = await store.find('residents', { where, limit: 100 })
    expect(ids(page.items)).toEqual([`${GRIDS[0]}.1`, `${GRIDS[0]}.2`, `${GRIDS[0]}.3`])
    expect(await store.count('residents', where)).toBe(3)
  }
  expect(await store.tally('residents', { where: { household: 'h' }, by: 'household' })).toMatchObject([{ count: 3 }])
})

test('a document outside is absent by its id', async () => {
  expect(await scoped(GRIDS[0]).get('residents', `${GRIDS[1]}.1`)).toBeNull()
  expect(await scoped('210102025015').get('residents', `${GRIDS[1]}.1`)).not.toBeNull()
})

test('with two memberships a list is one list in one order, page by page, and nothing is shown twice', async () => {
  const store = scoped(GRIDS[0], GRIDS[2], '210102025015')
  const seen: string[] = []
  let after: string | undefined
  do {
    const page: { items: Doc[]; after?: string } = await store.find('residents', { where: { household: 'h' }, limit: 2, after })
    seen.push(...ids(page.items))
    after = page.after
  } while (after)
  const inside = GRIDS.slice(0, 3).flatMap(grid => [`${grid}.1`, `${grid}.2`, `${grid}.3`])
  expect(seen).toEqual(inside.sort())
})

test('whoever reaches nothing finds nothing', async () => {
  expect(await scoped().find('residents', { where: { household: 'h' }, limit: 10 })).toEqual({ items: [] })
  expect(await scoped().count('residents', { household: 'h' })).toBe(0)
})

test('a transaction neither reads, changes, makes nor removes outside, and nothing can be moved out', async () => {
  const [inside, outside] = [`${GRIDS[0]}.1`, `${GRIDS[1]}.1`]
  await town.store.transaction(async plain => {
    const tx = scopedTx(plain, collections, reach(GRIDS[0]))
    expect(await tx.get('residents', outside)).toBeNull()
    expect(await tx.update('residents', outside, { set: { name: '改' } })).toBeNull()
    expect(await tx.remove('residents', outside)).toBe(false)
    await expect(tx.insert('residents', doc(GRIDS[1], 9))).rejects.toMatchObject({ code: 'call.not_there' })
    await expect(tx.put('residents', { ...doc(GRIDS[0], 1), _id: outside })).rejects.toMatchObject({ code: 'call.not_there' })
    expect(await tx.update('residents', inside, { set: { name: '改' } })).toMatchObject({ name: '改' })
  })
  const moving = town.store.transaction(plain =>
    scopedTx(plain, collections, reach(GRIDS[0])).update('residents', inside, { set: { grid: GRIDS[1] } }),
  )
  await expect(moving).rejects.toMatchObject({ code: 'call.not_there' })
  expect(await town.store.get('residents', inside)).toMatchObject({ grid: GRIDS[0], name: '改' })
})

test("a person's own documents are theirs, and the system's are nobody's", async () => {
  await town.store.load('notices', [
    { _id: 'n1', account: 'me', at: 1, read: 0 },
    { _id: 'n2', account: 'you', at: 1, read: 0 },
  ])
  const store = scoped()
  expect(await store.count('notices', { account: 'me', read: 0 })).toBe(1)
  expect(await store.count('notices', { account: 'you', read: 0 })).toBe(0)
  expect(await store.get('notices', 'n2')).toBeNull()
  await expect(store.get('sessions', 'x')).rejects.toThrow('through context.system')
  await expect(store.get('audit', 'x')).resolves.toBeNull()
})

test('the trace is written by the door alone', async () => {
  const forging = town.store.transaction(plain =>
    scopedTx(plain, collections, reach('2101')).insert('audit', { _id: 'x', division: '2101' }),
  )
  await expect(forging).rejects.toThrow('by the door alone')
})

test('however conditions are nested, what is found is what lies inside the reach and nothing else', async () => {
  const things: Collections = {
    things: { reach: { division: 'grid' }, indexes: [{ fields: ['kind'] }, { fields: ['kind', 'community'] }] },
  }
  const store = await openStore({ file: ':memory:', collections: things })
  await store.load(
    'things',
    GRIDS.flatMap(grid => [1, 2].map(n => ({ ...doc(grid, n), kind: 'h' }))),
  )
  const grid = fc.constantFrom(...GRIDS)
  const code = fc.oneof(grid, ...[12, 9, 6, 4].map(digits => grid.map(one => one.slice(0, digits))))
  const condition = fc.oneof(
    grid,
    code.map(prefix => ({ prefix })),
    fc.array(grid, { minLength: 1, maxLength: 4 }).map(list => ({ in: list })),
  )
  const leaf: fc.Arbitrary<Where> = fc.oneof(
    fc.record({ kind: fc.constant('h'), grid: condition }),
    fc.record({ kind: fc.constant('h'), community: grid.map(one => one.slice(0, 12)) }),
    fc.constant({ kind: 'h' }),
  )
  const { where } = fc.letrec<{ where: Where }>(tie => {
    const several = fc.array(tie('where'), { minLength: 1, maxLength: 3 })
    return {
      where: fc.oneof(
        { maxDepth: 2 },
        leaf,
        several.map(all => ({ all })),
        several.map(any => ({ any })),
      ),
    }
  })
  const property = fc.asyncProperty(where, fc.array(code, { minLength: 1, maxLength: 3 }), async (asked, divisions) => {
    const mine = scopedStore(store, things, reach(...divisions))
    const [all, cut] = [await store.find('things', { where: asked, limit: 100 }), await mine.find('things', { where: asked, limit: 100 })]
    const inside = all.items.filter(one => divisions.some(division => String(one.grid).startsWith(division)))
    expect(ids(cut.items).sort()).toEqual(ids(inside).sort())
    expect(await mine.count('things', asked)).toBe(inside.length)
  })
  await fc.assert(property, { numRuns: 300 })
  await store.close()
})

test('a query that the caller has narrowed already is passed on as it is', () => {
  const pinned = { community: '210102025015', name: '人1' }
  expect(narrowed(pinned, { division: 'grid' }, reach('210102025015'))).toEqual([pinned])
  expect(narrowed(pinned, { division: 'grid' }, reach(GRIDS[0]))).toEqual([{ ...pinned, grid: GRIDS[0] }])
  expect(narrowed({ grid: GRIDS[1] }, { division: 'grid' }, reach(GRIDS[0]))).toEqual([])
})
