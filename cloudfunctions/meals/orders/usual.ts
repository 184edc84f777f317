/** What one tap orders: the eater's most frequent order of late, as it is possible for the next meal that can still be ordered. */
import { addDays } from '@domain/days'
import { whyNot } from '@domain/meals/clash'
import type { Line, OrderForm, Usual } from '@domain/meals/contract/orders'
import { MEAL_WORDS, momentsOf, opens } from '@domain/meals/serving'
import type { Context } from '../../_kit/context'
import { type KitchenDoc, type MenuDoc, type OrderDoc, orderId, type PortionsDoc, slotId } from '../docs'
import { coversDay } from './aways'
import { readied, servesHome } from './form'
import { pricedFor } from './list'
import { portionsOf } from './portions'
import type { Seat } from './table'

/** Days an order counts as of late. */
const LATELY = 42
/** Today if it can still be ordered, else tomorrow. */
const AHEAD = 2

/** Undefined when the eater has not ordered lately, or nothing like it can be had. */
export async function usualOf(context: Context, seat: Seat): Promise<Usual | undefined> {
  const { system, today } = context
  const where = { eater: seat.who.id, day: { gte: addDays(today, -LATELY), lte: addDays(today, AHEAD) } }
  const { items } = await system.find<OrderDoc>('orders', { where, order: ['-day'], limit: 150 })
  const past = items.filter(one => one.day < today && !one.cancelled)
  for (const like of frequent(past))
    for (let n = 0; n < AHEAD; n++) {
      const found = await possible(context, seat, like, addDays(today, n))
      if (found) return found
    }
  return undefined
}

const kindOf = ({ kitchen, meal, way, lines }: OrderDoc) =>
  [kitchen, meal, way, ...lines.map(one => `${one.dish}*${one.quantity}`).sort()].join('|')

/** One order of each kind, the most frequent kind first, of equals the latest. */
function frequent(past: OrderDoc[]): OrderDoc[] {
  const counts = new Map<string, { order: OrderDoc; count: number }>()
  for (const order of past) {
    const had = counts.get(kindOf(order))
    counts.set(kindOf(order), { order: had?.order ?? order, count: (had?.count ?? 0) + 1 })
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.order.day < b.order.day ? 1 : -1))
    .slice(0, 5)
    .map(one => one.order)
}

async function possible(context: Context, seat: Seat, like: OrderDoc, day: string): Promise<Usual | undefined> {
  const { system, now } = context
  const kitchen = seat.kitchens.find(one => one._id === like.kitchen)
  if (!kitchen || !mayOrder(kitchen, seat, like, day, now)) return undefined
  if (await ordered(context, seat, like, day)) return undefined
  const slot = slotId(kitchen._id, day, like.meal)
  const [menu, portions] = await Promise.all([system.get<MenuDoc>('menus', slot), portionsOf(system, slot)])
  const lines = menu?.published ? likeOf(like.lines, menu, portions, seat) : undefined
  if (!lines) return undefined
  const { meal, way, point, pay } = like
  const form: OrderForm = { ...{ kitchen: kitchen._id, day, meal, way, pay, lines }, ...(point ? { point } : {}) }
  const ready = await readied(system, seat.who.id, form, now).catch(() => undefined)
  if (!ready) return undefined
  const price = await pricedFor(context, ready, orderId(seat.who.id, day, meal))
  const names = ready.lines.map(({ name, quantity }) => (quantity > 1 ? `${name} ${quantity} 份` : name)).join('、')
  return { form, words: `${day === context.today ? '今天' : '明天'}${MEAL_WORDS[meal]}：${names}`, price }
}

function mayOrder(kitchen: KitchenDoc, { who, aways }: Seat, { meal, way }: OrderDoc, day: string, now: number): boolean {
  const open = 'open' in opens(kitchen, day, meal) && now < momentsOf(kitchen, day, meal).cutoff
  return open && servesHome(kitchen, who.home) && kitchen.ways.includes(way) && !aways.some(one => coversDay(one, day))
}

async function ordered({ system }: Context, { who }: Seat, { meal }: OrderDoc, day: string): Promise<boolean> {
  const doc = await system.get<OrderDoc>('orders', orderId(who.id, day, meal))
  return doc !== null && !doc.cancelled
}

/** The same dishes where they are cooked that day, else others of their kind; undefined when one is not to be had. */
function likeOf(lines: Line[], menu: MenuDoc, portions: Map<string, PortionsDoc>, { diner }: Seat): OrderForm['lines'] | undefined {
  const good = menu.items.filter(item => !(diner && whyNot(diner, item)))
  const taken: OrderForm['lines'] = []
  for (const { dish, kind, quantity } of lines) {
    const can = good.filter(item => (portions.get(item.dish)?.left ?? 0) >= quantity && !taken.some(one => one.dish === item.dish))
    const item = can.find(one => one.dish === dish) ?? can.find(one => one.kind === kind)
    if (!item) return undefined
    taken.push({ dish: item.dish, quantity })
  }
  return taken
}
