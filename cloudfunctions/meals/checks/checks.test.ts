import { openTown, type Town } from '../../_kit/testing'
import { COMMUNITY, GRID } from '../town'
import { daughterFor, serving, tickUntil } from './town'

jest.setTimeout(120_000)

let town: Town
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
})
afterEach(() => town.close())

const at = (clock: string) => Date.parse(`2026-11-21T${clock}+08:00`)
const MET = { outcome: 'met' as const, wellbeing: 'well' as const, needs: [], tags: [], policies: [], note: '在家呢', photos: [], with: [] }

test('a meal nobody took opens a check within five minutes of the end of service, and nothing before', async () => {
  const { eater, check, order, clerk } = await serving(town)
  const { id } = await eater()
  town.moveTo('2026-11-21T12:28')
  await town.tick()
  expect(await check(id)).toBeNull()
  await tickUntil(town, '2026-11-21T12:35')
  expect(await check(id)).toMatchObject({ open: true, since: at('12:30'), opened: at('12:30'), rungs: [{ rung: 'call' }] })
  expect(await order(id)).toMatchObject({ state: 'missed', over: true })
  const { items } = await clerk.call('meals.checks', { division: GRID, closed: false })
  expect(items).toMatchObject([{ why: '中午的饭没人取', rung: 'call', next: at('12:40') }])
})

test('it climbs by the clock with nobody connected, and several rungs stay open', async () => {
  const { eater, check } = await serving(town)
  const { id } = await eater()
  await town.moveTo('2026-11-21T12:29')
  await tickUntil(town, '2026-11-21T13:31')
  const rungs = (await check(id))?.rungs.map(one => [one.rung, (one.from - at('12:30')) / 60_000, (one.opened - one.from) / 60_000])
  expect(rungs).toEqual([
    ['call', 0, 0],
    ['neighbour', 10, 0],
    ['knock', 20, 0],
    ['family', 30, 0],
    ['duty', 60, 0],
  ])
})

test('a machine that slept for three hours opens and climbs everything in one tick, and the next ticks do nothing twice', async () => {
  const { eater, check, clerk } = await serving(town)
  const [slow, alone] = [await eater(), await eater({ tags: ['alone'] })]
  town.moveTo('2026-11-21T15:30')
  await town.tick()
  for (const { id } of [slow, alone]) {
    const known = await check(id)
    expect(known).toMatchObject({ open: true, since: at('12:30'), opened: at('15:31') })
    expect(known?.rungs.map(one => one.rung)).toEqual(['call', 'neighbour', 'knock', 'family', 'duty'])
  }
  const before = await check(alone.id)
  await town.tick()
  await town.tick()
  expect(await check(alone.id)).toEqual(before)
  const { sum } = await clerk.call('meals.checks_numbers', { division: GRID, from: '2026-11-21', days: 1 })
  expect(sum).toMatchObject({ missed: 2, opened: 2, late: 2, openMinutes: 362, rungs: { call: 2, duty: 2 } })
})

test('somebody old, alone or ill is reached for in half the time, as the community has set it', async () => {
  const { eater, check, clerk } = await serving(town)
  const { fast, normal } = await clerk.call('meals.ladder', { community: GRID.slice(0, 12) })
  await clerk.call('meals.set_ladder', { community: GRID.slice(0, 12), version: 0, form: { normal, fast: { ...fast, call: 3 } } })
  const [old, ill, plain] = [await eater({ born: '1940-01-01' }), await eater({ tags: ['ill'] }), await eater()]
  town.moveTo('2026-11-21T12:29')
  await tickUntil(town, '2026-11-21T12:34')
  for (const { id } of [old, ill]) expect((await check(id))?.rungs.map(one => one.rung)).toEqual(['call', 'neighbour'])
  expect((await check(plain.id))?.rungs.map(one => one.rung)).toEqual(['call'])
})

