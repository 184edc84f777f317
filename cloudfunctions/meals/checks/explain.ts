/** Somebody says why a person takes no meals until a day: the staff, or the family who know where their father is. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { AWAY_WORDS } from '@domain/meals/checkwords'
import { stateOf } from '@domain/meals/state'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import type { AwayDoc, OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { mustEnd } from './act'
import { close } from './close'
import type { CheckDoc } from './docs'

type Input = InputOf<'meals.explain'>
/** Older checks that are still open end too. */
const BACK = 14

export const explain: Work<Input, OutputOf<'meals.explain'>> = async (context, input) => {
  mustEnd(context, input.until)
  const eater = await eaterOn(context.system, input.eater, context.today)
  if (!eater?.here) throw notThere('meals', '这位居民')
  const since = addDays(context.today, -BACK)
  const where = { eater: input.eater, day: { gte: since } }
  const checks = await context.system.find<CheckDoc>('checks', { where, order: ['day'], limit: 100 })
  const orders = await context.system.find<OrderDoc>('orders', { where: { eater: input.eater, day: context.today }, limit: 20 })
  const away = awayOf(context, input, eater.home)
  return context.write({ target: input.eater, division: eater.home }, async (_, whole) => {
    await whole.insert('aways', away)
    for (const { _id } of checks.items) await end(whole, _id, away)
    for (const { _id } of orders.items) await explained(whole, _id, away)
    return { id: away._id, words: `记下了，到 ${said(input.until)}为止。过了这天还没取餐，会再有人找` }
  })
}

const said = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

const awayOf = (context: Context, { eater, until, why, words = '' }: Input, home: string): AwayDoc => ({
  ...{ _id: context.id(), eater, home, from: context.today, until, why, words: words.trim() || AWAY_WORDS[why] },
  ...{ by: context.person?.name ?? '', at: context.now },
})

async function end(tx: WriteTx, id: string, { at, by, words, until }: AwayDoc) {
  const check = await tx.get<CheckDoc>('checks', id)
  if (check?.open) await close(tx, check, { at, by, account: '', outcome: 'away', words, ...(until ? { until } : {}) })
}

/** A meal that can still be taken stays open: the clock explains it when its service ends. */
async function explained(tx: WriteTx, id: string, { at, by, words }: AwayDoc) {
  const order = await tx.get<OrderDoc>('orders', id)
  if (!order || !['failed', 'missed'].includes(order.state)) return
  const why = { at, by, why: words }
  await tx.update('orders', id, { set: { explained: why, state: stateOf({ ...order, explained: why }) }, inc: { version: 1 } })
}
