/** What a household's document knows of its people, and what its grid counts: refreshed in the same transaction as every change. */
import { maskName } from '@domain/people/mask'
import type { WriteTx } from '../_kit/context'
import type { Tx } from '../_kit/store/port'
import { type HouseholdDoc, isCurrent, type ResidentDoc } from './docs'

type Summary = Pick<HouseholdDoc, 'head' | 'count' | 'members' | 'tags'>

/** The head is who is called 户主, else the oldest. Those who moved away or died do not count. */
export function summaryOf(residents: ResidentDoc[]): Summary {
  const here = residents.filter(one => isCurrent(one.living))
  const byAge = [...here].sort((a, b) => ((a.born ?? '9999') < (b.born ?? '9999') ? -1 : 1))
  const head = here.find(one => one.relation === '户主' || one.relation === '本人') ?? byAge[0]
  return {
    head: head ? maskName(head.name) : '',
    count: here.length,
    members: here.map(one => one._id),
    tags: [...new Set(here.flatMap(one => one.tagCodes))].sort(),
  }
}

/** Counts a grid up or down. A grid that is not known (imported later) is left alone. */
export async function countGrid(tx: Tx, grid: string, by: { households: number; residents: number }): Promise<void> {
  if (by.households !== 0 || by.residents !== 0) await tx.update('grids', grid, { inc: by })
}

/**
 * Refreshes a household after its people changed, counts its grid, and tells the reactions.
 * `joined` and `left` are residents of this transaction. Uses the whole transaction: the operation has checked the reach.
 */
export async function settle(tx: WriteTx, id: string, change: { joined?: string[]; left?: string[] } = {}): Promise<HouseholdDoc | null> {
  const household = await tx.get<HouseholdDoc>('households', id)
  if (!household) return null
  const ids = [...new Set([...household.members, ...(change.joined ?? [])])].filter(one => !change.left?.includes(one))
  const residents: ResidentDoc[] = []
  for (const one of ids) {
    const resident = await tx.get<ResidentDoc>('residents', one)
    if (resident?.household === id) residents.push(resident)
  }
  const summary = summaryOf(residents)
  const after = await tx.update<HouseholdDoc>('households', id, { set: summary })
  await countGrid(tx, household.grid, { households: 0, residents: summary.count - household.count })
  await tx.happened('people.household_changed', { household: id })
  return after
}