test("the door is on the grid worker's list at once, above everything urgent, with its sentence", async () => {
  const { eater, doors, clerk, worker } = await serving(town)
  const worrying = await eater({ building: '1', room: '101' })
  await worker.call('visits.log', {
    household: worrying.household,
    at: at('09:00') - 2 * 86_400_000,
    form: { ...MET, wellbeing: 'worrying' },
  })
  const { id, household } = await eater({ building: '90', room: '101', tags: ['alone'] })
  expect((await doors())[0]).toMatchObject({ household: worrying.household, urgent: true })
  await clerk.call('meals.explain', { eater: worrying.id, until: '2026-11-21', why: 'children' })
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  expect((await doors()).slice(0, 2)).toMatchObject([
    { household, urgent: true, why: '中午的饭没人取', asked: { check: `${id}|2026-11-21` } },
    { household: worrying.household, urgent: true },
  ])
  await clerk.call('meals.step_check', { check: `${id}|2026-11-21`, rung: 'call', result: 'no_answer' })
  expect((await doors())[0].why).toBe('中午的饭没人取，12:31 打电话没人接')
})

test('a knock that finds them well ends it, in the same moment, and the door leaves the list', async () => {
  const { eater, check, worker, doors } = await serving(town)
  const { id, household } = await eater({ tags: ['alone'] })
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  const { id: visit } = await worker.call('visits.log', { household, at: town.now(), form: MET })
  expect(await check(id)).toMatchObject({ open: false, closed: { outcome: 'well', by: '王建国', visit, words: '挺好。在家呢' } })
  expect((await doors()).some(one => one.household === household)).toBe(false)
})

test('a knock that finds nobody is the rung, and the family is asked at once', async () => {
  const { eater, check, worker } = await serving(town)
  const { id, household } = await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  await worker.call('visits.log', { household, at: town.now(), form: { ...MET, outcome: 'absent', wellbeing: undefined } as never })
  const known = await check(id)
  expect(known?.rungs.map(one => one.rung)).toEqual(['call', 'neighbour', 'knock', 'family'])
  expect(known?.steps).toMatchObject([{ rung: 'knock', result: 'no_answer', by: '王建国' }])
})

test('somebody met who is not well keeps the check open and hurries it', async () => {
  const { eater, check, worker } = await serving(town)
  const { id, household } = await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  await worker.call('visits.log', { household, at: town.now(), form: { ...MET, wellbeing: 'worrying' } })
  expect(await check(id)).toMatchObject({ open: true, fast: true })
  expect((await check(id))?.rungs.at(-1)?.rung).toBe('family')
})

test('a knock from before the meal was missed, brought up late, says nothing', async () => {
  const { eater, check, worker } = await serving(town)
  const { id, household } = await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  await worker.call('visits.log', { household, at: at('09:30'), form: MET })
  expect(await check(id)).toMatchObject({ open: true, steps: [] })
})

test('a knock, or a meal handed over, from before another meal was missed and brought up late does not end the check', async () => {
  const { eater, check, worker, order } = await serving(town)
  const { id, household } = await eater()
  // breakfast was missed in the morning, and lunch is now
  const { over: _o, ...lunch } = await order(id)
  const early = { _id: `${id}|2026-11-21|breakfast`, meal: 'breakfast' as const, slot: lunch.slot.replace('lunch', 'breakfast') }
  await town.store.load('orders', [{ ...lunch, ...early, way: 'delivery' as const, round: 'r' }])
  const volunteer = await town.as('volunteer', COMMUNITY, { name: '李娜' })
  const round = { kitchen: lunch.kitchen, community: COMMUNITY, day: lunch.day, meal: 'breakfast', route: 'a', n: 1, slot: early.slot }
  await town.store.load('rounds', [
    { _id: 'r', ...round, stops: [early._id], volunteer: volunteer.id, carriers: [volunteer.id], left: [], given: [], version: 1 },
  ])
  town.moveTo('2026-11-21T09:00')
  await town.tick()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  expect((await check(id))?.meals.map(one => one.meal)).toEqual(['breakfast', 'lunch'])
  await worker.call('visits.log', { household, at: at('09:10'), form: MET })
  expect(await check(id)).toMatchObject({ open: true, steps: [{ rung: 'knock', result: 'well' }] })
  await volunteer.call('meals.hand_over', { order: early._id, round: 'r', at: at('08:40'), form: { outcome: 'handed' } })
  expect(await check(id)).toMatchObject({ open: true, meals: [{ taken: at('08:40') }, { meal: 'lunch' }] })
  await worker.call('visits.log', { household, at: town.now(), form: MET })
  expect(await check(id)).toMatchObject({ open: false })
})

