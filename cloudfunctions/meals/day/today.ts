/** A kitchen's day: its numbers, the one thing to do now, and what is wrong. */
import type { InputOf, OutputOf } from '@domain'
import { addDays, daysBetween } from '@domain/days'
import type { Meal } from '@domain/meals/contract'
import type { MealDay } from '@domain/meals/contract/day'
import { MEALS, momentsOf, opens } from '@domain/meals/serving'
import { todoOf } from '@domain/meals/today'
import type { Context, Work } from '../../_kit/context'
import { type KitchenDoc, slotId } from '../docs'
import { menuOf, noKitchen } from '../kitchens/read'
import type { SafetyDoc } from '../safety/docs'
import { dishesOf, entriesOn } from '../safety/read'
import { alarmsOf } from './alarms'
import { type Prepared, prepared } from './prep'

/** How far ahead a menu should be out. */
const AHEAD = 7

export const kitchen_day: Work<InputOf<'meals.kitchen_day'>, OutputOf<'meals.kitchen_day'>> = async (
  context,
  { community, kitchen: asked },
) => {
  const all = await cooking(context, community)
  const kitchen = asked ? all.find(one => one._id === asked) : all[0]
  if (!kitchen) throw noKitchen()
  const day = context.today
  const entries = await entriesOn(context.system, kitchen._id, day, day)
  const served = MEALS.filter(meal => kitchen.servings.some(one => one.meal === meal))
  const prepped = await Promise.all(served.map(meal => prepared(context.system, kitchen, { day, meal, now: context.now })))
  const meals = prepped.map((one, at) => mealDay(context, kitchen, served[at], one, entries))
  return {
    ...{ kitchen: kitchen._id, name: kitchen.name, day, now: context.now, meals },
    others: all.filter(one => one !== kitchen).map(one => ({ kitchen: one._id, name: one.name })),
    todo: todoOf(meals, { day, now: context.now, ...(await unpublished(context, kitchen)), tillClosed: await isClosed(context, kitchen) }),
    alarms: await alarmsOf(context, kitchen, meals, prepped),
  }
}

/** The kitchens of a community that cook, by name. */
async function cooking({ store, today }: Context, community: string): Promise<KitchenDoc[]> {
  const { items } = await store.find<KitchenDoc>('kitchens', { where: { community }, limit: 100 })
  const cooks = items.filter(({ kind, ended }) => kind !== 'point' && kind !== 'drop' && !(ended && ended < today))
  return cooks.sort((a, b) => Number(b.kind === 'kitchen') - Number(a.kind === 'kitchen') || (a.name < b.name ? -1 : 1))
}

const isClosed = async ({ system, today }: Context, { _id }: KitchenDoc) => (await system.get('till_closings', `${_id}|${today}`)) !== null

async function unpublished({ system, today }: Context, kitchen: KitchenDoc): Promise<{ unpublished?: string; ahead: number }> {
  for (let ahead = 1; ahead <= AHEAD; ahead++) {
    const day = addDays(today, ahead)
    const meals = MEALS.filter(meal => 'open' in opens(kitchen, day, meal))
    const menus = await Promise.all(meals.map(meal => menuOf(system, slotId(kitchen._id, day, meal))))
    if (menus.some(menu => !menu?.published)) return { unpublished: day, ahead: daysBetween(today, day) }
  }
  return { ahead: AHEAD }
}

function stageOf(kitchen: KitchenDoc, { prep, seen }: Prepared): { stage: MealDay['stage']; why?: string } {
  const opening = opens(kitchen, prep.day, prep.meal)
  if ('shut' in opening && prep.covers === 0) return { stage: 'shut', why: opening.shut }
  if (prep.now >= prep.to) return { stage: seen.menu ? 'over' : 'none' }
  if (prep.now >= prep.from) return { stage: 'serving' }
  return { stage: prep.now >= prep.cutoff ? 'cooking' : 'ordering' }
}

function mealDay({ now, today }: Context, kitchen: KitchenDoc, meal: Meal, all: Prepared, entries: SafetyDoc[]): MealDay {
  const { prep, seen } = all
  const dishes = seen.menu ? dishesOf(seen.menu, entries) : []
  const moving = seen.rounds.filter(one => one.stops.length > 0)
  return {
    ...{ meal, ...stageOf(kitchen, all), ...momentsOf(kitchen, today, meal), published: prep.published },
    ...{ covers: prep.covers, ways: prep.ways, blocked: new Set(prep.blocked.map(one => one.order)).size },
    expected: prep.dishes.filter(one => one.kind === 'set' || one.kind === 'main').reduce((sum, one) => sum + one.expected, 0),
    taken: seen.taken,
    ...{ printed: prep.printed, added: prep.since?.words ?? '' },
    ...{ dishes: dishes.length, hot: dishes.filter(one => one.hot).length, measured: dishes.filter(one => one.hot && one.ok).length },
    sampled: dishes.filter(one => one.sampled).length,
    rounds: { all: moving.length, open: moving.filter(one => !one.closed).length },
    soldOut: now < prep.cutoff ? seen.slate.menu.filter(one => one.left === 0 && prep.published).map(one => one.name) : [],
  }
}
