/** The stage of random histories of ordering: two kitchens, three eaters, three days, few portions. Loaded as it is kept, so that thousands are quick. */
import { addDays } from '@domain/days'
import type { Meal } from '@domain/meals/contract'
import { drain } from '../../_kit/react'
import type { Town } from '../../_kit/testing'
import { dayOf } from '../../_kit/time'
import { reactions } from '../../reactions'
import { type DishDoc, type MenuDoc, type OrderDoc, type PortionsDoc, slotId } from '../docs'
import { COMMUNITY, DISHES, type Dish, GRID, kitchenForm } from '../town'
import { jobs } from './tend'

export const START = '2026-11-21T08:00'
export const DAYS = ['2026-11-21', '2026-11-22', '2026-11-23']
export const MEALS: Meal[] = ['lunch', 'dinner']
export const COOKED: Dish[] = ['main', 'other', 'side']
/** Free, half price, no rule holds. */
const BORN = ['1930-01-01', '1944-01-01', '1980-01-01']
const SERVED = [
  { meal: 'lunch' as const, from: '11:00', to: '12:30', cutoff: '09:30', before: 0 },
  { meal: 'dinner' as const, from: '17:00', to: '18:30', cutoff: '15:00', before: 0 },
]
/** 分 on each meal account to begin with. */
export const PURSE = 3000

export interface Stage {
  kitchens: string[]
  eaters: string[]
  slots: string[]
  dish(kitchen: number, dish: number): string
}

let count = 0
/** A stage of its own, at START. */
export async function stageIn(town: Town): Promise<Stage> {
  town.moveTo(START)
  await forget(town)
  const n = ++count
  const kitchens = [`k${n}a`, `k${n}b`]
  const eaters = BORN.map((_, i) => `e${n}-${i}`)
  const dish = (kitchen: number, at: number) => `${kitchens[kitchen]}-${COOKED[at]}`
  const slots = kitchens.flatMap(kitchen => DAYS.flatMap(day => MEALS.map(meal => slotId(kitchen, day, meal))))
  await loadKitchens(town, kitchens)
  await loadMenus(town, kitchens, dish)
  await loadEaters(town, eaters)
  return { kitchens, eaters, slots, dish }
}

/** What waits of earlier histories: their time is over, and it would come again with this one's. */
async function forget(town: Town) {
  for (const collection of ['standing_due', 'events']) {
    const { items } = await town.store.find(collection, { where: {}, limit: 1000 })
    await town.store.transaction(async tx => {
      for (const { _id } of items) await tx.remove(collection, _id)
    })
  }
}

async function loadKitchens(town: Town, kitchens: string[]) {
  const shares = { government: 60, enterprise: 10, charity: 30 }
  const rules = [
    { id: 'free', ages: { from: 90 }, effect: { kind: 'free' }, shares },
    { id: 'half', ages: { from: 80, to: 89 }, effect: { kind: 'percent', percent: 50 }, shares },
  ]
  const form = kitchenForm({ servings: SERVED, serves: [COMMUNITY] })
  const base = { community: COMMUNITY, version: 1 }
  await town.store.load(
    'kitchens',
    kitchens.map(_id => ({ ...form, ...base, _id })),
  )
  await town.store.load(
    'price_rules',
    kitchens.map(_id => ({ _id, division: COMMUNITY, kitchen: _id, rules, names: {}, version: 1, at: 0, by: '' })),
  )
  const dishes: DishDoc[] = kitchens.flatMap(kitchen => COOKED.map(key => ({ ...DISHES[key], ...base, _id: `${kitchen}-${key}`, kitchen })))
  await town.store.load('dishes', dishes)
}

async function loadMenus(town: Town, kitchens: string[], dish: Stage['dish']) {
  const menus: MenuDoc[] = kitchens.flatMap((kitchen, at) =>
    DAYS.flatMap(day =>
      MEALS.map(meal => ({
        ...{ _id: slotId(kitchen, day, meal), kitchen, community: COMMUNITY, day, meal, published: true, version: 1 },
        items: COOKED.map((key, n) => ({ ...DISHES[key], dish: dish(at, n), ...(key === 'main' ? { instead: dish(at, 1) } : {}) })),
      })),
    ),
  )
  const few = { community: COMMUNITY, portions: 2, left: 2, held: 0, sold: 0 }
  const portions: PortionsDoc[] = menus.flatMap(({ _id: slot, items }) =>
    items.map(item => ({ ...few, _id: `${slot}|${item.dish}`, slot, dish: item.dish })),
  )
  await town.store.load('menus', menus)
  await town.store.load('portions', portions)
}

async function loadEaters(town: Town, eaters: string[]) {
  const place = { grid: GRID, community: COMMUNITY }
  const address = { building: '9', unit: '1', room: '101' }
  await town.store.load(
    'residents',
    eaters.map((_id, i) => ({
      _id,
      ...place,
      household: `h-${_id}`,
      name: '李国富',
      sex: 'male',
      born: BORN[i],
      living: 'living',
      tags: [],
    })),
  )
  await town.store.load(
    'households',
    eaters.map(_id => ({ _id: `h-${_id}`, ...place, address, walk: '0009|0001|0101', label: '9号楼 1单元 101', members: [_id] })),
  )
  const [account, at] = [(eater: string) => `eater:${eater}`, 0]
  await town.store.load(
    'balances',
    eaters.map(eater => ({ _id: account(eater), fen: PURSE, community: COMMUNITY, at })),
  )
}

/** Some hours pass, with what the clock does for standing orders. */
export async function pass(town: Town, hours: number): Promise<void> {
  const to = new Date(town.now() + hours * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 16)
  town.moveTo(to)
  await settle(town)
}

/** Drains what waits and lets the clock look at standing orders until nothing is left. */
export async function settle(town: Town): Promise<void> {
  const { store, secrets, blobs } = town
  const log = { info() {}, warn() {}, error: (fields: object) => void town.logged.push(JSON.stringify(fields)) }
  const kit = { store, secrets, blobs, anchors: town.anchors, reactions, log, now: town.now(), today: dayOf(town.now()), id: ids }
  for (let n = 0; n < 20; n++) {
    const drained = await drain(kit, reactions)
    const done = await jobs[0].run(kit)
    if (drained + done === 0) return
  }
}
let id = 0
const ids = () => `history-${++id}`

/** Everything of a stage that the invariants are about. */
export async function factsOf(town: Town, { slots, eaters }: Stage) {
  const find = async <D>(collection: string, where: { [field: string]: { in: string[] } }) =>
    (await town.store.find(collection, { where, limit: 1000 })).items as unknown as D[]
  const days = [addDays(DAYS[0], -1), ...DAYS]
  return {
    portions: await find<PortionsDoc>('portions', { slot: { in: slots } }),
    orders: await find<OrderDoc>('orders', { eater: { in: eaters } }),
    claims: (
      await Promise.all(
        eaters.flatMap(eater => days.map(day => town.store.get<{ _id: string; order: string }>('subsidies', `${eater}|${day}`))),
      )
    ).flatMap(one => (one ? [one] : [])),
  }
}
