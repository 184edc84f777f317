import fc from 'fast-check'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { someShift } from '../day/town'
import { type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { officeOf, registered } from '../town'
import { countSettled } from './count'
import type { HourDoc } from './docs'
import { COMMUNITY, served } from './town'

jest.setTimeout(120_000)

let town: Town
let office: Someone
let wang: Someone
let li: Someone
let zhang: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
  wang = await town.as('lead', COMMUNITY, { name: '王队长' })
  li = await town.as('lead', COMMUNITY, { name: '李队长' })
  zhang = await registered(town, COMMUNITY, { name: '张桂兰' })
})
afterEach(() => town.close())

const form = (more = {}) => ({
  community: COMMUNITY,
  account: zhang.id,
  minutes: 120,
  day: '2026-11-27',
  title: '贴春联',
  why: '忘了签到',
  ...more,
})
const entries = async (account = zhang.id) =>
  (await town.store.find<HourDoc>('hours', { where: { account }, order: ['day'], limit: 1000 })).items
const sum = async () => (await entries()).reduce((all, one) => all + one.minutes, 0)
const cached = async () => (await town.store.get<VolunteerDoc>('volunteers', zhang.id))?.minutes
const yes = (ask: string, by = li) => by.call('shifts.answer_hours', { ask, yes: true })
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code: `shifts.${code}` })

test('hours a lead adds count once another person has confirmed them, and both names stand there', async () => {
  const { id } = await wang.call('shifts.add_hours', form())
  expect(await entries()).toEqual([])
  await refused(yes(id, wang), 'second_person')
  await yes(id)
  expect(await entries()).toMatchObject([
    { minutes: 120, source: 'added', what: 'added', byName: '王队长', secondName: '李队长', why: '忘了签到' },
  ])
  expect(await cached()).toBe(120)
  await refused(yes(id), 'already_answered')
})

test('nobody adds their own hours, and nobody confirms their own', async () => {
  await refused(wang.call('shifts.add_hours', form({ account: wang.id })), 'not_there')
  const leader = await registered(town, COMMUNITY, { name: '赵队长' })
  await town.store.load('memberships', [{ _id: 'm', account: leader.id, role: 'lead', scope: COMMUNITY, since: '2020-01-01' }])
  await refused(leader.call('shifts.add_hours', form({ account: leader.id })), 'own_hours')
  const { id } = await wang.call('shifts.add_hours', form({ account: leader.id }))
  await refused(yes(id, leader), 'second_person')
})

test('a no needs a reason, writes nothing, and is told', async () => {
  const { id } = await wang.call('shifts.add_hours', form())
  await refused(li.call('shifts.answer_hours', { ask: id, yes: false }), 'why_wrong')
  await li.call('shifts.answer_hours', { ask: id, yes: false, why: '那天没有活动' })
  expect(await entries()).toEqual([])
  await town.tick()
  expect((await wang.call('notices.list', {})).items.map(one => one.body).join()).toContain('没有同意：那天没有活动')
})

test('added hours are never above eight a day in all', async () => {
  await yes((await wang.call('shifts.add_hours', form({ minutes: 480 }))).id)
  await refused(wang.call('shifts.add_hours', form({ minutes: 1, title: '又一件' })), 'over_day')
})

test('two asks that fit one by one but not together: the second is refused when it is confirmed', async () => {
  const asks = await Promise.all([300, 300].map((minutes, n) => wang.call('shifts.add_hours', form({ minutes, title: `活动${n}` }))))
  await yes(asks[0].id)
  await refused(yes(asks[1].id), 'over_day')
  expect([await sum(), await cached()]).toEqual([300, 300])
})

test('hours added to a shift are never above the shift, whatever was counted of it before or after', async () => {
  const at = (clock: string) => momentOf(`2026-11-27T${clock}`)
  const shift = someShift({ _id: 'lunch', from: at('09:00'), to: at('12:00'), need: 3 })
  await town.store.load('shifts', [shift])
  await yes((await wang.call('shifts.add_hours', form({ shift: 'lunch', minutes: 100 }))).id)
  const mark = (moment: number) => ({ at: moment, how: 'lead' as const, by: '' })
  const signup = {
    ...{
      _id: signupId('lunch', zhang.id),
      shift: 'lunch',
      community: COMMUNITY,
      account: zhang.id,
      name: '张桂兰',
      role: 'a',
      settled: true,
    },
    ...{ came: mark(at('09:00')), went: mark(at('12:00')), day: shift.day },
  } as SignupDoc
  expect(await town.store.transaction(tx => countSettled(tx, signup, shift, town.now()))).toBe(180)
  expect((await entries()).map(one => [one.source, one.minutes])).toEqual([
    ['added', 100],
    ['auto', 80],
  ])
  await refused(wang.call('shifts.add_hours', form({ shift: 'lunch', minutes: 1 })), 'over_shift')
})

