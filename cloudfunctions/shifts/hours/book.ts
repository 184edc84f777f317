/** The one way hours move: an entry, the day's sum and the volunteer's, together. */
import type { Tx } from '../../_kit/store/port'
import type { VolunteerDoc } from '../docs'
import { type DayDoc, dayId, type HourDoc } from './docs'

/**
 * Writes an entry down and moves what is kept of its sums. An id that is taken throws Duplicate: the same movement is never booked twice. False,
 * and nothing more may be written, when the day would have more than `most` minutes. `tx` must be the whole one: a volunteer of another
 * community helps here too. `came` counts a shift attended (+1, or -1 taken back).
 */
export async function book(tx: Tx, entry: HourDoc, { most, came = 0 }: { most?: number; came?: number } = {}): Promise<boolean> {
  if (entry.minutes === 0 && came === 0) return true
  if (entry.minutes !== 0) {
    await tx.insert('hours', entry)
    if (!(await inDay(tx, entry, most))) return false
  }
  await tx.update<VolunteerDoc>('volunteers', entry.account, { inc: { minutes: entry.minutes, times_came: came } })
  return true
}

async function inDay(tx: Tx, { account, day, minutes }: HourDoc, most: number | undefined): Promise<boolean> {
  const _id = dayId(account, day)
  const when = most === undefined || minutes < 0 ? undefined : { minutes: { lte: most - minutes } }
  if (await tx.update<DayDoc>('hours_days', _id, { inc: { minutes } }, when && { when })) return true
  if (await tx.get('hours_days', _id)) return false
  if (most !== undefined && minutes > most) return false
  await tx.insert<DayDoc>('hours_days', { _id, account, minutes })
  return true
}
