/** At the door: what is said of a stop, its money, and the check that begins when nobody answers. Nothing that was done is lost for coming late. */
import type { InputOf, OutputOf } from '@domain'
import type { HandForm } from '@domain/meals/contract/rounds'
import { handWords, marksOf } from '@domain/meals/handing'
import { heard } from '@domain/visits/moment'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import { explainedBy } from '../checks/explained'
import { openCheck, settleTaken } from '../checks/open'
import { type Handed, type OrderDoc, TAKEN } from '../docs'
import { settle, unsettle } from '../money/charge'
import { withState } from '../orders/change'
import type { RoundDoc } from './docs'
import { atDesk, carries } from './reach'
import { isTheirs, mayCorrect } from './show'

const stop = () => notThere('meals', '这一家')

/** Refuses: see meals.hand_over. */
export const handOver: Work<InputOf<'meals.hand_over'>, OutputOf<'meals.hand_over'>> = async (context, input) => {
  const at = momentOf(input.at, context.now)
  const form = checked(input.form)
  const silent = await isExplained(context, input.order, form)
  const about = { target: input.order, division: context.divisions[0] }
  return context.write(about, async (_, whole) => {
    const order = await whole.get<OrderDoc>('orders', input.order)
    const round = await whole.get<RoundDoc>('rounds', input.round)
    if (!order || !round || !mayHand(context, order, round)) throw stop()
    about.division = order.community
    mustBeUnsaid(order, form, context.today)
    const marks = marksOf(order, input.round, context.today)
    const handed = handedOf(context, form, { at, round: input.round, ...(marks.length > 0 ? { marks } : {}) })
    const after = await said(context, whole, order, handed, silent)
    if (round.started === undefined) await whole.put<RoundDoc>('rounds', { ...round, started: at, version: round.version + 1 })
    return { id: after._id, words: handWords(handed, context.today), marks }
  })
}

/** Refuses: see meals.correct_hand. */
export const correctHand: Work<InputOf<'meals.correct_hand'>, OutputOf<'meals.correct_hand'>> = async (context, input) => {
  const form = checked(input.form)
  const silent = await isExplained(context, input.order, form)
  const about = { target: input.order, division: context.divisions[0] }
  return context.write(about, async (_, whole) => {
    const order = await whole.get<OrderDoc>('orders', input.order)
    const was = order?.handed
    if (!order || !was || was.round === undefined || !isTheirs(order, context)) throw stop()
    about.division = order.community
    if (!mayCorrect(order, context)) throw refuse('meals.too_late', '过了当天就改不了了，请告诉厨房', 'order')
    if (order.version !== input.version) throw refuse('meals.changed_meanwhile', '这一家刚刚又改过，请看一眼再改', 'version')
    const handed = handedOf(context, form, { at: was.at, round: was.round, ...(was.marks ? { marks: was.marks } : {}) })
    await said(context, whole, order, handed, silent)
    return { id: order._id, words: handWords(handed, context.today) }
  })
}

function momentOf(at: number, now: number): number {
  const moment = heard(at, now)
  if ('at' in moment) return moment.at
  if (moment.refused === 'too_old') throw refuse('meals.too_old', '这次送餐过去 30 天以上了，请直接告诉厨房', 'at')
  throw refuse('meals.in_the_future', '手机的日期比今天还晚，请先把手机时间调准，再上传', 'at')
}

/** Where a meal was left has to be said: somebody will ask. */
function checked(form: HandForm): HandForm {
  if (form.outcome === 'left' && !form.with?.trim()) throw refuse('meals.no_words', '点一下放在哪儿、交给了谁', 'form.with')
  return form
}

/** Somebody known to be in hospital or away is not looked for when nobody answers. A query, hence before the transaction. */
async function isExplained({ system }: Context, id: string, { outcome }: HandForm): Promise<boolean> {
  const order = outcome === 'no_answer' ? await system.get<OrderDoc>('orders', id) : null
  return order !== null && (await explainedBy(system, order)) !== null
}

/** Those at the desk, and whoever carries the round or has carried it, while or since the stop was in it. */
function mayHand(context: Context, order: OrderDoc, round: RoundDoc): boolean {
  const wasThere = round.stops.includes(order._id) || round.left.some(one => one.order === order._id)
  return order.slot === round.slot && wasThere && (carries(context, round) || atDesk(context, order.community))
}

/** Once said it is corrected, not said again; but a meal that nobody took can still reach its eater. */
function mustBeUnsaid(order: OrderDoc, form: HandForm, today: string) {
  if (order.day > today) throw refuse('meals.wrong_day', '这一份是以后的，还没到送的日子', 'order')
  if (!order.handed) return
  const words = handWords(order.handed, today)
  if (order.state === 'taken') throw refuse('meals.already_taken', `${order.call}的饭：${words}，不用再记`, 'order')
  if (!TAKEN.includes(form.outcome)) throw refuse('meals.already_said', `${order.call}这一家：${words}。要改请点改一下`, 'order')
}

const handedOf = (context: Context, form: HandForm, more: Pick<Handed, 'at' | 'round' | 'marks'>): Handed => ({
  ...tidy(form),
  ...{ by: context.person?.name ?? '', account: context.person?.id ?? '', arrived: context.now },
  ...more,
})

function tidy({ outcome, with: whom, wellbeing, note, photos }: HandForm) {
  const [where, words] = [whom?.trim(), note?.trim()]
  const seen = outcome !== 'no_answer'
  return {
    outcome,
    ...(outcome === 'left' && where ? { with: where } : {}),
    ...(seen && wellbeing ? { wellbeing } : {}),
    ...(words ? { note: words } : {}),
    ...(photos?.length ? { photos } : {}),
  }
}

/** Writes what happened to an order and all that follows from it. */
export async function said(context: Context, tx: WriteTx, order: OrderDoc, handed: Handed, silent = false): Promise<OrderDoc> {
  const { now } = context
  const before = order.handed ? { before: [...(order.before ?? []), order.handed] } : {}
  const after = withState({ ...order, ...before, handed, version: order.version + 1 })
  await tx.put('orders', after)
  const when = { now, by: handed.by }
  if (after.state === 'taken') await settle(tx, after, when)
  else if (order.state === 'taken') await unsettle(tx, after, when)
  // also a meal that was never in doubt: in their own hands it ends the check of an earlier meal of the day
  if (after.state === 'taken') await settleTaken(tx, after, { now })
  if (handed.outcome === 'no_answer' && !silent) await openCheck(tx, after, { why: 'no_answer', now })
  if (handed.wellbeing === 'worrying') await openCheck(tx, after, { why: 'worrying', now })
  return after
}
