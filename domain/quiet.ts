/** The quiet hours of Shanghai's night: nothing is asked of anybody, and nothing rings but what is urgent. */

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const EAST_8 = 480 * MINUTE
/** From 21:00 to 07:30, in minutes of the day. */
export const QUIET = { from: 21 * 60, until: 7 * 60 + 30 }

const minuteOf = (at: number) => Math.floor(((at + EAST_8) % DAY) / MINUTE)
const midnightOf = (at: number) => at - ((at + EAST_8) % DAY)

/** Whether a moment (ms) lies in the quiet hours. */
export const isQuiet = (at: number): boolean => minuteOf(at) >= QUIET.from || minuteOf(at) < QUIET.until

/** Somebody who is told in the morning needs as long to get ready. */
const READY = 2 * 60 * MINUTE
/** Whether what is urgent has to ring at night: told in the morning, it would come too late for what begins at `when` (ms). */
export const cannotWait = (at: number, when: number | undefined): boolean => when === undefined || quietUntil(at) + READY > when

/** The first moment from `at` on (ms) that does not. */
export function quietUntil(at: number): number {
  if (!isQuiet(at)) return at
  return midnightOf(at) + (minuteOf(at) >= QUIET.from ? DAY : 0) + QUIET.until * MINUTE
}
