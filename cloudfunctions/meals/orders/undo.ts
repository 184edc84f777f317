/** Taking back the last step: at least ten minutes, where the cut-off allows (NORMS U8). */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { broughtTo } from '../brought'
import { type Earlier, type KitchenDoc, type OrderDoc, slotId } from '../docs'
import { eaterOn } from '../eaters'
import { priceFor } from '../prices/price'
import { routeFor } from '../rounds/route'
import { mustServe } from './form'
import { keep, type Pricing, remembered } from './keep'
import { by, cutoffOf, mustBeOpen, placeOf, theirs } from './place'
import { movePortions, whilePortionsLast } from './portions'

export const UNDO = 10 * 60_000

/** Until when the last step of an order may be taken back (ms); undefined when there is nothing to take back, or no time at all. */
export function undoUntil({ earlier, state }: Pick<OrderDoc, 'earlier' | 'state'>, cutoff: number): number | undefined {
  const last = earlier.at(-1)
  if (!last || last.what === 'undone' || (state !== 'open' && state !== 'cancelled')) return undefined
  const until = Math.min(last.at + UNDO, cutoff)
  return until > last.at ? until : undefined
}

export const undo: Work<InputOf<'meals.undo'>, OutputOf<'meals.undo'>> = async (context, { eater, order: id }) => {
  const seen = await theirs(context, eater, id)
  const cutoff = await cutoffOf(context.system, seen)
  return whilePortionsLast(context.system, () =>
    context.write({ target: id, division: seen.home }, async (_, whole) => {
      const before = await whole.get<OrderDoc>('orders', id)
      if (!before) throw notThere('meals', '这份订餐')
      mustBeOpen(before)
      const until = undoUntil(before, cutoff)
      if (!until || context.now > until || context.now >= cutoff) throw refuse('meals.too_late', '已经过了可以撤回的时间，要改请在订单里改')
      // a day that was skipped: nothing stands in the way of the standing order any more
      if (before.lines.length === 0) {
        await whole.remove('orders', id)
        await whole.happened('meals.standing_changed', { kitchen: before.kitchen, meal: before.meal, from: before.day, until: before.day })
        return { id }
      }
      const { next, pricing } = await takenBack(context, whole, before, before.earlier[before.earlier.length - 1])
      await movePortions(whole, (await keep(whole, before, next, pricing, by(context))).needs)
      return { id }
    }),
  )
}

/** The order as it was before its last step. What was ordered anew is cancelled; what was cancelled is open again, at the price of today. */
async function takenBack(context: Context, tx: Tx, before: OrderDoc, last: Earlier): Promise<{ next: OrderDoc; pricing: Pricing | null }> {
  const when = by(context)
  const { cancelled: _, ...now } = before
  const next = { ...now, touched: true, earlier: remembered(before, 'undone', when), version: before.version + 1 }
  if (last.what === 'ordered') {
    const was = last.rest?.cancelled ?? { at: when.now, by: when.by, why: '撤回了' }
    return { next: { ...next, cancelled: was }, pricing: null }
  }
  const doc = last.what === 'changed' ? await restored(tx, next, last) : next
  return { next: doc, pricing: await pricingOf(tx, doc) }
}

async function restored(tx: Tx, order: OrderDoc, { lines, way, rest }: Earlier): Promise<OrderDoc> {
  const { point: _1, note: _2, route: _3, ...plain } = order
  const kitchen = await tx.get<KitchenDoc>('kitchens', rest?.kitchen ?? order.kitchen)
  const at = kitchen ? { kitchen: kitchen._id, community: kitchen.community, slot: slotId(kitchen._id, order.day, order.meal) } : {}
  // a kitchen of another community says the same door in another way
  const who = kitchen && (await eaterOn(tx, order.eater, order.day))
  const place = who ? placeOf({ who: await broughtTo(tx, kitchen, who) }) : {}
  const { building } = { ...order, ...place }
  const route = way === 'delivery' ? await routeFor(tx, rest?.kitchen ?? order.kitchen, building) : undefined
  return {
    ...{ ...plain, ...at, ...place, lines, way, pay: rest?.pay ?? order.pay, accepted: rest?.accepted ?? order.accepted },
    ...(rest?.point ? { point: rest.point } : {}),
    ...(rest?.note ? { note: rest.note } : {}),
    ...(route ? { route } : {}),
  }
}

/** The price by the facts of the serving day, as for a new order. Refuses what an order would be refused: the kitchen may have shut meanwhile. */
async function pricingOf(tx: Tx, order: OrderDoc): Promise<Pricing> {
  const [who, kitchen] = [await eaterOn(tx, order.eater, order.day), await tx.get<KitchenDoc>('kitchens', order.kitchen)]
  if (!who?.here || !kitchen) throw notThere('meals', '这份订餐')
  await mustServe(tx, kitchen, who, order)
  const { day, lines, way } = order
  return { who, kitchen, price: await priceFor(tx, { eater: who, kitchen, day, lines, way, subsidised: true }) }
}
