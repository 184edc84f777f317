import fc from 'fast-check'
import { openTown, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { someShift } from '../day/town'
import { type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { crowd } from '../town'
import { countSettled } from './count'
import type { HourDoc } from './docs'

jest.setTimeout(120_000)

const DAY = '2026-11-20'
const at = (clock: string) => momentOf(`${DAY}T${clock}`)
const SHIFT = someShift({ _id: 'lunch', from: at('09:00'), to: at('12:00'), need: 9, title: '午饭送餐' })

let town: Town
let who: string
beforeEach(async () => {
  town = await openTown({ now: '2026-11-20T13:00' })
  who = (await crowd(town, 1))[0].id
})
afterEach(() => town.close())

const signup = (more: Partial<SignupDoc>): SignupDoc => ({
  ...{
    _id: signupId(SHIFT._id, who),
    shift: SHIFT._id,
    community: SHIFT.community,
    account: who,
    name: '张桂兰',
    role: 'a',
    kind: SHIFT.kind,
  },
  ...{ day: SHIFT.day, from: SHIFT.from, to: SHIFT.to, state: 'on', how: 'self', settled: true, history: [], version: 1 },
  ...more,
})
const mark = (moment: number, unsure?: true) => ({ at: moment, how: 'tap' as const, by: who, ...(unsure ? { unsure } : {}) })
const there = (came: string, went: string, more: Partial<SignupDoc> = {}) => signup({ came: mark(at(came)), went: mark(at(went)), ...more })
const count = (one: SignupDoc, shift = SHIFT) => town.store.transaction(tx => countSettled(tx, one, shift, town.now()))
const entries = async () => (await town.store.find<HourDoc>('hours', { where: { account: who }, order: ['day'], limit: 1000 })).items
const helper = async () => (await town.store.get<VolunteerDoc>('volunteers', who)) as VolunteerDoc

test('what is settled five times is in the ledger once', async () => {
  for (let i = 0; i < 5; i++) expect(await count(there('09:10', '12:00'))).toBe(170)
  expect(await entries()).toMatchObject([{ minutes: 170, source: 'auto', what: 'counted', day: DAY, by: '', title: '午饭送餐' }])
  expect(await helper()).toMatchObject({ minutes: 170, times_came: 1 })
})

test('a roll-call put right afterwards writes the difference beside it; nothing is changed in place', async () => {
  await count(there('09:00', '12:00'))
  expect(await count(there('09:00', '11:30'))).toBe(150)
  expect(await entries()).toMatchObject([
    { minutes: 180, what: 'counted' },
    { minutes: -30, what: 'recounted' },
  ])
  expect(await count(signup({ absent: { at: at('12:30'), by: '', why: '', excused: false } }))).toBe(0)
  expect(await helper()).toMatchObject({ minutes: 0, times_came: 0 })
})

test('a check-out nobody is sure of counts for nothing until it is confirmed', async () => {
  expect(await count(signup({ came: mark(at('09:00')), went: mark(at('12:00'), true) }))).toBe(0)
  expect(await entries()).toEqual([])
  expect(await count(there('09:00', '12:00'))).toBe(180)
})

test('a guest without an account has no ledger', async () => {
  expect(await count(there('09:00', '12:00', { account: '', _id: 'lunch|~1' }))).toBe(0)
})

test('whatever is settled in whatever order, the ledger is never above the shift, and the volunteer’s sum is the ledger’s', async () => {
  const minute = fc.integer({ min: -90, max: 300 })
  const step = fc.record({
    shift: fc.integer({ min: 0, max: 2 }),
    came: minute,
    stay: fc.nat(300),
    unsure: fc.boolean(),
    absent: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
      const mine = await openTown({ now: '2026-11-20T13:00' })
      const [{ id }] = await crowd(mine, 1)
      for (const one of steps) {
        const shift = { ...SHIFT, _id: `s${one.shift}`, to: SHIFT.from + (one.shift + 1) * 3_600_000 }
        const came = mark(SHIFT.from + one.came * 60_000)
        const said = { came, went: mark(came.at + one.stay * 60_000, one.unsure ? true : undefined) }
        const absent = one.absent ? { absent: { at: 1, by: '', why: '', excused: false } } : said
        const doc = signup({ _id: `${shift._id}|${id}`, shift: shift._id, account: id, ...absent })
        for (let i = 0; i < 2; i++) await mine.store.transaction(tx => countSettled(tx, doc, shift, mine.now()))
        const { items } = await mine.store.find<HourDoc>('hours', { where: { account: id }, order: ['day'], limit: 1000 })
        const ofShift = items.filter(item => item.shift === shift._id).reduce((all, item) => all + item.minutes, 0)
        expect(ofShift >= 0 && ofShift <= (one.shift + 1) * 60).toBe(true)
        const sum = items.reduce((all, item) => all + item.minutes, 0)
        expect((await mine.store.get<VolunteerDoc>('volunteers', id))?.minutes).toBe(sum)
      }
      await mine.close()
    }),
    { numRuns: 25 },
  )
})
