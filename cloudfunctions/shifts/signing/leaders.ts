/** Whom to tell and to call about a shift. Queries, hence before a transaction. */
import type { Role } from '@domain/contract'
import { accountsOf, heldIn } from '../../_kit/holders'
import type { Store } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import type { ShiftDoc, TeamDoc } from '../docs'

const MOST = 5

/** Accounts of those who lead a shift: its team's leads, else the community's leads (its kitchen's people first), else the community's staff. */
export async function leadersOf(store: Store, shift: ShiftDoc, now: number): Promise<string[]> {
  const team = shift.team ? await store.get<TeamDoc>('teams', shift.team) : null
  if (team && team.leads.length > 0) return team.leads.slice(0, MOST)
  const of = async (role: Role) => accountsOf(await heldIn(store, shift.community, role, dayOf(now)))
  const leads = [...(shift.kind === 'kitchen' ? await of('kitchen') : []), ...(await of('lead'))]
  return [...new Set(leads.length > 0 ? leads : await of('community'))].slice(0, MOST)
}
