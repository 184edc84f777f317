/** Somebody who is not registered eats at the counter: they pay, they are counted, and nobody's portion is taken from under them. */
import type { InputOf, OutputOf } from '@domain'
import type { Line } from '@domain/meals/contract/orders'
import type { Context, Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type KitchenDoc, type MenuDoc, type OrderDoc, orderId, slotId } from '../docs'
import { ownKitchen } from '../kitchens/read'
import { settle } from '../money/charge'
import { movePortions, needsOf, whilePortionsLast } from '../orders/portions'
import { priceFor } from '../prices/price'

type Asked = InputOf<'meals.serve_guest'>

/** Refuses: meals.not_there, meals.sold_out, meals.not_on_menu. */
export const guestOrder: Work<Asked, OutputOf<'meals.serve_guest'>> = async (context, input) => {
  const kitchen = await ownKitchen(context, input.kitchen)
  const slot = slotId(kitchen._id, context.today, input.meal)
  const lines = linesOf(await context.store.get<MenuDoc>('menus', slot), input.lines)
  const price = await priceFor(context.system, { eater: null, kitchen, day: context.today, lines, way: 'eatin', subsidised: false })
  const order = guestDoc(context, kitchen, input.meal, { slot, lines, price })
  return whilePortionsLast(context.system, () =>
    context.write({ target: order._id, division: kitchen.community }, async (_, whole) => {
      await whole.insert('orders', order)
      await settle(whole, order, { now: context.now, by: context.person?.name ?? '' })
      await movePortions(whole, needsOf(slot, lines))
      return { id: order._id, total: price.total }
    }),
  )
}

function linesOf(menu: MenuDoc | null, asked: Asked['lines']): Line[] {
  return asked.map(({ dish, quantity }, at) => {
    const item = menu?.published ? menu.items.find(one => one.dish === dish) : undefined
    if (!item) throw refuse('meals.not_on_menu', '今天这一餐没有这个菜', `lines.${at}`)
    return { dish, name: item.name, kind: item.kind, quantity, price: item.price }
  })
}

type Taken = Pick<OrderDoc, 'slot' | 'lines' | 'price'>
function guestDoc(context: Context, { _id: kitchen, community }: KitchenDoc, meal: OrderDoc['meal'], taken: Taken): OrderDoc {
  const { now, today, person } = context
  const who = { at: now, by: person?.name ?? '', account: person?.id ?? '' }
  const eater = `guest${context.id()}`
  return {
    ...{ _id: orderId(eater, today, meal), eater, kitchen, community, day: today, meal, ...taken },
    ...{
      call: '散客',
      home: community,
      household: '',
      door: '',
      building: '',
      walk: '',
      way: 'eatin',
      accepted: [],
      pay: 'cash',
      code: '',
    },
    ...{ placed: { ...who, how: 'staff' }, touched: true, earlier: [], version: 1, state: 'taken' },
    handed: { outcome: 'eaten', ...who, arrived: now },
  }
}
