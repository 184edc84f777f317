/** Whether something explains that somebody takes no meal on a day: a pause, hospital, travel. Silent only until its date. */
import type { Store } from '../../_kit/store/port'
import type { AwayDoc, OrderDoc } from '../docs'

/**
 * The absence that explains an order nobody took; null when none does. What was ordered by hand after an absence was written down is expected
 * all the same: whoever says they are away and then orders, is looked for. A query: ask before a transaction.
 */
export async function explainedBy(store: Pick<Store, 'find'>, order: OrderDoc): Promise<AwayDoc | null> {
  const { eater, day } = order
  const begun = await store.find<AwayDoc>('aways', { where: { eater, from: { lte: day } }, order: ['-from'], limit: 100 })
  const wanted = wantedAt(order)
  return begun.items.find(one => (one.until === undefined || one.until >= day) && one.at >= wanted) ?? null
}

/** When somebody last said that they want this meal (ms); a standing order says nothing. */
function wantedAt({ placed, earlier }: OrderDoc): number {
  const anew = earlier.filter(one => one.what === 'undone').map(one => one.at)
  return Math.max(placed.how === 'standing' ? 0 : placed.at, 0, ...anew)
}
