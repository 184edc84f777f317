/** The pages of ordering. Each is about one eater. */
import { go } from '@/platform'

export const WEEK = '/meals/pages/week/index'
export const ORDER = '/meals/pages/order/index'
export const MINE = '/meals/pages/mine/index'
export const STANDING = '/meals/pages/standing/index'
export const DINER = '/meals/pages/diner/index'
export const PICK = '/meals/pages/pick/index'

export const toWeek = (eater: string) => go(WEEK, { eater })
/** Ordering for a day; with `change`, changing what is ordered for it. `slot` is `keyOf` a meal. */
export const toOrder = (eater: string, slot?: string) => go(ORDER, { eater, slot })
export const toMine = (eater: string) => go(MINE, { eater })
export const toStanding = (eater: string) => go(STANDING, { eater })
export const toDiner = (eater: string) => go(DINER, { eater })
export const toPick = () => go(PICK)
