/** Portions for standing orders are held from the day the menu is published, so that whoever orders early does not take them away. */
import type { Store, Where } from '../../_kit/store/port'
import type { MenuDoc, PortionsDoc } from '../docs'
import { pick } from './expect'
import { portionsOf } from './portions'
import type { Sitting } from './sitting'

/**
 * Moves portions between left and held until held is what standing orders will take of each dish, as far as there is any. Aggregated and
 * self-healing: whatever moved meanwhile is put right the next time. Answers how many dishes moved.
 */
export async function reserve(store: Store, menu: MenuDoc, sitting: Sitting[]): Promise<number> {
  const portions = await portionsOf(store, menu._id)
  const wanted = shares(menu, sitting, portions)
  let moved = 0
  for (const one of portions.values()) {
    const more = Math.min(wanted.get(one.dish) ?? 0, one.left + one.held) - one.held
    if (more !== 0 && (await move(store, one, more))) moved++
  }
  return moved
}

/** How many portions of each dish the standing orders take, one after the other, each of what the others leave. */
function shares(menu: MenuDoc, sitting: Sitting[], portions: Map<string, PortionsDoc>): Map<string, number> {
  const free = new Map([...portions.values()].map(one => [one.dish, { ...one, left: one.left + one.held, held: 0 }]))
  const wanted = new Map<string, number>()
  for (const { wish, diner } of sitting) {
    const line = pick(wish, menu, free, diner)?.line
    const share = line && free.get(line.dish)
    if (!line || !share) continue
    share.left -= line.quantity
    wanted.set(line.dish, (wanted.get(line.dish) ?? 0) + line.quantity)
  }
  return wanted
}

/** `more` > 0 holds, < 0 lets go. Somebody may have been quicker: then it is left to the next time. */
function move(store: Store, { _id }: PortionsDoc, more: number): Promise<unknown> {
  const when: Where = more > 0 ? { left: { gte: more } } : { held: { gte: -more } }
  return store.transaction(tx => tx.update<PortionsDoc>('portions', _id, { inc: { held: more, left: -more } }, { when }))
}
