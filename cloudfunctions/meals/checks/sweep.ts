/** The clock: when a service has ended, whoever did not take their meal is looked for, unless something explains it. */

import { AWAY_WORDS } from '@domain/meals/checkwords'
import type { Meal } from '@domain/meals/contract'
import { momentsOf } from '@domain/meals/serving'
import { stateOf } from '@domain/meals/state'
import type { Job, Ticking } from '../../_kit/clock'
import type { WriteTx } from '../../_kit/context'
import { telling } from '../../_kit/react'
import type { AwayDoc, KitchenDoc, OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { count } from './count'
import { explainedBy } from './explained'
import { openCheck } from './open'

const CHUNK = 200
const WAITING = ['open', 'failed'] as const

/** Meals of services that are over: taken, explained, or a check. Idempotent: each order is settled in its own transaction. */
export const sweep: Job = {
  name: 'meals_not_taken',
  every: 60_000,
  async run(kit) {
    let done = 0
    for (const { slot, to } of await overSlots(kit))
      for (const state of WAITING) {
        const page = await kit.store.find<OrderDoc>('orders', { where: { slot, state }, limit: CHUNK - done })
        for (const order of page.items) done += await settled(kit, order, to)
        if (done >= CHUNK) return done
      }
    return done
  },
}

/** The slots with meals nobody has taken whose service has ended; a meal's kitchen may have changed its times meanwhile. */
async function overSlots({ store, now, today }: Ticking): Promise<{ slot: string; to: number }[]> {
  const where = (state: string) => ({ state, day: { lte: today } })
  const rows = await Promise.all(WAITING.map(state => store.tally('orders', { where: where(state), by: 'slot' })))
  const slots = [...new Set(rows.flat().map(row => row.by))]
  const ends = await Promise.all(slots.map(async slot => ({ slot, to: await endOf({ store }, slot) })))
  return ends.filter(one => one.to <= now).sort((a, b) => a.to - b.to)
}

async function endOf({ store }: Pick<Ticking, 'store'>, slot: string): Promise<number> {
  const [kitchen, day, meal] = slot.split('|')
  const known = await store.get<KitchenDoc>('kitchens', kitchen)
  return momentsOf(known ?? { servings: [] }, day, meal as Meal).to
}

/** One that fails is left for the next tick and does not stop the others. */
async function settled(kit: Ticking, order: OrderDoc, to: number): Promise<number> {
  try {
    const away = await explainedBy(kit.store, order)
    return await kit.store.transaction(tx => settle(telling(tx, kit.reactions, kit), { id: order._id, away, to, now: kit.now }))
  } catch (error) {
    kit.log.error({ order: order._id, error: String(error) }, 'a meal not taken was not settled')
    return 0
  }
}

interface Over {
  id: string
  away: AwayDoc | null
  to: number
  now: number
}
/** One order of a service that is over. */
async function settle(tx: WriteTx, { id, away, to, now }: Over): Promise<number> {
  const order = await tx.get<OrderDoc>('orders', id)
  if (!order || (order.state !== 'open' && order.state !== 'failed')) return 0
  const why = await whyOf(tx, order, away)
  const explained = why ? { explained: { at: now, by: away?.by ?? '系统', why } } : {}
  const after = { ...order, ...explained, over: true as const }
  await tx.update('orders', id, { set: { ...explained, over: true, state: stateOf(after) }, inc: { version: 1 } })
  if (!why) await openCheck(tx, order, { why: 'not_taken', now, since: to })
  await count(tx, { grid: order.home || order.community, day: order.day }, why ? { explained: 1 } : { missed: 1 })
  return 1
}

/** What explains it, in words for people; undefined when nothing does. Somebody who refused the meal at the door has been seen. */
async function whyOf(tx: WriteTx, order: OrderDoc, away: AwayDoc | null): Promise<string | undefined> {
  if (away) return away.words.trim() || AWAY_WORDS[away.why] || AWAY_WORDS.other
  if (order.handed?.outcome === 'refused' && order.handed.wellbeing !== 'worrying') return '当面说不要了'
  if (order.eater.startsWith('guest')) return '没登记的客人'
  const eater = await eaterOn(tx, order.eater, order.day)
  return eater && !eater.here ? '已经不在这里住了' : undefined
}
