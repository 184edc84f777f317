/** Whether something explains that somebody takes no meal on a day: a pause, hospital, travel. Silent only until its date. */
import type { Store } from '../../_kit/store/port'
import type { AwayDoc } from '../docs'

/** The absence that holds on a day; null when none does. A query: ask before a transaction. */
export async function explainedBy(store: Pick<Store, 'find'>, eater: string, day: string): Promise<AwayDoc | null> {
  const begun = await store.find<AwayDoc>('aways', { where: { eater, from: { lte: day } }, order: ['-from'], limit: 100 })
  return begun.items.find(one => one.until === undefined || one.until >= day) ?? null
}
