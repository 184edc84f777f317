/** What visits do about what happens elsewhere. The table is ../reactions.ts. */
import type { Later, Reaction } from '../_kit/react'
import type { Doc } from '../_kit/store/port'
import { refresh, refreshDivision } from './refresh'

/** A household, its people or their tags changed: its door follows in the same transaction. Facts: { household }. */
export const householdChanged: Reaction = (tx, facts, when) => refresh(tx, String(facts.household), when)

/** Many households of a community changed at once (import, grids drawn anew): their doors follow. Facts: { community } or { grid }. */
export const divisionChanged: Later = (kit, facts) => refreshDivision(kit, String(facts.grid ?? facts.community))

/** A tag asks for another interval: the doors of every community that has it follow. Facts: { tag }. */
export const tagDefined: Later = async (kit, facts) => {
  const tag = String(facts.tag)
  for (const community of await communities(kit)) {
    const where = { community, tags: { has: tag } }
    if (await kit.store.count('doors', where)) await refreshDivision(kit, community)
  }
}

async function communities({ store }: Parameters<Later>[0]): Promise<string[]> {
  const found: string[] = []
  let after: string | undefined
  do {
    const page: { items: Doc[]; after?: string } = await store.find('divisions', { where: { level: 'community' }, limit: 1000, after })
    found.push(...page.items.map(one => one._id))
    after = page.after
  } while (after)
  return found
}
