/** A kitchen with routes, orders to carry and volunteers, in tests. */
import type { HandForm, Route } from '@domain/meals/contract/rounds'
import type { Someone, Town } from '../../_kit/testing'
import { dayOf } from '../../_kit/time'
import { type OrderDoc, orderId, slotId } from '../docs'
import { COMMUNITY, eaterIn, kitchenIn, type Living, menuOn, type TestEater, type TestKitchen } from '../town'
import type { RoundDoc } from './docs'
import { roundId } from './docs'

export const routeForm = (id: string, buildings: string[], more: Partial<Route> = {}): Route => ({
  ...{ id, name: `${buildings[0]} 号楼一线`, buildings, by: 'foot', capacity: 10 },
  ...more,
})

export interface Carrying {
  kitchen: TestKitchen
  clerk: Someone
  /** Orders lunch of a set to a door; answers the order's id. */
  orders(building: string, room: string, living?: Living & { way?: 'pickup' | 'eatin' }): Promise<{ order: string; eater: TestEater }>
  make(): Promise<void>
  rounds(): Promise<RoundDoc[]>
  order(id: string): Promise<OrderDoc>
  round(route: string, n?: number): string
}

/** A kitchen that serves lunch today, ordered until 09:30, with the given routes. */
export async function carrying(town: Town, routes: Route[]): Promise<Carrying> {
  const kitchen = await kitchenIn(town)
  await menuOn(town, kitchen)
  const clerk = await town.as('community', COMMUNITY, { name: '社区的人' })
  const day = dayOf(town.now())
  const slot = slotId(kitchen.id, day, 'lunch')
  if (routes.length > 0) await clerk.call('meals.save_routes', { kitchen: kitchen.id, version: 0, routes })
  return {
    ...{ kitchen, clerk },
    async orders(building, room, { way, ...living } = {}) {
      const eater = await eaterIn(town, undefined, { building, unit: '1', room, ...living })
      const lines = [{ dish: kitchen.dishes.set, quantity: 1 }]
      const form = { kitchen: kitchen.id, day, meal: 'lunch' as const, lines, way: way ?? ('delivery' as const), pay: 'cash' as const }
      await clerk.call('meals.order', { eater: eater.id, forms: [form] })
      return { order: orderId(eater.id, day, 'lunch'), eater }
    },
    make: async () => void (await kitchen.cook.call('meals.make_rounds', { kitchen: kitchen.id, day, meal: 'lunch' })),
    rounds: async () => (await town.store.find<RoundDoc>('rounds', { where: { slot }, limit: 100 })).items,
    order: async id => (await town.store.get<OrderDoc>('orders', id)) as OrderDoc,
    round: (route, n = 1) => roundId(slot, route, n),
  }
}

export const handed = (more: Partial<HandForm> = {}): HandForm => ({ outcome: 'handed', ...more })
