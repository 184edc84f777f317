/** The living kitchen of the demo community: who cooks where, what, and when. Who eats is in eating.ts. */

import { weekdayOf } from '@domain/days'
import type { ItemForm } from '@domain/meals/contract/kitchens'
import { mondayOf, opens } from '@domain/meals/serving'
import { addDays } from '../../../_kit/time'
import { type Ask, each, type Loading } from '../loading'
import { COMMUNITY } from '../places'
import { DISHES, type DishKey, INSTEAD, PORTIONS, WEEK } from './dishes'
import { CANTEEN, CENTRAL, CENTRAL_AT, DROP, MAMA } from './houses'

export interface DemoKitchen {
  id: string
  dishes: Record<DishKey, string>
}
export interface DemoKitchens {
  mama: DemoKitchen
  canteen: DemoKitchen
}
/** The kitchens were opened this many days ago, before anybody ate. */
const OPENED = 40
/** Menus begin on the Monday two weeks before this one. */
const WEEKS = 4

/** Kitchens, dishes, and the menus of the past two weeks, this one and the next. */
export async function settleKitchens(at: Loading, cook: string): Promise<DemoKitchens> {
  at.moveTo(OPENED)
  const add = async (community: string, form: typeof MAMA) => (await at.operator('meals.add_kitchen', { community, form })).id
  const [mama, canteen, central] = [
    await add(COMMUNITY, { ...MAMA, holidays: [cleaning(at)] }),
    await add(COMMUNITY, CANTEEN),
    await add(CENTRAL_AT, CENTRAL),
  ]
  await add(COMMUNITY, DROP(central))
  const ask = await at.as(cook)
  const keys = Object.keys(DISHES) as DishKey[]
  const book = async (call: Ask, kitchen: string, some = keys): Promise<DemoKitchen> => {
    const ids = await each(some, async key => (await call('meals.save_dish', { kitchen, form: DISHES[key] })).id)
    return { id: kitchen, dishes: Object.fromEntries(some.map((key, n) => [key, ids[n]])) as DemoKitchen['dishes'] }
  }
  const kitchens = { mama: await book(ask, mama), canteen: await book(ask, canteen, SIMPLE) }
  await book(at.operator, central, SIMPLE)
  for (let week = 0; week < WEEKS; week++) await planWeek(at, cook, kitchens, week)
  return kitchens
}

/** A day off, far enough ahead to leave the coming weeks whole. */
const cleaning = (at: Loading) => ({ from: at.day(-45), until: at.day(-45), words: '全面消毒，停一天' })

/** What the canteen has every day. */
const SIMPLE: DishKey[] = ['set', 'tofu', 'eggs', 'rice', 'egg_soup']
const BREAKFAST: DishKey[] = ['bun', 'porridge', 'custard']
const SUPPER: DishKey[] = ['set', 'eggs', 'bun', 'porridge']

/** Planned on the Friday before, as the kitchen does it, and published. */
async function planWeek(at: Loading, cook: string, { mama, canteen }: DemoKitchens, week: number) {
  const today = at.day(0)
  const monday = addDays(mondayOf(today), (week - 2) * 7)
  // next week's is published at the latest yesterday
  const ago = Math.max(1, (Date.parse(today) - Date.parse(addDays(monday, -3))) / 86_400_000)
  at.moveTo(ago, 16 * 60)
  const ask = await at.as(cook)
  const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n))
  await each(days, day => planDay(ask, mama, day, today))
  const open = days.filter(day => 'open' in opens(CANTEEN, day, 'lunch'))
  await each(open, day => save(ask, canteen, day, 'lunch', items(canteen, SIMPLE)))
  for (const { id: kitchen } of [mama, canteen]) await ask('meals.publish_menus', { kitchen, from: days[0], until: days[6] })
}

const items = ({ dishes }: DemoKitchen, keys: DishKey[]): ItemForm[] =>
  keys.map(key => ({ dish: dishes[key], portions: PORTIONS[DISHES[key].kind] }))

const save = (ask: Ask, { id: kitchen }: DemoKitchen, day: string, meal: 'breakfast' | 'lunch' | 'dinner', list: ItemForm[]) =>
  ask('meals.save_menu', { kitchen, day, meal, version: 0, items: list })

/** Breakfast and supper are cooked from today on. */
async function planDay(ask: Ask, kitchen: DemoKitchen, day: string, today: string) {
  if ('shut' in opens(MAMA, day, 'lunch')) return
  const { set, dishes, special } = WEEK[weekdayOf(day)]
  const lunch = items(kitchen, dishes).map((item, n) => {
    const key = dishes[n]
    const clashes = key !== INSTEAD && ['set', 'main', 'side'].includes(DISHES[key].kind)
    return {
      ...item,
      ...(key === 'set' ? { ingredients: set.split(' ') } : {}),
      ...(special?.[0] === key ? { special: special[1] } : {}),
      ...(clashes ? { instead: kitchen.dishes[INSTEAD] } : {}),
    }
  })
  const meals = [save(ask, kitchen, day, 'lunch', lunch)]
  if (day >= today) {
    meals.push(save(ask, kitchen, day, 'breakfast', items(kitchen, BREAKFAST)))
    meals.push(save(ask, kitchen, day, 'dinner', items(kitchen, SUPPER)))
  }
  await Promise.all(meals)
}
