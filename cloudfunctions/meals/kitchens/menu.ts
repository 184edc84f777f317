/** One meal of one day: what is cooked, by whose recipe, how many portions. */
import type { InputOf, OutputOf } from '@domain'
import type { ItemForm } from '@domain/meals/contract/kitchens'
import { momentsOf, opens } from '@domain/meals/serving'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { type DishDoc, type KitchenDoc, type MenuDoc, type MenuItemDoc, slotId } from '../docs'
import { dishesOf } from './dishes'
import { isPoint } from './kitchens'
import { dropPortions, setPortions } from './portions'
import { ownKitchen } from './read'

type Input = InputOf<'meals.save_menu'>

/** A dish as it is cooked that day: the book's recipe with the day's changes in it. */
export function itemOf(
  { _id: dish, name, kind, price, ingredients, allergens, textures, photo }: DishDoc,
  day: Partial<ItemForm> = {},
): MenuItemDoc {
  const special = day.special?.trim()
  return {
    ...{ dish, name, kind, price: day.price ?? price, ingredients: day.ingredients ?? ingredients },
    ...{ allergens: day.allergens ?? allergens, textures: day.textures ?? textures },
    ...(photo ? { photo } : {}),
    ...(day.instead ? { instead: day.instead } : {}),
    ...(special ? { special } : {}),
  }
}

function mustBeServed(kitchen: KitchenDoc, { day, meal }: Input, now: number) {
  if (isPoint(kitchen)) throw refuse('meals.not_open', `${kitchen.name}不做饭，菜单请在中央厨房那里排`, 'kitchen')
  const open = opens(kitchen, day, meal)
  if ('shut' in open) throw refuse('meals.not_open', `这一天${open.shut}，不用排菜单`, 'day')
  if (now > momentsOf(kitchen, day, meal).to) throw refuse('meals.too_late', '这一餐已经结束了，菜单不能再改', 'day')
}

function mustFit(items: ItemForm[]) {
  const dishes = items.map(one => one.dish)
  if (new Set(dishes).size < dishes.length) throw refuse('meals.dish_twice', '同一道菜放了两次，请去掉一个', 'items')
  if (items.some(one => one.instead && (one.instead === one.dish || !dishes.includes(one.instead))))
    throw refuse('meals.instead_wrong', '替换的菜要选当天菜单里的另一道', 'items')
}

async function cooked(context: Context, { kitchen, day, items }: Input): Promise<MenuItemDoc[]> {
  const book = new Map((await dishesOf(context, kitchen)).map(dish => [dish._id, dish]))
  return items.map(item => {
    const dish = book.get(item.dish)
    if (!dish || (dish.ended && dish.ended < day)) throw notThere('meals', dish ? `${dish.name}（已经不做了）` : '这道菜')
    return itemOf(dish, item)
  })
}

/** Sets the portions of every dish, and takes those away that are no longer on the menu. */
export async function portion(tx: Tx, menu: MenuDoc, before: MenuDoc | null, amounts: number[]) {
  const { _id: slot, community } = menu
  const gone = (before?.items ?? []).filter(item => !menu.items.some(one => one.dish === item.dish))
  for (const item of gone) await dropPortions(tx, slot, item)
  for (const [at, { dish, name }] of menu.items.entries()) await setPortions(tx, { slot, dish, name, community, portions: amounts[at] })
}

export const save_menu: Work<Input, OutputOf<'meals.save_menu'>> = async (context, input) => {
  const { kitchen: id, day, meal, version, note } = input
  const kitchen = await ownKitchen(context, id)
  mustBeServed(kitchen, input, context.now)
  mustFit(input.items)
  const items = await cooked(context, input)
  const { community } = kitchen
  const _id = slotId(id, day, meal)
  return context.write({ target: _id, division: community }, async tx => {
    const before = await tx.get<MenuDoc>('menus', _id)
    if ((before?.version ?? 0) !== version) throw refuse('meals.changed_meanwhile', '别人刚改过这份菜单，请重新打开再改', 'version')
    const published = before?.published ?? false
    if (published && items.length === 0) throw refuse('meals.menu_empty', '已经发布的菜单不能一道菜都没有', 'items')
    const words = note?.trim()
    const menu: MenuDoc = {
      _id,
      kitchen: id,
      community,
      day,
      meal,
      published,
      ...(words ? { note: words } : {}),
      items,
      version: version + 1,
    }
    await tx.put('menus', menu)
    if (published) await tx.happened('meals.menu_changed', { slot: _id, kitchen: id, community, day, meal })
    await portion(
      tx,
      menu,
      before,
      input.items.map(one => one.portions),
    )
    return { id: _id }
  })
}
