/** Not coming has consequences that forgive: a few misses make the engine ask, coming again takes them away. */
import { addDays } from '../days'

/** Misses within so many days are counted. */
export const LOOKS_BACK = 90
/** From so many on, the next sign-up is asked about (never blocked). */
export const ASKS_FROM = 2
/** So many shifts attended take the oldest miss away. */
export const FORGIVES = 3

/** How many of the missed days still count on a day. */
export const missedLately = (missed: readonly string[], today: string) => missed.filter(day => day > addDays(today, -LOOKS_BACK)).length
/** Whether a sign-up is asked about because of shifts missed without a reason. */
export const asksAfter = (missed: readonly string[], today: string) => missedLately(missed, today) >= ASKS_FROM

export interface Amends {
  missed: string[]
  /** Shifts attended since the last miss was taken away. */
  amends: number
}
/** After one more shift attended. `forgiven`: the missed day that is taken away by it. */
export function attended({ missed, amends }: Amends): Amends & { forgiven?: string } {
  if (missed.length === 0) return { missed, amends: 0 }
  if (amends + 1 < FORGIVES) return { missed, amends: amends + 1 }
  const [forgiven, ...rest] = [...missed].sort()
  return { missed: rest, amends: 0, forgiven }
}
/** One of the misses of a day taken away: it turns out to be excused, or that they were there. */
export function without(missed: readonly string[], day: string): string[] {
  const at = missed.indexOf(day)
  return at < 0 ? [...missed] : missed.filter((_, n) => n !== at)
}
