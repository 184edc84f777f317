import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { ShiftDoc, VolunteerDoc } from '../docs'
import { bareShift, bareSignup, bareVolunteer, COMMUNITY } from './town'

let town: Town
let lead: Someone
let shift: ShiftDoc
const SATURDAY = '2026-11-28'
const DAY = 86_400_000
async function open(now = `${SATURDAY}T09:00`) {
  town = await openTown({ now })
  lead = await town.as('lead', COMMUNITY)
  shift = await bareShift(town, { _id: 's1', day: '2026-12-01', need: 2 })
}
beforeEach(() => open())
afterEach(() => town.close())

const what = { shift: 's1', role: 'cut' }
const volunteer = async (name: string, more: Partial<VolunteerDoc> = {}) => {
  const who = await town.as('volunteer', more.community ?? COMMUNITY, { name })
  await bareVolunteer(town, who.id, { name, ...more })
  return who
}
const looked = async () => (await lead.call('shifts.help_look', what)).ask.map(one => one.name)
const heard = async (who: Someone) => (await who.call('notices.list', {})).items.map(one => one.title)

test('those who said they are free then come first, and among them whoever was least recently asked', async () => {
  await volunteer('刚问过不久', { askedAt: town.now() - 4 * DAY })
  await volunteer('没问过')
  await volunteer('周二上午有空，问过', { times: ['2m'], askedAt: town.now() - 9 * DAY })
  await volunteer('周二上午有空', { times: ['2m', '3a'] })
  await volunteer('周二下午有空', { times: ['2a'], askedAt: 5 })
  expect(await looked()).toEqual(['周二上午有空', '周二上午有空，问过', '没问过', '周二下午有空', '刚问过不久'])
})

test('who does not fit, does not want to hear it, was asked within three days, or already answered is left alone', async () => {
  await volunteer('不想听', { mute: ['shortage'] })
  await volunteer('前天问过', { askedAt: town.now() - 3 * DAY + 1 })
  await volunteer('歇着', { pause: { from: '2026-11-01' } })
  await volunteer('等社区点头', { state: 'waiting' })
  await volunteer('别的社区', { community: '210102025014' })
  const busy = await volunteer('那天有班')
  await town.store.load('busy_weeks', [
    { _id: `${busy.id}|2026-11-30`, account: busy.id, spans: [{ shift: 's9', title: '值班', from: shift.from, to: shift.to }] },
  ])
  const gone = await volunteer('退了')
  await bareSignup(town, shift, gone.id, { state: 'off' })
  expect(await looked()).toEqual([])
  await volunteer('合适')
  expect(await looked()).toEqual(['合适'])
})

test('at most three are asked for each free seat, each hears of it once, and who came is counted', async () => {
  const people = await Promise.all(Array.from({ length: 9 }, (_, i) => volunteer(`志愿者${i}`)))
  const first = await lead.call('shifts.call_for_help', what, { key: 'k1' })
  for (let i = 0; i < 4; i++) expect(await lead.call('shifts.call_for_help', what, { key: 'k1' })).toEqual(first)
  expect(first).toMatchObject({ asked: 6, goes: town.now() })
  await town.tick()
  await town.tick()
  const asked = (await Promise.all(people.map(heard))).filter(one => one.length > 0)
  expect(asked).toEqual(Array.from({ length: 6 }, () => ['12月1日 周二 09:00 缺人，您能来吗']))
  const calls = await lead.call('shifts.help_calls', { shift: 's1' })
  expect(calls.items).toMatchObject([{ came: 0, state: 'sent', roleName: '切配', by: '王建国' }])
  await bareSignup(town, shift, calls.items[0].asked[2].account)
  expect((await lead.call('shifts.help_calls', { shift: 's1' })).items[0].came).toBe(1)
})

