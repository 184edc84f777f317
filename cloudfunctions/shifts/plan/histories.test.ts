/** Any history of planning: nobody is ever in two places, seats add up, and what somebody agreed to is never changed without a word to them. */
import type { SeriesForm } from '@domain/shifts/contract/plan'
import fc from 'fast-check'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { type BusyDoc, type SeatDoc, type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { isSeated, leave, seat } from '../seat'
import { COMMUNITY, crowd, officeOf, roleForm, shiftForm, within } from '../town'

const RUNS = Number(process.env.FUZZ_RUNS ?? 8)
const HOURS = ['08:00', '09:00', '10:00', '13:00', '14:00']
const STEPS = ['join', 'leave', 'edit', 'move', 'cancel', 'stand', 'rest', 'end', 'day'] as const
type Step = { what: (typeof STEPS)[number]; who: number; at: number; hour: number; too: boolean }
const step: fc.Arbitrary<Step> = fc.record({
  ...{ what: fc.constantFrom(...STEPS, 'join' as const, 'join' as const, 'edit' as const), who: fc.nat(3), at: fc.nat(20) },
  ...{ hour: fc.nat(HOURS.length - 1), too: fc.boolean() },
})

let town: Town
let office: Someone
let people: Someone[]
/** What somebody agreed to, and how often they had been written to then: by sign-up. */
let agreed: Map<string, { what: string; notices: number }>

const later = (clock: string) => `${String(Number(clock.slice(0, 2)) + 2).padStart(2, '0')}:00`
const form = (hour: number, weekdays: SeriesForm['weekdays'] = [1, 2, 4]): SeriesForm => {
  const { day: _, ...about } = shiftForm(town, { roles: [roleForm('a', 2)], from: HOURS[hour], to: later(HOURS[hour]) })
  return { ...about, weekdays, skipped: [] }
}
const ahead = async () =>
  (
    await town.store.find<ShiftDoc>('shifts', { where: { community: COMMUNITY, day: { gte: '2026-11-28' } }, order: ['day'], limit: 1000 })
  ).items.filter(one => one.from > town.now() && !one.cancelled)
const noticesOf = async (account: string) => (await town.store.find('notices', { where: { account }, limit: 1000 })).items.length
const signups = async () =>
  (await town.store.find<SignupDoc>('signups', { where: { community: COMMUNITY, day: { gte: '2026-01-01' } }, limit: 1000 })).items

async function take({ what, who, at, hour, too }: Step) {
  const me = people[who]
  const shifts = await ahead()
  const shift = shifts[at % Math.max(1, shifts.length)]
  const all = await office.call('shifts.series', { community: COMMUNITY })
  const series = all[at % Math.max(1, all.length)]
  if (what === 'join' && shift) await join(me, shift._id)
  if (what === 'leave' && shift) await quit(me, shift._id)
  if (what === 'edit' && series) {
    const since = ['2026-12-01', '2026-12-07', '2026-12-14'][at % 3]
    if (since < new Date(town.now()).toISOString().slice(0, 10)) return
    const weekdays: SeriesForm['weekdays'] = at % 2 ? [1, 2, 4] : [2]
    await office.call('shifts.change_series', { series: series.id, version: series.version, since, form: form(hour, weekdays), too })
  }
  if (what === 'move' && shift) {
    const change = {
      shift: shift._id,
      version: shift.version,
      form: shiftForm(town, { day: shift.day, from: HOURS[hour], to: later(HOURS[hour]) }),
    }
    await office.answer('shifts.change_shift', change)
  }
  if (what === 'cancel' && shift) await office.call('shifts.cancel_shift', { shift: shift._id, why: '下雪' })
  if (what === 'stand' && series) {
    const it = { account: me.id, role: 'a', rhythm: 'every', weekdays: [2], since: '2026-12-01' }
    await office.answer('shifts.add_roster', { series: series.id, form: it })
  }
  const [roster] = await me.call('shifts.my_rosters', {})
  if (what === 'rest' && roster)
    await me.call('shifts.pause_roster', { roster: roster.id, ...(too ? { pause: { from: '2026-12-08' } } : {}) })
  if (what === 'end' && series && at % 4 === 0)
    await office.call('shifts.end_series', { series: series.id, version: series.version, on: '2026-12-16' })
  if (what === 'day') town.moveTo(new Date(town.now() + 32 * 3_600_000).toISOString())
}
const join = (me: Someone, id: string) =>
  within(town, async tx => {
    const shift = (await tx.get<ShiftDoc>('shifts', id)) as ShiftDoc
    const helper = (await tx.get<VolunteerDoc>('volunteers', me.id)) as VolunteerDoc
    const fits = await fitsIn(tx, helper, shift, shift.roles[0])
    if (fits.state === 'free') await seat(tx, { shift, role: shift.roles[0], helper, how: 'self' }, { at: town.now(), by: me.id })
  })
const quit = (me: Someone, id: string) =>
  within(town, async tx => {
    const shift = (await tx.get<ShiftDoc>('shifts', id)) as ShiftDoc
    const signup = await tx.get<SignupDoc>('signups', signupId(id, me.id))
    if (!signup) return
    await leave(tx, shift, signup, 'off', { at: town.now(), by: me.id })
    agreed.delete(signup._id)
  })

async function check() {
  const all = await signups()
  const seated = all.filter(isSeated)
  for (const seats of (
    await town.store.find<SeatDoc>('seats', { where: { shift: { in: [...new Set(all.map(one => one.shift))] } }, limit: 1000 })
  ).items) {
    const taken = seated.filter(one => one.shift === seats.shift && one.role === seats.role).length
    expect([seats._id, seats.left, seats.left >= 0]).toEqual([seats._id, seats.need - taken, true])
  }
  for (const me of people)
    await checkOne(
      me,
      seated.filter(one => one.account === me.id),
    )
  for (const signup of all) await mustKnow(signup)
}
/** What somebody has taken on is exactly what they have seats in, at its present times, and nothing overlaps. */
async function checkOne(me: Someone, mine: SignupDoc[]) {
  const weeks = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04']
  const busy = await Promise.all(weeks.map(monday => town.store.get<BusyDoc>('busy_weeks', `${me.id}|${monday}`)))
  const spans = busy.flatMap(one => one?.spans ?? []).sort((a, b) => a.from - b.from)
  for (const [n, span] of spans.entries()) if (n > 0) expect(spans[n - 1].to).toBeLessThanOrEqual(span.from)
  const standing = mine.filter(one => weeks.some(monday => one.day >= monday))
  expect(spans.map(one => [one.shift, one.from])).toEqual(standing.sort((a, b) => a.from - b.from).map(one => [one.shift, one.from]))
}
/** Whoever agreed to something else than what is now, or has lost it without giving it up, has been written to since. */
async function mustKnow(signup: SignupDoc) {
  const shift = await town.store.get<ShiftDoc>('shifts', signup.shift)
  const what = isSeated(signup) ? `${shift?.from} ${shift?.to} ${shift?.place.name}` : 'nothing'
  const before = agreed.get(signup._id)
  const notices = await noticesOf(signup.account)
  const byThemselves = signup.history.at(-1)?.by === '固定排班'
  if (before && before.what !== what && !byThemselves && before.what !== 'nothing')
    expect([signup._id, notices > before.notices]).toEqual([signup._id, true])
  if (isSeated(signup)) expect([signup.from, signup.to]).toEqual([shift?.from, shift?.to])
  agreed.set(signup._id, { what, notices })
}

test('any history of planning keeps seats, times and people’s word', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
      town = await openTown({ now: '2026-11-28T10:00' })
      ;[office, people, agreed] = [await officeOf(town), await crowd(town, 4), new Map()]
      for (const hour of [0, 2]) await office.call('shifts.add_series', { community: COMMUNITY, since: '2026-12-01', form: form(hour) })
      await town.tick()
      try {
        for (const one of steps) {
          await take(one)
          // what is told by the clock is told by now, also what the telling itself brings about
          for (let n = 0; n < 3; n++) await town.tick()
          await check()
        }
      } finally {
        await town.close()
      }
    }),
    { numRuns: RUNS },
  )
}, 240_000)
