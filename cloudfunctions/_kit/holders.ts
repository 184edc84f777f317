/** Who holds a role in a place. Always asked by role: a community has thousands of volunteers and a handful of staff. */
import type { Role } from '@domain/contract'
import type { MembershipDoc } from './identity'
import type { Store } from './store/port'

/** More than these hold no one role in one place, but for volunteers. */
const MOST = 1000

/** The memberships of a role in exactly this place that hold on a day. */
export async function heldIn(store: Pick<Store, 'find'>, scope: string, role: Role, today: string): Promise<MembershipDoc[]> {
  const { items } = await store.find<MembershipDoc>('memberships', { where: { role, scope }, limit: MOST })
  return items.filter(one => holdsOn(one, today))
}

/** The same in this place and everywhere below it. */
export async function heldBelow(store: Pick<Store, 'find'>, scope: string, role: Role, today: string): Promise<MembershipDoc[]> {
  const { items } = await store.find<MembershipDoc>('memberships', { where: { role, scope: { prefix: scope } }, limit: MOST })
  return items.filter(one => holdsOn(one, today))
}

/** Their accounts, each once. */
export const accountsOf = (held: MembershipDoc[]): string[] => [...new Set(held.map(one => one.account))]

const holdsOn = ({ since, until }: MembershipDoc, today: string) => since <= today && (until ?? '9999') >= today
