/** Reads every page of a list that is known to be short enough to be read whole. */
import type { Doc, Query, Store } from './store/port'

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

const MOST = 200
/** Everything whose `field` is one of many values: a few queries, never one a value. */
export async function among<D extends Doc>(
  from: Pick<Store, 'find'>,
  collection: string,
  field: string,
  values: readonly string[],
): Promise<D[]> {
  const chunks = Array.from({ length: Math.ceil(values.length / MOST) }, (_, n) => values.slice(n * MOST, (n + 1) * MOST))
  const found = await Promise.all(chunks.map(chunk => all<D>(from, collection, { where: { [field]: { in: chunk } } })))
  return found.flat()
}
