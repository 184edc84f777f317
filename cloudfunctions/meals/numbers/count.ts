/** Counts one kitchen and day from what is kept of it. */
import type { Numbers } from '@domain/meals/contract/numbers'
import { countOf, takenBy } from '@domain/meals/count'
import { all } from '../../_kit/pages'
import type { Doc, Store } from '../../_kit/store/port'
import type { CheckDoc } from '../checks/docs'
import type { OrderDoc } from '../docs'
import type { WasteDoc } from '../larder/docs'
import type { RatingDoc } from '../table/docs'

export interface Counted {
  numbers: Numbers
  eaters: string[]
}
type Slot = { kitchen: string; community: string; day: string }

export async function countDay(store: Pick<Store, 'find'>, { kitchen, community, day }: Slot): Promise<Counted> {
  const where = { kitchen, day }
  const [orders, ratings, wastes, checks] = await Promise.all([
    all<OrderDoc>(store, 'orders', { where }),
    all<RatingDoc>(store, 'ratings', { where }),
    all<WasteDoc & Doc>(store, 'wastes', { where }),
    all<CheckDoc>(store, 'checks', { where: { day, cooks: { has: community } } }),
  ])
  const own = checks.filter(one => one.meals.some(meal => meal.kitchen === kitchen))
  return { numbers: countOf(orders, { ratings, wastes, checks: own.length }), eaters: takenBy(orders) }
}