test('a shift that has not ended, a day to come and a year gone by are refused', async () => {
  await town.store.load('shifts', [someShift({ _id: 'now', from: town.now() - 1000, to: town.now() + 3_600_000, need: 3 })])
  await refused(wang.call('shifts.add_hours', form({ shift: 'now' })), 'not_over')
  await refused(wang.call('shifts.add_hours', form({ day: '2026-11-29' })), 'in_the_future')
  await refused(wang.call('shifts.add_hours', form({ day: '2025-11-01' })), 'too_old')
  await refused(wang.call('shifts.add_hours', form({ title: undefined })), 'what_wrong')
})

test('an automatic line is never edited: a correction by two people stands beside it, and the roll-call no longer moves it', async () => {
  const entry = await served(town, { root: 'a', account: zhang.id, minutes: 180, day: '2026-11-27' })
  const { id } = await wang.call('shifts.correct_hours', { entry, minutes: 120, why: '十一点就走了' })
  await refused(li.call('shifts.correct_hours', { entry, minutes: 60, why: '也许' }), 'already_asked')
  await yes(id)
  expect(await entries()).toMatchObject([
    { minutes: 180, what: 'counted', source: 'auto' },
    { minutes: -60, what: 'corrected', source: 'auto', byName: '王队长', secondName: '李队长' },
  ])
  await refused(wang.call('shifts.correct_hours', { entry, minutes: 120, why: '再说一次' }), 'nothing_changes')
})

test('what is corrected up lies with the added hours; nothing is left of what is voided', async () => {
  const entry = await served(town, { root: 'a', account: zhang.id, minutes: 100, day: '2026-11-27' })
  await yes((await wang.call('shifts.correct_hours', { entry, minutes: 130, why: '留下来收拾' })).id)
  const mine = await zhang.call('shifts.my_hours', {})
  expect(mine).toMatchObject({ total: 130, auto: 100, added: 30 })
  await yes((await wang.call('shifts.correct_hours', { entry, minutes: 0, why: '记错人了' })).id)
  expect(await zhang.call('shifts.my_hours', {})).toMatchObject({ total: 0, auto: 0, added: 0 })
  expect(await cached()).toBe(0)
})

test('what changed between asking and confirming is not confirmed blindly', async () => {
  const entry = await served(town, { root: 'a', account: zhang.id, minutes: 180, day: '2026-11-27' })
  const { id } = await wang.call('shifts.correct_hours', { entry, minutes: 120, why: '走早了' })
  await town.store.transaction(tx => tx.update('hours_tallies', 'a', { set: { auto: 150 } }))
  await refused(yes(id), 'changed_meanwhile')
})

test('everybody who helps sees the last seven days with short names, may object, and what is objected to waits', async () => {
  const entry = await served(town, { root: 'a', account: zhang.id, minutes: 180, day: '2026-11-20' })
  const chen = await registered(town, COMMUNITY, { name: '陈明' })
  expect((await chen.call('shifts.open_hours', { community: COMMUNITY })).items).toEqual([])
  const young = await served(town, { root: 'b', account: zhang.id, minutes: 60, day: '2026-11-27' })
  const { items } = await chen.call('shifts.open_hours', { community: COMMUNITY })
  expect(items).toMatchObject([{ entry: young, who: '张**', minutes: 60, until: '2026-12-04', mine: false, asked: false }])
  await chen.call('shifts.object_hours', { entry: young, minutes: 0, why: '那天我在，没见着她' })
  expect((await zhang.call('shifts.my_hours', {})).rows).toMatchObject([{ state: 'asked' }, { state: 'counts' }])
  await refused(chen.call('shifts.object_hours', { entry, minutes: 0, why: '太久了' }), 'notice_over')
  const [ask] = (await office.call('shifts.hour_asks', { community: COMMUNITY, state: 'waiting' })).items
  expect(ask).toMatchObject({ what: 'object', was: 60, minutes: 0, by: '陈明' })
  await yes(ask.id, office)
  expect(await cached()).toBe(180)
})

test('what waits is said to whom it is about', async () => {
  await wang.call('shifts.add_hours', form())
  expect((await zhang.call('shifts.my_hours', {})).waiting).toEqual([
    { title: '贴春联', day: '2026-11-27', minutes: 120, why: '王队长给您补记的，等第二个人确认' },
  ])
})

test('however people add, correct and void, the volunteer’s sum is the ledger’s, and no day goes above eight hours', async () => {
  const step = fc.record({ day: fc.integer({ min: 24, max: 27 }), minutes: fc.integer({ min: 0, max: 480 }), correct: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
      for (const [n, { day, minutes, correct }] of steps.entries()) {
        const lines = await entries()
        const first = lines[n % Math.max(1, lines.length)]
        const ask =
          correct && first
            ? wang.call('shifts.correct_hours', { entry: first._id, minutes, why: '核过' })
            : wang.call('shifts.add_hours', form({ day: `2026-11-${day}`, minutes: Math.max(1, minutes), title: `活动${n}` }))
        const made = await ask.catch(() => null)
        if (made) await yes(made.id).catch(() => null)
        const days = new Map<string, number>()
        for (const one of await entries()) days.set(one.day, (days.get(one.day) ?? 0) + one.minutes)
        for (const all of days.values()) expect(all >= 0 && all <= 480).toBe(true)
        expect(await cached()).toBe([...days.values()].reduce((all, one) => all + one, 0))
      }
    }),
    { numRuns: 15 },
  )
})
