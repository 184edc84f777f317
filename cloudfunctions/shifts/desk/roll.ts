/**
 * The clock's counting: every community and day is counted again and again, seldom once it is old, so that what is put right later is in the
 * numbers without anybody having to say so; streets, districts and the city are sums of what lies below. Counting twice changes nothing.
 */
import { addDays, daysBetween } from '@domain/days'
import type { Tally } from '@domain/shifts/contract/desk'
import { addedUp, lastOf, NOTHING } from '@domain/shifts/tally'
import type { Job, Ticking } from '../../_kit/clock'
import { all } from '../../_kit/pages'
import type { Store } from '../../_kit/store/port'
import { countDay } from './count'
import { countId, type DayDoc, type Parts, type PeopleDoc, parentOf, type RolledDoc, type SpanDoc } from './docs'

const MINUTE = 60_000
/** Days counted back when the clock meets this store for the first time; after so many a day is counted no more. */
const BACK = 40
/** Days laid out ahead: a street looks at the coming week. */
const AHEAD = 13
const CHUNK = 50
type When = Pick<Ticking, 'now' | 'today'>

/** When a day is counted again: the coming ones in ten minutes, today and yesterday in five, this week in an hour, then daily. */
function dueAgain(day: string, { now, today }: When): number | undefined {
  const age = daysBetween(day, today)
  if (age < 0) return now + 10 * MINUTE
  if (age <= 1) return now + 5 * MINUTE
  if (age <= 7) return now + 60 * MINUTE
  return age <= BACK ? now + 24 * 60 * MINUTE : undefined
}

/**
 * Lays out the days that are not there yet: of every community with a shift in these weeks all days up to today (hours are added on any of them,
 * somebody new comes on any of them), and the coming ones that have a shift. Done in one go, hence 0.
 */
async function layOut({ store, today }: Ticking): Promise<number> {
  const rolled = await store.get<RolledDoc>('shift_rolls', 'days')
  const [first, last] = [addDays(today, rolled ? -2 : -BACK), addDays(today, AHEAD)]
  const everywhere = await store.tally('shifts', { where: { day: { gte: first, lte: last } }, by: 'community' })
  if (everywhere.length === 0) return 0
  const counted = await all<DayDoc>(store, 'shift_days', { where: { day: { gte: first, lte: last } } })
  const there = new Set(counted.map(one => one._id))
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const here = day <= today ? everywhere : await store.tally('shifts', { where: { day }, by: 'community' })
    const missing = here.map(one => blank(one.by, day)).filter(one => !there.has(one._id))
    if (missing.length > 0) await store.load('shift_days', missing)
  }
  if (rolled?.until !== today) await store.transaction(tx => tx.put<RolledDoc>('shift_rolls', { _id: 'days', until: today }))
  return 0
}

const blank = (division: string, day: string): DayDoc => ({
  ...{ _id: countId(division, day), division, parent: parentOf(division), day, ...NOTHING, kinds: {}, teams: {}, at: 0, due: 0 },
})

/** Months and years that a day changed, to be summed once when the days of a round are counted. */
type SpanOf = Pick<SpanDoc, 'division' | 'parent' | 'period'>
type Spans = Map<string, SpanOf>

/** Counts what is due, the lowest level first, so that a sum is made of what was just counted. */
async function countDue(kit: Ticking): Promise<number> {
  const { items } = await kit.store.find<DayDoc>('shift_days', { where: { due: { lte: kit.now } }, order: ['due'], limit: CHUNK })
  const lowest = [...items].sort((a, b) => b.division.length - a.division.length)
  const spans: Spans = new Map()
  for (const one of lowest)
    await (one.division.length === 12 ? rollCommunity(kit.store, one, kit, spans) : rollAbove(kit.store, one, kit, spans))
  const wider = [...spans.values()].sort((a, b) => b.division.length - a.division.length || b.period.length - a.period.length)
  for (const one of wider) await rollSpan(kit.store, one, kit)
  return items.length
}

