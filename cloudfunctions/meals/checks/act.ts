/** What people do about a check: a rung done, an outcome. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { OUTCOME_WORDS } from '@domain/meals/checkwords'
import type { CheckOutcome } from '@domain/meals/contract/checks'
import { stateOf } from '@domain/meals/state'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { AwayDoc, OrderDoc } from '../docs'
import { close } from './close'
import type { CheckDoc } from './docs'
import { reaches } from './show'
import { take } from './step'

const who = ({ person }: Context) => ({ by: person?.name ?? '', account: person?.id ?? '' })
/** A reason holds at most so many days: after that somebody says it again. */
export const LONGEST = 92

/** The check inside a transaction: reached, and still open. Refuses: meals.not_there, meals.check_closed. */
export async function openOne(context: Context, whole: WriteTx, id: string): Promise<CheckDoc> {
  const check = await whole.get<CheckDoc>('checks', id)
  if (!check || !reaches(context, check)) throw notThere('meals', '这件事')
  if (!check.open) throw refuse('meals.check_closed', `这件事已经由${check.closed?.by || '别人'}了结了，请看一眼结果`, 'check')
  return check
}

export const step_check: Work<InputOf<'meals.step_check'>, OutputOf<'meals.step_check'>> = async (context, input) => {
  const about = { target: input.check, division: context.divisions[0] }
  return context.write(about, async (_, whole) => {
    const check = await openOne(context, whole, input.check)
    about.division = check.grid
    const { rung, result, words = '' } = input
    const after = await take(whole, check, { rung, result, words, at: context.now, ...who(context) }, context.now)
    const last = after.rungs.at(-1)?.rung ?? 'call'
    return { id: check._id, closed: !after.open, rung: last, ...(after.open && last !== 'duty' ? { next: after.next } : {}) }
  })
}

/** Outcomes that explain the meals nobody took, and those that last until a day. */
const EXPLAINING: CheckOutcome[] = ['hospital', 'away', 'deceased', 'wrong']
const LASTING: CheckOutcome[] = ['hospital', 'away']

export const close_check: Work<InputOf<'meals.close_check'>, OutputOf<'meals.close_check'>> = async (context, input) => {
  const { outcome, words, until } = input
  if (LASTING.includes(outcome)) mustEnd(context, until)
  const about = { target: input.check, division: context.divisions[0] }
  return context.write(about, async (_, whole) => {
    const check = await openOne(context, whole, input.check)
    about.division = check.grid
    const lasting = LASTING.includes(outcome) && until ? { until } : {}
    await close(whole, check, { at: context.now, ...who(context), outcome, words, ...lasting })
    if (EXPLAINING.includes(outcome))
      await explainMeals(whole, check, { at: context.now, by: who(context).by, why: `${OUTCOME_WORDS[outcome]}：${words}` })
    if (lasting.until || outcome === 'deceased') await absent(context, whole, check, { outcome, words, ...lasting })
    return { id: check._id }
  })
}

/** Refuses: meals.until_missing, meals.dates_wrong. */
export function mustEnd({ today }: Context, until: string | undefined) {
  if (!until) throw refuse('meals.until_missing', '请说到哪天为止，过了那天还没取餐会再提醒', 'until')
  if (until < today) throw refuse('meals.dates_wrong', '这一天已经过去了', 'until')
  if (until > addDays(today, LONGEST)) throw refuse('meals.dates_wrong', '最多到三个月以后，到时候再说一次', 'until')
}

/** The meals nobody took are explained; those taken meanwhile stay as they are. */
async function explainMeals(tx: WriteTx, check: CheckDoc, explained: { at: number; by: string; why: string }) {
  for (const { order: id, taken } of check.meals) {
    const order = taken === undefined ? await tx.get<OrderDoc>('orders', id) : null
    if (!order || !['open', 'failed', 'missed'].includes(order.state)) continue
    await tx.update('orders', id, { set: { explained, state: stateOf({ ...order, explained }) }, inc: { version: 1 } })
  }
}

/** Keeps the coming days silent until the day that was said; after a death until the registry says so too. */
async function absent(context: Context, tx: WriteTx, check: CheckDoc, ended: { outcome: CheckOutcome; words: string; until?: string }) {
  await tx.insert<AwayDoc>('aways', {
    ...{ _id: context.id(), eater: check.eater, home: check.grid, from: check.day, at: context.now, by: who(context).by },
    ...{ why: ended.outcome === 'hospital' ? 'hospital' : 'other', words: ended.words },
    ...(ended.until ? { until: ended.until } : {}),
  })
}
