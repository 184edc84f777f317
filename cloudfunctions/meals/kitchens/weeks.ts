/** A week at once: copied from an earlier one as drafts, and published ahead. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { dayWords, MEALS, momentsOf, mondayOf, opens } from '@domain/meals/serving'
import type { Context, Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type DishDoc, type KitchenDoc, type MenuDoc, slotId } from '../docs'
import { dishesOf } from './dishes'
import { itemOf, portion } from './menu'
import { ownKitchen, portionsOf } from './read'

type Left = { day: string; why: string }

/** The menus of some days, drafts too. */
async function menusOf({ system }: Context, kitchen: string, from: string, days: number): Promise<MenuDoc[]> {
  const slots = Array.from({ length: days }, (_, n) => MEALS.map(meal => slotId(kitchen, addDays(from, n), meal))).flat()
  return (await Promise.all(slots.map(slot => system.get<MenuDoc>('menus', slot)))).filter(menu => menu !== null)
}

/** Why a meal can no longer be planned; undefined when it can. */
function why(kitchen: KitchenDoc, { day, meal }: Pick<MenuDoc, 'day' | 'meal'>, now: number): string | undefined {
  const open = opens(kitchen, day, meal)
  if ('shut' in open) return open.shut
  return now > momentsOf(kitchen, day, meal).to ? '已经过了' : undefined
}

/** The same dishes and portions on another day, by the book's recipe: what was changed was for that day only. */
function again(menu: MenuDoc, day: string, book: Map<string, DishDoc>): { menu: MenuDoc; dropped: string[] } {
  const isCooked = (id = '') => {
    const dish = book.get(id)
    return dish && (!dish.ended || dish.ended >= day) ? dish : undefined
  }
  const items = menu.items.flatMap(({ dish, instead, special }) => {
    const cooked = isCooked(dish)
    return cooked ? [itemOf(cooked, { special, instead: isCooked(instead) ? instead : undefined })] : []
  })
  const dropped = menu.items.filter(item => !isCooked(item.dish)).map(item => item.name)
  return { menu: { ...menu, _id: slotId(menu.kitchen, day, menu.meal), day, published: false, items, version: 1 }, dropped }
}

export const copy_menus: Work<InputOf<'meals.copy_menus'>, OutputOf<'meals.copy_menus'>> = async (context, { kitchen: id, from, to }) => {
  const kitchen = await ownKitchen(context, id)
  const [source, target] = [mondayOf(from), mondayOf(to)]
  const menus = await menusOf(context, id, source, 7)
  if (menus.length === 0 || source === target) throw refuse('meals.nothing_to_copy', '那一周没有菜单可以照抄，请换一周', 'from')
  const amounts = await Promise.all(menus.map(menu => portionsOf(context.system, menu)))
  const book = new Map((await dishesOf(context, id)).map(dish => [dish._id, dish]))
  const shift = (Date.parse(target) - Date.parse(source)) / 86_400_000
  return context.write({ target: id, division: kitchen.community }, async tx => {
    const [copied, left, dropped] = [[] as string[], [] as Left[], new Set<string>()]
    for (const [at, menu] of menus.entries()) {
      const fresh = again(menu, addDays(menu.day, shift), book)
      const { day, _id, items } = fresh.menu
      const no = why(kitchen, fresh.menu, context.now) ?? ((await tx.get('menus', _id)) ? '已经排了菜单' : undefined)
      for (const name of no ? [] : fresh.dropped) dropped.add(name)
      if (no || items.length === 0) {
        left.push({ day, why: no ?? '那天的菜都不做了' })
        continue
      }
      await tx.insert('menus', fresh.menu)
      const had = new Map(menu.items.map(({ dish }, n) => [dish, amounts[at][n]?.portions ?? 0]))
      await portion(
        tx,
        fresh.menu,
        null,
        items.map(({ dish }) => had.get(dish) ?? 0),
      )
      copied.push(day)
    }
    return { copied: [...new Set(copied)], left, ...(dropped.size > 0 ? { dropped: [...dropped] } : {}) }
  })
}

const MOST_DAYS = 35
const nothing = (left: Left[]) =>
  refuse(
    'meals.nothing_to_publish',
    left.length > 0 ? `${dayWords(left[0].day)}${left[0].why}，没有可以发布的菜单` : '这几天没有等着发布的菜单',
    'from',
  )

export const publish_menus: Work<InputOf<'meals.publish_menus'>, OutputOf<'meals.publish_menus'>> = async (
  context,
  { kitchen: id, from, until },
) => {
  const kitchen = await ownKitchen(context, id)
  const { community } = kitchen
  const days = Math.min(MOST_DAYS, Math.max(0, (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1))
  const drafts = (await menusOf(context, id, from, days)).filter(menu => !menu.published)
  return context.write({ target: id, division: community }, async tx => {
    const left: Left[] = []
    let published = 0
    for (const { _id } of drafts) {
      const menu = await tx.get<MenuDoc>('menus', _id)
      if (!menu || menu.published) continue
      const { day, meal, items } = menu
      const no = why(kitchen, menu, context.now)
      if (no) left.push({ day, why: no })
      if (no) continue
      if (items.length === 0) throw refuse('meals.menu_empty', `${dayWords(day)}的菜单还没有菜，请先加菜，或者先发布到前一天`, 'until')
      await tx.update('menus', _id, { set: { published: true }, inc: { version: 1 } })
      await tx.happened('meals.published', { slot: _id, kitchen: id, community, day, meal })
      published++
    }
    if (published === 0) throw nothing(left)
    return { published, ...(left.length > 0 ? { left } : {}) }
  })
}
