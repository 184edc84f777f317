/** 妈妈厨房: what is cooked, who may have it and at what price, who ordered, who brings it, and what happens when a meal is not taken. */
import { eaters } from './contract/eaters'
import { kitchens } from './contract/kitchens'
import { orders } from './contract/orders'
import { table } from './contract/table'

export * from './contract/base'
/** A part's operations join when its server stands: `...kitchens`, `...orders`. */
export const meals = { ...kitchens, wards: orders.wards, ...eaters, rate: table.rate }
