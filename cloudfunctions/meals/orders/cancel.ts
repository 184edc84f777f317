/** Cancelling: until the cut-off by the eater and whoever acts for them; afterwards by staff, with a reason, and the meal counts as explained. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import type { OrderDoc } from '../docs'
import type { When } from '../money/charge'
import { withState } from './change'
import { tooLate } from './form'
import { keep, remembered } from './keep'
import { by, cutoffOf, mustBeOpen, theirs } from './place'
import { movePortions, type Need } from './portions'
import { undoUntil } from './undo'

export const cancel: Work<InputOf<'meals.cancel'>, OutputOf<'meals.cancel'>> = async (context, { eater, order: id, why = '' }) => {
  const seen = await theirs(context, eater, id)
  const cutoff = await cutoffOf(context.system, seen)
  const late = context.now >= cutoff
  if (late && context.acting !== 'staff') throw tooLate(seen, cutoff, '厨房已经备料了，来不了请打电话给厨房')
  if (late && !why.trim()) throw refuse('meals.too_late', '已经过了截止时间，请写明为什么不来吃了', 'why')
  return context.write({ target: id, division: seen.home }, async (_, whole) => {
    const before = await whole.get<OrderDoc>('orders', id)
    if (!before || before.cancelled) throw notThere('meals', '这份订餐')
    mustBeOpen(before)
    if (late) return explain(context, whole, before, why.trim())
    const { needs, after } = await cancelled(whole, before, why.trim(), by(context))
    await movePortions(whole, needs)
    const until = undoUntil(after, cutoff)
    return { id, ...(until ? { undoUntil: until } : {}) }
  })
}

/** Cancels an open order (`away`: because of this pause): the day's subsidised meal and the money come back; so do the portions, last. */
export async function cancelled(
  tx: Tx,
  before: OrderDoc,
  why: string,
  when: When,
  away?: string,
): Promise<{ needs: Need[]; after: OrderDoc }> {
  const after = withState({
    ...before,
    ...{ cancelled: { at: when.now, by: when.by, why, ...(away ? { away } : {}) }, touched: true },
    ...{ earlier: remembered(before, 'cancelled', when), version: before.version + 1 },
  })
  return { needs: (await keep(tx, before, after, null, when)).needs, after }
}

/** The meal is being cooked: it stays counted and charged, and nobody knocks because it was not taken. */
async function explain(context: Context, tx: Tx, before: OrderDoc, why: string) {
  const explained = { at: context.now, by: context.person?.name ?? '', why }
  await tx.put('orders', withState({ ...before, explained, touched: true, version: before.version + 1 }))
  return { id: before._id }
}
