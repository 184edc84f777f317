/** 妈妈厨房: what is cooked, who may have it and at what price, who ordered, who brings it, and what happens when a meal is not taken. */
import { checks } from './contract/checks'
import { day } from './contract/day'
import { eaters } from './contract/eaters'
import { kitchens } from './contract/kitchens'
import { larder } from './contract/larder'
import { money } from './contract/money'
import { orders } from './contract/orders'
import { prices } from './contract/prices'
import { rounds } from './contract/rounds'
import { safety } from './contract/safety'
import { table } from './contract/table'

export * from './contract/base'

/** Those of ORDERS that stand. */
const { set_standing: _1, end_standing: _2, skip: _3, pause: _4, resume: _5, diner: _6, set_diner: _7, clashes: _8, ...ordering } = orders
/** A part's operations join when its server stands: `...kitchens`, `...orders`. */
export const meals = {
  ...kitchens,
  ...prices,
  ...money,
  ...ordering,
  ...eaters,
  ...rounds,
  ...table,
  ...checks,
  ...day,
  ...larder,
  ...safety,
}
