/** Rounds at one place of the test world: one with an open stop, one whose only stop is handed over, and a volunteer who carries nothing yet. */

import type { Role } from '@domain/contract'
import type { rounds as declared } from '@domain/meals/contract/rounds'
import { atCommunity, type Ground, type MealsPlace, plain, type Sample } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { orderId, slotId } from '../docs'
import { TODAY } from '../kitchens/world'
import { roundId } from './docs'

const NOW = Date.parse('2026-11-21T08:50:00+08:00')
const HANDED = { outcome: 'handed', wellbeing: 'well' } as const

/** Once the place's resident has ordered today's lunch (`order`). Its round is nobody's. */
export async function settleRounds(town: Town, place: Ground, { kitchen, dish }: MealsPlace): Promise<MealsPlace> {
  const { community, grid, building } = place
  const clerk = await town.as('community', community, { name: '社区的人' })
  const { id: household } = await clerk.call('people.add_household', {
    grid,
    address: { building: `4${building}`, unit: '1', room: '101' },
  })
  const person = { name: `${place.name}邻`, phones: [], relation: '户主', living: 'living' as const }
  const { id: eater } = await clerk.call('people.add_resident', { household, person })
  const form = {
    kitchen,
    day: TODAY,
    meal: 'lunch' as const,
    lines: [{ dish, quantity: 1 }],
    way: 'delivery' as const,
    pay: 'cash' as const,
  }
  await clerk.call('meals.order', { eater, forms: [form] })
  const route = { by: 'foot' as const, capacity: 20 }
  const routes = [
    { ...route, id: 'r1', name: '东线', buildings: [building] },
    { ...route, id: 'r2', name: '西线', buildings: [`4${building}`] },
  ]
  await clerk.call('meals.save_routes', { kitchen, version: 0, routes })
  await clerk.call('meals.make_rounds', { kitchen, day: TODAY, meal: 'lunch' })
  const [round, done] = ['r1', 'r2'].map(one => roundId(slotId(kitchen, TODAY, 'lunch'), one, 1))
  const handed = orderId(eater, TODAY, 'lunch')
  await clerk.call('meals.hand_over', { order: handed, round: done, at: NOW, form: HANDED })
  const volunteer = { phone: `1350000000${building}`, name: '送饭的', role: 'volunteer' as const, scope: community, since: '2026-11-01' }
  const { id: membership } = await clerk.call('account.assign', volunteer)
  return { round, done, handed, carrier: membership.split('|')[0] }
}
const gone = '7'.repeat(20)
export const nowhereRounds: MealsPlace = {
  round: roundId(slotId('k7777', TODAY, 'lunch'), 'r1', 1),
  done: roundId(slotId('k7777', TODAY, 'lunch'), 'r2', 1),
  ...{ handed: `${gone}8|${TODAY}|lunch`, carrier: '7'.repeat(24) },
}

const VOLUNTEER: Role[] = ['volunteer']
/** A volunteer reaches their own rounds only; the world's are nobody's or the clerks'. */
const own = <N extends `meals.${keyof typeof declared}`>(sample: Sample<N>): Sample<N> => ({ ...sample, ownOnly: VOLUNTEER })

export const samples: { [N in `meals.${keyof typeof declared}`]: Sample<N> } = {
  'meals.routes': atCommunity(({ meals: { kitchen } }) => ({ kitchen })),
  'meals.save_routes': atCommunity(({ meals: { kitchen } }) => ({ kitchen, version: 1, routes: [] })),
  'meals.rounds': atCommunity(({ meals: { kitchen } }) => ({ kitchen })),
  'meals.make_rounds': atCommunity(({ meals: { kitchen } }) => ({ kitchen, day: TODAY, meal: 'lunch' })),
  'meals.set_rain': atCommunity(({ meals: { kitchen } }) => ({ kitchen, day: TODAY, rain: true })),
  'meals.my_rounds': plain(() => ({})),
  'meals.round': own(atCommunity(({ meals: { round } }) => ({ round }))),
  'meals.assign_round': atCommunity(({ meals: { round, carrier } }) => ({ round, account: carrier })),
  'meals.take_round': atCommunity(({ meals: { round } }) => ({ round })),
  'meals.release_round': own(atCommunity(({ meals: { round } }) => ({ round, why: '腿疼' }))),
  'meals.move_stop': atCommunity(({ meals: { order, round } }) => ({ order, to: round })),
  'meals.order_stops': own(atCommunity(({ meals: { round, order } }) => ({ round, stops: [order] }))),
  'meals.start_round': own(atCommunity(({ meals: { round } }) => ({ round, at: NOW }))),
  'meals.hand_over': own(atCommunity(({ meals: { order, round } }) => ({ order, round, at: NOW, form: HANDED }))),
  'meals.correct_hand': own(atCommunity(({ meals: { handed } }) => ({ order: handed, version: 2, form: { outcome: 'no_answer' } }))),
  'meals.close_round': own(atCommunity(({ meals: { done } }) => ({ round: done }))),
  'meals.dial_stop': own(atCommunity(({ meals: { order } }) => ({ order }))),
  'meals.counter': atCommunity(({ meals: { kitchen } }) => ({ kitchen, search: '东' })),
  'meals.serve': atCommunity(({ meals: { kitchen, order } }) => ({ kitchen, order })),
  'meals.serve_guest': atCommunity(({ meals: { kitchen, dish } }) => ({ kitchen, meal: 'lunch', lines: [{ dish, quantity: 1 }] })),
}
