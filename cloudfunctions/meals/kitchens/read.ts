/** Kitchens and menus as other parts and the screens read them. */
import type { Kitchen, Menu, MenuItem } from '@domain/meals/contract/kitchens'
import type { Context } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import type { Store, Tx } from '../../_kit/store/port'
import type { KitchenDoc, MenuDoc, PortionsDoc } from '../docs'

type From = Pick<Store | Tx, 'get'>

/** A kitchen by id, ended or not; null when there is none. */
export const kitchenOf = (from: From, id: string) => from.get<KitchenDoc>('kitchens', id)
/** The menu of a slot (`slotId`), published or not; null when nobody has made one. */
export const menuOf = (from: From, slot: string) => from.get<MenuDoc>('menus', slot)
/** The id of a dish's portions in a slot. */
export const portionsId = (slot: string, dish: string) => `${slot}|${dish}`
/** The portions of a menu's dishes, in the menu's order; null where there are none. */
export const portionsOf = (from: From, menu: Pick<MenuDoc, '_id' | 'items'>) =>
  Promise.all(menu.items.map(({ dish }) => from.get<PortionsDoc>('portions', portionsId(menu._id, dish))))

export const noKitchen = () => notThere('meals', '这个厨房')

/** A kitchen the caller may change: one of a community of theirs. Refuses meals.not_there. */
export async function ownKitchen(context: Context, id: string): Promise<KitchenDoc> {
  const kitchen = await context.store.get<KitchenDoc>('kitchens', id)
  if (!kitchen) throw noKitchen()
  return kitchen
}

/** A kitchen the caller may look at: one that feeds any place of theirs, or any place they stand in. Refuses meals.not_there. */
export async function seenKitchen(context: Context, id: string): Promise<KitchenDoc> {
  const kitchen = await kitchenOf(context.system, id)
  if (!kitchen || !touches(kitchen, context.divisions)) throw noKitchen()
  return kitchen
}

const touches = ({ community, serves }: KitchenDoc, divisions: string[]) =>
  [community, ...serves].some(place => divisions.some(mine => place.startsWith(mine) || mine.startsWith(place)))

export function kitchenShown({ _id: id, ...kitchen }: KitchenDoc): Kitchen {
  return { id, ...kitchen }
}

/** A menu with what is left and sold of each dish. */
export function menuShown(menu: MenuDoc, portions: (PortionsDoc | null)[]): Menu {
  const { _id: id, kitchen, day, meal, published, note, items, version } = menu
  const shown = items.map((item, at): MenuItem => {
    const { portions: all = 0, left = 0, held = 0, sold = 0 } = portions[at] ?? {}
    return { ...item, portions: all, left, held, sold }
  })
  return { ...{ id, kitchen, day, meal, published, items: shown, version }, ...(note ? { note } : {}) }
}
