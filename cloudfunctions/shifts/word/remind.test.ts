import { phone } from '../../_kit/phone'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { bareShift, bareSignup, COMMUNITY } from './town'

let town: Town
let wang: Someone
let li: Someone
async function open(now: string) {
  town = await openTown({ now, push: phone().push })
  wang = await town.as('volunteer', COMMUNITY, { name: '王秀英' })
  li = await town.as('volunteer', COMMUNITY, { name: '李敏' })
}
afterEach(() => town.close())

/** What they heard of the shift; what the queue tells them besides is not what this is about. */
const heard = async (who: Someone) => (await who.call('notices.list', {})).items.map(one => one.title).filter(one => one.includes('做午饭'))
/** Lets the clock run from one moment to another, every so many minutes. */
async function run(from: string, to: string, every = 5) {
  for (let at = momentOf(from); at <= momentOf(to); at += every * 60_000) {
    town.moveTo(new Date(at - 60_000).toISOString())
    await town.tick()
  }
}

test("tomorrow's shift is said at half past six the evening before, and again two hours before: once each", async () => {
  await open('2026-11-28T12:00')
  const shift = await bareShift(town, { _id: 's1', day: '2026-11-29', hours: ['10:00', '12:00'] })
  await bareSignup(town, shift, wang.id)
  await run('2026-11-28T17:00', '2026-11-28T18:25')
  expect(await heard(wang)).toEqual([])
  await run('2026-11-28T18:30', '2026-11-28T18:40')
  expect(await heard(wang)).toEqual(['明天 10:00 做午饭（切配）'])
  await run('2026-11-28T18:45', '2026-11-29T07:55', 15)
  expect(await heard(wang)).toHaveLength(1)
  await run('2026-11-29T08:00', '2026-11-29T09:59')
  expect(await heard(wang)).toEqual(['10:00 做午饭（切配），快到了', '明天 10:00 做午饭（切配）'])
})

test('a shift at nine: two hours before is still night, so the evening says it all', async () => {
  await open('2026-11-28T18:00')
  const shift = await bareShift(town, { _id: 's1', day: '2026-11-29', hours: ['09:00', '11:00'] })
  await bareSignup(town, shift, wang.id)
  await run('2026-11-28T18:30', '2026-11-29T09:00', 10)
  const { items } = await wang.call('notices.list', {})
  expect(items).toHaveLength(1)
  expect(items[0].body).toContain('明天早上不再提醒了')
  expect(items[0].to).toBe('/shifts/pages/shift/index?shift=s1')
})

test('only who has a seat is reminded: not who waits, who went, or whose shift was cancelled', async () => {
  await open('2026-11-28T18:00')
  const shift = await bareShift(town, { _id: 's1', day: '2026-11-29', hours: ['14:00', '16:00'] })
  await bareSignup(town, shift, wang.id, { state: 'waiting' })
  await bareSignup(town, shift, li.id, { state: 'off' })
  const cancelled = { at: 1, by: '', why: '停水' }
  const other = await bareShift(town, { _id: 's2', day: '2026-11-29', hours: ['17:00', '18:00'], cancelled })
  await bareSignup(town, other, li.id)
  await run('2026-11-28T18:30', '2026-11-29T18:00', 15)
  expect([await heard(wang), await heard(li)]).toEqual([[], []])
})

test('who takes a shift after the hour of its reminder is not told what they just did', async () => {
  await open('2026-11-28T19:00')
  const shift = await bareShift(town, { _id: 's1', day: '2026-11-29', hours: ['14:00', '16:00'] })
  const late = (at: string) => ({ history: [{ at: momentOf(at), by: '', what: 'on' }] })
  await bareSignup(town, shift, wang.id, late('2026-11-28T18:50'))
  await run('2026-11-28T19:00', '2026-11-28T20:55')
  expect(await heard(wang)).toEqual([])
  await bareSignup(town, shift, li.id, late('2026-11-29T12:30'))
  await run('2026-11-29T12:00', '2026-11-29T14:00')
  expect([await heard(wang), await heard(li)]).toEqual([['14:00 做午饭（切配），快到了'], []])
})

test('a machine that was off in the evening says it when it is back, but not in the night, and not when it is too late', async () => {
  await open('2026-11-28T12:00')
  const shift = await bareShift(town, { _id: 's1', day: '2026-11-29', hours: ['10:00', '12:00'] })
  await bareSignup(town, shift, wang.id)
  await run('2026-11-28T20:10', '2026-11-28T20:15')
  expect(await heard(wang)).toEqual(['明天 10:00 做午饭（切配）'])
  const night = await bareShift(town, { _id: 's2', day: '2026-11-29', hours: ['13:00', '15:00'] })
  await bareSignup(town, night, li.id)
  await run('2026-11-28T21:05', '2026-11-28T23:55', 30)
  await run('2026-11-29T12:40', '2026-11-29T13:00')
  expect(await heard(li)).toEqual([])
})

test('a shift that is moved to another time is said anew', async () => {
  await open('2026-11-28T12:00')
  const shift = await bareShift(town, { _id: 's1', day: '2026-11-29', hours: ['10:00', '12:00'] })
  const signup = await bareSignup(town, shift, wang.id)
  await run('2026-11-28T18:30', '2026-11-28T18:40')
  const moved = { from: momentOf('2026-11-29T15:00'), to: momentOf('2026-11-29T17:00') }
  await town.store.load('shifts', [{ ...shift, ...moved }])
  await town.store.load('signups', [{ ...signup, ...moved }])
  await run('2026-11-28T18:45', '2026-11-29T15:00', 15)
  expect((await heard(wang)).reverse()).toEqual(['明天 10:00 做午饭（切配）', '明天 15:00 做午饭（切配）', '15:00 做午饭（切配），快到了'])
})

test('two hundred people of one shift are all told, each once', async () => {
  await open('2026-11-28T12:00')
  const shift = await bareShift(town, { _id: 's1', day: '2026-11-29', hours: ['10:00', '12:00'], need: 200 })
  for (let i = 0; i < 200; i++) await bareSignup(town, shift, `account${i}`)
  await run('2026-11-28T18:30', '2026-11-28T18:50')
  const all = await Promise.all(
    Array.from({ length: 200 }, (_, i) => town.store.count('notices', { account: `account${i}`, at: { gte: 0 } })),
  )
  expect(new Set(all)).toEqual(new Set([1]))
})
