/** What ordering does about what happens elsewhere. The table is ../../reactions.ts. */
import type { WriteTx } from '../../_kit/context'
import type { Kit, Later, Reaction } from '../../_kit/react'
import type { Doc, Store } from '../../_kit/store/port'
import { broughtTo } from '../brought'
import type { OrderDoc, StandingDoc } from '../docs'
import { eaterOn } from '../eaters'
import { routeFor } from '../rounds/route'
import { cancelled } from './cancel'
import { withState } from './change'
import { standingsOf } from './expect'
import { cutoffOf, placeOf } from './place'
import { movePortions } from './portions'
import { standingChange } from './standing'

/** The fields of the registry that are read here. */
type Resident = Doc & { living: string }

/** Orders of an eater for a day or later that are still open. */
async function openFrom(store: Pick<Store, 'find'>, eater: string, from: string): Promise<OrderDoc[]> {
  const { items } = await store.find<OrderDoc>('orders', { where: { eater, day: { gte: from } }, order: ['day'], limit: 200 })
  return items.filter(one => one.state === 'open')
}

/**
 * Somebody moved away or died: standing orders end, meals to come are cancelled, and one that is being cooked is explained, so that nobody
 * knocks for it. Facts: { resident, why, on }.
 */
export const mealsEnded: Later = async (kit, facts) => {
  const { resident: eater, why, on } = facts as { resident: string; why: string; on: string }
  const now = await kit.store.get<Resident>('residents', eater)
  // a slip may have been put right meanwhile
  if (now?.living !== 'moved' && now?.living !== 'deceased') return
  const words = why === 'deceased' ? '去世' : '搬走了'
  for (const standing of await standingsOf(kit.store, eater, on))
    await kit.write(async tx => {
      const after = await tx.update<StandingDoc>('standings', standing._id, { set: { ended: on }, inc: { rev: 1, version: 1 } })
      if (after) await standingChange(tx, after, kit.today)
    })
  for (const { _id } of await openFrom(kit.store, eater, kit.today)) await kit.write(tx => end(tx, kit, _id, words))
}

async function end(tx: WriteTx, { now }: Pick<Kit, 'now'>, id: string, words: string): Promise<void> {
  const before = await tx.get<OrderDoc>('orders', id)
  if (before?.state !== 'open') return
  const when = { now, by: '系统' }
  if (now < (await cutoffOf(tx, before))) {
    const { needs } = await cancelled(tx, before, words, when)
    return movePortions(tx, needs)
  }
  const explained = { at: now, by: when.by, why: words }
  await tx.put('orders', withState({ ...before, explained, version: before.version + 1 }))
}

/** A household whose people have orders or standing orders changed: they follow later. Facts: { household }. */
export const homeChanged: Reaction = async (tx, facts) => {
  const household = String(facts.household)
  if (await tx.get('meal_homes', household)) await tx.happened('meals.home_changed', { household })
}

/** Meals to come are brought to where the eater lives now. Facts: { household }. */
export const doorsFollow: Later = async (kit, facts) => {
  const household = String(facts.household)
  const where = { household, day: { gte: kit.today } }
  const { items } = await kit.store.find<OrderDoc>('orders', { where, order: ['day'], limit: 1000 })
  const residents = await kit.store.find('residents', { where: { household }, limit: 100 })
  const eaters = new Set([...items.map(one => one.eater), ...residents.items.map(one => one._id)])
  for (const eater of eaters) await follow(kit, eater)
}

async function follow(kit: Parameters<Later>[0], eater: string): Promise<void> {
  const { store } = kit
  const resident = await eaterOn(store, eater, kit.today)
  if (!resident) return
  const standings = await standingsOf(store, eater, kit.today)
  await kit.write(async tx => {
    for (const { _id } of standings) await tx.update('standings', _id, { set: { home: resident.home } })
    await tx.update('diners', eater, { set: { home: resident.home } })
  })
  for (const { _id, kitchen, community, way } of await openFrom(store, eater, kit.today)) {
    const who = await broughtTo(store, { community }, resident)
    const route = way === 'delivery' ? await routeFor(store, kitchen, who.building) : undefined
    await kit.write(async tx => {
      const before = await tx.get<OrderDoc>('orders', _id)
      if (before?.state !== 'open' || same(before, placeOf({ who }))) return
      // an order in a round stays in it: whoever carries it moves it (see rounds)
      const { route: old, ...rest } = before
      const by = before.round ? old : route
      await tx.put('orders', { ...rest, ...placeOf({ who, ...(by ? { route: by } : {}) }), version: before.version + 1 })
    })
  }
}

const same = (order: OrderDoc, place: ReturnType<typeof placeOf>) => Object.entries(place).every(([field, value]) => order[field] === value)
