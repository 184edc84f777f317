/** What the kitchen keeps, how it is reached, and the indexes its queries lean on. Each part adds its own. */
import type { Collections } from '../_kit/store/port'
import { collections as checks } from './checks/docs'
import { collections as day } from './day/docs'
import { collections as larder } from './larder/docs'
import { collections as money } from './money/collections'
import { collections as numbers } from './numbers/docs'
import { collections as safety } from './safety/docs'
import { collections as table } from './table/collections'

export const collections: Collections = {
  kitchens: {
    reach: { division: 'community' },
    indexes: [{ fields: ['community'] }, { fields: [], has: 'serves' }, { fields: ['parent'] }],
  },
  dishes: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen'] }] },
  menus: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen', 'day'] }, { fields: ['published', 'day'] }] },
  portions: { reach: { division: 'community' }, indexes: [{ fields: ['slot'] }] },
  orders: {
    reach: { division: 'community' },
    indexes: [
      { fields: ['slot', 'state'] },
      { fields: ['slot', 'code'] },
      { fields: ['eater', 'day'] },
      { fields: ['kitchen', 'day'] },
      { fields: ['community', 'day'] },
      { fields: ['round', 'walk'] },
      { fields: ['home', 'day'] },
      { fields: ['household', 'day'] },
      { fields: ['state', 'day'] },
    ],
  },
  /** A subsidised meal of somebody on a day, in whichever kitchen: `${eater}|${day}`, { order }. The id makes it one. */
  subsidies: { reach: 'system', indexes: [] },
  /** Meals whose standing orders the clock looks at from `due` on. */
  standing_due: { reach: 'system', indexes: [{ fields: ['due'] }] },
  /** Standing orders that could not be made, under the order's id. */
  standing_misses: { reach: { division: 'home' }, indexes: [{ fields: ['slot'] }] },
  /** `${slot}|${eater}`: of which clashes somebody was told. */
  clash_told: { reach: 'system', indexes: [] },
  /** Households somebody of which eats with us. */
  meal_homes: { reach: 'system', indexes: [] },
  /** A code of a slot, `${slot}|${code}`: { order }. */
  order_codes: { reach: 'system', indexes: [] },
  standings: { reach: 'system', indexes: [{ fields: ['eater'] }, { fields: ['kitchen'] }] },
  aways: { reach: { division: 'home' }, indexes: [{ fields: ['eater', 'from'] }] },
  diners: { reach: { division: 'home' }, indexes: [] },
  /** A kitchen's routes, under its id. */
  routes: { reach: { division: 'community' }, indexes: [] },
  rounds: {
    reach: { division: 'community' },
    indexes: [{ fields: ['slot'] }, { fields: ['kitchen', 'day'] }, { fields: ['community', 'day'] }, { fields: ['volunteer', 'day'] }],
  },
  /** What was decided by hand for the rounds of a slot, under its id. */
  round_days: { reach: { division: 'community' }, indexes: [] },
  ...checks,
  ...day,
  ...larder,
  ...money,
  ...safety,
  ...table,
  ...numbers,
}
