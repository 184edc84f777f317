/** Portions of a dish in a slot: left + held + sold = portions. They are hot: changed by conditional inc only, and never below what is promised. */
import { refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import type { PortionsDoc } from '../docs'
import { portionsId } from './read'

export interface Wanted {
  slot: string
  dish: string
  name: string
  community: string
  portions: number
}

const promised = ({ sold, held }: PortionsDoc) =>
  [sold > 0 ? `订出去 ${sold} 份` : '', held > 0 ? `给长期订餐的人留着 ${held} 份` : ''].filter(Boolean).join('，')

/** Sets how many are cooked; the difference moves what is left. Refuses meals.already_sold when they are promised already. */
export async function setPortions(tx: Tx, { slot, dish, name, community, portions }: Wanted) {
  const id = portionsId(slot, dish)
  const now = await tx.get<PortionsDoc>('portions', id)
  if (!now) return tx.insert<PortionsDoc>('portions', { _id: id, slot, dish, community, portions, left: portions, held: 0, sold: 0 })
  // nobody but a menu changes `portions`, and its version lets one at a time
  const more = portions - now.portions
  if (more === 0) return
  const done = await tx.update('portions', id, { inc: { portions: more, left: more } }, { when: { left: { gte: -more } } })
  if (!done) throw refuse('meals.already_sold', `${name}已经${promised(now)}，份数不能少于 ${now.sold + now.held}`, 'items')
}

/** Takes a dish off a day. Refuses meals.already_sold when somebody ordered it. */
export async function dropPortions(tx: Tx, slot: string, { dish, name }: { dish: string; name: string }) {
  const id = portionsId(slot, dish)
  const now = await tx.get<PortionsDoc>('portions', id)
  if (!now) return
  if (now.sold > 0 || now.held > 0)
    throw refuse('meals.already_sold', `${name}已经${promised(now)}，不能去掉。可以把份数改成 ${now.sold + now.held}，不再接新的`, 'items')
  await tx.remove('portions', id)
}
