/** A standing order becomes an order. Late, once, and never over what somebody did by hand. */
import type { Line, OrderForm } from '@domain/meals/contract/orders'
import type { Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import { Refusal } from '../../_kit/refuse'
import { broughtTo } from '../brought'
import { type KitchenDoc, type MenuDoc, type OrderDoc, orderId, type StandingDoc } from '../docs'
import { eaterOn } from '../eaters'
import { priceFor } from '../prices/price'
import { routeFor } from '../rounds/route'
import { awaysOf, coversDay } from './aways'
import { pick } from './expect'
import { mustServe } from './form'
import { keep, remembered } from './keep'
import { placeOf } from './place'
import { movePortions, portionsOf, SoldOut } from './portions'
import { type Sitting, stands } from './sitting'

/** made: there is an order now; there: nothing to do, somebody was first; a sentence: it could not be made, and why. */
export type Made = 'made' | 'there' | { not: string }
type Kit = Pick<Ticking, 'store' | 'now' | 'today' | 'id' | 'reactions'>
type At = { kitchen: KitchenDoc; menu: MenuDoc }

const TRIES = 4

export async function make(kit: Kit, at: At, sitting: Sitting): Promise<Made> {
  let poor = false
  for (let n = 0; n < TRIES; n++)
    try {
      return await attempt(kit, at, sitting, poor)
    } catch (error) {
      poor ||= error instanceof Refusal && error.code === 'meals.not_enough'
      // somebody took the last one between reading and writing: what is left now decides
      if (!(error instanceof SoldOut) && !(error instanceof Refusal)) throw error
      if (error instanceof Refusal && error.code !== 'meals.not_enough') return { not: error.message }
    }
  return { not: '菜都订完了' }
}

/** `poor`: the meal account does not suffice; an old person is not left without a meal for that, they pay at the door. */
async function attempt(kit: Kit, { kitchen, menu }: At, { standing, wish, diner }: Sitting, poor: boolean): Promise<Made> {
  const { store, now } = kit
  const { eater } = standing
  const { day, meal } = menu
  const [resident, aways, portions] = [await eaterOn(store, eater, day), await awaysOf(store, eater), await portionsOf(store, menu._id)]
  if (!resident?.here || aways.some(one => coversDay(one, day))) return 'there'
  const who = await broughtTo(store, kitchen, resident)
  await mustServe(store, kitchen, who, { day, meal, way: wish.way, point: wish.point })
  const line = pick(wish, menu, portions, diner)?.line
  if (!line) return { not: '菜都订完了' }
  const price = await priceFor(store, { eater: who, kitchen, day, lines: [line], way: wish.way, subsidised: true })
  const route = wish.way === 'delivery' ? await routeFor(store, kitchen._id, who.building) : undefined
  const pay = poor ? 'cash' : standing.pay
  return store.transaction(async plain => {
    const tx = telling(plain, kit.reactions, kit)
    const id = orderId(eater, day, meal)
    const before = await tx.get<OrderDoc>('orders', id)
    if (stands(before, aways)) return 'there'
    // a pause or another form since it was read: that has asked for another look
    if (!(await tx.update<StandingDoc>('standings', standing._id, { set: { made: day } }, { when: { rev: standing.rev } }))) return 'there'
    const when = { now, by: '长期订餐' }
    const next: OrderDoc = {
      ...{ _id: id, eater, kitchen: kitchen._id, community: kitchen.community, slot: menu._id, day, meal, ...placeOf({ who, route }) },
      ...wishOf(standing, wish, line, pay),
      ...{ price, code: '', placed: { at: now, by: when.by, account: '', how: 'standing' }, standing: standing._id, touched: false },
      ...{ state: 'open', earlier: before ? remembered(before, 'ordered', when) : [], version: (before?.version ?? 0) + 1 },
    }
    const { needs } = await keep(tx, before, next, { who, kitchen, price }, when)
    await movePortions(
      tx,
      needs.map(need => ({ ...need, held: need.n })),
    )
    return 'made'
  })
}

const wishOf = ({ note }: StandingDoc, { way, point }: Sitting['wish'], line: Line, pay: OrderForm['pay']) => ({
  ...{ way, lines: [line], accepted: [], pay },
  ...(point ? { point } : {}),
  ...(note?.trim() ? { note: note.trim() } : {}),
})
