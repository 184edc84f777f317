/** The standing orders that will become orders for a meal, with what decides what they take. */
import type { Meal } from '@domain/meals/contract'
import type { Store } from '../../_kit/store/port'
import { type AwayDoc, type DinerDoc, type OrderDoc, orderId, type StandingDoc } from '../docs'
import { awaysOf, coversDay } from './aways'
import { wishOn } from './expect'

export interface Sitting {
  standing: StandingDoc
  wish: StandingDoc['days'][number]
  diner: DinerDoc | null
}
type Slot = { kitchen: string; day: string; meal: Meal }

/** The standing orders of a kitchen, those that came first before the others. */
async function standingsAt(store: Pick<Store, 'find'>, kitchen: string): Promise<StandingDoc[]> {
  const found: StandingDoc[] = []
  let after: string | undefined
  do {
    const page = await store.find<StandingDoc>('standings', { where: { kitchen }, limit: 500, after })
    found.push(...page.items)
    after = page.after
  } while (after)
  const key = ({ since, _id }: StandingDoc) => `${since}|${_id}`
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Those that are still to be made: they ask for that day, nobody paused, and there is no order, be it cancelled or skipped. */
export async function waiting(store: Pick<Store, 'find' | 'get'>, { kitchen, day, meal }: Slot): Promise<Sitting[]> {
  const all = await standingsAt(store, kitchen)
  const sitting = await Promise.all(
    all.map(async standing => {
      const wish = wishOn(standing, day, meal)
      return wish && (await isFree(store, standing.eater, day, meal)) ? { standing, wish } : undefined
    }),
  )
  const left = sitting.filter(one => one !== undefined)
  return Promise.all(left.map(async one => ({ ...one, diner: await store.get<DinerDoc>('diners', one.standing.eater) })))
}

async function isFree(store: Pick<Store, 'find' | 'get'>, eater: string, day: string, meal: Meal): Promise<boolean> {
  const order = await store.get<OrderDoc>('orders', orderId(eater, day, meal))
  const aways = await awaysOf(store, eater)
  return !aways.some(one => coversDay(one, day)) && !stands(order, aways)
}

/** Whether an order (or what is left of it) keeps a standing order from making one: all do but those cancelled by a pause that was ended since. */
export function stands(order: OrderDoc | null | undefined, aways: AwayDoc[]): boolean {
  if (!order) return false
  const { away } = order.cancelled ?? {}
  return away === undefined || aways.some(one => one._id === away && coversDay(one, order.day))
}
