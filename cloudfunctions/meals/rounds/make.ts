/** Makes the rounds of a slot from its routes and its orders, again and again until they start; what nothing has changed is not written. */
import type { Meal } from '@domain/meals/contract'
import { carried, type Delivery, mealsIn, planned } from '@domain/meals/rounds'
import type { Store, Tx } from '../../_kit/store/port'
import { type OrderDoc, slotId } from '../docs'
import { type RoundDayDoc, type RoundDoc, type RoutesDoc, roundId } from './docs'
import { type Carrier, carriersOf } from './reach'

export interface Slot {
  kitchen: string
  community: string
  day: string
  meal: Meal
}
interface Seen {
  slot: Slot
  book: RoutesDoc | null
  day: RoundDayDoc | null
  rounds: RoundDoc[]
  orders: OrderDoc[]
  carriers: Carrier[]
}
interface Differing {
  rounds: RoundDoc[]
  orders: { id: string; round?: string; route?: string }[]
}
/** States of a meal that somebody still has to bring, or to speak of. */
const WAITING: OrderDoc['state'][] = ['open', 'failed', 'missed']
export const nameOf = ({ kitchen, day, meal }: Slot) => slotId(kitchen, day, meal)

/** Everything that decides, as it is outside a transaction. */
export async function look(store: Store, slot: Slot): Promise<Seen> {
  const name = nameOf(slot)
  const [book, day, rounds, orders, carriers] = await Promise.all([
    store.get<RoutesDoc>('routes', slot.kitchen),
    store.get<RoundDayDoc>('round_days', name),
    store.find<RoundDoc>('rounds', { where: { slot: name }, limit: 1000 }),
    ordersOf(store, name),
    carriersOf(store, slot.community, slot.day),
  ])
  return { slot, book, day, rounds: rounds.items, orders, carriers }
}

async function ordersOf(store: Store, slot: string): Promise<OrderDoc[]> {
  const found: OrderDoc[] = []
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await store.find<OrderDoc>('orders', { where: { slot, state: { in: WAITING } }, limit: 1000, after })
    found.push(...page.items.filter(({ way }) => way === 'delivery'))
    after = page.after
  }
  return found
}

/** Everything that decides, as a transaction sees it. */
async function lookAgain(tx: Pick<Tx, 'get'>, seen: Seen): Promise<Seen> {
  const each = async <D extends RoundDoc | OrderDoc>(collection: string, docs: D[]) =>
    (await Promise.all(docs.map(one => tx.get<D>(collection, one._id)))).flatMap(one => (one ? [one] : []))
  const name = nameOf(seen.slot)
  const orders = await each('orders', seen.orders)
  return {
    ...seen,
    book: await tx.get<RoutesDoc>('routes', seen.slot.kitchen),
    day: await tx.get<RoundDayDoc>('round_days', name),
    rounds: await each('rounds', seen.rounds),
    orders: orders.filter(one => one.way === 'delivery' && one.slot === name && WAITING.includes(one.state)),
  }
}

/** Writes what differs from what should be; answers how many documents that were. */
export async function make(tx: Tx, before: Seen): Promise<number> {
  const { rounds, orders } = differing(await lookAgain(tx, before))
  for (const { id, round, route } of orders) {
    const gone = [...(round ? [] : ['round']), ...(route ? [] : ['route'])]
    const set = { ...(round ? { round } : {}), ...(route ? { route } : {}) }
    await tx.update('orders', id, { set, ...(gone.length > 0 ? { unset: gone } : {}) })
  }
  for (const round of rounds) await tx.put('rounds', round)
  return rounds.length + orders.length
}

/** Whether there is anything to write; asked before a transaction is begun for nothing. */
export const isDue = (seen: Seen): boolean => {
  const { rounds, orders } = differing(seen)
  return rounds.length + orders.length > 0
}

const isFixed = ({ started, closed }: RoundDoc) => started !== undefined || closed !== undefined
/** An order says in which round it is; a round's list of one that went elsewhere since is an old one. */
const held = (seen: Seen, round: RoundDoc) => {
  const away = new Set(seen.orders.filter(one => one.round !== round._id).map(one => one._id))
  return round.stops.filter(stop => !away.has(stop))
}

