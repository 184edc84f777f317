/** The lead's roll-call: who came, who did not, who walked in; nobody is left unaccounted for. */
import { openTown, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { type SeatDoc, type ShiftDoc, seatId } from '../docs'
import { registered } from '../town'
import { type DayTown, dayTown } from './town'

const DAY = '2026-11-28'
const at = (clock: string) => momentOf(`${DAY}T${clock}`)
let town: Town
let it: DayTown
beforeEach(async () => {
  town = await openTown({ now: `${DAY}T09:00` })
  it = await dayTown(town, ['张桂兰', '李国富', '王秀英'], { need: 4 })
})
afterEach(() => town.close())
type Mark = Parameters<typeof it.lead.call<'shifts.mark'>>[1]['mark']
const mark = (n: number, said: Mark) => it.lead.call('shifts.mark', { shift: it.shift, person: it.people[n].id, mark: said })
const close = () => it.lead.call('shifts.close_roll', { shift: it.shift, at: town.now() })
const walkIn = (more: object) =>
  it.lead.call('shifts.walk_in', { shift: it.shift, role: 'a', came: town.now(), who: { as: 'guest', name: '老孙' }, ...more })
const seats = async () => (await town.store.get<SeatDoc>('seats', seatId(it.shift, 'a'))) as SeatDoc

test('half an hour after the beginning whoever is not there stands first, for the lead to look', async () => {
  await mark(1, { as: 'came', came: at('09:00') })
  town.moveTo(`${DAY}T09:31`)
  const { items } = await it.lead.call('shifts.today', {})
  expect(items[0].people.map(one => [one.name, one.words, one.look])).toEqual([
    ['王秀英', '还没到', true],
    ['张桂兰', '还没到', true],
    ['李国富', '09:00 到的', false],
  ])
})

test('the roll cannot be closed early, nor while somebody is unaccounted for or unconfirmed; then it is settled', async () => {
  town.moveTo(`${DAY}T09:06`)
  await mark(0, { as: 'came', came: at('09:05') })
  await expect(close()).rejects.toMatchObject({ code: 'shifts.not_over', message: '班还没结束，12:00 以后再收' })
  town.moveTo(`${DAY}T12:10`)
  await it.people[1].call('shifts.check_in', { shift: it.shift, at: at('09:20') })
  await expect(close()).rejects.toMatchObject({ code: 'shifts.unaccounted', message: '还有 1 个人没说来没来：王秀英' })
  await mark(2, { as: 'absent', why: '感冒', excused: true })
  await expect(close()).rejects.toMatchObject({ code: 'shifts.unsure', message: '还有 1 个人的时间要您确认：李国富' })
  await mark(1, { as: 'sure' })
  expect((await close()).words).toBe('点完了：来了 2 个人，没来 1 个')
  expect(await Promise.all(it.people.map(it.minutes))).toEqual([175, 160, 0])
  expect((await close()).words).toBe('名已经点完了')
})

test('an absence without a reason is remembered and told; with one it is not', async () => {
  await mark(0, { as: 'absent', why: '', excused: false })
  await mark(1, { as: 'absent', why: '住院', excused: true })
  await mark(2, { as: 'came', came: at('09:00') })
  await it.until('12:10')
  await close()
  expect((await it.volunteer(it.people[0])).missed).toEqual([DAY])
  expect((await it.volunteer(it.people[1])).missed).toEqual([])
  await town.tick()
  expect((await it.people[0].call('notices.list', {})).items[0].title).toBe('这一班没见到您')
})

test('nobody said anything for a day: absent, told, explained within a week, and excused by the lead', async () => {
  await it.until('2026-11-29T12:00')
  expect((await it.signup(it.people[0])).absent).toMatchObject({ by: '', excused: false })
  expect((await it.volunteer(it.people[0])).missed).toEqual([DAY])
  await it.people[0].call('shifts.explain_absence', { shift: it.shift, why: '孙子发烧' })
  const { people } = await it.lead.call('shifts.roll', { shift: it.shift })
  expect(people[0]).toMatchObject({ name: '张桂兰', look: true, words: '没来，本人说：孙子发烧' })
  await mark(0, { as: 'absent', why: '孙子发烧', excused: true })
  expect((await it.volunteer(it.people[0])).missed).toEqual([])
  town.moveTo('2026-12-07T12:00')
  const late = it.people[1].call('shifts.explain_absence', { shift: it.shift, why: '忘了' })
  await expect(late).rejects.toMatchObject({ code: 'shifts.too_late' })
})

test('the paper sheet comes in two days later: they were there after all, the miss is gone, the minutes are counted', async () => {
  await it.until('2026-11-29T12:00')
  await it.until('2026-11-30T10:00')
  await mark(0, { as: 'came', came: at('09:00'), went: at('11:00'), paper: true })
  expect(await it.volunteer(it.people[0])).toMatchObject({ missed: [], minutes: 120, times_came: 1 })
  await expect(mark(0, { as: 'nothing' })).rejects.toMatchObject({ code: 'shifts.settled' })
})

test('a slip of the thumb is taken back, and the history keeps it', async () => {
  await mark(0, { as: 'absent', why: '', excused: false })
  await mark(0, { as: 'nothing' })
  const signup = await it.signup(it.people[0])
  expect(signup.absent).toBeUndefined()
  expect(signup.history.map(one => one.what)).toEqual(['absent', 'nothing'])
})

test('times a lead gives lie on the shift and not ahead of now', async () => {
  await expect(mark(0, { as: 'came', came: at('07:00') })).rejects.toMatchObject({ code: 'shifts.wrong_time' })
  await expect(mark(0, { as: 'came', came: at('11:00') })).rejects.toMatchObject({ code: 'shifts.wrong_time' })
  await expect(mark(0, { as: 'came', came: at('09:00'), went: at('08:50') })).rejects.toMatchObject({ code: 'shifts.wrong_time' })
  await expect(mark(0, { as: 'went', went: at('09:00') })).rejects.toMatchObject({ code: 'shifts.not_in' })
})

test('a guest walks in by name and takes the free seat; when it is full a seat is added, said so', async () => {
  expect((await walkIn({})).words).toBe('老孙，09:00 到的')
  expect(await seats()).toMatchObject({ need: 4, left: 0 })
  await expect(walkIn({ who: { as: 'guest', name: '老钱' } })).rejects.toMatchObject({ code: 'shifts.full' })
  await walkIn({ who: { as: 'guest', name: '老钱' }, seat: true })
  expect(await seats()).toMatchObject({ need: 5, left: 0 })
  expect((await town.store.get<ShiftDoc>('shifts', it.shift))?.roles[0].need).toBe(5)
})

test('a registered volunteer walks in and their minutes count; twice in the list they cannot be', async () => {
  const helper = await registered(town, '210102025015', { name: '赵素芬' })
  const who = { as: 'volunteer' as const, account: helper.id }
  expect((await it.lead.call('shifts.roll', { shift: it.shift })).others.map(one => one.name)).toContain('赵素芬')
  await walkIn({ who })
  await expect(walkIn({ who })).rejects.toMatchObject({ code: 'shifts.already_in' })
  await it.until('12:10')
  for (const n of [0, 1, 2]) await mark(n, { as: 'absent', why: '', excused: true })
  await close()
  expect(await it.minutes(helper)).toBe(180)
})

test('who is somewhere else at that time, or lacks the paper, is not put in: the reason is said', async () => {
  const helper = await registered(town, '210102025015', { name: '赵素芬', state: 'left' })
  const put = walkIn({ who: { as: 'volunteer', account: helper.id } })
  await expect(put).rejects.toMatchObject({ code: 'shifts.cannot', message: '赵素芬：您现在不在志愿者名册里，请找社区' })
})

test('three shifts attended take an old miss away', async () => {
  await mark(0, { as: 'absent', why: '', excused: false })
  await it.until('2026-11-29T12:00')
  expect((await it.volunteer(it.people[0])).missed).toEqual([DAY])
  for (const [n, day] of ['2026-12-01', '2026-12-02', '2026-12-03'].entries()) {
    town.moveTo(`${day}T09:00`)
    const again = await dayTown(town, [], { _id: `s-again-${n}`, need: 1 })
    await again.lead.call('shifts.walk_in', {
      shift: again.shift,
      role: 'a',
      came: town.now(),
      who: { as: 'volunteer', account: it.people[0].id },
    })
    await again.until('12:10')
    await again.lead.call('shifts.close_roll', { shift: again.shift, at: town.now() })
  }
  const { missed, history } = await it.volunteer(it.people[0])
  expect(missed).toEqual([])
  expect(history.filter(one => one.what === 'forgiven')).toHaveLength(1)
})

test('a kitchen leads its own shifts only, and a team’s shift is led by its lead', async () => {
  const cook = await town.as('kitchen', '210102025015')
  await expect(cook.call('shifts.roll', { shift: it.shift })).rejects.toMatchObject({ code: 'shifts.not_there' })
  expect((await cook.call('shifts.today', {})).items).toEqual([])
})
