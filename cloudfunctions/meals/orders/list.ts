/** An eater's orders, and what an order would cost. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import type { OrderDoc, PortionsDoc } from '../docs'
import { orderId } from '../docs'
import { eaterOn } from '../eaters'
import { priceFor } from '../prices/price'
import { present, type Ready, readied } from './form'
import { claimOn } from './keep'
import { soldOut } from './portions'
import { shownOrders } from './show'

const PAGE = 20

export const orders: Work<InputOf<'meals.orders'>, OutputOf<'meals.orders'>> = async (context, { eater, after }) => {
  if (!(await eaterOn(context.system, eater, context.today))) throw notThere('meals', '这位居民')
  const page = await context.system.find<OrderDoc>('orders', { where: { eater }, order: ['-day'], limit: PAGE, after })
  const items = await shownOrders(context.system, page.items, context.now)
  return { items, ...(page.after ? { after: page.after } : {}) }
}

/** What an order would cost that day, also as a change of the one there is. Clashes are named, not refused. */
export const quote: Work<InputOf<'meals.quote'>, OutputOf<'meals.quote'>> = async (context, { eater, form }) => {
  await present(context.system, eater, context.today)
  const ready = await readied(context.system, eater, form, context.now)
  const id = orderId(eater, form.day, form.meal)
  await mustBeLeft(context, ready, await context.system.get<OrderDoc>('orders', id))
  return { price: await pricedFor(context, ready, id), clashes: ready.clashes }
}

/** The price as the day's subsidised meal stands now. */
export async function pricedFor({ system }: Pick<Context, 'system'>, { who, kitchen, form, lines, price }: Ready, id: string) {
  const used = await claimOn(system, who.id, form.day, id)
  if (!used) return price
  return priceFor(system, { ...{ eater: who, kitchen, day: form.day, lines, way: form.way }, subsidised: false, used })
}

async function mustBeLeft({ system }: Context, { slot, lines }: Ready, own: OrderDoc | null): Promise<void> {
  const mine = own && !own.cancelled && own.slot === slot ? own.lines : []
  for (const { dish, name, quantity } of lines) {
    const portions = await system.get<PortionsDoc>('portions', `${slot}|${dish}`)
    const had = mine.find(line => line.dish === dish)?.quantity ?? 0
    const free = (portions?.left ?? 0) + (portions?.held ?? 0) + had
    if (free < quantity) throw await soldOut(system, { slot, dish, name, n: quantity })
  }
}
