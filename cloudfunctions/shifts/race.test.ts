/** Many people, few seats, all at once. */
import { mondayOf } from '@domain/shifts/clash'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { dayOf } from '../_kit/time'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId } from './docs'
import { shiftOn } from './plan/town'
import { snapshot, wrongs } from './signing/town'
import { crowd, officeOf } from './town'

jest.setTimeout(120_000)

let town: Town
let office: Someone
let people: Someone[]
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
  people = await crowd(town, 200)
})
afterEach(() => town.close())

const up = (who: Someone, shift: string) => who.call('shifts.sign_up', { shift, role: 'a' })
const seatsOf = async (shift: string) => (await town.store.get<SeatDoc>('seats', seatId(shift, 'a'))) as SeatDoc
const inState = async (shift: string, state: string) =>
  (await town.store.find<SignupDoc>('signups', { where: { shift }, limit: 1000 })).items.filter(one => one.state === state)
async function sound(shift: string) {
  const { day } = (await town.store.get<ShiftDoc>('shifts', shift)) as ShiftDoc
  const accounts = people.map(one => one.id)
  const weeks = [mondayOf(day), mondayOf(dayOf(town.now()))]
  expect(wrongs(await snapshot(town, [shift], accounts, [...new Set(weeks)]))).toEqual([])
}

test('200 people racing for 6 seats fill exactly 6 and queue the rest, each told their own place', async () => {
  const shift = await shiftOn(town, office, { need: 6 })
  const answers = await Promise.all(people.map(one => up(one, shift)))
  expect(answers.filter(one => one.mine.state === 'on')).toHaveLength(6)
  const queued = answers.filter(one => one.mine.state === 'waiting').sort((a, b) => (a.mine.queue ?? 0) - (b.mine.queue ?? 0))
  expect(queued.map(one => one.mine.queue)).toEqual(Array.from({ length: 194 }, (_, i) => i + 1))
  const { queue, left, waiting } = await seatsOf(shift)
  expect(queue).toEqual(queued.map(one => one.mine.account))
  expect({ left, waiting }).toEqual({ left: 0, waiting: 194 })
  await sound(shift)
})

test('who comes one after the other stands in the queue one after the other', async () => {
  const shift = await shiftOn(town, office, { need: 6 })
  for (const one of people.slice(0, 40)) await up(one, shift)
  expect((await seatsOf(shift)).queue).toEqual(people.slice(6, 40).map(one => one.id))
})

test('everybody sends five times: still 6 seats, and each stands in the queue once', async () => {
  const shift = await shiftOn(town, office, { need: 6 })
  const some = people.slice(0, 60)
  const keys = [1, 2, 3, 4, 5]
  await Promise.all(some.flatMap(one => keys.map(() => one.answer('shifts.sign_up', { shift, role: 'a' }, { key: `k-${one.id}` }))))
  // under keys of their own, as a phone that lost its memory would
  await Promise.all(some.map(one => one.answer('shifts.sign_up', { shift, role: 'a' })))
  expect(await inState(shift, 'on')).toHaveLength(6)
  expect((await seatsOf(shift)).queue).toHaveLength(54)
  await sound(shift)
})

test('seats given back while others still sign up go to those who wait, the first first', async () => {
  const shift = await shiftOn(town, office, { need: 6 })
  for (const one of people.slice(0, 30)) await up(one, shift)
  const first = (await seatsOf(shift)).queue
  await Promise.all([
    ...people.slice(0, 4).map(one => one.call('shifts.withdraw', { shift })),
    ...people.slice(30, 120).map(one => up(one, shift)),
  ])
  const offered = await inState(shift, 'offered')
  expect(offered.map(one => one.account).sort()).toEqual(first.slice(0, 4).sort())
  expect((await seatsOf(shift)).queue.slice(0, 20)).toEqual(first.slice(4, 24))
  expect(await inState(shift, 'on')).toHaveLength(2)
  await sound(shift)
})

test('one offer is answered yes by many taps at once, and is one seat', async () => {
  const shift = await shiftOn(town, office, { need: 1 })
  for (const one of people.slice(0, 3)) await up(one, shift)
  await people[0].call('shifts.withdraw', { shift })
  const taps = await Promise.all([1, 2, 3, 4, 5].map(() => people[1].answer('shifts.answer_offer', { shift, take: true })))
  expect(taps.filter(one => one.status === 200)).toHaveLength(1)
  expect((await inState(shift, 'on')).map(one => one.account)).toEqual([people[1].id])
  await sound(shift)
})

test('two shifts at the same time and one person who taps both at once: one of them', async () => {
  const [one, two] = [await shiftOn(town, office, { need: 50 }), await shiftOn(town, office, { need: 50, title: '另一个班' })]
  const some = people.slice(0, 25)
  await Promise.all(some.flatMap(who => [one, two].map(shift => who.answer('shifts.sign_up', { shift, role: 'a' }))))
  expect((await inState(one, 'on')).length + (await inState(two, 'on')).length).toBe(25)
  await sound(one)
  await sound(two)
})

test('two covers for one seat: one of them takes it', async () => {
  const shift = await shiftOn(town, office, { need: 1 })
  await up(people[0], shift)
  await people[0].call('shifts.ask_cover', { shift, why: '要看病' })
  const taken = await Promise.all(people.slice(1, 30).map(one => one.answer('shifts.take_cover', { shift, account: people[0].id })))
  expect(taken.filter(one => one.status === 200)).toHaveLength(1)
  await sound(shift)
})

test('groups race too: all of a group or nobody of it', async () => {
  const shift = await shiftOn(town, office, { need: 7 })
  const pairs = Array.from({ length: 20 }, (_, i) => [people[i * 2], people[i * 2 + 1]])
  await town.store.load(
    'pairs',
    pairs.map(([a, b]) => {
      const accounts = [a.id, b.id].sort()
      return { _id: accounts.join('|'), accounts, names: {}, by: a.id, state: 'together', history: [] }
    }),
  )
  const answers = await Promise.all(pairs.map(([a, b]) => a.answer('shifts.sign_up', { shift, role: 'a', with: [b.id] })))
  expect(answers.filter(one => one.status === 200)).toHaveLength(3)
  expect(await inState(shift, 'on')).toHaveLength(6)
  expect((await seatsOf(shift)).left).toBe(1)
  await sound(shift)
})