function differing(seen: Seen): Differing {
  const routes = seen.book?.routes ?? []
  const slot = nameOf(seen.slot)
  const id = (route: string, n: number) => roundId(slot, route, n)
  const standing = seen.rounds.map(round => ({ ...round, id: round._id, stops: held(seen, round), fixed: isFixed(round) }))
  const plan = planned({
    ...{ routes, rain: seen.day?.rain ?? false, moved: seen.day?.moved ?? {}, standing, id },
    deliveries: seen.orders.map(deliveryOf),
  })
  const wanted = new Map(plan.rounds.map(one => [id(one.route.id, one.n), one]))
  const fresh = plan.rounds.filter(one => !seen.rounds.some(round => round._id === id(one.route.id, one.n)))
  const rounds = [
    ...seen.rounds.filter(isFixed).map(round => ({ ...round, stops: held(seen, round) })),
    ...seen.rounds.filter(round => !isFixed(round)).map(round => again(seen, round, wanted.get(round._id)?.stops ?? [])),
    ...fresh.map(one => again(seen, blank(seen, one.route.id, one.n), one.stops)),
  ]
  const place = new Map(rounds.flatMap(round => round.stops.map(stop => [stop, round] as const)))
  const orders = seen.orders.flatMap(order => moved(order, place.get(order._id), standing, routes))
  return {
    rounds: rounds.filter(round =>
      isChanged(
        round,
        seen.rounds.find(one => one._id === round._id),
      ),
    ),
    orders,
  }
}

export const deliveryOf = ({ _id, building, walk, lines }: OrderDoc): Delivery => ({ order: _id, building, walk, meals: mealsIn(lines) })

function moved(
  order: OrderDoc,
  round: RoundDoc | undefined,
  standing: { id: string; stops: string[]; fixed: boolean }[],
  routes: RoutesDoc['routes'],
) {
  if (standing.some(one => one.fixed && one.id === order.round && one.stops.includes(order._id))) return []
  // what a hand has put into a round is carried on that round's route, whatever its building
  const route = round?.route ?? routes.find(one => one.buildings.includes(order.building))?.id
  const same = order.round === round?._id && order.route === route
  return same ? [] : [{ id: order._id, ...(round ? { round: round._id } : {}), ...(route ? { route } : {}) }]
}

function blank({ slot }: Seen, route: string, n: number): RoundDoc {
  const { kitchen, community, day, meal } = slot
  return {
    ...{ _id: roundId(nameOf(slot), route, n), slot: nameOf(slot), kitchen, community, day, meal, route, n },
    ...{ name: '', by: 'foot', capacity: 0, stops: [], sequence: [], byHand: false, carriers: [], given: [], left: [], version: 0 },
  }
}

/** A round that has not started, as its route and the day say now. The second of a route waits for somebody: its usual one carries the first. */
function again({ book, day, carriers }: Seen, round: RoundDoc, stops: string[]): RoundDoc {
  const route = book?.routes.find(one => one.id === round.route)
  const { volunteer: had, volunteerName, shift, ...rest } = round
  const usual = round.n === 1 ? carriers.find(one => one.account === route?.volunteer) : undefined
  const hand = had ? { volunteer: had, volunteerName, ...(shift ? { shift } : {}) } : {}
  return {
    ...rest,
    ...(round.byHand ? hand : broughtTo(day, round, usual)),
    ...(route ? { name: round.n === 1 ? route.name : `${route.name} 第 ${round.n} 趟`, ...carried(route, day?.rain ?? false) } : {}),
    stops,
  }
}

/** Whom a shift brings comes before the route's usual person; where a shift's person has gone, nobody does until somebody says so. */
function broughtTo(day: RoundDayDoc | null, { route, n }: RoundDoc, usual: Carrier | undefined): Partial<RoundDoc> {
  const brought = day?.brought?.[route]?.[n - 1]
  if (brought === undefined) return usual ? { volunteer: usual.account, volunteerName: usual.name } : {}
  return brought ? { volunteer: brought.account, volunteerName: brought.name, shift: brought.shift } : {}
}

const isChanged = (round: RoundDoc, before: RoundDoc | undefined) =>
  !before || JSON.stringify(sorted(round)) !== JSON.stringify(sorted(before))
const sorted = (doc: RoundDoc) => Object.entries(doc).sort(([a], [b]) => (a < b ? -1 : 1))
