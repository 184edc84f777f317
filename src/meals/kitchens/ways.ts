/** The pages of a kitchen's week. */
import type { Meal } from '@domain/meals/contract'
import { go } from '@/platform'

export const MENU_PAGE = '/meals/pages/menu/index'
export const PLAN_PAGE = '/meals/pages/plan/index'
export const DISHES_PAGE = '/meals/pages/dishes/index'
export const DISH_PAGE = '/meals/pages/dish/index'
export const KITCHENS_PAGE = '/meals/pages/kitchens/index'
export const KITCHEN_PAGE = '/meals/pages/kitchen/index'

export const toMenu = (kitchen?: string) => go(MENU_PAGE, kitchen ? { kitchen } : undefined)
export const toPlan = (kitchen: string, day: string, meal: Meal) => go(PLAN_PAGE, { kitchen, day, meal })
export const toDishes = (kitchen: string) => go(DISHES_PAGE, { kitchen })
export const toDish = (kitchen: string, dish?: string) => go(DISH_PAGE, dish ? { kitchen, dish } : { kitchen })
export const toKitchens = () => go(KITCHENS_PAGE)
export const toKitchen = (kitchen?: string) => go(KITCHEN_PAGE, kitchen ? { kitchen } : undefined)
