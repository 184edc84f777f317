import { openTown, type Someone, type Town } from '../_kit/testing'
import { form, GRID, knock, moveIn } from './town'

let town: Town
let worker: Someone
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  worker = await town.as('grid', GRID, { name: '王芳' })
  office = await town.as('community', GRID.slice(0, 12), { name: '赵敏' })
  await moveIn(town, 'h1', { people: [{ tags: ['alone'] }] })
})
afterEach(() => town.close())

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    error => error.code,
  )
const correction = (visit: string, version = 1) => ({ visit, version, form: form({ outcome: 'absent' }), reason: '点错了' })

test('its worker corrects a visit on the same day: the door follows, the counter too, both versions stay', async () => {
  const { id } = await worker.call('visits.log', knock(town, 'h1'))
  expect(await worker.call('visits.correct', correction(id))).toMatchObject({ due: '2026-11-22' })
  const { items } = await worker.call('visits.timeline', { household: 'h1' })
  expect(items[0]).toMatchObject({ version: 2, form: { outcome: 'absent' }, earlier: [{ reason: '点错了', form: { outcome: 'met' } }] })
  expect((await worker.call('visits.today', { grid: GRID })).counts).toMatchObject({ knocked: 1, met: 0 })
})

test('the next day only the community may', async () => {
  const { id } = await worker.call('visits.log', knock(town, 'h1'))
  town.moveTo('2026-11-22T09:00')
  expect((await worker.call('visits.timeline', { household: 'h1' })).items[0].correctable).toBe(false)
  expect(await code(worker.call('visits.correct', correction(id)))).toBe('visits.too_late')
  expect(await code(office.call('visits.correct', correction(id)))).toBe('fine')
})

test("a colleague's visit is not hers to correct", async () => {
  const { id } = await worker.call('visits.log', knock(town, 'h1'))
  const other = await town.as('grid', GRID)
  expect(await code(other.call('visits.correct', correction(id)))).toBe('visits.not_there')
})

test('two who correct the same version: the second is told', async () => {
  const { id } = await worker.call('visits.log', knock(town, 'h1'))
  await office.call('visits.correct', correction(id))
  expect(await code(worker.call('visits.correct', correction(id)))).toBe('visits.changed_meanwhile')
})

test('a matter that a correction takes back is settled by it; one that a person settled stays so', async () => {
  const { id } = await worker.call(
    'visits.log',
    knock(town, 'h1', { wellbeing: 'worrying', needs: [{ category: 'doctor', words: '', urgent: true }] }),
  )
  const division = GRID.slice(0, 12)
  await office.call('visits.settle', { matter: `${id}|need`, words: '去过医院了' })
  await worker.call('visits.correct', correction(id))
  expect((await office.call('visits.matters', { division, settled: false })).items).toEqual([])
  const settled = (await office.call('visits.matters', { division, settled: true })).items
  expect(settled.map(one => [one.kind, one.settled?.by]).sort()).toEqual([
    ['need', '赵敏'],
    ['worrying', '系统'],
  ])
})
