/** The rhythm of series and standing rosters: on which days there is a shift, and on which of them somebody stands. Pure calendar, no clock. */
import { addDays, daysBetween, weekdayOf } from '../days'
import { mondayOf } from './clash'

/** Shifts of a series are made so many days ahead. */
export const AHEAD = 28

/** What is in force from a day on, until the next one begins. 0 Sunday ... 6 Saturday. */
export interface Plan {
  since: string
  weekdays: readonly number[]
}
export interface Series<P extends Plan = Plan> {
  /** By `since`, the earliest first. */
  plans: readonly P[]
  /** The last day, inclusive. */
  until?: string
  skipped: readonly string[]
}

/** The plan in force on a day, or null before the first. */
export const planOn = <P extends Plan>({ plans }: Pick<Series<P>, 'plans'>, day: string): P | null =>
  [...plans].reverse().find(one => one.since <= day) ?? null

/** The plan by which there is a shift on a day, or null when there is none. */
export function runsOn<P extends Plan>(series: Series<P>, day: string): P | null {
  if ((series.until ?? '9999') < day || series.skipped.includes(day)) return null
  const plan = planOn(series, day)
  return plan?.weekdays.includes(weekdayOf(day)) ? plan : null
}

/** Every day from `from` to `until` (inclusive) on which there is a shift. */
export const daysOf = (series: Series, from: string, until: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, n) => addDays(from, n)).filter(day => runsOn(series, day))

/** every 每周, second 隔一周 (counted in weeks from the week it began), first 每月第一个这样的星期几. */
export const RHYTHMS = ['every', 'second', 'first'] as const
export type Rhythm = (typeof RHYTHMS)[number]
export interface Standing {
  rhythm: Rhythm
  weekdays: readonly number[]
  since: string
  until?: string
  /** Days inclusive; open when `until` is absent. */
  pause?: { from: string; until?: string }
}

export const isPaused = ({ pause }: Pick<Standing, 'pause'>, day: string) =>
  pause !== undefined && pause.from <= day && day <= (pause.until ?? '9999')

/** Whether somebody stands on a day by their roster. Weeks are Monday's, so that every second week goes on across the end of a year. */
export function standsOn(roster: Standing, day: string): boolean {
  const { rhythm, weekdays, since, until = '9999' } = roster
  if (day < since || day > until || !weekdays.includes(weekdayOf(day)) || isPaused(roster, day)) return false
  if (rhythm === 'first') return Number(day.slice(8)) <= 7
  return rhythm === 'every' || (daysBetween(mondayOf(since), mondayOf(day)) / 7) % 2 === 0
}

/** What becomes of a shift of a series when the series is changed: whoever joined keeps what they agreed to unless the editor says otherwise. */
export type Fate = 'same' | 'loose' | 'follows' | 'removed' | 'kept' | 'changes' | 'cancelled'
export function fateOf(shift: { loose: boolean; empty: boolean; same: boolean }, { runs, too }: { runs: boolean; too: boolean }): Fate {
  if (shift.loose) return 'loose'
  if (runs && shift.same) return 'same'
  if (shift.empty) return runs ? 'follows' : 'removed'
  if (!too) return 'kept'
  return runs ? 'changes' : 'cancelled'
}
