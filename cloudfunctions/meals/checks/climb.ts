/** Climbing: which rungs of a check are open by now, written once each. */
import { nextAfter, openAt, openings, type Rung } from '@domain/meals/ladder'
import type { WriteTx } from '../../_kit/context'
import { count } from './count'
import type { CheckDoc } from './docs'
import { factsOf } from './facts'

const MINUTE = 60_000

/** The check with the rungs that are open at `now`, and when to look again. Pure; the same for the same. */
export function climbed(check: CheckDoc, now: number): { after: CheckDoc; fresh: Rung[] } {
  const all = openings(check.since, check.limits, check.steps)
  const opened = check.rungs.map(one => one.rung)
  const fresh = openAt(all, now).filter(one => !opened.includes(one.rung))
  const rungs = [...check.rungs, ...fresh.map(one => ({ ...one, opened: now }))]
  // with every rung open the community is told again and again until somebody ends it
  const next = nextAfter(all, now) ?? now + check.limits.duty * MINUTE
  return { after: { ...check, rungs, next }, fresh: fresh.map(one => one.rung) }
}

/** Counts of rungs that opened. */
export const rungCounts = (fresh: Rung[]) => Object.fromEntries(fresh.map(rung => [`rung_${rung}`, 1]))

/** Writes what climbing changed and tells of it. Three writes with what visits do about it. */
export async function climb(tx: WriteTx, check: CheckDoc, now: number): Promise<CheckDoc> {
  const { after: climbing, fresh } = climbed(check, now)
  const after = { ...climbing, version: check.version + 1 }
  await tx.put('checks', after)
  await tx.happened('meals.check_climbed', { ...factsOf(after), fresh, now })
  if (fresh.length > 0) await count(tx, check, rungCounts(fresh))
  return after
}
