import { openTown, type Someone, type Town } from '../_kit/testing'
import { changed, GRID, knock, moveIn, NEIGHBOUR } from './town'

let town: Town
let worker: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  worker = await town.as('grid', GRID, { name: '王芳' })
})
afterEach(() => town.close())

const list = async () => (await worker.call('visits.today', { grid: GRID })).items

test('the list says whose door, why, and how late', async () => {
  await moveIn(town, 'h1', { people: [{ name: '张桂兰', born: '1940-05-01', tags: ['alone', 'aged', 'party'] }] })
  await worker.call('visits.log', { ...knock(town, 'h1'), at: Date.parse('2026-11-12T10:00+08:00') })
  expect(await list()).toEqual([
    {
      ...{ household: 'h1', grid: GRID, label: '3号楼 2单元 302', who: '张** · 86 岁', tags: ['独居', '高龄', '党员'] },
      ...{ due: '2026-11-19', over: 2, why: '独居、高龄：每 7 天；已 9 天', urgent: false, band: 2 },
      last: { on: '2026-11-12', outcome: 'met', words: '挺好' },
    },
  ])
})

test('a couple is said as one', async () => {
  await moveIn(town, 'h1', {
    people: [
      { name: '李德福', born: '1948-03-01', tags: ['empty_nest'] },
      { name: '王秀英', relation: '配偶', born: '1950-01-01' },
    ],
  })
  expect((await list())[0].who).toBe('李** 夫妇 · 78 岁')
})

test('most urgent first, then as one walks', async () => {
  await moveIn(town, 'plain', { building: 1 })
  await moveIn(town, 'alone-5', { building: 5, people: [{ tags: ['alone', 'aged'] }] })
  await moveIn(town, 'alone-3', { building: 3, people: [{ tags: ['alone', 'aged'] }] })
  expect((await list()).map(one => one.household)).toEqual(['alone-3', 'alone-5', 'plain'])
})

test('300 doors come in pages, each door once', async () => {
  for (let i = 0; i < 230; i++) await moveIn(town, `h${i}`, { room: 101 + i, people: [{ tags: i % 3 ? [] : ['alone'] }] })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await worker.call('visits.today', { grid: GRID, after })
    expect(page.counts.due).toBe(230)
    seen.push(...page.items.map(one => one.household))
    after = page.after
  } while (after)
  expect(new Set(seen).size).toBe(230)
  expect(seen).toHaveLength(230)
})

test('a tag that ends tomorrow moves the due date tomorrow, with nobody doing anything', async () => {
  await moveIn(town, 'h1', { people: [{ tags: [{ code: 'ill', since: '2026-01-01', until: '2026-11-21' }, 'low_income'] }] })
  await worker.call('visits.log', knock(town, 'h1'))
  expect((await worker.call('visits.door', { household: 'h1' })).due).toBe('2026-12-05')
  await town.tick()
  expect((await worker.call('visits.door', { household: 'h1' })).due).toBe('2026-12-05')
  town.moveTo('2026-11-22T00:05')
  await town.tick()
  expect(await worker.call('visits.door', { household: 'h1' })).toMatchObject({ due: '2026-12-21', tags: ['低保'] })
  await town.tick()
  expect(await town.store.count('doors', { turn: { lte: '2026-11-22' } })).toBe(0)
})

test('who may not know of an illness is not told of it, neither as a tag nor as the reason', async () => {
  await moveIn(town, 'h1', { people: [{ tags: ['ill'] }] })
  const district = await town.as('district', '210102')
  expect(await district.call('visits.door', { household: 'h1' })).toMatchObject({ tags: [], why: '还没敲过门' })
  expect(await worker.call('visits.door', { household: 'h1' })).toMatchObject({ tags: ['重病'], why: '重病：还没敲过门' })
})

test('the pack carries the names and tags of the grid, no numbers, and not the neighbours', async () => {
  await moveIn(town, 'h1', { people: [{ name: '张桂兰', born: '1940-05-01', tags: ['alone'] }] })
  await moveIn(town, 'h9', { grid: NEIGHBOUR })
  const pack = await worker.call('visits.pack', { grid: GRID })
  expect(pack.items.map(one => one.residents)).toEqual([[{ id: 'h1-0', name: '张桂兰', age: 86, relation: '户主', tags: ['独居'] }]])
  expect(await worker.answer('visits.pack', { grid: NEIGHBOUR })).toMatchObject({ status: 404 })
})

test('a household that has ended is on no list, and its history stays', async () => {
  await moveIn(town, 'h1')
  await worker.call('visits.log', knock(town, 'h1', { outcome: 'moved' }))
  await town.store.transaction(tx => tx.update('households', 'h1', { set: { ended: { on: '2026-11-21', reason: '搬走了' } } }))
  await changed(town, 'h1')
  town.moveTo('2027-11-21T09:00')
  expect(await list()).toEqual([])
  expect((await worker.call('visits.pack', { grid: GRID })).items).toEqual([])
  expect((await worker.call('visits.coverage', { community: GRID.slice(0, 12) })).doors).toBe(0)
  expect((await worker.call('visits.timeline', { household: 'h1' })).items).toHaveLength(1)
})

test('a community sees how far its grids have come, a grid worker only her own', async () => {
  await moveIn(town, 'h1')
  await moveIn(town, 'h2', { room: 402 })
  await moveIn(town, 'h3', { grid: NEIGHBOUR })
  await worker.call('visits.log', knock(town, 'h1'))
  const office = await town.as('community', GRID.slice(0, 12))
  const { grids, doors } = await office.call('visits.coverage', { community: GRID.slice(0, 12) })
  expect(doors).toBe(3)
  expect(grids[0]).toMatchObject({ grid: GRID, doors: 2, today: { due: 1, done: 1, knocked: 1, met: 1 }, month: { knocked: 1, met: 1 } })
  expect((await worker.call('visits.coverage', { community: GRID.slice(0, 12) })).grids.map(one => one.grid)).toEqual([GRID])
})

test('the street sees how the work goes, not what people said at their doors', async () => {
  await moveIn(town, 'h1', {})
  const spoken = { note: '说头晕，药吃完了', needs: [{ category: 'doctor' as const, words: '想去医院看腿', urgent: true }] }
  const knocked = knock(town, 'h1')
  await worker.call('visits.log', { ...knocked, form: { ...knocked.form, ...spoken, wellbeing: 'worrying' } })
  const street = await town.as('street', GRID.slice(0, 9))
  const seen = [
    await street.call('visits.timeline', { household: 'h1' }),
    await street.call('visits.door', { household: 'h1' }),
    await street.call('visits.matters', { division: GRID.slice(0, 9), settled: false }),
  ]
  expect(JSON.stringify(seen)).toMatch(/doctor.*看着不放心|看着不放心/)
  expect(JSON.stringify(seen)).not.toMatch(/头晕|吃完|看腿/)
  expect(JSON.stringify(await worker.call('visits.timeline', { household: 'h1' }))).toMatch(/头晕/)
})