test('"met and well" that was a wrong tap does not end it: corrected, the check goes on where it would be by now', async () => {
  const { eater, check, worker, doors } = await serving(town)
  const { id, household } = await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  const { id: visit } = await worker.call('visits.log', { household, at: town.now(), form: MET })
  town.moveTo('2026-11-21T12:45')
  const form = { ...MET, outcome: 'absent' as const, wellbeing: undefined } as never
  await worker.call('visits.correct', { visit, version: 1, form, reason: '点错了' })
  await town.tick()
  expect(await check(id)).toMatchObject({ open: true, steps: [{ rung: 'knock', result: 'no_answer' }] })
  expect((await check(id))?.closed).toBeUndefined()
  expect((await doors()).find(one => one.household === household)?.urgent).toBe(true)
})

test('two people behind one door who both missed their meal are both found by one knock', async () => {
  const { eater, check, worker } = await serving(town)
  const her = await eater()
  const his = await eater({ name: '李国富', sex: 'male', household: her.household })
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  await worker.call('visits.log', { household: her.household, at: town.now(), form: MET })
  await town.tick()
  for (const { id } of [her, his]) expect(await check(id)).toMatchObject({ open: false, closed: { outcome: 'well' } })
})

test('hospital is silent until its day and not one day longer', async () => {
  const { eater, check, clerk, order } = await serving(town)
  const { id } = await eater()
  await clerk.call('meals.explain', { eater: id, until: '2026-11-21', why: 'hospital' })
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  expect(await check(id)).toBeNull()
  expect(await order(id)).toMatchObject({ state: 'explained', explained: { why: '住院了' } })
  const { explained: _e, over: _o, ...today } = await order(id)
  const tomorrow = { day: '2026-11-22', slot: today.slot.replace('-21|', '-22|'), state: 'open' as const }
  await town.store.load('orders', [{ ...today, ...tomorrow, _id: `${id}|2026-11-22|lunch` }])
  town.moveTo('2026-11-22T12:30')
  await town.tick()
  expect(await town.store.get('checks', `${id}|2026-11-22`)).toMatchObject({ open: true })
})

test('whoever paused without an end and then orders a meal by hand is looked for when it is not taken', async () => {
  const { eater, check, kitchen } = await serving(town)
  const { id, me } = await eater()
  await me.call('meals.pause', { eater: id, from: '2026-11-21', why: 'pause' })
  town.moveTo('2026-11-21T09:10')
  const lines = [{ dish: kitchen.dishes.set, quantity: 1 }]
  const form = { kitchen: kitchen.id, day: '2026-11-21', meal: 'lunch' as const, lines, way: 'pickup' as const, pay: 'cash' as const }
  await me.call('meals.order', { eater: id, forms: [form] })
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  expect(await check(id)).toMatchObject({ open: true, meals: [{ why: 'not_taken' }] })
})

