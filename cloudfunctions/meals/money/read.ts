/** Reading the books: entries and meals of a stretch of days, whole. */
import { addDays } from '@domain/days'
import type { Doc, Store, Where } from '../../_kit/store/port'
import type { OrderDoc } from '../docs'
import { type BalanceDoc, type EntryDoc, payerAccount } from './docs'

type From = Pick<Store, 'find'>

/** The first and the last day of 'YYYY-MM'. */
export function daysIn(month: string): { gte: string; lte: string } {
  const [year, number] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return { gte: `${month}-01`, lte: addDays(next, -1) }
}

/** Every document a query finds, page by page. */
async function whole<D extends Doc>(from: From, collection: string, where: Where, order: string[]): Promise<D[]> {
  const docs: D[] = []
  let after: string | undefined
  do {
    const page = await from.find<D>(collection, { where, order, limit: 1000, after })
    docs.push(...page.items)
    after = page.after
  } while (after)
  return docs
}

/** The entries of an account in a month, by the day they belong to. */
export const monthOf = (from: From, account: string, month: string) =>
  whole<EntryDoc>(from, 'ledger', { account, day: daysIn(month) }, ['day'])
/** The entries of an account after a moment. */
export const entriesSince = (from: From, account: string, at: number) =>
  whole<EntryDoc>(from, 'ledger', { account, at: { gt: at } }, ['at'])
export const ledgerIn = (from: From, community: string, month: string) =>
  whole<EntryDoc>(from, 'ledger', { community, day: daysIn(month) }, ['day'])

/** The meals taken in a month, in a community's kitchens or by one person. */
export async function takenIn(from: From, whose: { community: string } | { eater: string }, month: string): Promise<OrderDoc[]> {
  const orders = await whole<OrderDoc>(from, 'orders', { ...whose, day: daysIn(month) }, ['day'])
  return orders.filter(one => one.state === 'taken')
}

/** What stands on an account now. */
export const balanceOf = async (from: Pick<Store, 'get'>, account: string) => (await from.get<BalanceDoc>('balances', account))?.fen ?? 0

/** What a payer owes a kitchen for each meal of a month: an order's entries together; taken back and settled again is once. */
export async function owedBy(from: From, giver: Parameters<typeof payerAccount>[0], kitchen: string, month: string) {
  const by = new Map<string, number>()
  for (const { order = '', fen } of await monthOf(from, payerAccount(giver, kitchen), month)) by.set(order, (by.get(order) ?? 0) + fen)
  return [...by].filter(([, fen]) => fen > 0).map(([order, fen]) => ({ order, fen }))
}
