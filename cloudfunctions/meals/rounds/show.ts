/** A round and its stops as whoever carries it sees them: how a neighbour is called, the door, the dishes; never a number or a whole name. */

import { sayKey } from '@domain/meals/building'
import type { Mark, Round, RoundCard, Stop } from '@domain/meals/contract/rounds'
import { handWords } from '@domain/meals/handing'
import { mealsIn, stopState } from '@domain/meals/rounds'
import { momentsOf } from '@domain/meals/serving'
import type { Context } from '../../_kit/context'
import type { Doc, Store } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import { namesFor } from '../brought'
import type { DinerDoc, Handed, KitchenDoc, OrderDoc } from '../docs'
import { doorAlerts } from '../table/alerts'
import type { RoundDoc } from './docs'
import { atDesk } from './reach'

type Resident = Doc & { phones: string[] }
const TEXTURE: { [texture: string]: string } = { soft: '软烂', less_salt: '少盐', less_oil: '少油', less_sugar: '少糖', liquid: '流食' }

/** The orders of a round in walking order, each once; what has gone elsewhere since is not among them. */
export async function stopsOf(store: Pick<Store, 'find'>, round: RoundDoc): Promise<OrderDoc[]> {
  const { items } = await store.find<OrderDoc>('orders', { where: { round: round._id }, limit: 1000 })
  const place = new Map(round.stops.map((stop, at) => [stop, at]))
  const at = ({ _id }: OrderDoc) => place.get(_id) ?? -1
  return items.filter(order => isHere(order, round) && at(order) >= 0).sort((a, b) => at(a) - at(b))
}

/** Whether an order is still this round's to carry, or to speak of. */
export const isHere = (order: OrderDoc, round: RoundDoc): boolean =>
  order.round === round._id && order.slot === round.slot && (order.way === 'delivery' || order.handed !== undefined)

export interface Seeing {
  context: Pick<Context, 'system' | 'person' | 'now' | 'today'>
  kitchen: KitchenDoc | null
}

export async function cardOf(round: RoundDoc, orders: OrderDoc[], { context, kitchen }: Seeing): Promise<RoundCard> {
  const { _id: id, community, day, route, n, name, by, capacity, shift, version, volunteer, volunteerName = '' } = round
  const { from, to } = momentsOf(kitchen ?? { servings: [] }, day, round.meal)
  const states = orders.map(stopState)
  const count = (state: string) => states.filter(one => one === state).length
  const given = volunteer ? undefined : round.given.at(-1)
  const buildings = [...new Set(orders.map(order => order.building))]
  const names = await namesFor(context.system, buildings)
  return {
    ...{
      id,
      kitchen: round.kitchen,
      kitchenName: kitchen?.name ?? '',
      community,
      day,
      meal: round.meal,
      route,
      n,
      name,
      by,
      capacity,
      version,
      from,
      to,
    },
    state: stateOf(round),
    ...(volunteer ? { volunteer: { account: volunteer, name: volunteerName } } : {}),
    mine: volunteer !== undefined && volunteer === context.person?.id,
    buildings: buildings.map(key => sayKey(key, names)),
    stops: orders.length - count('cancelled'),
    meals: orders.filter((_, i) => states[i] !== 'cancelled').reduce((sum, { lines }) => sum + mealsIn(lines), 0),
    ...{ open: count('open'), done: count('done'), failed: count('failed') },
    overdue: !round.closed && context.now > to,
    ...(given ? { given: `${given.by}：${given.why}` } : {}),
    ...(shift ? { shift } : {}),
  }
}

function stateOf({ closed, volunteer, started }: RoundDoc): RoundCard['state'] {
  if (closed) return 'closed'
  if (!volunteer) return 'free'
  return started === undefined ? 'assigned' : 'going'
}

export async function roundShown(round: RoundDoc, seeing: Seeing): Promise<Round> {
  const orders = await stopsOf(seeing.context.system, round)
  const list = await Promise.all(orders.map(order => stopShown(order, seeing.context)))
  return { ...(await cardOf(round, orders, seeing)), list }
}

async function stopShown(order: OrderDoc, context: Seeing['context']): Promise<Stop> {
  const { system } = context
  const [diner, resident, noted] = await Promise.all([
    system.get<DinerDoc>('diners', order.eater),
    system.get<Resident>('residents', order.eater),
    doorAlerts(system, order.eater, order.day),
  ])
  const alert = [diner?.alert, noted].filter(Boolean).join('；')
  const cash = order.pay === 'cash' ? order.price.payers.eater : 0
  const said = order.handed && saidOf(order, order.handed, context)
  return {
    ...{ id: order._id, call: order.call, door: order.door, dishes: dishesOf(order), care: careOf(diner), version: order.version },
    ...(diner?.doorNote ? { doorNote: diner.doorNote } : {}),
    ...(alert ? { alert } : {}),
    ...(order.note ? { note: order.note } : {}),
    ...(cash > 0 ? { cash } : {}),
    phone: (resident?.phones.length ?? 0) > 0,
    state: stopState(order),
    ...(said ? { said } : {}),
  }
}

export const dishesOf = ({ lines }: Pick<OrderDoc, 'lines'>) => lines.map(({ name, quantity }) => ({ name, quantity }))
/** How it is made for them: what tells one box from another. What they must not eat is on the kitchen's label. */
export const careOf = (diner: DinerDoc | null): string[] => (diner?.textures ?? []).map(one => TEXTURE[one] ?? one)

function saidOf(order: OrderDoc, handed: Handed, context: Seeing['context']): Stop['said'] {
  if (handed.outcome === 'picked' || handed.outcome === 'eaten') {
    const form = { outcome: 'handed' as const }
    return { form, at: handed.at, by: handed.by, words: handWords(handed, context.today), marks: [], correctable: false }
  }
  const { outcome, with: whom, wellbeing, note, photos } = handed
  const form = {
    outcome,
    ...(whom ? { with: whom } : {}),
    ...(wellbeing ? { wellbeing } : {}),
    ...(note ? { note } : {}),
    ...(photos?.length ? { photos } : {}),
  }
  const words = handWords(handed, context.today)
  return {
    form,
    at: handed.at,
    by: handed.by,
    words,
    marks: (handed.marks ?? []) as Mark[],
    correctable: mayCorrect(order, context) && isTheirs(order, context),
  }
}

/** On the day it was said: by the one who said it, and for them by those at the desk, whom they ring up. */
export const mayCorrect = ({ handed }: OrderDoc, { today }: Pick<Context, 'today'>): boolean =>
  handed !== undefined && dayOf(handed.arrived ?? handed.at) === today
export const isTheirs = ({ handed, community }: OrderDoc, context: Pick<Context, 'person'>): boolean =>
  handed !== undefined && (handed.account === context.person?.id || atDesk(context, community))
