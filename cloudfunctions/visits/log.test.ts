import { openTown, type Someone, type Town } from '../_kit/testing'
import type { KnocksDoc, VisitDoc } from './docs'
import { changed, GRID, knock, moveIn, NEIGHBOUR } from './town'

let town: Town
let worker: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  worker = await town.as('grid', GRID, { name: '王芳' })
})
afterEach(() => town.close())

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    error => error.code,
  )
const visitsOf = async (household: string) => (await town.store.find<VisitDoc>('visits', { where: { household }, limit: 100 })).items
const counter = (grid: string, day: string) => town.store.get<KnocksDoc>('knocks', `${grid}|${day}`)

test('a knock leaves the list, says when the next one is and counts once', async () => {
  await moveIn(town, 'h1', { people: [{ tags: ['alone', 'aged'], born: '1940-05-01' }] })
  expect(await worker.call('visits.log', knock(town, 'h1'))).toMatchObject({ due: '2026-11-28', why: '独居、高龄：每 7 天；今天敲过' })
  const list = await worker.call('visits.today', { grid: GRID })
  expect(list).toMatchObject({ counts: { due: 0, done: 1, knocked: 1, met: 1 }, items: [] })
})

test('a visit sent five times because the answers were lost is one visit', async () => {
  await moveIn(town, 'h1')
  const input = knock(town, 'h1')
  const answers = await Promise.all([1, 2, 3].map(() => worker.call('visits.log', input, { key: 'once' })))
  for (const _ of [1, 2]) answers.push(await worker.call('visits.log', input, { key: 'once' }))
  expect(new Set(answers.map(one => one.id)).size).toBe(1)
  expect(await visitsOf('h1')).toHaveLength(1)
  expect(await counter(GRID, '2026-11-21')).toMatchObject({ knocked: 1, met: 1 })
})

test('knocked and met are counted apart', async () => {
  await moveIn(town, 'h1')
  await moveIn(town, 'h2', { room: 401 })
  await worker.call('visits.log', knock(town, 'h1'))
  await worker.call('visits.log', knock(town, 'h2', { outcome: 'absent' }))
  expect((await worker.call('visits.today', { grid: GRID })).counts).toEqual({ due: 0, done: 2, knocked: 2, met: 1 })
})

test('two workers at the same door on the same day are both kept', async () => {
  await moveIn(town, 'h1')
  const other = await town.as('grid', GRID, { name: '李强' })
  await worker.call('visits.log', knock(town, 'h1'))
  await other.call('visits.log', knock(town, 'h1', { outcome: 'absent' }))
  expect((await visitsOf('h1')).map(one => one.by).sort()).toEqual(['李强', '王芳'])
  expect(await counter(GRID, '2026-11-21')).toMatchObject({ knocked: 2, met: 1, done: 1 })
})

test('a visit from three days ago without signal is kept on its own day and does not overwrite a newer one', async () => {
  await moveIn(town, 'h1', { people: [{ tags: ['alone'] }] })
  const old = { ...knock(town, 'h1', { outcome: 'absent' }), at: town.now() - 3 * 86_400_000 }
  await worker.call('visits.log', knock(town, 'h1'))
  expect(await worker.call('visits.log', old)).toMatchObject({ due: '2026-11-28' })
  expect(await counter(GRID, '2026-11-18')).toMatchObject({ knocked: 1, met: 0 })
  const { items } = await worker.call('visits.timeline', { household: 'h1' })
  expect(items.map(one => [one.on, one.form.outcome])).toEqual([
    ['2026-11-21', 'met'],
    ['2026-11-18', 'absent'],
  ])
})

test('a phone whose clock is two hours ahead is put right; one that lives tomorrow is told', async () => {
  await moveIn(town, 'h1')
  await worker.call('visits.log', { ...knock(town, 'h1'), at: town.now() + 2 * 3_600_000 })
  expect((await visitsOf('h1'))[0]).toMatchObject({ at: town.now(), said: town.now() + 2 * 3_600_000, on: '2026-11-21' })
  expect(await code(worker.call('visits.log', { ...knock(town, 'h1'), at: town.now() + 25 * 3_600_000 }))).toBe('visits.in_the_future')
  expect(await code(worker.call('visits.log', { ...knock(town, 'h1'), at: town.now() - 31 * 86_400_000 }))).toBe('visits.too_old')
})

test("another grid's household is as if absent, and nothing is written", async () => {
  await moveIn(town, 'h9', { grid: NEIGHBOUR })
  expect(await code(worker.call('visits.log', knock(town, 'h9')))).toBe('visits.not_there')
  expect(await code(worker.call('visits.log', knock(town, 'nobody')))).toBe('visits.not_there')
  for (const household of ['h9', 'nobody']) {
    expect(await code(worker.call('visits.door', { household }))).toBe('visits.not_there')
    expect(await code(worker.call('visits.timeline', { household }))).toBe('visits.not_there')
  }
  expect(await visitsOf('h9')).toEqual([])
})

