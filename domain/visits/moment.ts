/** What to make of the time a phone says. Offline visits come in up to 30 days late; clocks of cheap phones run ahead by hours. */

const DAY = 86_400_000
/** How old a visit may be when it arrives. */
export const OLDEST = 30 * DAY

export type Heard = { at: number } | { refused: 'in_the_future' | 'too_old' }

/**
 * The moment a visit counts as: the phone's, never later than the server's. A clock ahead by up to a day is a clock set wrong (the worker
 * did knock, and an offline visit must not be lost for it): the server's time is used. Further ahead is refused.
 */
export function heard(at: number, now: number): Heard {
  if (at > now + DAY) return { refused: 'in_the_future' }
  if (at < now - OLDEST) return { refused: 'too_old' }
  return { at: Math.min(at, now) }
}
