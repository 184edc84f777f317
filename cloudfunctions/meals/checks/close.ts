/** How a check ends: with an outcome and words, by a person. */
import type { WriteTx } from '../../_kit/context'
import { count } from './count'
import type { CheckDoc, CheckDoorDoc, ClosedDoc } from './docs'
import { factsOf } from './facts'

const MINUTE = 60_000
const latestFirst = (at: number) => String(9e15 - at).padStart(16, '0')

/** Ends an open check. Four writes with what visits do about it. */
export async function close(tx: WriteTx, check: CheckDoc, closed: ClosedDoc): Promise<CheckDoc> {
  const { next: _next, ...kept } = check
  const after: CheckDoc = { ...kept, open: false, sort: latestFirst(closed.at), closed, version: check.version + 1 }
  await tx.put('checks', after)
  const door = await tx.get<CheckDoorDoc>('check_doors', check.household)
  const left = (door?.checks ?? []).filter(one => one !== check._id)
  await tx.put<CheckDoorDoc>('check_doors', { _id: check.household, checks: left })
  await tx.happened('meals.check_closed', factsOf(after))
  const minutes = Math.max(0, Math.round((closed.at - check.since) / MINUTE))
  await count(tx, check, { closed: 1, closeMinutes: minutes, [`as_${closed.outcome}`]: 1 })
  return after
}
