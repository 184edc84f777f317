/** Checking in and out oneself: one tap, late, early, without signal, forgotten. */
import { openTown, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { type DayTown, dayTown } from './town'

const DAY = '2026-11-28'
const at = (clock: string) => momentOf(`${DAY}T${clock}`)
let town: Town
let it: DayTown
beforeEach(async () => {
  town = await openTown({ now: `${DAY}T08:50` })
  it = await dayTown(town, ['张桂兰', '李国富'])
})
afterEach(() => town.close())
const moveTo = (clock: string) => town.moveTo(`${DAY}T${clock}`)
const checkIn = (n = 0, said = town.now()) => it.people[n].call('shifts.check_in', { shift: it.shift, at: said })
const checkOut = (n = 0, said = town.now()) => it.people[n].call('shifts.check_out', { shift: it.shift, at: said })
const mine = async (n = 0) => (await it.people[n].call('shifts.my_day', {})).next

test('one tap in, one tap out; after the roll-call is closed the minutes are counted, within the shift', async () => {
  expect(await checkIn()).toMatchObject({ done: true, words: '签到好了，08:50 到的' })
  moveTo('12:04')
  expect(await checkOut()).toMatchObject({ done: true, words: '辛苦了，12:04 走的' })
  await it.lead.call('shifts.mark', { shift: it.shift, person: it.people[1].id, mark: { as: 'absent', why: '', excused: true } })
  expect(await it.minutes(it.people[0])).toBe(0)
  await it.lead.call('shifts.close_roll', { shift: it.shift, at: town.now() })
  expect(await it.minutes(it.people[0])).toBe(180)
  expect(await it.volunteer(it.people[0])).toMatchObject({ lastOn: DAY, times_came: 1 })
})

test('too early is told from when; after the end the lead makes up for it', async () => {
  moveTo('08:14')
  await expect(checkIn()).rejects.toMatchObject({ code: 'shifts.not_open', message: '来早了，08:15 起可以签到' })
  moveTo('12:01')
  await expect(checkIn()).rejects.toMatchObject({ code: 'shifts.over' })
})

test('late and early are said kindly, and real minutes count', async () => {
  moveTo('09:25')
  expect((await checkIn()).words).toBe('签到好了，09:25 到的，晚了 25 分钟，来了就好')
  moveTo('11:20')
  expect((await checkOut()).words).toBe('辛苦了，11:20 走的，早了 40 分钟')
  await it.until(`2026-11-29T12:00`)
  expect(await it.minutes(it.people[0])).toBe(115)
})

test('ten minutes are a late bus and not worth a word', async () => {
  moveTo('09:10')
  expect((await checkIn()).words).toBe('签到好了，09:10 到的')
})

test('said without signal it arrives later, counts from when it was said, and waits for the lead', async () => {
  moveTo('15:00')
  expect((await checkIn(0, at('09:02'))).words).toBe('签到好了，09:02 到的，队长会看一眼')
  await checkOut(0, at('11:58'))
  expect(await it.signup(it.people[0])).toMatchObject({
    came: { at: at('09:02'), how: 'tap', offline: true, unsure: true },
    went: { at: at('11:58'), how: 'tap', offline: true, unsure: true },
  })
  await it.until('2026-11-29T12:00')
  expect(await it.minutes(it.people[0])).toBe(0)
  await it.lead.call('shifts.mark', { shift: it.shift, person: it.people[0].id, mark: { as: 'sure' } })
  expect(await it.minutes(it.people[0])).toBe(176)
})

test('five deliveries of a check-in are one check-in', async () => {
  for (let n = 0; n < 5; n++) expect((await checkIn()).done).toBe(true)
  expect((await it.signup(it.people[0])).history).toHaveLength(1)
})

test('who has no seat is told whom to ask, and checking out needs a check-in', async () => {
  const stranger = await town.as('volunteer', '210102025015', { name: '路过的' })
  await expect(stranger.call('shifts.check_in', { shift: it.shift, at: town.now() })).rejects.toMatchObject({ code: 'shifts.not_signed' })
  await expect(checkOut()).rejects.toMatchObject({ code: 'shifts.not_in' })
})

test('a forgotten check-out is closed at the end, asked about, and counts once the lead has confirmed', async () => {
  await checkIn()
  await it.until('12:30')
  expect((await it.signup(it.people[0])).went).toEqual({ at: at('12:00'), how: 'clock', by: '', unsure: true })
  await town.tick()
  const inbox = await it.people[0].call('notices.list', {})
  expect(inbox.items.map(one => one.title)).toContain('您是几点走的')
  await it.people[0].call('shifts.say_left', { shift: it.shift, left: at('11:30') })
  await it.until('2026-11-29T12:00')
  expect(await it.minutes(it.people[0])).toBe(0)
  await it.lead.call('shifts.mark', { shift: it.shift, person: it.people[0].id, mark: { as: 'sure' } })
  expect(await it.minutes(it.people[0])).toBe(150)
})

test('a check-out that was waiting for signal takes the place of the clock’s', async () => {
  await checkIn()
  await it.until('12:30')
  await checkOut(0, at('12:02'))
  expect((await it.signup(it.people[0])).went).toMatchObject({ at: at('12:02'), how: 'tap', offline: true })
})

test('when one left lies between coming and now', async () => {
  await checkIn()
  const say = (left: number) => it.people[0].call('shifts.say_left', { shift: it.shift, left })
  await expect(say(at('08:55'))).rejects.toMatchObject({ code: 'shifts.not_over' })
  await it.until('12:40')
  await expect(say(at('08:00'))).rejects.toMatchObject({ code: 'shifts.wrong_time' })
  await expect(say(at('14:00'))).rejects.toMatchObject({ code: 'shifts.wrong_time' })
})

test('at home: what comes next and how it stands; what is asked about stays until it is answered', async () => {
  expect(await mine()).toMatchObject({ shift: it.shift, title: '平安守望', roleName: '巡逻', leads: false })
  await checkIn()
  expect((await mine())?.came).toEqual({ at: at('08:50'), how: 'tap', hint: '自己点的' })
  await it.until('12:30')
  town.moveTo('2026-11-30T09:00')
  const { items, next } = await it.people[0].call('shifts.my_day', {})
  expect(next).toBeUndefined()
  expect(items).toMatchObject([{ shift: it.shift, went: { how: 'clock', unsure: true } }])
})

test('how far the phone is from the place is a hint for the lead; the position itself is not kept', async () => {
  const spot = { lng: 123.4112, lat: 41.7821, datum: 'gcj02' as const }
  const near = await dayTown(town, ['王秀英'], { _id: 's-near', place: { name: '5 号楼', spot } })
  await near.people[0].call('shifts.check_in', { shift: 's-near', at: town.now(), spot: { ...spot, lat: spot.lat + 0.003, accuracy: 30 } })
  const { came } = await near.signup(near.people[0])
  expect(came?.spot).toEqual({ accuracy: 30, metres: 334 })
  const { people } = await near.lead.call('shifts.roll', { shift: 's-near' })
  expect(people[0].came?.hint).toBe('自己点的，离这里约 350 米')
})
