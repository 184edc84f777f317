/** How a check ends: with an outcome and words, by a person. */
import type { WriteTx } from '../../_kit/context'
import { climbed, rungCounts } from './climb'
import { count } from './count'
import type { CheckDoc, ClosedDoc } from './docs'
import { factsOf } from './facts'

const MINUTE = 60_000
const latestFirst = (at: number) => String(9e15 - at).padStart(16, '0')

/** Ends an open check. Four writes with what visits and notices do about it: a knock ends one in its own transaction. */
export async function close(tx: WriteTx, check: CheckDoc, closed: ClosedDoc): Promise<CheckDoc> {
  const { next: _next, ...kept } = check
  const after: CheckDoc = { ...kept, open: false, sort: latestFirst(closed.at), closed, version: check.version + 1 }
  await tx.put('checks', after)
  await tx.happened('meals.check_closed', { ...factsOf(after), now: closed.at })
  await count(tx, check, closedCounts(check, closed))
  return after
}

const closedCounts = (check: CheckDoc, { at, outcome }: ClosedDoc) => ({
  ...{ closed: 1, closeMinutes: Math.max(0, Math.round((at - check.since) / MINUTE)), [`as_${outcome}`]: 1 },
})

/** What ended a check was wrong: it goes on where it would be by now, and is not counted as ended. */
export async function reopen(tx: WriteTx, check: CheckDoc, now: number): Promise<CheckDoc> {
  const { closed, ...kept } = check
  if (!closed) return check
  const sort = String(check.since).padStart(16, '0')
  const { after: climbing, fresh } = climbed({ ...kept, open: true, sort }, now)
  const after: CheckDoc = { ...climbing, version: check.version + 1 }
  await tx.put('checks', after)
  await tx.happened('meals.check_opened', { ...factsOf(after), fresh: after.rungs.map(one => one.rung), now })
  const back = Object.entries(closedCounts(check, closed)).map(([name, n]) => [name, -n])
  await count(tx, check, { ...Object.fromEntries(back), ...rungCounts(fresh) })
  return after
}
