/**
 * The money of an order. ORDERS calls `charge` and `refund`, whoever hands a meal over calls `settle`, each in their own transaction:
 * - account (饭卡): the eater's part moves at ordering and comes back on cancel;
 * - cash and bill: nothing moves until the meal is taken, then it lies in the till or stands on the bill;
 * - what government, enterprise and charity bear is owed to the kitchen only for meals that were taken.
 * To change an order: `refund` the old one, then `charge` the new.
 */
import { yuan } from '@domain/meals/money'
import { refuse } from '../../_kit/refuse'
import type { Doc, Tx } from '../../_kit/store/port'
import type { OrderDoc } from '../docs'
import { book, type When } from './book'
import { type BalanceDoc, billAccount, type EntryDoc, eaterAccount, type OrderMoneyDoc, payerAccount, tillAccount, type What } from './docs'

export type { When } from './book'
/** The fields of an order that money looks at. */
export type Paid = Doc & Pick<OrderDoc, 'eater' | 'kitchen' | 'community' | 'day' | 'pay' | 'price'>

const GIVERS = ['government', 'enterprise', 'charity'] as const

/** Takes an account order's price from the meal account. Nothing for cash, bill or a free meal. Refuses: meals.not_enough. */
export async function charge(tx: Tx, order: Paid, when: When): Promise<void> {
  const fen = order.price.payers.eater
  if (order.pay !== 'account' || fen === 0) return
  const money = await moneyOf(tx, order)
  if (money.paid > 0) throw new Error(`${order._id} is charged already`)
  await tx.put('order_money', { ...money, paid: fen, seq: money.seq + 1 })
  const entry = entryOf(order, money, when, { account: eaterAccount(order.eater), fen: -fen, what: 'charge' })
  await book(tx, entry, () => short(tx, order.eater, fen))
}

async function short(tx: Tx, eater: string, fen: number) {
  const left = (await tx.get<BalanceDoc>('balances', eaterAccount(eater)))?.fen ?? 0
  return refuse('meals.not_enough', `饭卡里还有 ${yuan(left)}，这餐要 ${yuan(fen)}。可以先充值，或者改成当面付`, 'pay')
}

/** Takes back whatever an order has moved; nothing when it moved nothing. */
export async function refund(tx: Tx, order: Paid, when: When): Promise<void> {
  await unsettle(tx, order, when)
  const money = await tx.get<OrderMoneyDoc>('order_money', order._id)
  if (!money || money.paid === 0) return
  await book(tx, entryOf(order, money, when, { account: eaterAccount(order.eater), fen: money.paid, what: 'refund' }))
  await tx.put('order_money', { ...money, paid: 0, seq: money.seq + 1 })
}

/** The meal was taken. Twice is once. */
export async function settle(tx: Tx, order: Paid, when: When): Promise<void> {
  const money = await moneyOf(tx, order)
  const had = money.settled ?? []
  const moves = movesOf(order, money.paid).filter(move => !had.some(one => one.account === move.account))
  if (money.settled && moves.length === 0) return
  for (const [at, move] of moves.entries())
    await book(tx, entryOf(order, { ...money, seq: money.seq + at }, when, { ...move, what: 'meal' }))
  await tx.put('order_money', { ...money, settled: [...had, ...moves], seq: money.seq + moves.length })
}

/**
 * What was recorded as taken was not after all: the settlement is taken back, a charged meal account stays charged. What has left the till or
 * was paid on the bill already stays booked for the kitchen to put right: nobody's check waits for money.
 */
export async function unsettle(tx: Tx, order: Paid, when: When): Promise<void> {
  const money = await tx.get<OrderMoneyDoc>('order_money', order._id)
  if (!money?.settled) return
  const there = await Promise.all(money.settled.map(one => isThere(tx, one)))
  const back = money.settled.filter((_, at) => there[at])
  const left = money.settled.filter((_, at) => !there[at])
  for (const [at, { account, fen }] of back.entries())
    await book(tx, entryOf(order, { ...money, seq: money.seq + at }, when, { account, fen: -fen, what: 'correction' }))
  await tx.put('order_money', { ...money, settled: left.length > 0 ? left : null, seq: money.seq + back.length })
}

const isThere = async (tx: Tx, { account, fen }: { account: string; fen: number }) =>
  ((await tx.get<BalanceDoc>('balances', account))?.fen ?? 0) >= fen

/** `paid`: what the meal account has borne; of a meal that was cancelled, paid back and taken all the same, nothing: it goes on the bill. */
function movesOf({ pay, price, eater, kitchen }: Paid, paid: number): { account: string; fen: number }[] {
  const own = { cash: tillAccount(kitchen), bill: billAccount(eater), account: paid > 0 ? undefined : billAccount(eater) }[pay]
  const moves = GIVERS.map(giver => ({ account: payerAccount(giver, kitchen), fen: price.payers[giver] }))
  return [...(own ? [{ account: own, fen: price.payers.eater }] : []), ...moves].filter(one => one.fen > 0)
}

const moneyOf = async (tx: Tx, { _id, community }: Paid): Promise<OrderMoneyDoc> =>
  (await tx.get<OrderMoneyDoc>('order_money', _id)) ?? { _id, community, seq: 0, paid: 0, settled: null }

function entryOf(
  { _id, eater, kitchen, community, day }: Paid,
  { seq }: OrderMoneyDoc,
  { now, by }: When,
  move: { account: string; fen: number; what: What },
): EntryDoc {
  return { _id: `${_id}|${seq}`, ...move, day, at: now, by, community, kitchen, eater, order: _id }
}
