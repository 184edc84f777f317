/** How an order is written: the day's one subsidised meal, its money, its document, and, last, its portions. */
import type { Asked } from '@domain/meals/price'
import { MEALS } from '@domain/meals/serving'
import type { Tx } from '../../_kit/store/port'
import { type Earlier, type KitchenDoc, type OrderDoc, orderId } from '../docs'
import { type Eater, eaterOn } from '../eaters'
import { charge, refund, type When } from '../money/charge'
import { priceFor } from '../prices/price'
import { withState } from './change'
import { codeFor } from './codes'
import { type Need, needsOf } from './portions'

type Claim = { _id: string; order: string }
export const claimId = (eater: string, day: string) => `${eater}|${day}`

/** The meal on which another order of the day has used the one subsidised meal; undefined while it is free or this order's own. */
export async function claimOn(from: Pick<Tx, 'get'>, eater: string, day: string, own: string): Promise<Asked['used']> {
  const claim = await from.get<Claim>('subsidies', claimId(eater, day))
  return claim && claim.order !== own ? (claim.order.split('|')[2] as Asked['used']) : undefined
}

/** What a new price needs beside the order: as `readied` has read it. */
export interface Pricing {
  who: Eater
  kitchen: KitchenDoc
  /** The price with the day's subsidised meal. */
  price: OrderDoc['price']
}

/** What an order was, for undo and for the question who changed it. The last twenty are kept. */
export function remembered(before: OrderDoc | null, what: Earlier['what'], when: When): Earlier[] {
  const { lines = [], way = 'pickup', price } = before ?? {}
  const rest = before && {
    ...{ kitchen: before.kitchen, pay: before.pay, accepted: before.accepted },
    ...(before.point ? { point: before.point } : {}),
    ...(before.note ? { note: before.note } : {}),
    ...(before.cancelled ? { cancelled: before.cancelled } : {}),
  }
  const now: Earlier = { at: when.now, by: when.by, what, lines, way, total: price?.total ?? 0, ...(rest ? { rest } : {}) }
  return [...(before?.earlier ?? []), now].slice(-20)
}

/** The order as it is written, and the portions it takes and gives back. */
export interface Kept {
  order: OrderDoc
  needs: Need[]
}

/**
 * Writes the order and answers the portions it takes and gives back; move them last, after every order of the transaction.
 * `next.price` is settled here: with the subsidised meal when it is free that day or already this order's. Refuses meals.not_enough.
 */
export async function keep(tx: Tx, before: OrderDoc | null, next: OrderDoc, pricing: Pricing | null, when: When): Promise<Kept> {
  const [was, is] = [before && !before.cancelled ? before : null, !next.cancelled]
  const priced = is && pricing ? { ...next, price: await claimed(tx, next, pricing) } : next
  const freed = !is && (await release(tx, next))
  if (was) await refund(tx, was, when)
  if (freed) await handOn(tx, next, when)
  if (is) await charge(tx, priced, when)
  const code = before && before.slot === next.slot ? before.code : await codeFor(tx, next.slot, next._id)
  const whole = withState({ ...priced, code })
  if (before) await tx.put('orders', whole)
  else await tx.insert('orders', whole)
  await knownHome(tx, next.household)
  return { order: whole, needs: [...(was ? needsOf(was.slot, was.lines, -1) : []), ...(is ? needsOf(next.slot, next.lines) : [])] }
}

/** Somebody of this household eats with us: when its address changes, their meals follow (reactions.ts). */
export async function knownHome(tx: Tx, household: string): Promise<void> {
  if (!(await tx.get('meal_homes', household))) await tx.insert('meal_homes', { _id: household })
}

/** The order's price, and the claim on the day's subsidised meal when it makes use of it. */
async function claimed(tx: Tx, order: OrderDoc, { who, kitchen, price }: Pricing): Promise<OrderDoc['price']> {
  const { eater, day, lines, way } = order
  const used = await claimOn(tx, eater, day, order._id)
  if (used) return priceFor(tx, { ...{ eater: who, kitchen, day, lines, way }, subsidised: false, used })
  const id = claimId(eater, day)
  const claim = await tx.get<Claim>('subsidies', id)
  const uses = price.payers.eater < price.total
  if (uses && !claim) await tx.insert<Claim>('subsidies', { _id: id, order: order._id })
  if (!uses && claim) await tx.remove('subsidies', id)
  return price
}

/** The subsidised meal of the day is free again when this order had it. */
async function release(tx: Tx, order: OrderDoc): Promise<boolean> {
  const id = claimId(order.eater, order.day)
  const claim = await tx.get<Claim>('subsidies', id)
  return claim?.order === order._id && tx.remove('subsidies', id)
}

/** Another meal of the same day that was paid in full takes it over: who cancels lunch does not pay dinner in full for it. */
async function handOn(tx: Tx, { eater, day, meal }: OrderDoc, when: When): Promise<void> {
  for (const other of MEALS.filter(one => one !== meal)) {
    const order = await tx.get<OrderDoc>('orders', orderId(eater, day, other))
    if (order?.state !== 'open' || order.price.payers.eater < order.price.total) continue
    const [who, kitchen] = [await eaterOn(tx, eater, day), await tx.get<KitchenDoc>('kitchens', order.kitchen)]
    if (!who?.here || !kitchen) return
    const price = await priceFor(tx, { eater: who, kitchen, day, lines: order.lines, way: order.way, subsidised: true })
    if (price.payers.eater === price.total) continue
    await refund(tx, order, when)
    const priced = { ...order, price: await claimed(tx, order, { who, kitchen, price }), version: order.version + 1 }
    await charge(tx, priced, when)
    return tx.put('orders', priced)
  }
}
