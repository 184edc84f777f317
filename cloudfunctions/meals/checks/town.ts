/** Meals that are or are not taken, in tests: a kitchen that serves lunch until 12:30, ordered through the door. */

import type { Doc } from '../../_kit/store/port'
import type { Someone, Town } from '../../_kit/testing'
import { dayOf } from '../../_kit/time'
import { type OrderDoc, orderId } from '../docs'
import { COMMUNITY, eaterIn, GRID, kitchenIn, type Living, menuOn, type TestEater, type TestKitchen } from '../town'
import { type CheckDoc, checkId } from './docs'

export interface Serving {
  kitchen: TestKitchen
  clerk: Someone
  worker: Someone
  /** Somebody with an order for today's lunch; young and not alone, unless told otherwise. */
  eater(living?: Living): Promise<TestEater>
  order(eater: string): Promise<OrderDoc>
  check(eater: string): Promise<CheckDoc | null>
  doors(): Promise<{ household: string; why: string; urgent: boolean }[]>
}

export async function serving(town: Town): Promise<Serving> {
  const kitchen = await kitchenIn(town)
  await menuOn(town, kitchen)
  const clerk = await town.as('community', COMMUNITY, { name: '李红' })
  const worker = await town.as('grid', GRID, { name: '王建国' })
  const day = dayOf(town.now())
  return {
    ...{ kitchen, clerk, worker },
    async eater(living = {}) {
      const eater = await eaterIn(town, GRID, { born: '1956-05-01', ...living })
      const lines = [{ dish: kitchen.dishes.set, quantity: 1 }]
      const form = { kitchen: kitchen.id, day, meal: 'lunch' as const, lines, way: 'pickup' as const, pay: 'cash' as const }
      await clerk.call('meals.order', { eater: eater.id, forms: [form] })
      return eater
    },
    order: async eater => (await town.store.get<OrderDoc>('orders', orderId(eater, day, 'lunch'))) as OrderDoc,
    check: eater => town.store.get<CheckDoc>('checks', checkId(eater, day)),
    doors: async () => (await worker.call('visits.today', { grid: GRID })).items,
  }
}

/** Ticks every minute until a moment, as the clock does. */
export async function tickUntil(town: Town, moment: string) {
  const to = Date.parse(`${moment}+08:00`)
  while (town.now() < to) await town.tick()
}

/** Their daughter, with recorded consent, as the clock makes her an account. */
export async function daughterFor(town: Town, clerk: Someone, eater: TestEater): Promise<Someone> {
  const carer = { name: '王秀兰', phone: '13600136000', relation: '女儿', since: '2026-01-01', how: 'paper' as const }
  const { id } = await clerk.call('people.consent', { resident: eater.id, ...carer })
  await town.tick()
  const family = await town.store.get<Doc & { account: string }>('memberships', `family|${id}`)
  return town.again(family?.account ?? '')
}
