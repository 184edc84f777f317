/** A kitchen at each place of the test world: dishes, today's and tomorrow's menu published, a draft, and a dish on nobody's menu. */
import type { kitchens as declared } from '@domain/meals/contract/kitchens'
import { atCommunity, type Ground, type Sample, wide } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { dishForm, kitchenForm, kitchenIn, menuOn } from '../town'

export const TODAY = '2026-11-21'
export const TOMORROW = '2026-11-22'
const DRAFT = '2026-11-23'

/** The ids that every part of the kitchen leans on. `menu` and `tomorrow` are slots. */
export async function settleKitchen(town: Town, { community, grid }: Ground) {
  const kitchen = await kitchenIn(town, community, { name: `厨房${grid}` })
  const menu = await menuOn(town, kitchen, TODAY)
  const tomorrow = await menuOn(town, kitchen, TOMORROW)
  const draft = await menuOn(town, kitchen, DRAFT, { published: false })
  const { id: spare } = await kitchen.cook.call('meals.save_dish', { kitchen: kitchen.id, form: dishForm('锅包肉') })
  const { set, main, side, dessert } = kitchen.dishes
  return { kitchen: kitchen.id, dish: set, main, side, dessert, spare, menu, tomorrow, draft }
}
export const nowhereKitchen = {
  ...{ kitchen: 'k7777', dish: 'd7777', main: 'd7778', side: 'd7779', dessert: 'd7780', spare: 'd7781' },
  ...{ menu: 'k7777|2026-11-21|lunch', tomorrow: 'k7777|2026-11-22|lunch', draft: 'k7777|2026-11-23|lunch' },
}

export const samples: { [N in `meals.${keyof typeof declared}`]: Sample<N> } = {
  'meals.kitchens': wide(({ community }) => ({ division: community })),
  'meals.add_kitchen': atCommunity(({ community }) => ({ community, form: kitchenForm({ name: '新厨房' }) })),
  'meals.save_kitchen': atCommunity(({ meals: { kitchen } }) => ({ kitchen, version: 1, form: kitchenForm({ name: '改名厨房' }) })),
  'meals.end_kitchen': atCommunity(({ meals: { kitchen } }) => ({ kitchen, on: '2026-12-31' })),
  'meals.dishes': wide(({ meals: { kitchen } }) => ({ kitchen })),
  'meals.save_dish': atCommunity(({ meals: { kitchen } }) => ({ kitchen, form: dishForm('地三鲜') })),
  'meals.end_dish': atCommunity(({ meals: { spare } }) => ({ dish: spare, on: '2026-12-31' })),
  'meals.menus': wide(({ meals: { kitchen } }) => ({ kitchen, from: TODAY, days: 7 })),
  'meals.save_menu': atCommunity(({ meals: { kitchen, dish } }) => ({
    ...{ kitchen, day: '2026-11-25', meal: 'lunch', version: 0, items: [{ dish, portions: 20 }] },
  })),
  'meals.copy_menus': atCommunity(({ meals: { kitchen } }) => ({ kitchen, from: TODAY, to: '2026-12-01' })),
  'meals.publish_menus': atCommunity(({ meals: { kitchen } }) => ({ kitchen, from: DRAFT, until: DRAFT })),
}
