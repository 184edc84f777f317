/** When a door is next due and for what reason: a fold over its knocks, in the order they happened, not the order they arrived. */

import { addDays, type Part, partOf, weekdayOf } from '../days'
import type { Outcome } from './contract'

/** A knock as the rules see it. `at` in ms, `on` its Shanghai day. */
export type Knock = {
  visit: string
  at: number
  on: string
  outcome: Outcome
  worrying: boolean
}
/** A try at which nobody was home. */
export type Try = {
  on: string
  part: Part
}
/** Where a row of tries stands. */
export type Run = {
  tried: Try[]
}
export interface Folded extends Run {
  last?: Knock
  /** The visits that were a third time in a row not home. */
  thirds: string[]
}
export type Reason = 'never' | 'interval' | 'again' | 'weekday' | 'reported' | 'refused' | 'gone' | 'worrying' | 'asked'
export interface Plan {
  due: string
  reason: Reason
  /** The part of the day to try next. */
  part?: Part
  urgent: boolean
}

/** In the order they happened; the id settles equal moments. */
export const inOrder = (a: Knock, b: Knock) => a.at - b.at || (a.visit < b.visit ? -1 : 1)

/** So many tries in a row are told to the community. */
const ROW = 3

/** Two tries in the same part of one day (two workers, or a second ring) are one. */
const sameTry = (a: Try, b: Try) => a.on === b.on && a.part === b.part

function step(state: Folded, knock: Knock): Folded {
  if (knock.outcome !== 'absent') return { tried: [], last: knock, thirds: state.thirds }
  const here = { on: knock.on, part: partOf(knock.at) }
  if (state.tried.some(before => sameTry(before, here))) return { ...state, last: knock }
  // a row that was told to the community stays until the next try, which begins a new one
  const tried = state.tried.length === ROW ? [here] : [...state.tried, here]
  return { tried, last: knock, thirds: tried.length === ROW ? [...state.thirds, knock.visit] : state.thirds }
}

/** Folds knocks, oldest first, onto where the row of tries stood before them. */
export const fold = (knocks: Knock[], before: Run = { tried: [] }): Folded =>
  [...knocks].sort(inOrder).reduce(step, { tried: before.tried, thirds: [] })

/** The other part of the day to try after one that failed; evening is when working families are home (错时走访). */
const OTHER: Record<Part, Part> = { morning: 'afternoon', afternoon: 'evening', evening: 'morning' }

/** The first day, two or more after the last try, on a weekday not yet tried. */
function otherWeekday(tried: Try[]): string {
  const weekdays = tried.map(one => weekdayOf(one.on))
  const last = tried[tried.length - 1].on
  let day = addDays(last, 2)
  while (weekdays.includes(weekdayOf(day))) day = addDays(day, 1)
  return day
}

/** After a refusal nobody asks again before twice the interval, and never within 30 days. */
const afterRefusal = (every: number) => Math.max(30, every * 2)
/** Somebody who did not look well is seen again within two days. */
const WORRY = 2

/** The next due day of a door with this interval (days), first known on `since`. */
export function plan(folded: Folded, every: number, since: string): Plan {
  const { last, tried } = folded
  if (!last) return { due: since, reason: 'never', urgent: false }
  const later = (days: number, reason: Reason, urgent = false): Plan => ({ due: addDays(last.on, days), reason, urgent })
  switch (last.outcome) {
    case 'met':
      return last.worrying ? later(Math.min(every, WORRY), 'worrying', true) : later(every, 'interval')
    case 'refused':
      return later(afterRefusal(every), 'refused')
    case 'moved':
    case 'vacant':
      return later(every, 'gone')
    case 'absent':
      return retry(tried, later(every, 'reported'))
  }
}

/** A door somebody asks to be knocked at once: due that day, or earlier when it was due before, and before everything else. */
export const askedFor = (plan: Plan, day: string): Plan => ({ due: plan.due < day ? plan.due : day, reason: 'asked', urgent: true })

function retry(tried: Try[], reported: Plan): Plan {
  if (tried.length === 1) return { due: addDays(tried[0].on, 1), reason: 'again', part: OTHER[tried[0].part], urgent: false }
  if (tried.length === 2) return { due: otherWeekday(tried), reason: 'weekday', urgent: false }
  return reported
}
