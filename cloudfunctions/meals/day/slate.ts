/** Reads what the kitchen's papers are made of: the orders of a meal, its menu, its eaters. */
import type { Meal } from '@domain/meals/contract'
import { coversOf } from '@domain/meals/covers'
import type { Diners, Dish, Ordered, Slate } from '@domain/meals/ordered'
import type { Store } from '../../_kit/store/port'
import { type DinerDoc, type KitchenDoc, type MenuDoc, type OrderDoc, slotId } from '../docs'
import { menuOf, portionsOf } from '../kitchens/read'
import type { RoundDoc, RoutesDoc } from '../rounds/docs'
import { foodAlerts } from '../table/alerts'

type From = Pick<Store, 'get' | 'find'>
/** A meal that is cooked: neither cancelled nor explained away. */
const COOKED: OrderDoc['state'][] = ['open', 'failed', 'taken', 'missed']
const TOGETHER = 200

/** A meal of a kitchen with everything the papers need. */
export interface Seen {
  slot: string
  menu: MenuDoc | null
  slate: Slate
  rounds: RoundDoc[]
  routes: RoutesDoc['routes']
  /** Meals that are in somebody's hands already. */
  taken: number
}

export async function seenSlot(from: From, kitchen: Pick<KitchenDoc, '_id'>, day: string, meal: Meal): Promise<Seen> {
  const slot = slotId(kitchen._id, day, meal)
  const [all, menu, rounds, book] = await Promise.all([
    ordersIn(from, slot, COOKED),
    menuOf(from, slot),
    from.find<RoundDoc>('rounds', { where: { slot }, limit: 1000 }),
    from.get<RoutesDoc>('routes', kitchen._id),
  ])
  // a guest has paid and eaten out of the reserve: no box, no label, no line on a list
  const orders = all.filter(one => !one.eater.startsWith('guest'))
  const diners = await dinersOf(from, [...new Set(orders.map(one => one.eater))], day)
  const slate = { orders: orders.map(orderedOf), menu: menu ? await dishesOf(from, menu) : [], diners }
  const taken = orders.filter(one => one.state === 'taken').reduce((sum, one) => sum + coversOf(one.lines), 0)
  return { slot, menu, slate, rounds: rounds.items, routes: book?.routes ?? [], taken }
}

/** Every order of a slot in one of these states. */
export async function ordersIn(from: From, slot: string, states: OrderDoc['state'][]): Promise<OrderDoc[]> {
  const found: OrderDoc[] = []
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await from.find<OrderDoc>('orders', { where: { slot, state: { in: states } }, limit: 1000, after })
    found.push(...page.items)
    after = page.after
  }
  return found
}

export async function dinersOf(from: From, eaters: string[], day: string): Promise<Diners> {
  const found: Diners = {}
  for (let at = 0; at < eaters.length; at += TOGETHER) {
    const some = eaters.slice(at, at + TOGETHER)
    const [page, food] = await Promise.all([
      from.find<DinerDoc>('diners', { where: { _id: { in: some } }, limit: TOGETHER }),
      foodAlerts(from, some, day),
    ])
    for (const doc of page.items) found[doc._id] = doc
    for (const [eater, words] of food) found[eater] = { ...(found[eater] ?? NOTHING_SAID), food: words }
  }
  return found
}
const NOTHING_SAID = { ingredients: [], allergens: [], dislikes: [], textures: [] }

export function orderedOf(doc: OrderDoc): Ordered {
  const { _id: id, version, eater, call, door, building, walk, way, lines, accepted, note, route, round, code, pay, price, state } = doc
  return {
    ...{ id, version, eater, call, door, building, walk, way, lines, accepted, code, pay, owes: price.payers.eater },
    ...(note ? { note } : {}),
    ...(route ? { route } : {}),
    ...(round ? { round } : {}),
    ...(state === 'taken' ? { taken: true } : {}),
  }
}

export async function dishesOf(from: Pick<Store, 'get'>, menu: MenuDoc): Promise<Dish[]> {
  const portions = await portionsOf(from, menu)
  return menu.items.map(({ dish, name, kind, ingredients, allergens, textures, instead, special }, at) => ({
    ...{ dish, name, kind, ingredients, allergens, textures, left: portions[at]?.left ?? 0, held: portions[at]?.held ?? 0 },
    ...(instead ? { instead } : {}),
    ...(special ? { special } : {}),
  }))
}
