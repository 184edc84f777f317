/** What the clock does with what people forget. */
import { openTown, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { type DayTown, dayTown } from './town'

const DAY = '2026-11-28'
let town: Town
let it: DayTown
beforeEach(async () => {
  town = await openTown({ now: `${DAY}T09:00` })
  it = await dayTown(town, ['张桂兰', '李国富'])
})
afterEach(() => town.close())
const at = (clock: string) => momentOf(`${DAY}T${clock}`)
const seen = (n: number) =>
  it.lead.call('shifts.mark', { shift: it.shift, person: it.people[n].id, mark: { as: 'came', came: at('09:00') } })
const checkIn = (n: number) => it.people[n].call('shifts.check_in', { shift: it.shift, at: town.now() })
const watches = async () => (await town.store.find('shift_watches', { where: { due: { gte: 0 } }, limit: 10 })).items

test('a week without an answer: it counts to the end for whoever the lead has seen, for the other one not at all, and the history says why', async () => {
  await seen(0)
  await checkIn(1)
  await it.until('12:30')
  await it.until('2026-11-29T12:00')
  expect(await Promise.all(it.people.map(it.minutes))).toEqual([0, 0])
  await it.until('2026-12-05T12:00')
  expect(await Promise.all(it.people.map(it.minutes))).toEqual([180, 0])
  expect((await it.signup(it.people[1])).history.at(-1)).toMatchObject({ what: 'uncounted', why: '过了 7 天没有人确认，时长没有记' })
  expect(await watches()).toEqual([])
})

test('a shift is watched until everybody in it is settled, and never twice', async () => {
  await checkIn(0)
  await it.until('12:30')
  for (let n = 0; n < 5; n++) await town.tick()
  const { history } = await it.signup(it.people[0])
  expect(history.filter(one => one.what === 'forgotten')).toHaveLength(1)
  expect((await it.people[0].call('notices.list', {})).items.filter(one => one.title === '您是几点走的')).toHaveLength(1)
  expect(await watches()).toHaveLength(1)
})

test('settled by the clock and told by the phone a day later: who was there without signal was there', async () => {
  await it.until('2026-11-29T12:00')
  expect((await it.volunteer(it.people[0])).missed).toEqual([DAY])
  await it.people[0].call('shifts.check_in', { shift: it.shift, at: at('09:03') })
  expect((await it.volunteer(it.people[0])).missed).toEqual([])
  expect(await it.signup(it.people[0])).toMatchObject({ came: { at: at('09:03'), offline: true, unsure: true } })
  expect((await it.signup(it.people[0])).absent).toBeUndefined()
})

test('a shift that was cancelled asks nobody anything', async () => {
  const shift = await town.store.get('shifts', it.shift)
  await town.store.load('shifts', [{ ...shift, _id: it.shift, cancelled: { at: town.now(), by: '队长', why: '下大雪' } }])
  await it.until('2026-11-29T12:00')
  expect((await it.signup(it.people[0])).absent).toBeUndefined()
  expect(await watches()).toEqual([])
})
