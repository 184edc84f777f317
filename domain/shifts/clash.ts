/** What somebody has already taken on, and whether one more fits in: a clash is hard, less than an hour between two is worth a word. */
import { addDays, dayOf, weekdayOf } from '../days'
import type { Limits } from './load'
import { sayMinutes } from './words'

/** A shift somebody has or holds. */
export type Span = {
  shift: string
  title: string
  /** ms */
  from: number
  to: number
}
const MINUTE = 60_000
/** Two shifts closer than this are allowed, with a warning (a way home, a cup of tea). */
export const CLOSE = 60 * MINUTE

/** The Monday of a day's week. */
export const mondayOf = (day: string) => addDays(day, -((weekdayOf(day) + 6) % 7))
export const minutesOf = ({ from, to }: Pick<Span, 'from' | 'to'>) => Math.round((to - from) / MINUTE)
const overlaps = (a: Span, b: Pick<Span, 'from' | 'to'>) => a.from < b.to && b.from < a.to
/** Milliseconds between two spans that do not overlap. */
const between = (a: Span, b: Pick<Span, 'from' | 'to'>) => (a.to <= b.from ? b.from - a.to : a.from - b.to)
/** '09:00' in Shanghai. */
export const clockOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

export type Against = { code: 'clashes' | 'rest' | 'day' | 'week'; why: string }

/** The shift that stands in the way in time, if any. `spans` may hold the wanted one itself; it does not count. */
export function clash(spans: readonly Span[], wanted: Span): Against | null {
  const other = spans.find(one => one.shift !== wanted.shift && overlaps(one, wanted))
  return other ? { code: 'clashes', why: `和您${clockOf(other.from)}的${other.title}时间撞了` } : null
}

/** What is too much for somebody, if anything: rest, then the day, then the week. */
export function overload(spans: readonly Span[], wanted: Span, limits: Limits): Against | null {
  const others = spans.filter(one => one.shift !== wanted.shift)
  const near = others.find(one => !overlaps(one, wanted) && between(one, wanted) < limits.rest * MINUTE)
  if (near) return { code: 'rest', why: `和${clockOf(near.from)}的${near.title}挨得太近，中间要歇够 ${sayMinutes(limits.rest)}` }
  const day = dayOf(wanted.from)
  const sum = (some: readonly Span[]) => some.reduce((all, one) => all + minutesOf(one), 0)
  const onDay = sum(others.filter(one => dayOf(one.from) === day))
  if (onDay + minutesOf(wanted) > limits.day) return { code: 'day', why: `这一天加起来会超过 ${sayMinutes(limits.day)}，歇一歇，换一天吧` }
  const monday = mondayOf(day)
  const inWeek = sum(others.filter(one => mondayOf(dayOf(one.from)) === monday))
  if (inWeek + minutesOf(wanted) > limits.week)
    return { code: 'week', why: `这一周加起来会超过 ${sayMinutes(limits.week)}，歇一歇，下周再来` }
  return null
}

/** A shift less than an hour away on the same day: possible, worth a word. */
export function tooClose(spans: readonly Span[], wanted: Span): string | undefined {
  const near = spans.find(one => one.shift !== wanted.shift && !overlaps(one, wanted) && between(one, wanted) < CLOSE)
  return near ? `离${clockOf(near.from)}的${near.title}不到一小时，来得及吗` : undefined
}
