/** When the queue may move, and how long an offer holds: nobody is woken for a seat, and nobody waits for an answer until the shift begins. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const EAST_8 = 8 * HOUR
/** Nothing is asked of anybody from 21:00 to 07:30. */
export const QUIET = { from: 21 * 60, until: 7 * 60 + 30 }
/** From this long before the shift the queue ends: whoever comes first takes the seat. */
export const QUEUE_ENDS = 30 * MINUTE
const SHORTEST = 10 * MINUTE
const LONGEST = 2 * HOUR

const minuteOf = (at: number) => Math.floor(((at + EAST_8) % (24 * HOUR)) / MINUTE)
/** Whether a moment is in the quiet hours of Shanghai's night. */
export const isQuiet = (at: number) => minuteOf(at) >= QUIET.from || minuteOf(at) < QUIET.until

/** Until when an offer made now holds: two hours, in the last hours a quarter of what is left, at least ten minutes. Null: no offer is made now. */
export function offerUntil(now: number, from: number): number | null {
  if (isQuiet(now) || now >= from - QUEUE_ENDS) return null
  return Math.min(now + Math.min(LONGEST, Math.max(SHORTEST, (from - now) / 4)), from - QUEUE_ENDS + SHORTEST)
}
