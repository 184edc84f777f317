/** What the clock does, in this order. A feature adds its row here. */
import type { Job } from '../_kit/clock'
import { KEPT } from '../_kit/once'
import { drain } from '../_kit/react'
import { seal, walkChains } from '../_kit/seal'
import type { Store } from '../_kit/store/port'
import { removeUnfiled } from '../files/uploads'
import { jobs as meals } from '../meals/clock'
import { jobs as notices } from '../notices/clock'
import { jobs as people } from '../people/clock'
import { jobs as shifts } from '../shifts/clock'
import { turn } from '../visits/refresh'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const CHUNK = 500

/** Removes a chunk of what is older than `before` by the field `by`. */
async function purge(store: Store, collection: string, by: string, before: number): Promise<number> {
  const old = await store.find(collection, { where: { [by]: { lt: before } }, order: [by], limit: CHUNK })
  if (old.items.length > 0)
    await store.transaction(async tx => {
      for (const doc of old.items) await tx.remove(collection, doc._id)
    })
  return old.items.length
}

export const jobs: Job[] = [
  // at every tick: whoever wakes the clock waits for what follows
  { name: 'drain', every: 0, run: kit => drain(kit, kit.reactions) },
  ...people,
  ...meals,
  ...shifts,
  // last of all that tells somebody something
  ...notices,
  { name: 'turn_doors', every: MINUTE, run: turn },
  { name: 'seal', every: MINUTE, run: kit => seal(kit.store, kit.anchors, kit.now) },
  { name: 'walk_trace', every: 10 * MINUTE, run: kit => walkChains(kit, kit.now - DAY) },
  { name: 'purge_keys', every: 60 * MINUTE, run: kit => purge(kit.store, 'keys', 'at', kit.now - KEPT) },
  { name: 'purge_sessions', every: 60 * MINUTE, run: kit => purge(kit.store, 'sessions', 'until', kit.now) },
  { name: 'purge_codes', every: 60 * MINUTE, run: kit => purge(kit.store, 'codes', 'until', kit.now) },
  { name: 'purge_tries', every: 60 * MINUTE, run: kit => purge(kit.store, 'tries', 'until', kit.now) },
  { name: 'purge_pieces', every: 60 * MINUTE, run: kit => purge(kit.store, 'pieces', 'at', kit.now - DAY) },
  { name: 'purge_uploads', every: 60 * MINUTE, run: kit => removeUnfiled(kit, kit.now - DAY) },
]
