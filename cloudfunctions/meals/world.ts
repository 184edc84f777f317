/** What a kitchen holds at one place of the test world, and one good input an operation. Each part adds its own. */
import { type Ground, type MealsPlace, plain, type Samples, wide } from '../_kit/sample'
import type { Town } from '../_kit/testing'
import { samples as checks, nowhere as nowhereChecks, settle as settleChecks } from './checks/world'
import { samples as day, nowhereDay, settleDay } from './day/world'
import { samples as kitchens, nowhereKitchen, settleKitchen } from './kitchens/world'
import { samples as money, nowhereMoney, settleMoney } from './money/world'
import { samples as numbers } from './numbers/world'
import { nowhereOrders, samples as orders, settleOrders } from './orders/world'
import { samples as prices } from './prices/world'
import { nowhereRounds, samples as rounds, settleRounds } from './rounds/world'
import { nowhere as nowhereTable, settle as settleTable, samples as table } from './table/world'

/** Fills a place's kitchen through the door, as its own people would. */
export async function settle(town: Town, place: Ground): Promise<MealsPlace> {
  const cooked = await settleKitchen(town, place)
  const meals = { ...cooked, ...(await settleTable(town, place, cooked.kitchen)) }
  const ordered = { ...meals, ...(await settleOrders(town, place, meals)) }
  const eaten = { ...ordered, ...(await settleRounds(town, place, ordered)), ...(await settleChecks(town, place, ordered)) }
  const all = { ...eaten, ...(await settleMoney(town, place, eaten)) }
  // last: what would be printed now is what the others have settled
  return { ...all, ...(await settleDay(town, place, all)) }
}
/** Ids nobody has ever heard of. */
export const nowhere: MealsPlace = {
  ...nowhereKitchen,
  ...nowhereTable,
  ...nowhereOrders,
  ...nowhereRounds,
  ...nowhereChecks,
  ...nowhereMoney,
  ...nowhereDay,
}

export const samples: Samples<'meals'> = {
  ...kitchens,
  ...prices,
  ...money,
  ...table,
  ...numbers,
  ...rounds,
  ...checks,
  ...orders,
  ...day,
  'meals.wards': plain(() => ({})),
  'meals.eaters': wide(({ community, name }) => ({ division: community, words: name })),
}
