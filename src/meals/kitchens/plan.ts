/** A day's menu while it is being changed on the phone. Pure. */
import type { Dish, ItemForm, Menu, MenuItem } from '@domain/meals/contract/kitchens'

/** What is written for a dish; '' and empty lists mean: as in the book. */
export interface Planned {
  dish: string
  portions: number
  special: string
  instead: string
  /** 分; undefined: the book's. */
  price?: number
  ingredients?: string[]
  allergens?: string[]
  textures?: MenuItem['textures']
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, n) => one === b[n])

/** A menu's dishes as they can be changed: what is as in the book is left to the book. */
export function plannedOf(menu: Menu | undefined, book: Dish[]): Planned[] {
  return (menu?.items ?? []).map(item => {
    const dish = book.find(one => one.id === item.dish)
    const own = <K extends 'ingredients' | 'allergens' | 'textures'>(key: K) =>
      dish && !same(dish[key], item[key]) ? { [key]: item[key] } : {}
    return {
      ...{ dish: item.dish, portions: item.portions, special: item.special ?? '', instead: item.instead ?? '' },
      ...(dish && dish.price !== item.price ? { price: item.price } : {}),
      ...{ ...own('ingredients'), ...own('allergens'), ...own('textures') },
    }
  })
}

/** How many of a new dish are cooked at first: as many as the last time of its kind on this menu, else a round number. */
export const firstPortions = (kind: Dish['kind'], items: Planned[], book: Dish[]): number =>
  [...items].reverse().find(item => book.find(one => one.id === item.dish)?.kind === kind)?.portions ??
  { set: 60, main: 30, side: 30, staple: 60, soup: 40, dessert: 20 }[kind]

/** What is sent. A substitute that is no longer on the menu is dropped. */
export const formsOf = (items: Planned[]): ItemForm[] =>
  items.map(({ special, instead, ...item }) => ({
    ...item,
    ...(special.trim() ? { special: special.trim() } : {}),
    ...(instead && items.some(one => one.dish === instead) ? { instead } : {}),
  }))

/** How many of a dish are promised already: it cannot go below. */
export const promised = (menu: Menu | undefined, dish: string): number => {
  const item = menu?.items.find(one => one.dish === dish)
  return item ? item.sold + item.held : 0
}
/** 猪肉、白菜 and 猪肉 白菜 alike. */
export const listOf = (text: string): string[] => [...new Set(text.split(/[\s、,，;；]+/).filter(Boolean))]