test('a shift is called for twice at most, and nobody is asked again within three days', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => volunteer(`志愿者${i}`)))
  const one = await lead.call('shifts.call_for_help', what)
  const two = await lead.call('shifts.call_for_help', what)
  const { items } = await lead.call('shifts.help_calls', { shift: 's1' })
  const all = items.flatMap(call => call.asked.map(person => person.account))
  expect([one.asked, two.asked, new Set(all).size]).toEqual([6, 6, 12])
  await expect(lead.call('shifts.call_for_help', what)).rejects.toMatchObject({ code: 'shifts.asked_twice' })
  expect(await lead.call('shifts.help_look', what)).toMatchObject({ left: 0, ask: [], why: { code: 'shifts.asked_twice' } })
})

test('two leads who call at once ask nobody twice', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => volunteer(`志愿者${i}`)))
  const other = await town.as('community', COMMUNITY)
  await bareShift(town, { _id: 's2', day: '2026-12-01', hours: ['13:00', '15:00'], need: 2 })
  await Promise.allSettled([lead.call('shifts.call_for_help', what), other.call('shifts.call_for_help', { ...what, shift: 's2' })])
  const calls = await Promise.all(['s1', 's2'].map(id => lead.call('shifts.help_calls', { shift: id })))
  const all = calls.flatMap(({ items }) => items.flatMap(call => call.asked.map(person => person.account)))
  expect(new Set(all).size).toBe(all.length)
})

test('a call made at night goes out at half past seven, and not at all when the seat was taken meanwhile', async () => {
  await town.close()
  await open(`${SATURDAY}T22:00`)
  const who = await volunteer('合适')
  const { goes } = await lead.call('shifts.call_for_help', what)
  expect(goes).toBe(Date.parse('2026-11-29T07:30+08:00'))
  await town.tick()
  expect(await heard(who)).toEqual([])
  town.moveTo('2026-11-29T07:30')
  await town.tick()
  await town.tick()
  expect(await heard(who)).toHaveLength(1)

  await town.close()
  await open(`${SATURDAY}T22:00`)
  const other = await volunteer('合适')
  await lead.call('shifts.call_for_help', what)
  await town.store.transaction(tx => tx.update('seats', 's1|cut', { set: { left: 0 } }))
  town.moveTo('2026-11-29T07:30')
  await town.tick()
  await town.tick()
  expect(await heard(other)).toEqual([])
  expect((await lead.call('shifts.help_calls', { shift: 's1' })).items).toMatchObject([{ state: 'dropped' }])
  expect((await town.store.get<VolunteerDoc>('volunteers', other.id))?.askedAt).toBe(0)
})

test('there is nothing to call for when seats are full, somebody waits, the shift is cancelled or about to begin', async () => {
  await volunteer('合适')
  const refused = async (code: string) => {
    await expect(lead.call('shifts.call_for_help', what)).rejects.toMatchObject({ code })
    expect((await lead.call('shifts.help_look', what)).why?.code).toBe(code)
  }
  const seats = (set: { [field: string]: number }) => town.store.transaction(tx => tx.update('seats', 's1|cut', { set }))
  await seats({ left: 0 })
  await refused('shifts.no_hole')
  await seats({ left: 1, waiting: 1 })
  await refused('shifts.queue')
  await seats({ waiting: 0 })
  await town.store.load('shifts', [{ ...shift, cancelled: { at: 1, by: '', why: '停电' } }])
  await refused('shifts.cancelled')
  await town.store.load('shifts', [shift])
  town.moveTo('2026-12-01T09:00')
  await refused('shifts.over')
})

test('who turned shortage calls off after registering is not asked', async () => {
  const who = await volunteer('合适')
  await who.call('notices.want', { mute: ['shortage'], sms: false })
  expect(await looked()).toEqual([])
  await who.call('notices.want', { mute: [], sms: false })
  expect(await looked()).toEqual(['合适'])
})

test("the lead of another team's shift does not even see it", async () => {
  await town.store.load('teams', [
    { _id: 't1', community: COMMUNITY, name: '一块砖', about: '', organisation: false, leads: [], members: 0, version: 1 },
  ])
  await town.store.load('shifts', [{ ...shift, team: 't1' }])
  await expect(lead.call('shifts.help_look', what)).rejects.toMatchObject({ code: 'shifts.not_there' })
})
