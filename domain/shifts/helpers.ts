/** Whom a shortage call goes to, and in which order: those who said they are free then, and among them whoever was least recently asked. */
import { partOf, weekdayOf } from '../days'

const DAY = 86_400_000
/** Between two shortage calls to one person. */
export const ASK_AGAIN = 3 * DAY
/** Shortage calls for one shift. */
export const MOST_CALLS = 2
/** People asked for each free seat. */
export const PER_HOLE = 3

const PARTS = { morning: 'm', afternoon: 'a', evening: 'e' } as const
/** The free time a shift lies in, as volunteers tick it: '1m' is Monday morning, '0e' Sunday evening. */
export const timeOf = ({ day, from }: { day: string; from: number }): string => `${weekdayOf(day)}${PARTS[partOf(from)]}`

export interface Askable {
  times: readonly string[]
  mute: readonly string[]
  /** ms; 0 never. */
  askedAt: number
}
/** Whether somebody may be asked now at all. */
export const mayAsk = ({ mute, askedAt }: Askable, now: number): boolean => !mute.includes('shortage') && askedAt + ASK_AGAIN <= now

/** First those who are free then, then the least recently asked; equal ones stay as they are. */
export function inOrder<T extends Askable>(people: readonly T[], time: string): T[] {
  const busy = ({ times }: T) => (times.includes(time) ? 0 : 1)
  return [...people].sort((a, b) => busy(a) - busy(b) || a.askedAt - b.askedAt)
}
