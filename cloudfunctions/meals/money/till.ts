/** The till: what should lie in it, and the one closing of a day. */
import { yuan } from '@domain/meals/money'
import type { Context } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { KitchenDoc } from '../docs'
import { book } from './book'
import { deskOf } from './desk'
import { type BalanceDoc, type ClosingDoc, type EntryDoc, type ReceiptDoc, tillAccount } from './docs'
import { balanceOf, entriesSince } from './read'
import { wordsOf } from './words'

export const till: Pick<Operations<'meals'>, 'till' | 'close_till'> = {
  async till(context, { kitchen: id }) {
    const kitchen = await deskOf(context, id)
    const closings = await context.store.find<ClosingDoc>('till_closings', { where: { kitchen: id }, order: ['-day'], limit: 32 })
    const last = closings.items[0]
    const entries = await entriesSince(context.system, tillAccount(id), last?.at ?? 0)
    return {
      ...{ kitchen: id, name: kitchen.name, day: context.today, expected: await balanceOf(context.system, tillAccount(id)) },
      receipt: await nextReceipt(context, id),
      parts: partsOf(entries),
      entries: entries.reverse().map(one => ({ id: one._id, at: one.at, fen: one.fen, words: wordsOf(one), by: one.by })),
      ...(last?.day === context.today ? { closed: closingOf(last) } : {}),
      earlier: closings.items.filter(one => one.day < context.today).map(one => ({ day: one.day, ...withoutAt(closingOf(one)) })),
    }
  },

  async close_till(context, { kitchen: id, expected, counted, why = '' }) {
    const kitchen = await deskOf(context, id)
    const difference = counted - expected
    if (difference !== 0 && !why.trim())
      throw refuse(
        'meals.difference_unexplained',
        `${difference > 0 ? '多了' : '少了'} ${yuan(Math.abs(difference))}，请写一句为什么`,
        'why',
      )
    return context.write({ target: id, division: kitchen.community, note: why }, async (_, whole) => {
      const closing = `${id}|${context.today}`
      if (await whole.get('till_closings', closing)) throw refuse('meals.already_closed', '今天的账已经结过了')
      if (((await whole.get<BalanceDoc>('balances', tillAccount(id)))?.fen ?? 0) !== expected)
        throw refuse('meals.changed_meanwhile', '刚刚又收了钱，请重新数一遍')
      await whole.insert<ClosingDoc>('till_closings', {
        ...{ _id: closing, kitchen: id, community: kitchen.community, day: context.today, at: context.now, by: context.person?.name ?? '' },
        ...{ expected, counted, why },
      })
      for (const [what, fen] of [
        ['difference', difference],
        ['banked', -counted],
      ] as const)
        await book(whole, closingEntry(context, kitchen, { closing, what, fen, why }))
      return { id: closing, difference }
    })
  },
}

/** The last receipt's number and one more: 0012 is followed by 0013, A-9 by A-10. */
async function nextReceipt({ system }: Context, kitchen: string): Promise<string> {
  const { items } = await system.find<ReceiptDoc>('receipts', { where: { kitchen }, order: ['-at'], limit: 1 })
  const digits = /\d{1,9}$/.exec(items[0]?.number ?? '')?.[0]
  if (!digits) return ''
  return items[0].number.slice(0, -digits.length) + String(Number(digits) + 1).padStart(digits.length, '0')
}

const closingEntry = (
  { now, today, person }: Context,
  { _id: kitchen, community }: KitchenDoc,
  { closing, what, fen, why }: { closing: string; what: 'difference' | 'banked'; fen: number; why: string },
): EntryDoc => ({
  ...{
    _id: `${closing}|${what}`,
    account: tillAccount(kitchen),
    fen,
    what,
    day: today,
    at: now,
    by: person?.name ?? '',
    community,
    kitchen,
  },
  ...(why ? { words: why } : {}),
})

function partsOf(entries: EntryDoc[]) {
  const parts = { meals: 0, topUps: 0, bills: 0, givenBack: 0 }
  for (const { what, fen, order } of entries) {
    if (what === 'banked' || what === 'difference') continue
    if (order) parts.meals += fen
    else if (what === 'pay_bill') parts.bills += fen
    else if (what === 'pay_out') parts.givenBack += fen
    else parts.topUps += fen
  }
  return parts
}

const closingOf = ({ at, by, expected, counted, why }: ClosingDoc) => ({ at, by, expected, counted, difference: counted - expected, why })
const withoutAt = ({ at: _, ...rest }: ReturnType<typeof closingOf>) => rest
