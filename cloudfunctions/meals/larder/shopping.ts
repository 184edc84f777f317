/** The shopping list: what is cooked in the days asked for, what each portion takes, less what is there. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { Meal } from '@domain/meals/contract'
import type { Plan, Trip } from '@domain/meals/contract/larder'
import { type Cooking, shoppingOf, sumOf, unknownIn } from '@domain/meals/larder'
import { MEALS } from '@domain/meals/serving'
import type { Work } from '../../_kit/context'
import type { Store } from '../../_kit/store/port'
import { type DishDoc, type KitchenDoc, type MenuDoc, slotId } from '../docs'
import { menuOf, ownKitchen, portionsOf } from '../kitchens/read'
import type { StockDoc, TripDoc } from './docs'

type From = Pick<Store, 'get' | 'find'>
/** Trips of the last days are shown beside the list. */
const PAST = 7

export const shopping: Work<InputOf<'meals.shopping'>, OutputOf<'meals.shopping'>> = async (context, { kitchen: id, from, days, plan }) => {
  const kitchen = await ownKitchen(context, id)
  const all = Array.from({ length: days }, (_, n) => addDays(from, n))
  const menus = await Promise.all(all.map(day => menusOn(context.system, kitchen, day)))
  const cooking = (await Promise.all(menus.flat().map(menu => cookingOf(context.system, menu, plan)))).flat()
  return {
    ...{ from, until: all[all.length - 1], portions: cooking.reduce((sum, one) => sum + one.portions, 0) },
    open: all.filter((_, n) => menus[n].length === 0),
    items: shoppingOf(cooking, await usable(context.system, id, from)),
    unknown: unknownIn(cooking),
    trips: await tripsSince(context.system, id, addDays(context.today, -PAST)),
  }
}

async function menusOn(from: From, kitchen: KitchenDoc, day: string): Promise<MenuDoc[]> {
  const found = await Promise.all(MEALS.map((meal: Meal) => menuOf(from, slotId(kitchen._id, day, meal))))
  return found.flatMap(menu => (menu?.published ? [menu] : []))
}

/** What a meal cooks. `ordered`: what is sold, with what standing orders will take. */
export async function cookingOf(from: From, menu: MenuDoc, plan: Plan): Promise<Cooking[]> {
  const [portions, dishes] = await Promise.all([
    portionsOf(from, menu),
    Promise.all(menu.items.map(item => from.get<DishDoc>('dishes', item.dish))),
  ])
  return menu.items.map(({ name, ingredients }, at) => {
    const { sold = 0, held = 0, portions: full = 0 } = portions[at] ?? {}
    return { name, ingredients, portions: plan === 'full' ? full : sold + held, needs: dishes[at]?.needs ?? [] }
  })
}

export const stocksOf = async (from: From, kitchen: string) =>
  (await from.find<StockDoc>('stocks', { where: { kitchen }, limit: 1000 })).items

/** What will still be good on a day. */
async function usable(from: From, kitchen: string, day: string) {
  const stocks = await stocksOf(from, kitchen)
  return stocks.map(({ ingredient, unit, lots }) => ({
    ingredient,
    unit,
    amount: sumOf(lots.filter(lot => !lot.expires || lot.expires >= day)),
  }))
}

async function tripsSince(from: From, kitchen: string, day: string): Promise<Trip[]> {
  const page = await from.find<TripDoc>('trips', { where: { kitchen, day: { gte: day } }, order: ['-day'], limit: 30 })
  return page.items.map(({ _id: id, kitchen: _1, community: _2, ...trip }) => ({ id, ...trip }))
}
