import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, roleForm, shiftForm, shiftOn } from './town'

let town: Town
let office: Someone
let volunteer: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await town.as('community', COMMUNITY, { name: '社区的人' })
  volunteer = await town.as('volunteer', COMMUNITY, { name: '李秀英' })
})
afterEach(() => town.close())

const adding = (more: Parameters<typeof shiftForm>[1]) =>
  office.call('shifts.add_shift', { community: COMMUNITY, form: shiftForm(town, more) })

test('a shift with its roles and seats stands in the list of its day, for everybody who helps there', async () => {
  const id = await shiftOn(town, office, { need: 3, title: '夜巡' })
  const [card] = await volunteer.call('shifts.list', { community: COMMUNITY, from: '2026-11-29', days: 1 })
  expect(card).toMatchObject({ id, title: '夜巡', communityName: '和平新村社区', roles: [{ need: 3, taken: 0, waiting: 0 }] })
  expect(await volunteer.call('shifts.list', { community: COMMUNITY, from: '2026-11-30', days: 7 })).toEqual([])
})

test('its form and its people are for whoever leads it', async () => {
  const id = await shiftOn(town, office)
  expect(await office.call('shifts.shift', { shift: id })).toMatchObject({ leads: true, people: [], form: { from: '09:00', withdraw: 12 } })
  const seen = await volunteer.call('shifts.shift', { shift: id })
  expect([seen.leads, seen.form, seen.people]).toEqual([false, undefined, undefined])
})

test.each([
  ['across midnight, saying how to split it', { from: '22:00', to: '01:00' }, 'shifts.over_midnight'],
  ['shorter than a quarter of an hour', { from: '09:00', to: '09:10' }, 'shifts.too_short'],
  ['longer than twelve hours', { from: '06:00', to: '18:30' }, 'shifts.too_long'],
  ['that is over', { day: '2026-11-28', from: '08:00', to: '09:30' }, 'shifts.past'],
  ['that is more than 400 days away', { day: '2028-01-10' }, 'shifts.too_far'],
  ['with the same role twice', { roles: [roleForm('a', 1), roleForm('a', 2, { name: '别的' })] }, 'shifts.roles_twice'],
  ['of a team that is not there', { team: 'nobody' }, 'shifts.no_such_team'],
  ['of a kitchen that is not there', { kind: 'kitchen', kitchen: 'nowhere' }, 'shifts.no_such_kitchen'],
  ['together with somebody who is no grid worker', { kind: 'visit', with: 'nobody' }, 'shifts.no_such_worker'],
] as const)('no shift %s', async (_, more, code) => {
  await expect(adding(more as Parameters<typeof shiftForm>[1])).rejects.toMatchObject({ code })
})

test('whoever runs a kitchen plans the kitchen, not the patrol', async () => {
  const cook = await town.as('kitchen', COMMUNITY)
  await expect(shiftOn(town, cook)).rejects.toMatchObject({ code: 'shifts.not_yours' })
  await shiftOn(town, cook, { kind: 'kitchen' })
})

test('a grid worker who is gone along with is told', async () => {
  const worker = await town.as('grid', `${COMMUNITY}001`, { name: '赵网格' })
  const id = await shiftOn(town, office, { kind: 'visit', title: '看看独居老人', with: worker.id })
  await town.tick()
  expect((await worker.call('notices.list', {})).items[0]).toMatchObject({ title: '看看独居老人：和志愿者一起走访' })
  expect((await volunteer.call('shifts.shift', { shift: id })).card.with).toBe('赵网格')
})
