/** When the queue may move, and how long an offer holds: nobody is woken for a seat, and nobody waits for an answer until the shift begins. */

import { isQuiet, QUIET, quietUntil } from '../quiet'

export { isQuiet, QUIET }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** From this long before the shift the queue ends: whoever comes first takes the seat. */
export const QUEUE_ENDS = 30 * MINUTE
const SHORTEST = 10 * MINUTE
const LONGEST = 2 * HOUR

/**
 * Until when an offer made now holds: two hours, in the last hours a quarter of what is left, at least ten minutes. What would end in the night
 * holds until half an hour after it: nobody loses a seat asleep. Null: no offer is made now.
 */
export function offerUntil(now: number, from: number): number | null {
  if (isQuiet(now) || now >= from - QUEUE_ENDS) return null
  const until = Math.round(now + Math.min(LONGEST, Math.max(SHORTEST, (from - now) / 4)))
  return Math.min(isQuiet(until) ? quietUntil(until) + QUEUE_ENDS : until, from - QUEUE_ENDS + SHORTEST)
}
