/**
 * Money over the counter, always with a paper receipt. For demo data call `meals.top_up` with a receipt number a kitchen has not used yet,
 * e.g. { kitchen, eater, fen: 20000, how: 'cash', receipt: '0001' }.
 */
import { yuan } from '@domain/meals/money'
import type { Context } from '../../_kit/context'
import { isWithin } from '../../_kit/reach'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Tx } from '../../_kit/store/port'
import type { KitchenDoc } from '../docs'
import { type Eater, eaterOn } from '../eaters'
import { book } from './book'
import { type BalanceDoc, billAccount, type EntryDoc, eaterAccount, type ReceiptDoc, receiptId, tillAccount, type What } from './docs'

/** A kitchen the caller works for. Refuses: meals.not_there. */
export async function deskOf(context: Context, id: string): Promise<KitchenDoc> {
  const kitchen = await context.store.get<KitchenDoc>('kitchens', id)
  if (!kitchen) throw notThere('meals', '这个厨房')
  return kitchen
}

/** Somebody who lives where the caller works, or where their kitchen cooks for. Refuses: meals.not_there. */
async function atDesk(context: Context, kitchen: KitchenDoc, id: string): Promise<Eater> {
  const eater = await eaterOn(context.system, id, context.today)
  const served = eater && (isWithin(eater.home, context.divisions) || kitchen.serves.includes(eater.home.slice(0, 12)))
  if (!eater || !served) throw notThere('meals', '这位居民')
  return eater
}

interface Paper {
  kitchen: string
  eater: string
  fen: number
  how: 'cash' | 'transfer'
  receipt: string
}
interface Move {
  account: string
  fen: number
  /** What is said when the account does not carry it. */
  short?: Parameters<typeof book>[2]
}

/** One receipt and what it moves, in one transaction. */
async function receive<T>(
  context: Context,
  kitchen: KitchenDoc,
  paper: Paper,
  what: What,
  moves: Move[],
  then: (tx: Tx, id: string) => Promise<T>,
) {
  const id = context.id()
  return context.write({ target: paper.eater, division: kitchen.community, note: `${yuan(paper.fen)}` }, async (_, whole) => {
    const place = receiptId(kitchen._id, paper.receipt)
    if (await whole.get('receipts', place)) throw refuse('meals.receipt_taken', `收据 ${paper.receipt} 已经用过了，请看一下号码`, 'receipt')
    const entries = moves.map((move, at) => entryOf(context, kitchen, { ...paper, what }, { ...move, id: `${id}|${at}` }))
    await whole.insert<ReceiptDoc>('receipts', {
      ...{
        _id: place,
        kitchen: kitchen._id,
        community: kitchen.community,
        eater: paper.eater,
        what,
        number: paper.receipt.trim(),
        at: context.now,
      },
      moves: moves.map(({ account, fen }) => ({ account, fen })),
    })
    for (const [at, entry] of entries.entries()) await book(whole, entry, moves[at].short)
    return then(whole, id)
  })
}

const entryOf = (
  { now, today, person }: Context,
  { _id: kitchen, community }: KitchenDoc,
  { eater, receipt, what, words }: { eater: string; receipt: string; what: What; words?: string },
  { id, account, fen }: { id: string; account: string; fen: number },
): EntryDoc => ({
  ...{ _id: id, account, fen, what, day: today, at: now, by: person?.name ?? '', community, kitchen, eater, receipt },
  ...(words ? { words } : {}),
})

const left = async (tx: Tx, account: string) => (await tx.get<BalanceDoc>('balances', account))?.fen ?? 0
const cash = ({ how }: Paper, kitchen: KitchenDoc, fen: number): Move[] =>
  how === 'cash' ? [{ account: tillAccount(kitchen._id), fen, short: async () => tillShort() }] : []
const tillShort = () => refuse('meals.till_short', '钱箱里没有这么多现金，请改成转账，或者先到社区拿', 'how')

export const desk: Pick<Operations<'meals'>, 'top_up' | 'pay_out' | 'pay_bill' | 'correct_receipt'> = {
  async top_up(context, input) {
    const kitchen = await deskOf(context, input.kitchen)
    const eater = await atDesk(context, kitchen, input.eater)
    if (!eater.here) throw refuse('meals.gone', `${eater.call}已经不在册，不能充值`)
    const account = eaterAccount(input.eater)
    const moves = [{ account, fen: input.fen }, ...cash(input, kitchen, input.fen)]
    return receive(context, kitchen, input, 'top_up', moves, async (tx, id) => ({ id, balance: await left(tx, account) }))
  },

  async pay_out(context, input) {
    const kitchen = await deskOf(context, input.kitchen)
    const eater = await atDesk(context, kitchen, input.eater)
    const account = eaterAccount(input.eater)
    const short = async () => refuse('meals.not_enough', `${eater.call}的饭卡里没有这么多钱`, 'fen')
    const moves = [{ account, fen: -input.fen, short }, ...cash(input, kitchen, -input.fen)]
    return receive(context, kitchen, input, 'pay_out', moves, async (tx, id) => ({ id, balance: await left(tx, account) }))
  },

  async pay_bill(context, input) {
    const kitchen = await deskOf(context, input.kitchen)
    const eater = await atDesk(context, kitchen, input.eater)
    const account = billAccount(input.eater)
    const short = async () => refuse('meals.more_than_owed', `${eater.call}的月结没有这么多，请看一下金额`, 'fen')
    const moves = [{ account, fen: -input.fen, short }, ...cash(input, kitchen, input.fen)]
    return receive(context, kitchen, input, 'pay_bill', moves, async (tx, id) => ({ id, owed: await left(tx, account) }))
  },

  async correct_receipt(context, { kitchen: at, receipt, why }) {
    const kitchen = await deskOf(context, at)
    const id = context.id()
    const about = { target: kitchen._id, division: kitchen.community, note: why }
    return context.write(about, async (_, whole) => {
      const paper = await whole.get<ReceiptDoc>('receipts', receiptId(at, receipt))
      if (!paper) throw notThere('meals', '这张收据')
      if (paper.takenBack) throw refuse('meals.already_taken_back', `收据 ${receipt} 已经更正过了`)
      await whole.put<ReceiptDoc>('receipts', { ...paper, takenBack: id })
      for (const [n, { account, fen }] of paper.moves.entries()) {
        const entry = entryOf(
          context,
          kitchen,
          { eater: paper.eater, receipt, what: 'correction', words: why },
          { id: `${id}|${n}`, account, fen: -fen },
        )
        await book(whole, entry, async () =>
          account.startsWith('till:') ? tillShort() : refuse('meals.not_enough', '这笔钱已经用掉了一部分，不能整笔更正'),
        )
      }
      return { id }
    })
  },
}
