import type { Operations } from '../_kit/serve'
import { operations as checks } from './checks/operations'
import { kitchenDay } from './day/operations'
import { operations as kitchens } from './kitchens/operations'
import { larder } from './larder/operations'
import { money } from './money/operations'
import { counted } from './numbers/operations'
import { eaters } from './orders/eaters'
import { ordering } from './orders/operations'
import { prices } from './prices/operations'
import { operations as rounds } from './rounds/operations'
import { safetyLog } from './safety/operations'
import { table } from './table/operations'

/** 妈妈厨房. Each part brings its own. */
export const operations: Operations<'meals'> = {
  ...kitchens,
  ...prices,
  ...money,
  ...ordering,
  ...eaters,
  ...rounds,
  ...table,
  ...counted,
  ...checks,
  ...kitchenDay,
  ...larder,
  ...safetyLog,
}
