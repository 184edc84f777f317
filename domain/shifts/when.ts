/** Moments as one says them, in Shanghai. */
import { dayOf } from '../days'

/** '11月28日 周六 09:00'. */
export function sayWhen(from: number): string {
  const at = new Date(from + 8 * 3_600_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 周${'日一二三四五六'[at.getUTCDay()]} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}
/** Until when, as one says it to somebody now: ' 14:30', on another day ' 11月29日 周日 08:00'. */
export const sayUntil = (until: number, now: number) =>
  dayOf(until) === dayOf(now) ? ` ${sayWhen(until).slice(-5)}` : ` ${sayWhen(until)}`
