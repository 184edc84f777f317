/** Whom to tell and to call about a shift. Queries, hence before a transaction. */
import type { MembershipDoc } from '../../_kit/identity'
import type { Store } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import type { ShiftDoc, TeamDoc } from '../docs'

const MOST = 5

/** Accounts of those who lead a shift: its team's leads, else the community's leads (its kitchen's people first), else the community's staff. */
export async function leadersOf(store: Store, shift: ShiftDoc, now: number): Promise<string[]> {
  const team = shift.team ? await store.get<TeamDoc>('teams', shift.team) : null
  if (team && team.leads.length > 0) return team.leads.slice(0, MOST)
  const held = await store.find<MembershipDoc>('memberships', { where: { scope: shift.community }, limit: 1000 })
  const today = dayOf(now)
  const of = (role: string) =>
    held.items.filter(one => one.role === role && one.since <= today && (one.until ?? '9999') >= today).map(one => one.account)
  const leads = shift.kind === 'kitchen' ? [...of('kitchen'), ...of('lead')] : of('lead')
  return [...new Set(leads.length > 0 ? leads : of('community'))].slice(0, MOST)
}
