/** The pages of a kitchen's day. */
import type { Meal } from '@domain/meals/contract'
import { go } from '@/platform'

export const PREP_PAGE = '/meals/pages/prep/index'
export const SETTLE_PAGE = '/meals/pages/settle/index'
export const PRINT_PAGE = '/meals/pages/print/index'
export const SHOPPING_PAGE = '/meals/pages/shopping/index'
export const STOCK_PAGE = '/meals/pages/stock/index'
export const SAFETY_PAGE = '/meals/pages/safety/index'
export const TILL_PAGE = '/meals/pages/till/index'

export interface AtMeal {
  kitchen: string
  day: string
  meal: Meal
}
export const toPrep = ({ kitchen, day, meal }: AtMeal) => go(PREP_PAGE, { kitchen, day, meal })
export const toSettle = ({ kitchen, day, meal }: AtMeal) => go(SETTLE_PAGE, { kitchen, day, meal })
export const toPrint = ({ kitchen, day, meal }: AtMeal) => go(PRINT_PAGE, { kitchen, day, meal })
export const toShopping = (kitchen: string) => go(SHOPPING_PAGE, { kitchen })
export const toStock = (kitchen: string) => go(STOCK_PAGE, { kitchen })
export const toSafety = (kitchen: string) => go(SAFETY_PAGE, { kitchen })
