/** How deliveries become rounds: pure, the same answer for the same facts, so that it can be asked again as orders come and go. */
import type { By, Route, StopState } from './contract/rounds'
import { coversOf } from './covers'
import type { State } from './state'

/** A meal to be brought to a door. */
export interface Delivery {
  order: string
  building: string
  /** Sort key of the address: building, unit, floor, room. */
  walk: string
  /** How many meals it is. */
  meals: number
}
/** A round as it stands. `fixed`: it has started or is closed, and changes only by hand. */
export interface Standing {
  id: string
  route: string
  n: number
  stops: string[]
  sequence: string[]
  fixed: boolean
}
export interface Planned {
  route: Route
  n: number
  stops: string[]
}
export interface Facts {
  routes: Route[]
  rain: boolean
  /** What waits to be carried; those in a fixed round need not be among them. */
  deliveries: Delivery[]
  standing: Standing[]
  /** Decided by hand: order -> round id. */
  moved: { [order: string]: string }
  id(route: string, n: number): string
}

/** How a route is carried that day. */
export const carried = (route: Route, rain: boolean): { by: By; capacity: number } => ({
  by: (rain && route.rain?.by) || route.by,
  capacity: (rain && route.rain?.capacity) || route.capacity,
})

/** Whose buildings pass a route, then as one walks inside each. */
export const walked = (route: Pick<Route, 'buildings'> | undefined, deliveries: Delivery[]): Delivery[] => {
  const place = ({ building }: Delivery) => {
    const at = route?.buildings.indexOf(building) ?? -1
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  return [...deliveries].sort((a, b) => place(a) - place(b) || compare(a.walk, b.walk) || compare(a.order, b.order))
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The rounds of a slot that have not started, and the orders that nobody's route passes. Each route is filled in walking order up to its
 * capacity; numbers of rounds that have started are left out. What a hand has moved stays where it was put, as long as that round is there.
 */
export function planned(facts: Facts): { rounds: Planned[]; loose: string[] } {
  const fixed = facts.standing.filter(one => one.fixed)
  const taken = new Set(fixed.flatMap(one => one.stops))
  const free = facts.deliveries.filter(one => !taken.has(one.order))
  const routeOf = (one: Delivery) => facts.routes.find(route => route.buildings.includes(one.building))
  const target = (one: Delivery) => movable(facts, facts.moved[one.order])
  const [byHand, rest] = split(free, one => target(one) !== undefined)
  const rounds = facts.routes.flatMap(route =>
    filled(
      facts,
      route,
      rest.filter(one => routeOf(one)?.id === route.id),
    ),
  )
  for (const one of byHand) put(rounds, target(one) as { route: Route; n: number }, one.order)
  const known = new Map(facts.deliveries.map(one => [one.order, one]))
  const placed = rounds.map(round => ({ ...round, stops: inSequence(facts, round, known) }))
  return { rounds: placed, loose: rest.filter(one => !routeOf(one)).map(one => one.order) }
}

/** The round a hand has put something in, while it can still be filled. */
function movable({ standing, routes }: Facts, id: string | undefined): { route: Route; n: number } | undefined {
  const round = standing.find(one => one.id === id && !one.fixed)
  const route = routes.find(one => one.id === round?.route)
  return round && route ? { route, n: round.n } : undefined
}

function filled(facts: Facts, route: Route, deliveries: Delivery[]): Planned[] {
  const { capacity } = carried(route, facts.rain)
  const used = new Set(facts.standing.filter(one => one.fixed && one.route === route.id).map(one => one.n))
  const rounds: Planned[] = []
  let room = 0
  let n = 0
  for (const { order, meals } of walked(route, deliveries)) {
    if (rounds.length === 0 || meals > room) {
      do n++
      while (used.has(n))
      rounds.push({ route, n, stops: [] })
      room = capacity
    }
    rounds[rounds.length - 1].stops.push(order)
    room -= meals
  }
  return rounds
}

function put(rounds: Planned[], { route, n }: { route: Route; n: number }, order: string) {
  const round = rounds.find(one => one.route.id === route.id && one.n === n)
  if (round) round.stops.push(order)
  else rounds.push({ route, n, stops: [order] })
}

function inSequence(facts: Facts, { route, n, stops }: Planned, known: Map<string, Delivery>): string[] {
  const walk = walked(
    route,
    stops.flatMap(order => known.get(order) ?? []),
  ).map(one => one.order)
  const sequence = facts.standing.find(one => one.id === facts.id(route.id, n))?.sequence ?? []
  return merged(walk, sequence)
}

/** The walk as a hand has put it: what it has not placed comes after what it follows as one walks. */
export function merged(walk: string[], sequence: string[]): string[] {
  const present = new Set(walk)
  const out = sequence.filter(one => present.has(one))
  const placed = new Set(out)
  for (const [at, one] of walk.entries()) {
    if (placed.has(one)) continue
    const before = walk[at - 1]
    out.splice(before === undefined ? 0 : out.indexOf(before) + 1, 0, one)
    placed.add(one)
  }
  return out
}

function split<T>(items: T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter(item => !holds(item))]
}

/** How many meals somebody carries for an order: as the kitchen counts them, so that a round and the prep sheet say the same. */
export const mealsIn = coversOf

/** Where a stop stands. A meal nobody took and nobody spoke of is still open: somebody has to say what happened. */
export function stopState(order: { state: State; handed?: { outcome: string } }): StopState {
  if (order.state === 'taken') return 'done'
  if (order.handed) return 'failed'
  return order.state === 'cancelled' || order.state === 'explained' ? 'cancelled' : 'open'
}
