/** An order as the eater and whoever acts for them see it. */
import { clashesOf } from '@domain/meals/clash'
import type { Clash, Order } from '@domain/meals/contract/orders'
import { momentsOf } from '@domain/meals/serving'
import type { Store } from '../../_kit/store/port'
import type { DinerDoc, Handed, KitchenDoc, MenuDoc, OrderDoc } from '../docs'
import type { RatingDoc } from '../table/docs'
import { clockOf } from './form'
import { undoUntil } from './undo'

/** What an order is shown with; documents read once for many orders. */
export interface Beside {
  kitchen: KitchenDoc | null
  menu: MenuDoc | null
  diner: DinerDoc | null
  /** How the eater found it. */
  rating?: RatingDoc | null
  now: number
}

export function shownOrder(doc: OrderDoc, { kitchen, menu, diner, rating, now }: Beside): Order {
  const { _id: id, eater, day, meal, lines, way, point, pay, note, price, state, placed, version } = doc
  const { cutoff } = momentsOf(kitchen ?? { servings: [] }, day, meal)
  const until = undoUntil(doc, cutoff)
  const said = saidOf(doc)
  return {
    ...{ id, eater, kitchen: doc.kitchen, kitchenName: kitchen?.name ?? '', day, meal, lines, way, pay, price, state, version },
    ...(point ? { point } : {}),
    ...(note ? { note } : {}),
    ...(way === 'delivery' ? {} : { code: doc.code }),
    placed: { at: placed.at, by: placed.by, how: placed.how },
    changeUntil: cutoff,
    ...(until && until > now ? { undoUntil: until } : {}),
    clashes: unsettled(doc, menu, diner),
    ...(said ? { said } : {}),
    ...(rating ? { rated: rating.stars } : {}),
  }
}

/** The clashes of an open order that nobody has agreed to. */
export function unsettled(doc: OrderDoc, menu: MenuDoc | null, diner: DinerDoc | null): Clash[] {
  if (doc.state !== 'open' || !menu) return []
  const dishes = doc.lines.map(line => line.dish).filter(dish => !doc.accepted.includes(dish))
  return clashesOf(diner, menu.items, dishes)
}

const DONE: { [outcome in Handed['outcome']]: string } = {
  handed: '送到手里',
  left: '放好了',
  picked: '取走',
  eaten: '在食堂吃了',
  no_answer: '送到没人应',
  refused: '送到没有收',
}

/** What became of it, in one sentence: "王建国 11:42 送到手里". */
function saidOf({ handed, explained, cancelled }: OrderDoc): string | undefined {
  if (cancelled) return [`${cancelled.by || '系统'}取消了`, cancelled.why].filter(Boolean).join('：')
  if (handed) {
    const { outcome, with: whom } = handed
    const done = outcome === 'left' && whom ? `交给${whom}` : DONE[outcome]
    const carried = outcome === 'picked' || outcome === 'eaten'
    return `${carried ? '' : `${handed.by} `}${clockOf(handed.at)} ${done}`
  }
  return explained ? `没来吃：${explained.why}` : undefined
}

/** Orders with what belongs beside them, each document read once. */
export async function shownOrders(system: Pick<Store, 'get'>, docs: OrderDoc[], now: number): Promise<Order[]> {
  const read = new Map<string, Promise<unknown>>()
  const once = <D>(collection: string, id: string) => {
    const key = `${collection}/${id}`
    if (!read.has(key)) read.set(key, system.get(collection, id))
    return read.get(key) as Promise<D | null>
  }
  return Promise.all(
    docs.map(async doc => {
      const open = doc.state === 'open'
      const [kitchen, menu, diner, rating] = await Promise.all([
        once<KitchenDoc>('kitchens', doc.kitchen),
        open ? once<MenuDoc>('menus', doc.slot) : null,
        open ? once<DinerDoc>('diners', doc.eater) : null,
        doc.state === 'taken' ? once<RatingDoc>('ratings', doc._id) : null,
      ])
      return shownOrder(doc, { kitchen, menu, diner, rating, now })
    }),
  )
}
