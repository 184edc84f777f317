/** Somebody's own money: the meal account and the month's meals. */
import type { Priced } from '@domain/meals/contract'
import { PAYERS } from '@domain/meals/contract'
import type { Context } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import { dayOf } from '../../_kit/time'
import type { KitchenDoc, OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { billAccount, type EntryDoc, eaterAccount, type PaymentDoc, REFUND, type RefundDoc } from './docs'
import { balanceOf, takenIn } from './read'
import { wordsOf } from './words'

const PAGE = 30

export const account: Pick<Operations<'meals'>, 'account' | 'statement'> = {
  async account(context, { eater: id, after }) {
    const eater = await eaterOn(context.system, id, context.today)
    if (!eater) throw notThere('meals', '这位居民')
    const where = { account: eaterAccount(id) }
    const page = await context.system.find<EntryDoc>('ledger', { where, order: ['-at'], limit: PAGE, after })
    return {
      eater: { id, call: eater.call, door: eater.door },
      today: context.today,
      balance: await balanceOf(context.system, eaterAccount(id)),
      owed: await balanceOf(context.system, billAccount(id)),
      online: context.pay ? await kitchensFor(context, eater.home) : [],
      back: context.pay ? await givableBack(context, id) : [],
      movements: {
        items: await Promise.all(page.items.map(one => movementOf(context, one))),
        ...(page.after ? { after: page.after } : {}),
      },
    }
  },

  async statement(context, { eater, month }) {
    const taken = await takenIn(context.system, { eater }, month)
    const names = await kitchensOf(context, taken)
    return {
      month,
      rows: taken.map(({ _id, day, meal, kitchen, price, pay }) => ({
        ...{ order: _id, day, meal, kitchen: names.get(kitchen) ?? '', total: price.total, payers: price.payers, pay, why: price.why },
      })),
      ...sumsOf(taken),
    }
  },
}

async function kitchensFor({ system }: Context, home: string) {
  const { items } = await system.find<KitchenDoc>('kitchens', { where: { community: home.slice(0, 12) }, limit: 50 })
  return items.filter(one => !one.ended && !one.parent).map(({ _id, name }) => ({ kitchen: _id, name }))
}

/** Top-ups of the phone of which something can still go back. */
async function givableBack({ system }: Context, eater: string) {
  const where = { eater, state: 'paid' }
  const { items } = await system.find<PaymentDoc>('payments', { where, order: ['-paidAt'], limit: 20 })
  return items
    .filter(one => one.refunded < one.fen)
    .map(one => ({ payment: one._id, kitchen: one.kitchen, day: dayOf(one.paidAt ?? one.at), fen: one.fen - one.refunded }))
}

/** A refund to the phone that the provider has not taken yet says so: the money is off the card and not back with its owner. */
async function movementOf({ system }: Context, entry: EntryDoc) {
  const { _id: id, at, day, fen, by } = entry
  const refund = id.startsWith(REFUND) ? await system.get<RefundDoc>('refunds', id.slice(REFUND.length)) : null
  return { id, at, day, fen, by, words: `${wordsOf(entry)}${refund?.state === 'asked' ? '，还没到' : ''}` }
}

export async function kitchensOf({ system }: Context, orders: Pick<OrderDoc, 'kitchen'>[]): Promise<Map<string, string>> {
  const ids = [...new Set(orders.map(one => one.kitchen))]
  const docs = await Promise.all(ids.map(id => system.get<KitchenDoc>('kitchens', id)))
  return new Map(ids.map((id, at) => [id, docs[at]?.name ?? '']))
}

/** Meals added up: by who bears them, and the eater's part by how it was paid. */
export function sumsOf(orders: { price: Priced; pay: OrderDoc['pay'] }[]) {
  const sums = {
    total: 0,
    payers: { eater: 0, government: 0, enterprise: 0, charity: 0 },
    paid: { cash: 0, account: 0, bill: 0 },
  }
  for (const { price, pay } of orders) {
    sums.total += price.total
    sums.paid[pay] += price.payers.eater
    for (const payer of PAYERS) sums.payers[payer] += price.payers[payer]
  }
  return sums
}
