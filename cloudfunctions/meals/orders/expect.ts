/** Standing orders that have not become orders yet, and what they will become. */
import { weekdayOf } from '@domain/days'
import { type Chosen, chosen } from '@domain/meals/choose'
import type { Meal } from '@domain/meals/contract'
import type { Standing, TableDay } from '@domain/meals/contract/orders'
import { opens } from '@domain/meals/serving'
import type { Context } from '../../_kit/context'
import type { Store } from '../../_kit/store/port'
import type { AwayDoc, DinerDoc, KitchenDoc, MenuDoc, PortionsDoc, StandingDoc } from '../docs'
import { awaysOf, coversDay } from './aways'
import type { Ready } from './form'
import type { Need } from './portions'

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
    const line = found?.line ?? { dish: '', name: '菜单出来以后选', quantity: wish.quantity }
    return [{ dish: line.dish, name: line.name, quantity: line.quantity, way: wish.way }]
  })
}

/** Marks the needs that may be met from the portions held for the eater's own standing order. */
export async function heldFor({ system }: Pick<Context, 'system'>, eater: string, all: Ready[]): Promise<(needs: Need[]) => Need[]> {
  const standings = await standingsOf(system, eater, all[0].form.day)
  if (standings.length === 0) return needs => needs
  const aways = await awaysOf(system, eater)
  const mine = all.filter(({ form }) => standings.some(one => one.kitchen === form.kitchen && wishOn(one, form.day, form.meal)))
  const slots = new Set(mine.filter(({ form }) => !aways.some(one => coversDay(one, form.day))).map(one => one.slot))
  return needs => needs.map(need => (slots.has(need.slot) && need.n > 0 ? { ...need, held: need.n } : need))
}

export const shownStanding = (doc: StandingDoc, kitchenName: string): Standing => {
  const { _id: id, kitchen, meal, days, pay, since, until, note, version } = doc
  return { ...{ id, kitchen, kitchenName, meal, days, pay, since, version }, ...(until ? { until } : {}), ...(note ? { note } : {}) }
}
