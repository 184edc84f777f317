/** The kitchen's day at one place of the test world: a dish with amounts, and papers that could be printed. Settled after everything that is on them. */
import type { day as declaredDay } from '@domain/meals/contract/day'
import type { larder as declaredLarder } from '@domain/meals/contract/larder'
import type { safety as declaredSafety } from '@domain/meals/contract/safety'
import { atCommunity, type Ground, type MealsPlace, type Place, type Sample } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { TODAY } from '../kitchens/world'
import { DISHES } from '../town'

export async function settleDay(town: Town, { community }: Ground, { kitchen, dish }: MealsPlace): Promise<MealsPlace> {
  const cook = await town.as('kitchen', community, { name: '厨房的人' })
  const needs = [{ ingredient: '猪肉', unit: 'g' as const, amount: 80 }]
  await cook.call('meals.save_dish', { kitchen, dish, version: 1, form: { ...DISHES.set, needs } })
  const { mark } = await cook.call('meals.papers', { kitchen, day: TODAY, meal: 'lunch' })
  return { mark }
}
export const nowhereDay: MealsPlace = { mark: 'nothing' }

const slot = ({ meals: { kitchen } }: Place) => ({ kitchen, day: TODAY, meal: 'lunch' as const })
const thing = { ingredient: '鸡蛋', unit: 'piece' as const }

type Declared = typeof declaredDay & typeof declaredLarder & typeof declaredSafety
export const samples: { [N in `meals.${keyof Declared}`]: Sample<N> } = {
  'meals.kitchen_day': atCommunity(({ community }) => ({ community })),
  'meals.prep': atCommunity(slot),
  'meals.settle_clash': atCommunity(({ meals: { order, dish } }) => ({ order, version: 1, dish })),
  'meals.find_route': atCommunity(({ meals: { order } }) => ({ order })),
  'meals.papers': atCommunity(slot),
  'meals.print': atCommunity(place => ({ ...slot(place), what: 'labels', mark: place.meals.mark })),
  'meals.shopping': atCommunity(({ meals: { kitchen } }) => ({ kitchen, from: TODAY, days: 2, plan: 'ordered' })),
  'meals.buy': atCommunity(({ meals: { kitchen } }) => ({
    kitchen,
    form: { day: TODAY, buyer: '张玉华', items: [{ ...thing, amount: 30, cost: 2400, expires: '2026-12-01' }] },
  })),
  'meals.stock': atCommunity(({ meals: { kitchen } }) => ({ kitchen })),
  'meals.move_stock': atCommunity(({ meals: { kitchen } }) => ({ kitchen, ...thing, why: 'counted', amount: 12 })),
  'meals.use_stock': atCommunity(slot),
  'meals.waste': atCommunity(place => ({ ...slot(place), name: '套餐', portions: 2, why: 'left' })),
  'meals.safety': atCommunity(({ meals: { kitchen } }) => ({ kitchen })),
  'meals.log_safety': atCommunity(({ meals: { kitchen } }) => ({
    kitchen,
    entry: { kind: 'fridge', place: '冷藏柜', frozen: false, celsius: 4 },
  })),
  'meals.safety_file': atCommunity(({ meals: { kitchen } }) => ({ kitchen, from: '2026-11-01', until: TODAY })),
}
