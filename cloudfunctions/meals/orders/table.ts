/** What an eater can have: every kitchen that cooks for them, day by day, with their orders, standing orders and pauses. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { whyNot } from '@domain/meals/clash'
import type { TableDay } from '@domain/meals/contract/orders'
import { momentsOf, opens } from '@domain/meals/serving'
import type { Context, Work } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import type { Store } from '../../_kit/store/port'
import {
  type AwayDoc,
  type DinerDoc,
  type KitchenDoc,
  type MenuDoc,
  type OrderDoc,
  type PortionsDoc,
  type StandingDoc,
  slotId,
} from '../docs'
import { type Eater, eaterOn } from '../eaters'
import { kitchenShown, menuShown } from '../kitchens/read'
import { type BalanceDoc, eaterAccount } from '../money/docs'
import { greetingFor } from '../table/keeping'
import { awaysOf, coversDay, shownAway } from './aways'
import { expectedOf, shownStanding, standingsOf } from './expect'
import { clockOf } from './form'
import { portionsOf } from './portions'
import { shownOrders } from './show'
import { stands } from './sitting'
import { usualOf } from './usual'

const DAYS = 7

/** Everything that is read of an eater, once, for all the days of a table. */
export interface Seat {
  who: Eater
  kitchens: KitchenDoc[]
  diner: DinerDoc | null
  standings: StandingDoc[]
  aways: AwayDoc[]
  /** Orders of those days, by `${day}|${meal}`. */
  orders: Map<string, OrderDoc>
}

export const table: Work<InputOf<'meals.table'>, OutputOf<'meals.table'>> = async (context, { eater, from, days = DAYS }) => {
  const { system, today, now } = context
  const who = await eaterOn(system, eater, today)
  if (!who) throw notThere('meals', '这位居民')
  const first = from ?? today
  const seat = await seatOf(system, who, first, addDays(first, days - 1))
  const cooking = seat.kitchens.filter(one => !isPoint(one))
  const list: TableDay[] = []
  for (let n = 0; n < days; n++) for (const kitchen of cooking) list.push(...(await daysOf(context, seat, kitchen, addDays(first, n))))
  const usual = who.here ? await usualOf(context, seat) : undefined
  const greeting = await greetingFor(system, who, today)
  const balance = await system.get<BalanceDoc>('balances', eaterAccount(eater))
  return {
    ...{ today, now, eater: seated(who), ...(greeting ? { greeting } : {}) },
    ...{ kitchens: cooking.map(kitchenShown), points: seat.kitchens.filter(isPoint).map(kitchenShown) },
    ...{ days: list, ...(usual ? { usual } : {}), balance: balance?.fen ?? 0 },
    standings: seat.standings.map(one => shownStanding(one, seat.kitchens.find(kitchen => kitchen._id === one.kitchen)?.name ?? '')),
    aways: seat.aways.filter(one => (one.until ?? today) >= today).map(shownAway),
  }
}

const seated = ({ id, call, age, home }: Eater) => ({
  ...{ id, call, community: home.slice(0, 12) },
  ...(age === undefined ? {} : { age }),
})
const isPoint = ({ kind }: KitchenDoc) => kind === 'point' || kind === 'drop'

export async function seatOf(system: Store, who: Eater, from: string, until: string): Promise<Seat> {
  const [kitchens, diner, standings, aways, orders] = await Promise.all([
    system.find<KitchenDoc>('kitchens', { where: { serves: { has: who.home.slice(0, 12) } }, limit: 200 }),
    system.get<DinerDoc>('diners', who.id),
    standingsOf(system, who.id, from),
    awaysOf(system, who.id),
    system.find<OrderDoc>('orders', { where: { eater: who.id, day: { gte: from, lte: until } }, order: ['day'], limit: 200 }),
  ])
  return {
    ...{ who, diner, standings, aways },
    kitchens: kitchens.items.filter(one => !one.ended || one.ended >= from).sort((a, b) => (rank(a, who) < rank(b, who) ? -1 : 1)),
    orders: new Map(orders.items.map(one => [`${one.day}|${one.meal}`, one])),
  }
}

/** Kitchens of the eater's own community first. */
const rank = ({ community, name, _id }: KitchenDoc, { home }: Eater) => `${home.startsWith(community) ? 0 : 1}|${name}|${_id}`

async function daysOf(context: Context, seat: Seat, kitchen: KitchenDoc, day: string): Promise<TableDay[]> {
  return Promise.all(kitchen.servings.map(({ meal }) => tableDay(context, seat, kitchen, { day, meal })))
}

type At = Pick<TableDay, 'day' | 'meal'>

async function tableDay({ system, now }: Context, seat: Seat, kitchen: KitchenDoc, { day, meal }: At): Promise<TableDay> {
  const slot = slotId(kitchen._id, day, meal)
  const [menu, portions] = await Promise.all([system.get<MenuDoc>('menus', slot), portionsOf(system, slot)])
  const { cutoff, from, to } = momentsOf(kitchen, day, meal)
  const doc = seat.orders.get(`${day}|${meal}`)
  const own = doc?.kitchen === kitchen._id ? await shownOrders(system, [doc], now) : []
  const expected = stands(doc, seat.aways) || now >= cutoff ? [] : expectedOf(seat, kitchen, menu, portions, { day, meal })
  const away = seat.aways.find(one => coversDay(one, day))
  return {
    ...{
      kitchen: kitchen._id,
      day,
      meal,
      ...stateOf(kitchen, menu, { day, meal, cutoff, now }),
      cutoff,
      from: clockOf(from),
      to: clockOf(to),
    },
    items: offers(menu, portions, seat.diner),
    ...(own[0] ? { order: own[0] } : {}),
    ...(expected.length > 0 ? { expected } : {}),
    ...(away ? { away: shownAway(away) } : {}),
  }
}

function stateOf(kitchen: KitchenDoc, menu: MenuDoc | null, { day, meal, cutoff, now }: At & { cutoff: number; now: number }) {
  const opening = opens(kitchen, day, meal)
  if ('shut' in opening) return { state: 'shut' as const, why: opening.shut }
  if (now >= cutoff) return { state: 'over' as const, why: `${clockOf(cutoff)} 截止了` }
  return menu?.published ? { state: 'open' as const } : { state: 'later' as const, why: '菜单还没出来' }
}

function offers(menu: MenuDoc | null, portions: Map<string, PortionsDoc>, diner: DinerDoc | null): TableDay['items'] {
  if (!menu?.published) return []
  const { items } = menuShown(
    menu,
    menu.items.map(item => portions.get(item.dish) ?? null),
  )
  return items.map(item => {
    const clash = diner ? whyNot(diner, item) : undefined
    return { ...item, ...(clash ? { clash } : {}) }
  })
}
