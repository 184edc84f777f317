/** Orders at one place of the test world: its resident has ordered today's lunch. */
import type { OrderForm } from '@domain/meals/contract/orders'
import { atGrid, type MealsPlace, type Place } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { orderId } from '../docs'
import { TODAY, TOMORROW } from '../kitchens/world'

const form = ({ kitchen, dish }: MealsPlace, day: string): OrderForm => ({
  ...{ kitchen, day, meal: 'lunch', lines: [{ dish, quantity: 1 }], way: 'delivery', pay: 'cash' },
})

/** `order` is today's lunch, 0.5 hours before its cut-off. */
export async function settleOrders(town: Town, { resident, community }: Omit<Place, 'meals'>, meals: MealsPlace): Promise<MealsPlace> {
  const clerk = await town.as('community', community, { name: '社区的人' })
  await clerk.call('meals.order', { eater: resident, forms: [form(meals, TODAY)] })
  return { order: orderId(resident, TODAY, 'lunch') }
}
export const nowhereOrders: MealsPlace = { order: `${'7'.repeat(20)}|${TODAY}|lunch` }

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
  'meals.orders': atGrid<'meals.orders'>(({ resident }) => ({ eater: resident })),
}
