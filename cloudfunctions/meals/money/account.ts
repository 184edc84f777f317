/** Somebody's own money: the meal account and the month's meals. */
import type { Priced } from '@domain/meals/contract'
import { PAYERS } from '@domain/meals/contract'
import type { Context } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { KitchenDoc, OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { billAccount, type EntryDoc, eaterAccount } from './docs'
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
      movements: { items: page.items.map(movementOf), ...(page.after ? { after: page.after } : {}) },
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

const movementOf = (entry: EntryDoc) => ({
  ...{ id: entry._id, at: entry.at, day: entry.day, fen: entry.fen, words: wordsOf(entry), by: entry.by },
})

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
