/** Orders at one place of the test world: its resident has ordered today's lunch. */
import type { OrderForm, StandingForm } from '@domain/meals/contract/orders'
import { atCommunity, atGrid, type Ground, type MealsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { orderId } from '../docs'
import { TODAY, TOMORROW } from '../kitchens/world'

const form = ({ kitchen, dish }: MealsPlace, day: string): OrderForm => ({
  ...{ kitchen, day, meal: 'lunch', lines: [{ dish, quantity: 1 }], way: 'delivery', pay: 'cash' },
})

/** Every Wednesday from December on. */
const weekly = ({ kitchen, dish }: MealsPlace): StandingForm => ({
  ...{ kitchen, meal: 'lunch', pay: 'cash', since: '2026-12-01' },
  days: [{ weekday: 3, dishes: [dish], quantity: 1, way: 'delivery' }],
})
const eats = { ingredients: ['猪肉'], allergens: ['花生'], dislikes: [], textures: [], pay: 'cash' as const }

/** `order` is today's lunch, 0.5 hours before its cut-off. */
export async function settleOrders(town: Town, { resident, community }: Ground, meals: MealsPlace): Promise<MealsPlace> {
  const clerk = await town.as('community', community, { name: '社区的人' })
  await clerk.call('meals.order', { eater: resident, forms: [form(meals, TODAY)] })
  const { id: standing } = await clerk.call('meals.set_standing', { eater: resident, version: 0, form: weekly(meals) })
  const { id: away } = await clerk.call('meals.pause', { eater: resident, from: '2026-12-05', until: '2026-12-06', why: 'travel' })
  return { order: orderId(resident, TODAY, 'lunch'), standing, away }
}
export const nowhereOrders: MealsPlace = {
  ...{ order: `${'7'.repeat(20)}|${TODAY}|lunch`, standing: `${'7'.repeat(20)}|k7777|lunch`, away: '7'.repeat(24) },
}

export const samples = {
  'meals.table': atGrid<'meals.table'>(({ resident }) => ({ eater: resident })),
  'meals.quote': atGrid<'meals.quote'>(({ resident, meals }) => ({ eater: resident, form: form(meals, TOMORROW) })),
  'meals.order': atGrid<'meals.order'>(({ resident, meals }) => ({ eater: resident, forms: [form(meals, TOMORROW)] })),
  'meals.change': atGrid<'meals.change'>(({ resident, meals }) => ({
    ...{ eater: resident, order: meals.order, version: 1 },
    form: { ...form(meals, TODAY), note: '少放盐' },
  })),
  'meals.cancel': atGrid<'meals.cancel'>(({ resident, meals }) => ({ eater: resident, order: meals.order })),
  'meals.undo': atGrid<'meals.undo'>(({ resident, meals }) => ({ eater: resident, order: meals.order })),
  'meals.set_standing': atGrid<'meals.set_standing'>(({ resident, meals }) => ({ eater: resident, version: 1, form: weekly(meals) })),
  'meals.end_standing': atGrid<'meals.end_standing'>(({ resident, meals }) => ({
    ...{ eater: resident, standing: meals.standing, on: '2026-12-31' },
  })),
  'meals.skip': atGrid<'meals.skip'>(({ resident, meals: { kitchen } }) => ({
    ...{ eater: resident, kitchen, day: '2026-12-09', meal: 'lunch' as const },
  })),
  'meals.pause': atGrid<'meals.pause'>(({ resident }) => ({
    eater: resident,
    from: '2026-12-15',
    until: '2026-12-16',
    why: 'travel' as const,
  })),
  'meals.resume': atGrid<'meals.resume'>(({ resident, meals }) => ({ eater: resident, away: meals.away, on: '2026-12-06' })),
  'meals.diner': atGrid<'meals.diner'>(({ resident }) => ({ eater: resident })),
  'meals.set_diner': atGrid<'meals.set_diner'>(({ resident }) => ({ eater: resident, version: 0, form: eats })),
  'meals.clashes': atCommunity<'meals.clashes'>(({ meals: { kitchen } }) => ({ kitchen, from: TODAY, days: 7 })),
  'meals.orders': atGrid<'meals.orders'>(({ resident }) => ({ eater: resident })),
}
