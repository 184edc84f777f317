/** Standing orders that have not become orders yet, and what they will become. */
import { weekdayOf } from '@domain/days'
import { type Chosen, chosen } from '@domain/meals/choose'
import type { Meal } from '@domain/meals/contract'
import type { Standing, TableDay } from '@domain/meals/contract/orders'
import { opens } from '@domain/meals/serving'
import type { Context } from '../../_kit/context'
import type { Store } from '../../_kit/store/port'
import { type AwayDoc, type DinerDoc, type KitchenDoc, type MenuDoc, type PortionsDoc, type StandingDoc, slotId } from '../docs'
import { awaysOf, coversDay } from './aways'
import type { Ready } from './form'
import { type Need, portionsId, portionsOf } from './portions'

type StandingDay = StandingDoc['days'][number]

/** Standing orders of an eater that hold on a day or later. */
export async function standingsOf(system: Pick<Store, 'find'>, eater: string, from: string): Promise<StandingDoc[]> {
  const { items } = await system.find<StandingDoc>('standings', { where: { eater }, limit: 50 })
  return items.filter(one => lastDay(one) >= from && lastDay(one) >= one.since)
}

/** The last day a standing order holds. */
export const lastDay = ({ until = '9999-12-31', ended = '9999-12-31' }: Pick<StandingDoc, 'until' | 'ended'>) =>
  until < ended ? until : ended

/** What a standing order asks for on a day; undefined when it asks for nothing then. */
export function wishOn(standing: StandingDoc, day: string, meal: Meal): StandingDay | undefined {
  if (standing.meal !== meal || day < standing.since || day > lastDay(standing)) return undefined
  return standing.days.find(one => one.weekday === weekdayOf(day))
}

/** What a wish takes from a menu as its portions stand: what is held is held for those who have not ordered yet. */
export function pick(wish: StandingDay, menu: MenuDoc, portions: Map<string, PortionsDoc>, diner: DinerDoc | null): Chosen | undefined {
  return chosen(wish, menu.items, diner, dish => (portions.get(dish)?.left ?? 0) + (portions.get(dish)?.held ?? 0))
}

interface Sitting {
  standings: StandingDoc[]
  aways: AwayDoc[]
  diner: DinerDoc | null
}
type Slot = { day: string; meal: Meal }

/** What will be ordered by itself for a meal of a kitchen; empty when nothing will. */
export function expectedOf(
  { standings, aways, diner }: Sitting,
  kitchen: KitchenDoc,
  menu: MenuDoc | null,
  portions: Map<string, PortionsDoc>,
  { day, meal }: Slot,
): NonNullable<TableDay['expected']> {
  if ('shut' in opens(kitchen, day, meal) || aways.some(one => coversDay(one, day))) return []
  return standings.flatMap(standing => {
    const wish = standing.kitchen === kitchen._id ? wishOn(standing, day, meal) : undefined
    if (!wish) return []
    const found = menu?.published ? pick(wish, menu, portions, diner) : undefined
    // no dish yet where the menu is not out
    if (!found) return [{ name: '菜单出来以后选', quantity: wish.quantity, way: wish.way }]
    const { dish, name, quantity } = found.line
    return [{ dish, name, quantity, way: wish.way }]
  })
}

/** What an eater's own standing orders mean for what they order by hand. */
export interface Own {
  /** Standing orders that would have made the same meal of the same day, in whichever kitchen. */
  replaced: { standing: StandingDoc; day: string }[]
  /** Marks the needs that may be met from the portions held for their standing order in the same kitchen. */
  held(needs: Need[]): Need[]
}

export async function ownOf({ system, today }: Pick<Context, 'system' | 'today'>, eater: string, all: Ready[]): Promise<Own> {
  const standings = await standingsOf(system, eater, today)
  const aways = standings.length > 0 ? await awaysOf(system, eater) : []
  const coming = all.filter(({ form }) => !aways.some(one => coversDay(one, form.day)))
  const replaced = coming.flatMap(({ form: { day, meal } }) =>
    standings.flatMap(standing => (wishOn(standing, day, meal) ? [{ standing, day }] : [])),
  )
  const shares = new Map<string, number>()
  for (const one of replaced) for (const [id, n] of await shareOf(system, one)) shares.set(id, n)
  const held = (need: Need) => Math.min(need.n, shares.get(portionsId(need.slot, need.dish)) ?? 0)
  return { replaced, held: needs => needs.map(need => (need.n > 0 ? { ...need, held: held(need) } : need)) }
}

/** What is held for a standing order on a day: the dish it would take. What others wait for is theirs. */
async function shareOf(system: Store, { standing, day }: Own['replaced'][number]): Promise<[string, number][]> {
  const slot = slotId(standing.kitchen, day, standing.meal)
  const wish = wishOn(standing, day, standing.meal)
  const menu = await system.get<MenuDoc>('menus', slot)
  if (!wish || !menu?.published) return []
  const [portions, diner] = [await portionsOf(system, slot), await system.get<DinerDoc>('diners', standing.eater)]
  const line = pick(wish, menu, portions, diner)?.line
  return line ? [[portionsId(slot, line.dish), line.quantity]] : []
}

export const shownStanding = (doc: StandingDoc, kitchenName: string): Standing => {
  const { _id: id, kitchen, meal, days, pay, since, until, note, version } = doc
  return { ...{ id, kitchen, kitchenName, meal, days, pay, since, version }, ...(until ? { until } : {}), ...(note ? { note } : {}) }
}
