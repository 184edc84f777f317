/** What happens at the door of a delivery opens and settles checks. */
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { type Carrying, carrying, handed, routeForm } from '../rounds/town'
import { COMMUNITY } from '../town'
import type { CheckDoc } from './docs'

let town: Town
let it: Carrying
let volunteer: Someone
let office: Someone
let order: string
let eater: string

beforeEach(async () => {
  town = await openTown({ now: '2026-11-23T08:30' })
  it = await carrying(town, [routeForm('a', ['1'])])
  volunteer = await town.as('volunteer', COMMUNITY, { name: '李娜' })
  office = await town.as('community', COMMUNITY, { name: '李红' })
  const made = await it.orders('1', '101', { born: '1956-01-01' })
  order = made.order
  eater = made.eater.id
  await it.make()
  await volunteer.call('meals.take_round', { round: it.round('a') })
  town.moveTo('2026-11-23T11:20')
})
afterEach(() => town.close())

const hand = (form = handed()) => volunteer.call('meals.hand_over', { order, round: it.round('a'), at: town.now(), form })
const check = () => town.store.get<CheckDoc>('checks', `${eater}|2026-11-23`)

test('nobody answering opens a check at once, and the end of service adds nothing to it', async () => {
  await hand(handed({ outcome: 'no_answer' }))
  expect(await check()).toMatchObject({ open: true, since: town.now(), meals: [{ why: 'no_answer' }] })
  town.moveTo('2026-11-23T12:31')
  await town.tick()
  expect((await check())?.meals).toHaveLength(1)
  expect(await it.order(order)).toMatchObject({ state: 'missed' })
})

test('a check that a person ended does not come back when the service ends', async () => {
  await hand(handed({ outcome: 'no_answer' }))
  await office.call('meals.step_check', { check: `${eater}|2026-11-23`, rung: 'call', result: 'well', words: '耳背，没听见' })
  town.moveTo('2026-11-23T12:31')
  await town.tick()
  expect(await check()).toMatchObject({ open: false, earlier: [], closed: { outcome: 'well', by: '李红', words: '耳背，没听见' } })
})

test('brought again and put into their hands, it ends with that', async () => {
  await hand(handed({ outcome: 'no_answer' }))
  town.moveTo('2026-11-23T11:40')
  await hand()
  expect(await check()).toMatchObject({ open: false, closed: { outcome: 'taken', by: '李娜', words: '送到手里了' } })
})

test('somebody handed their meal who did not look well is looked after all the same, quickly, and the meal ends nothing', async () => {
  await hand(handed({ wellbeing: 'worrying' }))
  expect(await check()).toMatchObject({ open: true, fast: true, meals: [{ why: 'worrying' }] })
  town.moveTo('2026-11-23T12:31')
  await town.tick()
  expect(await check()).toMatchObject({ open: true })
})

test('somebody who said no at the door was seen: explained, no check', async () => {
  await hand(handed({ outcome: 'refused' }))
  town.moveTo('2026-11-23T12:31')
  await town.tick()
  expect(await check()).toBeNull()
  expect(await it.order(order)).toMatchObject({ state: 'explained', explained: { why: '当面说不要了' } })
})

test('nobody answering where somebody is known to be in hospital opens nothing', async () => {
  await office.call('meals.explain', { eater, until: '2026-11-23', why: 'hospital' })
  await hand(handed({ outcome: 'no_answer' }))
  expect(await check()).toBeNull()
})
