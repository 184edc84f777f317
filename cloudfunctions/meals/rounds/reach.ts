/** Who may carry what: those at the desk see every round of their community, a volunteer their own. */

import type { Role } from '@domain/contract'
import type { Context } from '../../_kit/context'
import { heldBelow, heldIn } from '../../_kit/holders'
import type { Account } from '../../_kit/identity'
import { notThere } from '../../_kit/refuse'
import type { Store, Tx } from '../../_kit/store/port'
import type { KitchenDoc, OrderDoc } from '../docs'
import type { RoundDoc } from './docs'

export const DESK: Role[] = ['kitchen', 'lead', 'community']
const CARRY: Role[] = ['volunteer', ...DESK]

const touches = (scope: string, community: string) => community.startsWith(scope) || scope.startsWith(community)

/** Whether the caller sees all of a community's rounds. */
export const atDesk = ({ person }: Pick<Context, 'person'>, community: string): boolean =>
  person?.memberships.some(({ role, scope }) => DESK.includes(role) && community.startsWith(scope)) ?? false

/** Whether the caller carries or serves in a community at all. */
export const helpsIn = ({ person }: Pick<Context, 'person'>, community: string): boolean =>
  person?.memberships.some(({ role, scope }) => CARRY.includes(role) && touches(scope, community)) ?? false

/** The caller carries it, or has carried it. */
export const carries = ({ person }: Pick<Context, 'person'>, round: RoundDoc): boolean =>
  person !== null && (round.volunteer === person.id || round.carriers.includes(person.id))

/** A round the caller may see and act on; anything else is as if absent. */
export async function roundFor(context: Context, from: Pick<Store | Tx, 'get'>, id: string): Promise<RoundDoc> {
  const round = await from.get<RoundDoc>('rounds', id)
  const mine = round?.volunteer !== undefined && round.volunteer === context.person?.id
  if (!round || !(mine || atDesk(context, round.community))) throw notThere('meals', '这一趟')
  return round
}

export interface Counter {
  /** Who cooks what is given out here. */
  kitchen: KitchenDoc
  /** Where the counter stands. */
  community: string
  isAt(order: OrderDoc): boolean
}
/** A counter of the caller's community: a kitchen's own, or a point of a central kitchen, where only its own meals are given out. */
export async function counterFor(context: Context, id: string): Promise<Counter> {
  const place = await context.system.get<KitchenDoc>('kitchens', id)
  if (!place || !helpsIn(context, place.community)) throw notThere('meals', '这个厨房')
  const kitchen = place.parent ? await context.system.get<KitchenDoc>('kitchens', place.parent) : place
  if (!kitchen) throw notThere('meals', '这个厨房')
  return { kitchen, community: place.community, isAt: order => !place.parent || order.point === id }
}

export interface Carrier {
  account: string
  name: string
  role: string
}
/** Everybody who may carry in a community on a day: its volunteers, their leads and the kitchen's people. */
export async function carriersOf(store: Store, community: string, today: string): Promise<Carrier[]> {
  const asked = CARRY.filter(role => role !== 'community').flatMap(role => [
    heldIn(store, community.slice(0, 9), role, today),
    heldBelow(store, community, role, today),
  ])
  const held = new Map((await Promise.all(asked)).flat().map(one => [one.account, one.role]))
  const accounts = await Promise.all([...held].map(([id]) => store.get<Account>('accounts', id)))
  return accounts
    .flatMap(one => (one && !one.disabled ? [{ account: one._id, name: one.name, role: held.get(one._id) ?? '' }] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
