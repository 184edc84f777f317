/** No meals for a while: what can still be cancelled is, and what still comes is said. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { MEAL_WORDS, MEALS } from '@domain/meals/serving'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Store } from '../../_kit/store/port'
import { type AwayDoc, type OrderDoc, orderId, type StandingDoc } from '../docs'
import { coversDay } from './aways'
import { cancelled } from './cancel'
import { standingsOf } from './expect'
import { present, spokenDay } from './form'
import { by, cutoffOf } from './place'
import { movePortions, type Need } from './portions'
import { standingChange } from './standing'

type Input = InputOf<'meals.pause'>
type Kept = OutputOf<'meals.pause'>['kept']

/** Orders of standing orders are made at most this many days ahead: they are looked for by id, so that none slips in meanwhile. */
const NEAR = 6
const WHY: { [why in Input['why']]: string } = { pause: '暂停', hospital: '住院', travel: '出门', children: '去孩子家', other: '有事' }

export const pause: Work<Input, OutputOf<'meals.pause'>> = async (context, input) => {
  const { eater, from, until, why } = input
  const who = await present(context.system, eater, context.today)
  mustBeDates(context, input)
  const id = context.id()
  const words = input.words?.trim() || WHY[why]
  const standings = await standingsOf(context.system, eater, from)
  const open = await openIn(context.system, eater, input)
  return context.write({ target: eater, division: who.home }, async (_, whole) => {
    const away: AwayDoc = {
      ...{ _id: id, eater, home: who.home, from, ...(until ? { until } : {}), why, words },
      ...{ by: context.person?.name ?? '', at: context.now },
    }
    await whole.insert('aways', away)
    await felt(whole, standings, from, until)
    const near = await openNow(whole, context, input, open)
    const done = await cancelAll(context, whole, near, { away: id, words })
    await movePortions(whole, done.needs)
    return { id, cancelled: near.length - done.kept.length, kept: done.kept, words: saidOf(input, near.length, done.kept) }
  })
}

/** Cancels what can be cancelled. Portions are given back by the caller, last. */
async function cancelAll(context: Context, whole: WriteTx, orders: OrderDoc[], { away, words }: { away: string; words: string }) {
  const [kept, needs]: [Kept, Need[]] = [[], []]
  for (const order of orders) {
    const late = context.now >= (await cutoffOf(whole, order))
    if (late) kept.push({ day: order.day, meal: order.meal })
    else needs.push(...(await cancelled(whole, order, words, by(context), away)).needs)
  }
  return { kept, needs }
}

function mustBeDates({ acting, today }: Context, { from, until }: Input): void {
  if (until && until < from) throw refuse('meals.dates_wrong', '结束的日子要在开始之后', 'until')
  // staff also write down what has been so for some days: somebody was taken to hospital on Friday
  const earliest = acting === 'staff' ? addDays(today, -31) : today
  if (from < earliest) throw refuse('meals.dates_wrong', '开始的日子不能早于今天', 'from')
}

async function openIn(system: Pick<Store, 'find'>, eater: string, { from, until = '9999-12-31' }: Pick<Input, 'from' | 'until'>) {
  const where = { eater, day: { gte: from, lte: until } }
  const { items } = await system.find<OrderDoc>('orders', { where, order: ['day'], limit: 200 })
  return items.filter(one => one.state === 'open').map(one => one._id)
}

/** The orders as they are in this transaction: those that were found, and any that was made since. */
async function openNow(tx: Pick<WriteTx, 'get'>, { today }: Context, { eater, from, until }: Input, found: string[]): Promise<OrderDoc[]> {
  const first = from > today ? from : today
  const days = Array.from({ length: NEAR }, (_, n) => addDays(first, n)).filter(day => coversDay({ from, until }, day))
  const ids = new Set([...found, ...days.flatMap(day => MEALS.map(meal => orderId(eater, day, meal)))])
  const docs = await Promise.all([...ids].map(id => tx.get<OrderDoc>('orders', id)))
  return docs.flatMap(one => (one?.state === 'open' ? [one] : [])).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Whoever makes orders of them reads the pause first. */
async function felt(whole: WriteTx, standings: StandingDoc[], from: string, until?: string): Promise<void> {
  for (const one of standings) {
    await whole.update<StandingDoc>('standings', one._id, { inc: { rev: 1 } })
    await standingChange(whole, one, from, until)
  }
}

/** What happens now, in words; above all what still comes. */
function saidOf({ from, until }: Pick<Input, 'from' | 'until'>, open: number, kept: Kept): string {
  const cancelledOnes = open - kept.length
  const named = kept.map(({ day, meal }) => `${spokenDay(day)}的${MEAL_WORDS[meal]}`).join('、')
  return [
    until
      ? `${spokenDay(from)}到${spokenDay(until)}不送餐，${spokenDay(addDays(until, 1))}起照常`
      : `${spokenDay(from)}起不送餐，什么时候恢复您说了算`,
    ...(cancelledOnes > 0 ? [`取消了 ${cancelledOnes} 份订好的`] : []),
    ...(named ? [`${named}厨房已经备料，还会做好`] : []),
  ].join('。')
}

export const resume: Work<InputOf<'meals.resume'>, OutputOf<'meals.resume'>> = async (context, { eater, away: id, on }) => {
  const seen = await context.system.get<AwayDoc>('aways', id)
  if (seen?.eater !== eater) throw notThere('meals', '这次暂停')
  const standings = await standingsOf(context.system, eater, on)
  return context.write({ target: eater, division: seen.home }, async (_, whole) => {
    const away = await whole.get<AwayDoc>('aways', id)
    if (!away || (away.until && away.until < on)) throw notThere('meals', '这次暂停')
    // begun later than it ends: it never was
    await whole.update<AwayDoc>('aways', id, { set: { until: addDays(on, -1) } })
    await felt(whole, standings, on, away.until)
    return { id, words: `${spokenDay(on)}起照常送餐。暂停时取消的单独订餐不会自己回来，要吃请再订` }
  })
}
