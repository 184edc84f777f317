/** No menu, no meal by standing order: the kitchen is told the afternoon before, while there is still time. */
import { addDays } from '@domain/days'
import { MEAL_WORDS, opens } from '@domain/meals/serving'
import type { Job, Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import { hourOf } from '../../_kit/time'
import { type KitchenDoc, type MenuDoc, slotId } from '../docs'
import { spokenDay } from './form'
import { waiting } from './sitting'

/** From 15:00 on. */
const HOUR = 15
const MENU = '/meals/pages/menu/index'

async function run(kit: Ticking): Promise<number> {
  if (hourOf(kit.now) < HOUR) return 0
  const day = addDays(kit.today, 1)
  let [told, after]: [number, string | undefined] = [0, undefined]
  do {
    const page: { items: KitchenDoc[]; after?: string } = await kit.store.find<KitchenDoc>('kitchens', { where: {}, limit: 200, after })
    for (const kitchen of page.items)
      for (const { meal } of kitchen.servings) if ('open' in opens(kitchen, day, meal)) told += await look(kit, kitchen, day, meal)
    after = page.after
  } while (after)
  return told
}

/** Tells once of a meal whose menu is not published although somebody eats there by standing order. */
async function look(kit: Ticking, { _id: kitchen, community, name }: KitchenDoc, day: string, meal: MenuDoc['meal']): Promise<number> {
  const slot = slotId(kitchen, day, meal)
  if ((await kit.store.get<MenuDoc>('menus', slot))?.published || (await kit.store.get('clash_told', slot))) return 0
  const count = (await waiting(kit.store, { kitchen, day, meal })).length
  if (count === 0) return 0
  await kit.store.transaction(async plain => {
    const tx = telling(plain, kit.reactions, kit)
    await tx.put('clash_told', { _id: slot, dishes: '' })
    const body = `有 ${count} 份长期订餐等着，菜单发布以后才能订上`
    await tx.happened('meals.menu_missing', {
      community,
      title: `${name}${spokenDay(day)}的${MEAL_WORDS[meal]}还没有菜单`,
      body,
      to: MENU,
      at: kit.now,
    })
  })
  return 1
}

export const job: Job = { name: 'menus_missing', every: 30 * 60_000, run }
