/** The kitchens that feed a place. */

import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { MEALS } from '@domain/meals/serving'
import type { Context, Work } from '../../_kit/context'
import type { Where } from '../../_kit/store/port'
import { type KitchenDoc, type MenuDoc, slotId } from '../docs'
import { menuShown, portionsOf, seenKitchen } from './read'

/** As far as the caller reaches: a place narrower than theirs, or theirs inside a wider one. */
const places = (context: Context, division: string) =>
  context.divisions.flatMap(mine => (division.startsWith(mine) ? [division] : mine.startsWith(division) ? [mine] : []))

async function feeding({ system }: Context, place: string): Promise<KitchenDoc[]> {
  const where: Where = place.length >= 12 ? { serves: { has: place.slice(0, 12) } } : { community: { prefix: place } }
  const found: KitchenDoc[] = []
  let after: string | undefined
  do {
    const page = await system.find<KitchenDoc>('kitchens', { where, limit: 1000, after })
    found.push(...page.items)
    after = page.after
  } while (after)
  return found
}

/** Every kitchen and point that feeds a division, as far as the caller reaches it: those that end last, each kind together, by name. */
export async function fedBy(context: Context, division: string): Promise<KitchenDoc[]> {
  const found = new Map<string, KitchenDoc>()
  for (const place of places(context, division)) for (const one of await feeding(context, place)) found.set(one._id, one)
  const sort = ({ ended, name, _id }: KitchenDoc) => [ended ? 1 : 0, name, _id].join('|')
  return [...found.values()].sort((a, b) => (sort(a) < sort(b) ? -1 : 1))
}

/** A kitchen's menus from a day on, by day and meal. */
export const menus: Work<InputOf<'meals.menus'>, OutputOf<'meals.menus'>> = async (context, { kitchen: id, from, days }) => {
  await seenKitchen(context, id)
  const slots = Array.from({ length: days }, (_, n) => addDays(from, n)).flatMap(day => MEALS.map(meal => slotId(id, day, meal)))
  const found = await Promise.all(slots.map(slot => context.system.get<MenuDoc>('menus', slot)))
  return Promise.all(found.flatMap(menu => (menu ? [portionsOf(context.system, menu).then(portions => menuShown(menu, portions))] : [])))
}
