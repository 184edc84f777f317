/** What the clock does for the ways out of the house. */
import type { Job, Ticking } from '../_kit/clock'
import { KEPT } from '../_kit/once'
import type { Condition } from '../_kit/store/port'
import { dayOf } from '../_kit/time'
import { sendOut } from './send'

const HOUR = 3_600_000
const CHUNK = 500

async function purge({ store }: Ticking, collection: string, where: { [field: string]: Condition }, by: string): Promise<number> {
  const old = await store.find(collection, { where, order: [by], limit: CHUNK })
  await store.transaction(async tx => {
    for (const doc of old.items) await tx.remove(collection, doc._id)
  })
  return old.items.length
}

export const jobs: Job[] = [
  // at every tick, after the drain: whoever is told of something is told soon
  { name: 'send_out', every: 0, run: sendOut },
  // an event may be drained again as long as a key is kept
  {
    name: 'purge_outgoing',
    every: HOUR,
    run: kit => purge(kit, 'outgoing', { state: 'done', due: { lt: kit.now - KEPT } }, 'due'),
  },
  { name: 'purge_texted', every: HOUR, run: kit => purge(kit, 'texted', { day: { lt: dayOf(kit.now - 48 * HOUR) } }, 'day') },
]