test('the family who know where their father is end it with a reason; strangers see nothing', async () => {
  const { eater, check, order, clerk } = await serving(town)
  const father = await eater({ name: '王德福', sex: 'male' })
  const [stranger, daughter] = [await eater(), await daughterFor(town, clerk, father)]
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  const { items } = await daughter.call('meals.my_checks', { eater: father.id })
  expect(items).toMatchObject([{ why: '中午的饭没人取', rung: 'call' }])
  await daughter.call('meals.explain', { eater: father.id, until: '2026-11-25', why: 'children' })
  expect(await check(father.id)).toMatchObject({ open: false, closed: { outcome: 'away', by: '王秀兰', until: '2026-11-25' } })
  expect(await order(father.id)).toMatchObject({ state: 'explained' })
  await expect(stranger.me.call('meals.my_checks', { eater: father.id })).rejects.toMatchObject({ code: 'meals.not_there' })
})

test('it ends only with an outcome: no clock closes it, and a second person is told who did', async () => {
  const { eater, check, clerk, worker } = await serving(town)
  const { id } = await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  for (const day of ['22', '23', '24']) {
    town.moveTo(`2026-11-${day}T12:29`)
    await town.tick()
  }
  expect(await check(id)).toMatchObject({ open: true })
  const ended = { check: `${id}|2026-11-21`, outcome: 'helped' as const, words: '摔倒了，扶起来了' }
  await clerk.call('meals.close_check', ended)
  await expect(worker.call('meals.close_check', ended)).rejects.toMatchObject({ code: 'meals.check_closed' })
  const { sum } = await clerk.call('meals.checks_numbers', { division: GRID, from: '2026-11-01', days: 30 })
  expect(sum).toMatchObject({ closed: 1, outcomes: { helped: 1 } })
})

test('hospital and away need a day; the coming meals are silent until then', async () => {
  const { eater, clerk } = await serving(town)
  const { id } = await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  const ended = { check: `${id}|2026-11-21`, outcome: 'hospital' as const, words: '社区送去的' }
  await expect(clerk.call('meals.close_check', ended)).rejects.toMatchObject({ code: 'meals.until_missing' })
  await expect(clerk.call('meals.close_check', { ...ended, until: '2026-11-20' })).rejects.toMatchObject({ code: 'meals.dates_wrong' })
  await clerk.call('meals.close_check', { ...ended, until: '2026-11-28' })
  const aways = await town.store.find('aways', { where: { eater: id }, limit: 10 })
  expect(aways.items).toMatchObject([{ why: 'hospital', until: '2026-11-28' }])
})

test('notices go to the people of the rung, once each, and say when it has ended', async () => {
  const { eater, kitchen, worker, clerk } = await serving(town)
  const father = await eater({ name: '王德福', sex: 'male' })
  const daughter = await daughterFor(town, clerk, father)
  const titles = async (who: { call: typeof worker.call }) => (await who.call('notices.list', {})).items.map(one => one.title)
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  await town.tick()
  await town.tick()
  expect(await titles(worker)).toEqual(['王大爷：中午的饭没人取'])
  expect(await titles(kitchen.cook)).toEqual(['王大爷：中午的饭没人取'])
  expect(await titles(daughter)).toEqual([])
  expect(await titles(clerk)).toEqual([])
  await tickUntil(town, '2026-11-21T13:32')
  expect(await titles(daughter)).toEqual(['王大爷：中午的饭没人取'])
  expect(await titles(clerk)).toEqual(['王大爷：中午的饭没人取'])
  await clerk.call('meals.close_check', { check: `${father.id}|2026-11-21`, outcome: 'well', words: '在院里' })
  await town.tick()
  expect((await titles(daughter))[0]).toBe('王大爷：人没事，不用再找了')
})

