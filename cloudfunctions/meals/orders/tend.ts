/** The clock's look at a meal: holds portions for its standing orders, and makes orders of them when their time has come. */
import { madeAt } from '@domain/meals/late'
import { MEAL_WORDS, momentsOf, opens } from '@domain/meals/serving'
import type { Job, Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { Doc } from '../../_kit/store/port'
import { type KitchenDoc, type MenuDoc, orderId } from '../docs'
import { eaterOn } from '../eaters'
import type { DueDoc } from './due'
import { spokenDay } from './form'
import { type Made, make } from './make'
import { job as missing } from './missing'
import { reserve } from './reserve'
import { type Sitting, waiting } from './sitting'

/** Meals a run, orders made of one meal a look, and those made at the same time: a cloud function has some seconds. */
const SLOTS = 5
const CHUNK = 200
const TOGETHER = 25
const LATER = 10 * 60_000

const TABLE = '/meals/pages/week/index'
const KITCHEN = '/meals/pages/kitchen/index'

/** A standing order that could not be made: `${eater}|${day}|${meal}`. */
export type MissDoc = Doc & { slot: string; eater: string; call: string; door: string; home: string; why: string; at: number }

async function run(kit: Ticking): Promise<number> {
  const { items } = await kit.store.find<DueDoc>('standing_due', { where: { due: { lte: kit.now } }, order: ['due'], limit: SLOTS })
  for (const one of items)
    try {
      await tend(kit, one)
    } catch (error) {
      kit.log.error({ slot: one._id, error: String(error) }, 'standing orders were not tended')
      // others must not wait behind it
      await settle(kit, one, kit.now + LATER)
    }
  return items.length
}

/** One look. What could not be done now is looked at again: at the time of making, or when somebody changes something. */
export async function tend(kit: Ticking, seen: DueDoc): Promise<void> {
  const { store, now } = kit
  const { kitchen: id, day, meal } = seen
  const [kitchen, menu] = await Promise.all([store.get<KitchenDoc>('kitchens', id), store.get<MenuDoc>('menus', seen._id)])
  if (!kitchen || !menu?.published) return settle(kit, seen)
  const { from } = momentsOf(kitchen, day, meal)
  if (now >= from) {
    // the clock slept through the time of making: nobody made a meal, and nobody will be looked for
    if (seen.due < from) await allMissed(kit, { kitchen, menu })
    return settle(kit, seen)
  }
  const shut = 'shut' in opens(kitchen, day, meal)
  const due = madeAt(kitchen, day, meal)
  const sitting = shut ? [] : await waiting(store, { kitchen: id, day, meal })
  if (now < due) {
    await reserve(store, menu, sitting)
    return settle(kit, seen, due)
  }
  const fresh = await notMissed(kit, seen._id, sitting)
  await makeAll(kit, { kitchen, menu }, fresh.length > CHUNK ? fresh.slice(0, CHUNK) : sitting)
  // the note stays as it is: the next look makes the next ones
  if (fresh.length > CHUNK) return
  await reserve(store, menu, await waiting(store, { kitchen: id, day, meal }))
  await settle(kit, seen)
}

/** Whoever would have got a meal that can be made no more is told, and so is the kitchen. */
async function allMissed(kit: Ticking, at: { kitchen: KitchenDoc; menu: MenuDoc }): Promise<void> {
  const { day, meal } = at.menu
  if ('shut' in opens(at.kitchen, day, meal)) return
  const sitting = await waiting(kit.store, { kitchen: at.kitchen._id, day, meal })
  for (const one of sitting) await noted(kit, at, one, { not: '系统停过一阵，没赶上订餐' })
}

/** Those that have not been tried in vain; the others are tried again with the last of these. */
async function notMissed({ store }: Ticking, slot: string, sitting: Sitting[]): Promise<Sitting[]> {
  if (sitting.length <= CHUNK) return sitting
  const missed = new Set<string>()
  let after: string | undefined
  do {
    const page = await store.find<MissDoc>('standing_misses', { where: { slot }, limit: 1000, after })
    for (const one of page.items) missed.add(one.eater)
    after = page.after
  } while (after)
  return sitting.filter(one => !missed.has(one.standing.eater))
}

async function makeAll(kit: Ticking, at: { kitchen: KitchenDoc; menu: MenuDoc }, sitting: Sitting[]): Promise<void> {
  for (let n = 0; n < sitting.length; n += TOGETHER)
    await Promise.all(
      sitting.slice(n, n + TOGETHER).map(async one => {
        const made = await make(kit, at, one)
        await noted(kit, at, one, made)
      }),
    )
}

/** Nobody is dropped in silence: whoever gets no meal by their standing order is told, and so is the kitchen, once. */
async function noted(
  kit: Ticking,
  { kitchen, menu }: { kitchen: KitchenDoc; menu: MenuDoc },
  { standing }: Sitting,
  made: Made,
): Promise<void> {
  const { eater } = standing
  const id = orderId(eater, menu.day, menu.meal)
  const known = await kit.store.get<MissDoc>('standing_misses', id)
  if (typeof made === 'string') {
    if (known) await kit.store.transaction(tx => tx.remove('standing_misses', id))
    return
  }
  const who = known ? null : await eaterOn(kit.store, eater, menu.day)
  if (!who) return
  const { call, door, home } = who
  await kit.store.transaction(async plain => {
    const tx = telling(plain, kit.reactions, kit)
    await tx.put<MissDoc>('standing_misses', { _id: id, slot: menu._id, eater, call, door, home, why: made.not, at: kit.now })
    const meal = `${spokenDay(menu.day)}的${MEAL_WORDS[menu.meal]}`
    const body = `${made.not}。可以改订别的，或者打电话给${kitchen.name}`
    await tx.happened('meals.eaters_told', { eaters: [{ eater, call }], title: `${meal}没订上`, body, to: TABLE, at: kit.now })
    const forCooks = { title: `有人的长期订餐没订上：${meal}`, body: `${door} ${call}：${made.not}`, to: KITCHEN, at: kit.now }
    await tx.happened('meals.standing_missed', { community: kitchen.community, ...forCooks })
  })
}

/** Puts the note away, or to its next time; not when somebody marked it meanwhile. */
function settle({ store }: Ticking, { _id, n }: DueDoc, due?: number): Promise<void> {
  return store.transaction(async tx => {
    const now = await tx.get<DueDoc>('standing_due', _id)
    if (now?.n !== n) return
    if (due === undefined) await tx.remove('standing_due', _id)
    else await tx.put<DueDoc>('standing_due', { ...now, due })
  })
}

export const jobs: Job[] = [{ name: 'standing_orders', every: 60_000, run }, missing]
