/** What somebody has taken on, week by week. Read and written by id inside the transaction that decides. */

import { addDays, dayOf, weekdayOf } from '@domain/days'
import { mondayOf, type Span } from '@domain/shifts/clash'
import type { Tx } from '../_kit/store/port'
import { type BusyDoc, busyId } from './docs'

/** What somebody has in the week of a day; on its Monday and Sunday also in the week beside it (rest between two shifts). */
export async function spansAround(tx: Pick<Tx, 'get'>, account: string, day: string): Promise<Span[]> {
  const monday = mondayOf(day)
  const beside = weekdayOf(day) === 1 ? [-7] : weekdayOf(day) === 0 ? [7] : []
  const weeks = await Promise.all([0, ...beside].map(by => tx.get<BusyDoc>('busy_weeks', busyId(account, addDays(monday, by)))))
  return weeks.flatMap(week => week?.spans ?? [])
}

/** Takes a span on, or puts it in the place of what the same shift had. */
export const takeOn = (tx: Tx, account: string, span: Span) =>
  change(tx, account, dayOf(span.from), spans => [...spans.filter(one => one.shift !== span.shift), span])

/** Lets go of a shift that was (`day`) in that week. */
export const letGo = (tx: Tx, account: string, shift: string, day: string) =>
  change(tx, account, day, spans => spans.filter(one => one.shift !== shift))

async function change(tx: Tx, account: string, day: string, next: (spans: Span[]) => Span[]) {
  const _id = busyId(account, mondayOf(day))
  const before = await tx.get<BusyDoc>('busy_weeks', _id)
  await tx.put<BusyDoc>('busy_weeks', { _id, account, spans: next(before?.spans ?? []) })
}