async function rollCommunity(store: Store, before: DayDoc, when: When, spans: Spans): Promise<void> {
  const { division: community, day } = before
  const { tally, kinds, teams, people } = await countDay(store, community, day)
  const id = countId(community, day)
  const had = await store.get<PeopleDoc>('shift_people', id)
  if ((had?.people ?? []).join() !== people.join())
    await store.transaction(tx => tx.put<PeopleDoc>('shift_people', { _id: id, community, day, people }))
  await keep(store, before, { tally, kinds, teams }, when, spans)
}

async function rollAbove(store: Store, before: DayDoc, when: When, spans: Spans): Promise<void> {
  const below = await all<DayDoc>(store, 'shift_days', { where: { parent: before.division, day: before.day } })
  await keep(store, before, { tally: addedUp(below), kinds: partsUp(below.map(one => one.kinds)), teams: {} }, when, spans)
}

type Counts = { tally: Tally; kinds: Parts; teams: Parts }
const countsOf = ({ tally, kinds, teams }: Counts) => ({ ...addedUp([tally]), kinds, teams })
const said = (counts: Counts) => JSON.stringify(countsOf(counts))

/** Writes a day; a change goes on to the division above and into the month and the year. */
async function keep(store: Store, before: DayDoc, counts: Counts, when: When, spans: Spans): Promise<void> {
  const { _id, division, parent, day } = before
  const due = division.length === 12 ? dueAgain(day, when) : undefined
  const changed = before.at === 0 || said(counts) !== said({ tally: before, kinds: before.kinds, teams: before.teams })
  const after: DayDoc = { ...{ _id, division, parent, day, ...countsOf(counts), at: when.now }, ...(due === undefined ? {} : { due }) }
  await store.transaction(async tx => {
    await tx.put('shift_days', after)
    if (!parent) return
    const above = countId(parent, day)
    const set = { due: when.now }
    if (changed && !(await tx.update('shift_days', above, { set }))) await tx.put('shift_days', { ...blank(parent, day), ...set })
  })
  const age = daysBetween(day, when.today)
  if (age < 0 || !(changed || age <= 1)) return
  for (const period of [day.slice(0, 7), day.slice(0, 4)]) spans.set(countId(division, period), { division, parent, period })
}

/** A month or a year is the sum of its days up to today; people are counted once where they are known. */
async function rollSpan(store: Store, { division, parent, period }: SpanOf, { now, today }: When): Promise<void> {
  const lte = lastOf(period, today)
  const days =
    period.length === 7
      ? await all<DayDoc>(store, 'shift_days', { where: { division, day: { gte: `${period}-01`, lte } } })
      : await all<SpanDoc>(store, 'shift_spans', { where: { division, period: { prefix: `${period}-` } } })
  const people = division.length === 12 ? await peopleIn(store, division, period) : await peopleBelow(store, division, period)
  const counts = { ...addedUp(days), people, kinds: partsUp(days.map(one => one.kinds)), teams: partsUp(days.map(one => one.teams)) }
  await store.transaction(tx =>
    tx.put<SpanDoc>('shift_spans', { _id: countId(division, period), division, parent, period, ...counts, at: now }),
  )
}

async function peopleIn(store: Store, community: string, period: string): Promise<number> {
  const days = await all<PeopleDoc>(store, 'shift_people', { where: { community, day: { prefix: `${period}-` } } })
  return new Set(days.flatMap(one => one.people)).size
}
async function peopleBelow(store: Store, parent: string, period: string): Promise<number> {
  const below = await all<SpanDoc>(store, 'shift_spans', { where: { parent, period } })
  return below.reduce((sum, one) => sum + one.people, 0)
}

export function partsUp(all: readonly Parts[]): Parts {
  const keys = [...new Set(all.flatMap(Object.keys))].sort()
  return Object.fromEntries(keys.map(key => [key, addedUp(all.flatMap(one => (one[key] ? [one[key]] : [])))]))
}

export const jobs: Job[] = [
  { name: 'lay_out_shift_days', every: 10 * MINUTE, run: layOut },
  { name: 'count_shifts', every: MINUTE, run: countDue },
]
