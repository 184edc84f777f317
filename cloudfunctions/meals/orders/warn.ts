/** A week ahead: whose order or standing order the menu clashes with. They are told, and the kitchen sees whom to ask. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { candidates } from '@domain/meals/choose'
import { clashesOf } from '@domain/meals/clash'
import type { Clash } from '@domain/meals/contract/orders'
import { MEAL_WORDS } from '@domain/meals/serving'
import type { Work } from '../../_kit/context'
import type { Later } from '../../_kit/react'
import { notThere } from '../../_kit/refuse'
import type { Doc, Store } from '../../_kit/store/port'
import type { DinerDoc, KitchenDoc, MenuDoc, OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { published } from './due'
import { pick } from './expect'
import { spokenDay } from './form'
import { portionsOf } from './portions'
import { waiting } from './sitting'

export interface Found {
  eater: string
  clash: Clash
  /** Agreed to, or a dish without a clash is taken instead. */
  settled: boolean
  accepted: boolean
}

/** Everything on a menu that somebody who will get it should not have. */
export async function clashesAt(store: Store, menu: MenuDoc): Promise<Found[]> {
  return [...(await orderedClashes(store, menu)), ...(await expectedClashes(store, menu))]
}

async function orderedClashes(store: Store, menu: MenuDoc): Promise<Found[]> {
  const found: Found[] = []
  let after: string | undefined
  do {
    const page = await store.find<OrderDoc>('orders', { where: { slot: menu._id, state: 'open' }, limit: 500, after })
    for (const { eater, lines, accepted } of page.items) {
      const diner = await store.get<DinerDoc>('diners', eater)
      const dishes = lines.map(line => line.dish)
      for (const clash of clashesOf(diner, menu.items, dishes)) {
        const agreed = accepted.includes(clash.dish)
        found.push({ eater, clash, settled: agreed, accepted: agreed })
      }
    }
    after = page.after
  } while (after)
  return found
}

/** Of a standing order counts what it asks for first; what it gets instead settles it. */
async function expectedClashes(store: Store, menu: MenuDoc): Promise<Found[]> {
  const portions = await portionsOf(store, menu._id)
  return (await waiting(store, menu)).flatMap(({ standing, wish, diner }) => {
    const [first] = candidates(menu.items, wish)
    const [clash] = first ? clashesOf(diner, menu.items, [first.dish]) : []
    if (!clash) return []
    const settled = pick(wish, menu, portions, diner)?.clash === false
    return [{ eater: standing.eater, clash, settled, accepted: false }]
  })
}

/** `${slot}|${eater}`: which clashes they were told of, so that they are told once. */
type ToldDoc = Doc & { dishes: string }

/** A menu was published or changed: whoever it clashes with is told, a week ahead where it is published a week ahead. Facts: { slot }. */
export const warn: Later = async (kit, facts) => {
  const menu = await kit.store.get<MenuDoc>('menus', String(facts.slot))
  if (!menu?.published) return
  const by = new Map<string, Found[]>()
  for (const one of await clashesAt(kit.store, menu)) if (!one.accepted) by.set(one.eater, [...(by.get(one.eater) ?? []), one])
  for (const [eater, found] of by) {
    const who = await eaterOn(kit.store, eater, menu.day)
    if (!who?.here) continue
    const id = `${menu._id}|${eater}`
    const dishes = found.map(one => one.clash.dish).join('|')
    const title = `${spokenDay(menu.day)}的${MEAL_WORDS[menu.meal]}有不能吃的`
    const told = {
      eaters: [{ eater, call: who.call }],
      title,
      body: found.map(said).join('；'),
      to: '/meals/pages/week/index',
      at: kit.now,
    }
    await kit.write(async tx => {
      if ((await tx.get<ToldDoc>('clash_told', id))?.dishes === dishes) return
      await tx.put<ToldDoc>('clash_told', { _id: id, dishes })
      await tx.happened('meals.eaters_told', told)
    })
  }
}

function said({ clash: { name, why, instead }, settled }: Found): string {
  if (settled) return `${name}${why}，到时给换${instead ? `成${instead.name}` : '别的菜'}`
  return `${name}${why}，${instead ? `可以换成${instead.name}，` : ''}请改订或者打电话给厨房`
}

export const clashes: Work<InputOf<'meals.clashes'>, OutputOf<'meals.clashes'>> = async (context, { kitchen: id, from, days }) => {
  const { store, system } = context
  if (!(await store.get<KitchenDoc>('kitchens', id))) throw notThere('meals', '这个厨房')
  const found: OutputOf<'meals.clashes'> = []
  for (const menu of await published(system, id, from, addDays(from, days - 1)))
    for (const { eater, clash, settled } of await clashesAt(system, menu)) {
      const who = await eaterOn(system, eater, menu.day)
      if (who?.here) found.push({ day: menu.day, meal: menu.meal, eater, call: who.call, door: who.door, clash, settled })
    }
  return found
}
