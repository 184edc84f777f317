/** What the registry knows of a community, read once for an import: its doors, its people, its grids, its tags. */
import type { TagKind } from '@domain/people/contract'
import type { Known } from '@domain/people/roster/match'
import type { Doc, Store } from '../../_kit/store/port'
import { placeOf } from '../divisions'
import { type GridDoc, type HouseholdDoc, isCurrent, type ResidentDoc } from '../docs'
import { kindsIn } from '../kinds'

export type Registered = ResidentDoc & Known
export interface Registry {
  community: string
  /** The community's own names, left out of addresses. */
  here: string[]
  /** By the door's id (see doors.ts), ended ones too. */
  households: Map<string, HouseholdDoc>
  residents: Registered[]
  grids: GridDoc[]
  kinds: TagKind[]
}

export async function registryOf(store: Store, community: string): Promise<Registry> {
  const households = await all<HouseholdDoc>(store, 'households', { community })
  const residents = await all<ResidentDoc>(store, 'residents', { community })
  return {
    community,
    here: (await placeOf(store, community)).slice(-1),
    households: new Map(households.map(doc => [doc.door, doc])),
    residents: residents.map(doc => Object.assign(doc, { current: isCurrent(doc.living) })),
    grids: await all<GridDoc>(store, 'grids', { community }),
    kinds: await kindsIn(store),
  }
}

/** Every document, a page at a time; other requests are answered in between. */
async function all<D extends Doc>(store: Store, collection: string, where: { [field: string]: string }): Promise<D[]> {
  const found: D[] = []
  let after: string | undefined
  do {
    const page = await store.find<D>(collection, { where, limit: 1000, after })
    for (const doc of page.items) found.push(doc)
    after = page.after
    await breathe()
  } while (after)
  return found
}

/** Lets whoever waits for this process have a turn. */
export const breathe = () => new Promise<void>(resolve => setImmediate(resolve))
