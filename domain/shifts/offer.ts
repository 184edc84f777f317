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

/** The first moment after a quiet one at which people are asked again. */
const wakes = (at: number) => at + ((QUIET.until - minuteOf(at) + 24 * 60) % (24 * 60)) * MINUTE - (at % MINUTE)

/**
 * Until when an offer made now holds: two hours, in the last hours a quarter of what is left, at least ten minutes. What would end in the night
 * holds until half an hour after it: nobody loses a seat asleep. Null: no offer is made now.
 */
export function offerUntil(now: number, from: number): number | null {
  if (isQuiet(now) || now >= from - QUEUE_ENDS) return null
  const until = Math.round(now + Math.min(LONGEST, Math.max(SHORTEST, (from - now) / 4)))
  return Math.min(isQuiet(until) ? wakes(until) + QUEUE_ENDS : until, from - QUEUE_ENDS + SHORTEST)
}