test('whom to call is known by name; the number comes alone, is written down, and never once it is over', async () => {
  const { eater, clerk, kitchen, worker } = await serving(town)
  const father = await eater({ name: '王德福', sex: 'male', building: '3', room: '302' })
  await daughterFor(town, clerk, father)
  const lead = { building: '3', kind: 'lead' as const, name: '老李', about: '住 101' }
  await clerk.call('meals.save_neighbour', { community: GRID.slice(0, 12), form: lead, phone: '13100131000' })
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  const check = `${father.id}|2026-11-21`
  const { callable } = await worker.call('meals.check', { check })
  expect(callable.map(one => [one.rung, one.name, one.words])).toEqual([
    ['call', '王大爷', '本人'],
    ['neighbour', '老李', '楼长，住 101'],
    ['knock', '王建国', '网格员'],
    ['family', '王秀兰', '女儿'],
  ])
  const seen = (await kitchen.cook.call('meals.check', { check })).callable.map(one => one.rung)
  expect(seen).toEqual(['call', 'neighbour', 'knock'])
  const { number } = await kitchen.cook.call('meals.call_for_check', { check, whom: callable[1].whom })
  expect(number).toBe('13100131000')
  await expect(kitchen.cook.call('meals.call_for_check', { check, whom: callable[3].whom })).rejects.toMatchObject({
    code: 'meals.no_phone',
  })
  const trace = await town.store.find('audit', { where: { at: { gte: town.now() } }, limit: 100 })
  expect(trace.items.filter(one => one.operation === 'meals.call_for_check' && one.ok)).toMatchObject([
    { target: father.id, note: '给老李打电话：中午的饭没人取' },
  ])
  await clerk.call('meals.close_check', { check, outcome: 'well', words: '在院里' })
  await expect(worker.call('meals.call_for_check', { check, whom: callable[0].whom })).rejects.toMatchObject({ code: 'meals.check_closed' })
})

test('a kitchen sees those it cooks for and nobody else; a grid worker their own grid', async () => {
  const { eater, kitchen, clerk } = await serving(town)
  await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  const list = { division: GRID.slice(0, 12), closed: false }
  expect((await kitchen.cook.call('meals.checks', list)).items).toHaveLength(1)
  expect((await clerk.call('meals.checks', list)).items).toHaveLength(1)
  const beside = await town.as('grid', '210102025015002')
  expect((await beside.call('meals.checks', list)).items).toEqual([])
  const elsewhere = await town.as('kitchen', '210102025014')
  expect((await elsewhere.call('meals.checks', { division: '210102025014', closed: false })).items).toEqual([])
})

test('a street sees numbers and no person', async () => {
  const { eater } = await serving(town)
  await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  const street = await town.as('street', '210102025')
  const numbers = await street.call('meals.checks_numbers', { division: '210102025', from: '2026-11-21', days: 1 })
  expect(numbers).toMatchObject({ sum: { missed: 1, opened: 1, late: 0 }, days: [{ day: '2026-11-21' }] })
  await expect(street.call('meals.checks', { division: '210102025', closed: false })).rejects.toMatchObject({ code: 'call.not_there' })
})

test('somebody who has died or moved away is not looked for', async () => {
  const { eater, check, clerk, order } = await serving(town)
  const { id } = await eater()
  await clerk.call('people.end_resident', { resident: id, on: '2026-11-21', why: 'moved' })
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  expect(await check(id)).toBeNull()
  expect(['explained', 'cancelled']).toContain((await order(id)).state)
})

test('a household that comes into another grid meanwhile is looked for by that grid', async () => {
  const { eater, clerk, check } = await serving(town)
  const { household, id } = await eater()
  town.moveTo('2026-11-21T12:30')
  await town.tick()
  await clerk.call('people.move_household', { household, grid: '210102025015002' })
  await town.tick()
  const beside = await town.as('grid', '210102025015002')
  const { items } = await beside.call('meals.checks', { division: '210102025015002', closed: false })
  expect(items).toMatchObject([{ household, why: '中午的饭没人取' }])
  const [door] = (await beside.call('visits.today', { grid: '210102025015002' })).items
  expect(door).toMatchObject({ household, urgent: true, why: '中午的饭没人取' })
  await beside.call('visits.log', { household, at: town.now(), form: MET })
  expect(await check(id)).toMatchObject({ open: false, closed: { outcome: 'well' } })
})
