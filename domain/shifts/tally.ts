/** Counts of a day: from its shifts, who signed up and who came. Adding two up is all that is ever done with them. */
import { dayOf } from '../days'
import { FIGURES, type Tally } from './contract/desk'

export const NOTHING: Tally = Object.freeze(Object.fromEntries(FIGURES.map(field => [field, 0])) as Tally)

export interface CountedShift {
  id: string
  day: string
  need: number
}
/** One sign-up: `seatedAt` is when it got its seat (ms); `seated` whether it has one. */
export interface CountedSign {
  shift: string
  account: string
  seated: boolean
  seatedAt: number
  came: boolean
  /** Did not come and gave no good reason. */
  absent: boolean
}

/** What a set of shifts of one day comes to. A seat filled on the day before or later was nearly not filled. */
export function tallyOf(shifts: readonly CountedShift[], signs: readonly CountedSign[], minutes: number): Tally {
  const sum = { ...NOTHING, minutes }
  const days = new Map(shifts.map(one => [one.id, one.day]))
  const left = new Map(shifts.map(one => [one.id, one.need]))
  for (const { need } of shifts) sum.need += need
  sum.shifts = shifts.length
  for (const one of signs) count(sum, one, days, left)
  sum.holes = sum.need - sum.filled
  sum.people = cameIn(signs).length
  return sum
}

function count(sum: Tally, one: CountedSign, days: Map<string, string>, left: Map<string, number>) {
  const day = days.get(one.shift)
  if (day === undefined) return
  const seats = left.get(one.shift) ?? 0
  if (one.seated && seats > 0) {
    left.set(one.shift, seats - 1)
    sum.filled++
    if (dayOf(one.seatedAt + DAY) >= day) sum.late++
  }
  if (one.came) sum.came++
  if (one.came && !one.account) sum.guests++
  if (one.absent) sum.absent++
}
const DAY = 86_400_000

/** The different people who came; guests are nobody in particular and count each for one. */
export const cameIn = (signs: readonly Pick<CountedSign, 'account' | 'came' | 'shift'>[]): string[] =>
  [...new Set(signs.filter(one => one.came && one.account).map(one => one.account))].sort()

export function addedUp(all: readonly Tally[]): Tally {
  const sum = { ...NOTHING }
  for (const one of all) for (const field of FIGURES) sum[field] += one[field]
  return sum
}
export const isEmpty = (one: Tally) => FIGURES.every(field => one[field] === 0)

/** The last day of a month that there is something to say about: its end, or today. */
export const lastOf = (month: string, today: string): string => [`${month}-31`, today].sort()[0]
