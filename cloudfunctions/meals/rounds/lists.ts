/** What is carried today: by whom, how far, and what nobody carries. */
import type { InputOf, OutputOf } from '@domain'
import { sayKey } from '@domain/meals/building'
import type { RoundCard } from '@domain/meals/contract/rounds'
import { MEALS } from '@domain/meals/serving'
import type { Context } from '../../_kit/context'
import type { Operations } from '../../_kit/serve'
import { addDays } from '../../_kit/time'
import { namesFor } from '../brought'
import { type KitchenDoc, type OrderDoc, slotId } from '../docs'
import { ownKitchen } from '../kitchens/read'
import type { RoundDayDoc, RoundDoc, RoutesDoc } from './docs'
import { carriersOf, roundFor } from './reach'
import { cardOf, isHere, roundShown, stopsOf } from './show'

type Listed = OutputOf<'meals.rounds'>

async function rounds(context: Context, { kitchen: id, day = context.today, meal }: InputOf<'meals.rounds'>): Promise<Listed> {
  const kitchen = await ownKitchen(context, id)
  const [found, carriers] = await Promise.all([
    context.store.find<RoundDoc>('rounds', { where: { kitchen: id, day }, limit: 1000 }),
    carriersOf(context.system, kitchen.community, context.today),
  ])
  const mine = found.items.filter(round => !meal || round.meal === meal)
  const cards = await Promise.all(mine.map(round => card(context, round, kitchen)))
  const meals = MEALS.filter(one => (!meal || one === meal) && (isServed(kitchen, one) || mine.some(round => round.meal === one)))
  const days = await Promise.all(meals.map(one => context.store.get<RoundDayDoc>('round_days', slotId(id, day, one))))
  const loose = await Promise.all(meals.map(one => looseIn(context, slotId(id, day, one), mine)))
  return {
    ...{ day, now: context.now, carriers, loose: loose.flat() },
    meals: meals.map((one, at) => ({ meal: one, rain: days[at]?.rain ?? false })),
    rounds: cards.filter(isShown).sort(byMeal),
  }
}

const isServed = ({ servings }: KitchenDoc, meal: string) => servings.some(one => one.meal === meal)
/** A round whose orders have all gone elsewhere is only remembered for its volunteer. */
const isShown = (one: RoundCard) => one.stops > 0 || one.state === 'going' || one.state === 'closed'
const byMeal = (a: RoundCard, b: RoundCard) =>
  MEALS.indexOf(a.meal) - MEALS.indexOf(b.meal) || a.name.localeCompare(b.name, 'zh') || a.n - b.n

async function card(context: Context, round: RoundDoc, kitchen: KitchenDoc | null): Promise<RoundCard> {
  return cardOf(round, await stopsOf(context.system, round), { context, kitchen })
}

/** Deliveries that no round has, and why. */
async function looseIn(context: Context, slot: string, rounds: RoundDoc[]): Promise<Listed['loose']> {
  const where = { slot, state: { in: ['open', 'failed', 'missed'] } }
  const { items } = await context.store.find<OrderDoc>('orders', { where, limit: 1000 })
  const book = await context.store.get<RoutesDoc>('routes', slot.split('|')[0])
  const held = (order: OrderDoc) => rounds.some(round => isHere(order, round) && round.stops.includes(order._id))
  const passed = (building: string) => book?.routes.some(route => route.buildings.includes(building))
  const loose = items.filter(order => order.way === 'delivery' && !held(order))
  const names = await namesFor(
    context.system,
    loose.map(order => order.building),
  )
  return loose.map(({ _id, call, door, building }) => {
    const why = passed(building) ? '刚订的，马上排进去' : `还没有路线经过 ${sayKey(building, names)} 号楼`
    return { order: _id, call, door, building, why }
  })
}

async function myRounds(context: Context): Promise<OutputOf<'meals.my_rounds'>> {
  const { system, today, now, person } = context
  const eve = addDays(today, -1)
  const where = { volunteer: person?.id ?? '', day: { in: [eve, today] } }
  const { items } = await system.find<RoundDoc>('rounds', { where, limit: 100 })
  // yesterday's is shown until somebody has said what happened at each of its doors
  const own = items.filter(round => round.day === today || !round.closed)
  const mine = await Promise.all(own.map(async round => roundShown(round, { context, kitchen: await kitchenOf(context, round) })))
  return { day: today, now, mine: mine.filter(isShown).sort(byState), free: (await freeIn(context)).filter(isShown).sort(byMeal) }
}
const byState = (a: RoundCard, b: RoundCard) => Number(a.state === 'closed') - Number(b.state === 'closed') || a.from - b.from || a.n - b.n

const kitchenOf = ({ system }: Context, round: RoundDoc) => system.get<KitchenDoc>('kitchens', round.kitchen)

async function freeIn(context: Context): Promise<RoundCard[]> {
  const { system, today, person } = context
  const communities = [...new Set((person?.memberships ?? []).flatMap(placeOf))]
  const found = await Promise.all(
    communities.map(community => system.find<RoundDoc>('rounds', { where: { community, day: today }, limit: 1000 })),
  )
  const free = found.flatMap(page => page.items).filter(round => !round.volunteer && !round.closed)
  return Promise.all(free.map(async round => card(context, round, await kitchenOf(context, round))))
}
const placeOf = ({ role, scope }: { role: string; scope: string }) =>
  ['volunteer', 'lead', 'kitchen', 'community'].includes(role) && scope.length >= 12 ? [scope.slice(0, 12)] : []

export const lists: Pick<Operations<'meals'>, 'rounds' | 'my_rounds' | 'round'> = {
  rounds,
  my_rounds: myRounds,
  async round(context, { round: id }) {
    const round = await roundFor(context, context.system, id)
    return roundShown(round, { context, kitchen: await kitchenOf(context, round) })
  },
}
