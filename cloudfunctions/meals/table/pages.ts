/** Reads every page of a list that is known to be short enough to be read whole. */
import type { Doc, Query, Store } from '../../_kit/store/port'

export async function all<D extends Doc>(
  from: Pick<Store, 'find'>,
  collection: string,
  query: Omit<Query, 'limit' | 'after'>,
): Promise<D[]> {
  const found: D[] = []
  let after: string | undefined
  do {
    const page = await from.find<D>(collection, { ...query, limit: 1000, after })
    found.push(...page.items)
    after = page.after
  } while (after)
  return found
}