test('a household moved to another grid while the worker had no signal is still taken, and marked', async () => {
  await moveIn(town, 'h1')
  const before = knock(town, 'h1')
  town.moveTo('2026-11-21T11:00')
  await town.store.transaction(tx => tx.update('households', 'h1', { set: { grid: NEIGHBOUR } }))
  await changed(town, 'h1')
  await worker.call('visits.log', before)
  expect((await visitsOf('h1'))[0]).toMatchObject({ grid: GRID, fromFormerGrid: true })
  const newcomer = await town.as('grid', NEIGHBOUR)
  expect((await newcomer.call('visits.timeline', { household: 'h1' })).items).toHaveLength(1)
})

test("a worker without signal goes by the day's list: a door that left it that morning is taken, the next day it is not theirs", async () => {
  await moveIn(town, 'h1')
  await town.store.transaction(tx => tx.update('households', 'h1', { set: { grid: NEIGHBOUR } }))
  await changed(town, 'h1')
  town.moveTo('2026-11-21T16:00')
  await worker.call('visits.log', knock(town, 'h1'))
  expect((await visitsOf('h1'))[0]).toMatchObject({ grid: GRID, fromFormerGrid: true })
  town.moveTo('2026-11-22T09:00')
  expect(await code(worker.call('visits.log', knock(town, 'h1')))).toBe('visits.not_there')
})

test('the trace of a knock lies where the door is, also for a worker of two communities', async () => {
  const other = '210102025014001'
  await town.store.load('memberships', [{ _id: 'm2', account: worker.id, role: 'grid', scope: other, since: '2026-01-01' }])
  await moveIn(town, 'h1')
  await moveIn(town, 'h9', { grid: other })
  for (const household of ['h1', 'h9']) await worker.call('visits.log', knock(town, household))
  const traced = await Promise.all([GRID, other].map(grid => town.store.find('audit', { where: { chain: grid.slice(0, 12) }, limit: 9 })))
  expect(traced.map(page => page.items.filter(one => one.operation === 'visits.log').map(one => one.target))).toEqual([['h1'], ['h9']])
})

test('three times in a row not home is told to the community', async () => {
  await moveIn(town, 'h1', { people: [{ tags: ['alone'] }] })
  const said: string[] = []
  for (const moment of ['2026-11-21T09:00', '2026-11-22T15:00', '2026-11-24T09:00']) {
    town.moveTo(moment)
    said.push((await worker.call('visits.log', knock(town, 'h1', { outcome: 'absent' }))).due)
  }
  expect(said).toEqual(['2026-11-22', '2026-11-24', '2026-12-01'])
  const office = await town.as('community', GRID.slice(0, 12))
  const { items } = await office.call('visits.matters', { division: GRID.slice(0, 12), settled: false })
  expect(items.map(one => one.kind)).toEqual(['absent3'])
})

test('somebody who does not look well is told to the community at once, and seen again within two days', async () => {
  await moveIn(town, 'h1', { people: [{ tags: ['alone'] }] })
  const office = await town.as('community', GRID.slice(0, 12))
  expect((await worker.call('visits.log', knock(town, 'h1', { wellbeing: 'worrying', note: '说胸口闷' }))).due).toBe('2026-11-23')
  await town.tick()
  await town.tick()
  const { items } = await office.call('notices.list', {})
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ urgent: true, body: '3号楼 2单元 302：敲门的人看着不放心' })
  town.moveTo('2026-11-23T09:00')
  expect((await worker.call('visits.today', { grid: GRID })).items[0]).toMatchObject({ urgent: true, over: 0 })
})

test('what was told at the door leads to matters, urgent ones first, until somebody settles them', async () => {
  await moveIn(town, 'h1')
  await moveIn(town, 'h2', { room: 401 })
  const office = await town.as('community', GRID.slice(0, 12), { name: '赵敏' })
  await worker.call('visits.log', knock(town, 'h1', { needs: [{ category: 'repair', words: '水管漏水', urgent: false }] }))
  await worker.call('visits.log', knock(town, 'h2', { needs: [{ category: 'doctor', words: '', urgent: true }] }))
  const open = await office.call('visits.matters', { division: GRID.slice(0, 12), settled: false })
  expect(open.items.map(one => one.words)).toEqual(['看病（急）', '修东西：水管漏水'])
  await office.call('visits.settle', { matter: open.items[0].id, words: '已经送到医院' })
  expect(await code(office.call('visits.settle', { matter: open.items[0].id, words: '再来一次' }))).toBe('visits.already_settled')
  expect((await office.call('visits.matters', { division: GRID.slice(0, 12), settled: true })).items[0].settled).toMatchObject({
    by: '赵敏',
  })
})
