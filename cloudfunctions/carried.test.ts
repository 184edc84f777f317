/** Where the kitchen and its shifts meet: rounds follow seats, and series follow the kitchen's days. */
import { openTown, type Someone, type Town } from './_kit/testing'
import { type Carrying, carrying, routeForm } from './meals/rounds/town'
import { kitchenForm } from './meals/town'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from './shifts/docs'
import { seriesShift } from './shifts/plan/docs'
import { leave, seat } from './shifts/seat'
import { COMMUNITY, registered, roleForm, shiftForm, shiftOn, within } from './shifts/town'

let town: Town
let it: Carrying
let usual: Someone
let ann: Someone
let shift: string
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T08:00' })
  usual = await registered(town, COMMUNITY, { name: '老路' })
  ann = await registered(town, COMMUNITY, { name: '安大姐' })
  it = await carrying(town, [routeForm('east', ['1'], { volunteer: usual.id }), routeForm('west', ['2'])])
  const roles = [roleForm('e', 2, { name: '送东线', route: 'east' }), roleForm('cut', 2)]
  const form = {
    kind: 'kitchen' as const,
    kitchen: it.kitchen.id,
    meal: 'lunch' as const,
    day: '2026-11-28',
    from: '10:00',
    to: '12:30',
    roles,
  }
  shift = await shiftOn(town, it.clerk, form)
})
afterEach(() => town.close())

const sits = (who: Someone, role = 'e', where = shift) =>
  within(town, async tx => {
    const doc = (await tx.get<ShiftDoc>('shifts', where)) as ShiftDoc
    const helper = (await tx.get<VolunteerDoc>('volunteers', who.id)) as VolunteerDoc
    const form = doc.roles.find(one => one.id === role) ?? doc.roles[0]
    await seat(tx, { shift: doc, role: form, helper, how: 'self' }, { at: town.now(), by: who.id })
  })
const goes = (who: Someone, why: string) =>
  within(town, async tx => {
    const doc = (await tx.get<ShiftDoc>('shifts', shift)) as ShiftDoc
    const signup = (await tx.get<SignupDoc>('signups', signupId(shift, who.id))) as SignupDoc
    await leave(tx, doc, signup, 'off', { at: town.now(), by: who.id, why })
  })
const east = async () => (await it.rounds()).find(one => one._id === it.round('east'))

test('whoever has the route’s seat carries its round, also one that is made only later, before the usual person', async () => {
  await sits(ann)
  await it.orders('1', '101')
  await it.make()
  expect(await east()).toMatchObject({ volunteerName: '安大姐', shift })
})

test('a round that stands already goes to them at once, and stays theirs however often it is made again', async () => {
  await it.orders('1', '101')
  await it.make()
  expect((await east())?.volunteerName).toBe('老路')
  await sits(ann)
  expect((await east())?.volunteerName).toBe('安大姐')
  await it.orders('1', '102')
  await it.make()
  const round = await east()
  expect([round?.volunteerName, round?.stops.length]).toEqual(['安大姐', 2])
})

test('a seat given up leaves the round free, with the reason, until somebody is put there', async () => {
  await it.orders('1', '101')
  await it.make()
  await sits(ann)
  await goes(ann, '腰疼')
  await it.make()
  const free = await east()
  expect([free?.volunteer, free?.given.map(one => one.why)]).toEqual([undefined, ['腰疼']])
  await sits(ann)
  expect((await east())?.volunteerName).toBe('安大姐')
})

test('what a hand in the kitchen chose stays, whatever happens in the shift', async () => {
  await it.orders('1', '101')
  await it.make()
  await it.kitchen.cook.call('meals.assign_round', { round: it.round('east'), account: usual.id })
  await sits(ann)
  expect((await east())?.volunteerName).toBe('老路')
  await goes(ann, '有事')
  await it.make()
  expect((await east())?.volunteerName).toBe('老路')
})

test('a round under way is left to whoever walks it', async () => {
  await it.orders('1', '101')
  await it.make()
  await sits(ann)
  await ann.call('meals.start_round', { round: it.round('east'), at: town.now() })
  await goes(ann, '有事')
  expect((await east())?.volunteerName).toBe('安大姐')
})

test('the second seat of a route is its second round; a seat without a route is no round', async () => {
  const bob = await registered(town, COMMUNITY, { name: '包大哥' })
  const cut = await registered(town, COMMUNITY, { name: '切菜的' })
  await sits(cut, 'cut')
  await sits(ann)
  await sits(bob)
  for (const n of Array.from({ length: 11 }, (_, i) => i)) await it.orders('1', String(101 + n))
  await it.make()
  const rounds = (await it.rounds()).filter(one => one.route === 'east').sort((a, b) => a.n - b.n)
  expect(rounds.map(one => one.volunteerName)).toEqual(['安大姐', '包大哥'])
  expect(rounds.map(one => one.volunteer)).not.toContain(cut.id)
})

test('a lead who moves the seat to another route moves the round with it', async () => {
  await it.orders('1', '101')
  await it.orders('2', '101')
  await it.make()
  await sits(ann)
  const { card, form } = await it.clerk.call('shifts.shift', { shift })
  if (!form) throw new Error('not led')
  const roles = form.roles.map(one => (one.id === 'e' ? { ...one, route: 'west' } : one))
  await it.clerk.call('shifts.change_shift', { shift, version: card.version, form: { ...form, roles } })
  const west = (await it.rounds()).find(one => one._id === it.round('west'))
  expect([(await east())?.volunteer, west?.volunteerName]).toEqual([undefined, '安大姐'])
})

test('a kitchen’s series leaves out the days it is shut, and calls off those it shuts on later', async () => {
  const { day: _, ...about } = shiftForm(town, { kind: 'kitchen', kitchen: it.kitchen.id, meal: 'lunch', title: '每天的厨房' })
  const form = { ...about, weekdays: [2 as const, 3 as const, 4 as const, 5 as const], skipped: [] }
  const { id } = await it.clerk.call('shifts.add_series', { community: COMMUNITY, since: '2026-12-01', form })
  await town.tick()
  await sits(ann, 'a', seriesShift(id, '2026-12-03'))
  const holidays = [{ from: '2026-12-03', until: '2026-12-04', words: '过节' }]
  await it.clerk.call('meals.save_kitchen', {
    kitchen: it.kitchen.id,
    version: 1,
    form: kitchenForm({ weekdays: [1, 3, 4, 5, 6], holidays }),
  })
  await town.tick()
  const days = (await it.clerk.call('shifts.list', { community: COMMUNITY, from: '2026-12-01', days: 10 })).filter(one => one.series === id)
  expect(days.map(one => one.day)).toEqual(['2026-12-02', '2026-12-03', '2026-12-09', '2026-12-10'])
  expect(days[1].cancelled?.why).toBe('妈妈厨房过节')
  await town.tick()
  expect((await ann.call('notices.list', {})).items.map(one => one.body).join()).toContain('过节')
})
