/** On the day: from when one checks in, what is late, what counts. Moments are ms; who comes late has come. */
import { clockOf } from './clash'
import { sayMinutes } from './words'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Check-in opens this long before the shift, and stays open until its end. */
export const OPENS = 45 * MINUTE
/** More than this after the beginning is late, more than this before the end is early: a bus is allowed. */
export const LATE = 10 * MINUTE
/** Whoever has not come this long after the beginning is asked after; who has not checked out this long after the end is taken to have left then. */
export const GRACE = 30 * MINUTE
/** When the clock settles what nobody said. */
export const SETTLES = 24 * HOUR
/** How long an unanswered "when did you leave", or the reason for not coming, is waited for. */
export const WAITS = 7 * 24 * HOUR
/** What arrives later than this after it was said was said without signal. */
export const OFFLINE = 90_000

export interface Times {
  from: number
  to: number
}

/** 'early' before check-in opens, 'over' after the end. */
export function windowOf({ from, to }: Times, at: number): 'early' | 'open' | 'over' {
  if (at < from - OPENS) return 'early'
  return at > to ? 'over' : 'open'
}

const whole = (ms: number) => Math.floor(ms / MINUTE)
/** Minutes late; 0 when it is nothing to speak of. */
export const lateBy = (from: number, came: number) => (came - from > LATE ? whole(came - from) : 0)
/** Minutes left early; 0 when it is nothing to speak of. */
export const earlyBy = (to: number, went: number) => (to - went > LATE ? whole(to - went) : 0)

/** '09:03 到的', '09:25 到的，晚了 25 分钟，来了就好'. */
export function sayCame(from: number, came: number): string {
  const late = lateBy(from, came)
  return `${clockOf(came)} 到的${late > 0 ? `，晚了 ${sayMinutes(late)}，来了就好` : ''}`
}
/** '12:02 走的', '11:20 走的，早了 40 分钟'. */
export function sayWent(to: number, went: number): string {
  const early = earlyBy(to, went)
  return `${clockOf(went)} 走的${early > 0 ? `，早了 ${sayMinutes(early)}` : ''}`
}
