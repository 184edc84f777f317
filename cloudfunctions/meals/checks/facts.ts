/** What others are told of a check: enough to act, no numbers. */
import { whyChecked } from '@domain/meals/checkwords'
import type { CheckDoc } from './docs'

export const factsOf = (check: CheckDoc) => ({
  ...{ check: check._id, household: check.household, grid: check.grid, community: check.community, eater: check.eater, cooks: check.cooks },
  ...{ day: check.day, at: check.opened, call: check.call, door: check.door, words: whyChecked(check), open: check.open },
  rungs: check.rungs.map(one => one.rung),
  ...(check.closed ? { outcome: check.closed.outcome } : {}),
})
