/** 妈妈厨房: what is cooked, who may have it and at what price, who ordered, who brings it, and what happens when a meal is not taken. */
import { checks } from './contract/checks'
import { day } from './contract/day'
import { eaters } from './contract/eaters'
import { kitchens } from './contract/kitchens'
import { larder } from './contract/larder'
import { money } from './contract/money'
import { numbers } from './contract/numbers'
import { orders } from './contract/orders'
import { prices } from './contract/prices'
import { rounds } from './contract/rounds'
import { safety } from './contract/safety'
import { table } from './contract/table'

export * from './contract/base'

/** A part's operations join when its server stands: `...kitchens`, `...orders`. */
export const meals = {
  ...kitchens,
  ...prices,
  ...money,
  ...orders,
  ...eaters,
  ...rounds,
  ...table,
  ...numbers,
  ...checks,
  ...day,
  ...larder,
  ...safety,
}
