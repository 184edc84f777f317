/** The counter: who is waited for, what is taken by code, name or QR, and guests who pay and are counted. */
import type { InputOf, OutputOf } from '@domain'
import type { Meal } from '@domain/meals/contract'
import type { Pick as Waiting } from '@domain/meals/contract/rounds'
import { handWords } from '@domain/meals/handing'
import { momentsOf } from '@domain/meals/serving'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import { type DinerDoc, type Handed, type KitchenDoc, type MenuDoc, type OrderDoc, type PortionsDoc, slotId, TAKEN } from '../docs'
import { guestOrder } from './guest'
import { said } from './hand'
import { atDesk, counterFor } from './reach'
import { careOf, dishesOf } from './show'

/** How long after the end of a meal the counter still asks for it first. */
const AFTER = 30 * 60_000
const MOST = 8

/** The meal that is served now, else the next one today, else the last. */
export function mealNow(kitchen: KitchenDoc, { now, today }: Pick<Context, 'now' | 'today'>): Meal | undefined {
  const meals = [...kitchen.servings].sort((a, b) => (a.from < b.from ? -1 : 1)).map(one => one.meal)
  return meals.find(meal => now <= momentsOf(kitchen, today, meal).to + AFTER) ?? meals.at(-1)
}

const isGuest = ({ eater }: OrderDoc) => eater.startsWith('guest')

const counter: Work<InputOf<'meals.counter'>, OutputOf<'meals.counter'>> = async (context, { kitchen: id, meal: asked, search }) => {
  const { kitchen, community, isAt } = await counterFor(context, id)
  const meal = asked ?? mealNow(kitchen, context)
  if (!meal) return { day: context.today, waiting: 0, taken: 0, guests: 0, items: [], menu: [] }
  const slot = slotId(kitchen._id, context.today, meal)
  const items = (await ordersIn(context, slot)).filter(isAt)
  const here = items.filter(order => order.way !== 'delivery' || order.handed?.outcome === 'picked')
  const own = here.filter(order => !isGuest(order))
  const desk = atDesk(context, community)
  const asking = desk && !search ? own : matching(items, search).slice(0, desk ? 100 : MOST)
  return {
    ...{ day: context.today, meal, guests: here.length - own.length },
    waiting: own.filter(({ state }) => ['open', 'failed', 'missed'].includes(state)).length,
    taken: own.filter(({ state }) => state === 'taken').length,
    items: await Promise.all(asking.sort(byWaiting).map(order => shown(context, order, desk))),
    menu: desk && id === kitchen._id ? await menuIn(context, slot) : [],
  }
}

/** Every order of a slot, page by page: a central kitchen has more than one page. */
async function ordersIn({ system }: Pick<Context, 'system'>, slot: string): Promise<OrderDoc[]> {
  const found: OrderDoc[] = []
  let after: string | undefined
  do {
    const page = await system.find<OrderDoc>('orders', { where: { slot }, limit: 1000, after })
    found.push(...page.items)
    after = page.after
  } while (after)
  return found
}

/** By a part of how they are called, or the last digits of the code; also a delivery, whose eater has come in person. */
function matching(orders: OrderDoc[], search = ''): OrderDoc[] {
  const words = search.trim()
  if (!words) return []
  return orders.filter(order => !isGuest(order) && (/^\d+$/.test(words) ? order.code.endsWith(words) : order.call.includes(words)))
}
const byWaiting = (a: OrderDoc, b: OrderDoc) =>
  Number(a.state === 'taken') - Number(b.state === 'taken') || a.call.localeCompare(b.call, 'zh') || (a._id < b._id ? -1 : 1)

async function menuIn({ system }: Context, slot: string): Promise<OutputOf<'meals.counter'>['menu']> {
  const [menu, portions] = await Promise.all([
    system.get<MenuDoc>('menus', slot),
    system.find<PortionsDoc>('portions', { where: { slot }, limit: 200 }),
  ])
  const left = new Map(portions.items.map(one => [one.dish, one.left]))
  return (menu?.items ?? []).map(({ dish, name, price }) => ({ dish, name, price, left: left.get(dish) ?? 0 }))
}

async function shown({ system, today }: Pick<Context, 'system' | 'today'>, order: OrderDoc, desk: boolean): Promise<Waiting> {
  const cash = order.pay === 'cash' ? order.price.payers.eater : 0
  const care = desk ? careOf(await system.get<DinerDoc>('diners', order.eater)) : []
  const taken = order.state === 'taken'
  return {
    ...{ id: order._id, call: order.call, way: order.way, dishes: dishesOf(order), care },
    ...(desk && order.code ? { digits: order.code } : {}),
    ...(cash > 0 ? { cash } : {}),
    state: taken ? 'taken' : order.state === 'cancelled' ? 'cancelled' : 'open',
    ...(order.handed ? { said: handWords(order.handed, today) } : {}),
  }
}

/** Refuses: see meals.serve. */
const serve: Work<InputOf<'meals.serve'>, OutputOf<'meals.serve'>> = async (context, { kitchen: id, meal, code, order: named }) => {
  const { kitchen, community, isAt } = await counterFor(context, id)
  const order = named ?? (await coded(context, kitchen, meal, code))
  const desk = atDesk(context, community)
  return context.write({ target: order, division: community }, async (_, whole): Promise<Waiting> => {
    const before = await whole.get<OrderDoc>('orders', order)
    if (!before || before.kitchen !== kitchen._id || !isAt(before)) throw notThere('meals', '这份订餐')
    mustBeTakeable(before, context)
    const handed: Handed = {
      outcome: before.way === 'eatin' ? 'eaten' : 'picked',
      ...{ at: context.now, by: context.person?.name ?? '', account: context.person?.id ?? '', arrived: context.now },
    }
    const after = await said(context, whole, before, handed)
    return shown({ system: { ...context.system, get: whole.get }, today: context.today }, after, desk)
  })
}

type Code = { _id: string; order: string }
async function coded(context: Context, kitchen: KitchenDoc, asked: Meal | undefined, code: string | undefined): Promise<string> {
  const meal = asked ?? mealNow(kitchen, context)
  if (!code || !meal) throw refuse('meals.no_code', '输 4 位取餐码，或者点名字', 'code')
  const slot = slotId(kitchen._id, context.today, meal)
  const found = await context.system.get<Code>('order_codes', `${slot}|${code}`)
  const order = found && (await context.system.get<OrderDoc>('orders', found.order))
  // a code of an order that has moved to another meal or kitchen since is nobody's
  if (!order || order.slot !== slot || order.code !== code)
    throw refuse('meals.not_there', `没有 ${code} 这个取餐码，看看是不是别的一餐`, 'code')
  return order._id
}

function mustBeTakeable(order: OrderDoc, { today }: Context) {
  if (order.handed && TAKEN.includes(order.handed.outcome))
    throw refuse('meals.already_taken', `${order.call}的这一份已经取过了：${handWords(order.handed, today)}`, 'order')
  if (order.day !== today) throw refuse('meals.wrong_day', `这一份是 ${spoken(order.day)}的，不是今天的`, 'order')
  if (order.cancelled) throw refuse('meals.cancelled', `${order.call}的这一份已经取消了，想吃可以按散客买`, 'order')
}
const spoken = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

export const atCounter: Pick<Operations<'meals'>, 'counter' | 'serve' | 'serve_guest'> = { counter, serve, serve_guest: guestOrder }
