/** No meal on one day: the order is cancelled, or a cancelled one is put in its place so that no standing order makes one. */
import type { InputOf, OutputOf } from '@domain'
import { momentsOf } from '@domain/meals/serving'
import type { Context, Work } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import { broughtTo } from '../brought'
import { type KitchenDoc, type OrderDoc, orderId, slotId } from '../docs'
import type { Eater } from '../eaters'
import { cancelled } from './cancel'
import { standingsOf, wishOn } from './expect'
import { present, tooLate } from './form'
import { by, mustBeOpen, placeOf } from './place'
import { movePortions } from './portions'
import { standingChange } from './standing'

type Input = InputOf<'meals.skip'>

export const skip: Work<Input, OutputOf<'meals.skip'>> = async (context, input) => {
  const { eater, day, meal, why = '' } = input
  const who = await present(context.system, eater, context.today)
  const id = orderId(eater, day, meal)
  const standing = (await standingsOf(context.system, eater, day)).find(one => wishOn(one, day, meal))
  return context.write({ target: id, division: who.home }, async (_, whole) => {
    const before = await whole.get<OrderDoc>('orders', id)
    // whoever cooks it says until when, not the kitchen that was named
    const cook = before && !before.cancelled ? before.kitchen : standing?.kitchen
    const kitchen = cook === undefined ? null : await whole.get<KitchenDoc>('kitchens', cook)
    if (!kitchen) throw notThere('meals', '这一餐的订餐')
    const { cutoff } = momentsOf(kitchen, day, meal)
    if (context.now >= cutoff) throw tooLate(input, cutoff, '厨房已经备料了，来不了请打电话给厨房')
    if (standing) await standingChange(whole, standing, day, day)
    if (!before) await whole.insert('orders', nothing(context, await broughtTo(whole, kitchen, who), kitchen, input))
    // ended by a pause: from now on by hand
    else if (before.cancelled)
      await whole.put('orders', { ...before, cancelled: gone(context, why), touched: true, version: before.version + 1 })
    else {
      mustBeOpen(before)
      const { needs } = await cancelled(whole, before, why.trim(), by(context))
      await movePortions(whole, needs)
    }
    return { id }
  })
}

const gone = (context: Context, why: string) => ({ ...{ at: context.now, by: context.person?.name ?? '' }, why: why.trim() || '这天不要' })

/** What stands in the place of an order nobody wants made. It has no dishes; taking it back removes it. */
function nothing(context: Context, who: Eater, kitchen: KitchenDoc, { day, meal, why = '' }: Input): OrderDoc {
  const { now, person } = context
  const none = { total: 0, payers: { eater: 0, government: 0, enterprise: 0, charity: 0 }, why: '' }
  const at = { at: now, by: person?.name ?? '', account: person?.id ?? '' }
  return {
    ...{ _id: orderId(who.id, day, meal), eater: who.id, kitchen: kitchen._id, community: kitchen.community },
    ...{ slot: slotId(kitchen._id, day, meal), day, meal, ...placeOf({ who }), way: 'pickup', lines: [], accepted: [], pay: 'cash' },
    ...{ price: none, code: '', placed: { ...at, how: context.acting ?? 'self' }, touched: true, cancelled: gone(context, why) },
    ...{ state: 'cancelled', earlier: [{ at: now, by: at.by, what: 'cancelled', lines: [], way: 'pickup', total: 0 }], version: 1 },
  }
}
