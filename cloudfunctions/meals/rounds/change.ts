/** What a hand decides about rounds: who carries, in which order, what goes with whom, rain, making them now. */
import type { OutputOf } from '@domain'
import type { Meal } from '@domain/meals/contract'
import { merged } from '@domain/meals/rounds'
import type { Context, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import { type KitchenDoc, type OrderDoc, slotId } from '../docs'
import { ownKitchen } from '../kitchens/read'
import type { RoundDayDoc, RoundDoc } from './docs'
import { look, make } from './make'
import { atDesk, carriersOf, helpsIn, roundFor } from './reach'
import { cannotCarry } from './routes'
import { isHere } from './show'

const closedAlready = () => refuse('meals.round_closed', '这一趟已经收尾了，改不了了', 'round')
const mustBeOpen = (round: RoundDoc) => {
  if (round.closed) throw closedAlready()
  return round
}
export const save = (tx: Pick<WriteTx, 'put'>, round: RoundDoc) => tx.put('rounds', { ...round, version: round.version + 1 })

/** A round that the caller sees, changed in one transaction. */
const changing = (context: Context, id: string, change: (round: RoundDoc, tx: WriteTx) => RoundDoc | Promise<RoundDoc>) => {
  const about = { target: id, division: context.divisions[0] }
  return context.write(about, async (_, whole) => {
    const round = await roundFor(context, whole, id)
    about.division = round.community
    const after = await change(round, whole)
    if (after !== round) await save(whole, after)
    return { id }
  })
}

const given = ({ shift: _, ...round }: RoundDoc, volunteer: string, volunteerName: string): RoundDoc => ({
  ...(round as RoundDoc),
  ...{ volunteer, volunteerName, byHand: true },
  carriers: [...new Set([...carriedBy(round as RoundDoc), volunteer])],
})

/** Nobody carries it now; not the route's usual one either, until somebody says so. */
const free = (before: RoundDoc): RoundDoc => {
  const { volunteer: _, volunteerName: __, shift: ___, ...round } = before
  return { ...round, byHand: true, carriers: carriedBy(before) }
}
export const carriedBy = ({ carriers, volunteer }: RoundDoc) => [...new Set([...carriers, ...(volunteer ? [volunteer] : [])])]

type Changes = 'assign_round' | 'take_round' | 'release_round' | 'order_stops' | 'start_round' | 'move_stop' | 'set_rain' | 'make_rounds'
export const changes: Pick<Operations<'meals'>, Changes> = {
  async assign_round(context, { round: id, account }) {
    const { community } = await roundFor(context, context.system, id)
    const carrier = (await carriersOf(context.system, community, context.today)).find(one => one.account === account)
    if (!carrier) throw cannotCarry('account')
    return changing(context, id, round => {
      if (!atDesk(context, round.community)) throw notThere('meals', '这一趟')
      return given(mustBeOpen(round), carrier.account, carrier.name)
    })
  },

  async take_round(context, { round: id }) {
    const about = { target: id, division: context.divisions[0] }
    return context.write(about, async (_, whole) => {
      const round = await whole.get<RoundDoc>('rounds', id)
      if (!round || !helpsIn(context, round.community)) throw notThere('meals', '这一趟')
      about.division = round.community
      mustBeOpen(round)
      const { id: me = '', name = '' } = context.person ?? {}
      if (round.volunteer === me) return { id }
      if (round.volunteer) throw refuse('meals.round_taken', `${round.volunteerName ?? '别人'}刚接了这一趟，看看别的`, 'round')
      await save(whole, given(round, me, name))
      return { id }
    })
  },

  release_round: (context, { round: id, why }) =>
    changing(context, id, round => {
      const by = context.person?.name ?? ''
      return { ...free(mustBeOpen(round)), given: [...round.given, { by, at: context.now, why: why.trim() }] }
    }),

  order_stops: (context, { round: id, stops }) =>
    changing(context, id, round => {
      const sequence = stops.filter(stop => round.stops.includes(stop))
      return { ...mustBeOpen(round), sequence, stops: merged(round.stops, sequence) }
    }),

  start_round: (context, { round: id, at }) =>
    changing(context, id, round => {
      if (mustBeOpen(round).started !== undefined) return round
      return { ...round, started: Math.min(at, context.now) }
    }),

  async move_stop(context, { order: id, to }) {
    const about = { target: id, division: context.divisions[0] }
    return context.write(about, async (tx, whole) => {
      const [order, round] = await Promise.all([tx.get<OrderDoc>('orders', id), tx.get<RoundDoc>('rounds', to)])
      if (!order || !round || order.way !== 'delivery' || order.slot !== round.slot) throw notThere('meals', '这份订餐或这一趟')
      about.division = order.community
      if (order.state === 'taken') throw refuse('meals.already_taken', `${order.call}的饭已经送到了，不用再换人`, 'order')
      mustBeOpen(round)
      await leave(context, whole, order, round)
      const stops = order.round === to && round.stops.includes(id) ? round.stops : [...round.stops, id]
      const sequence = round.sequence.length > 0 ? [...round.sequence.filter(one => one !== id), id] : []
      await save(whole, { ...round, stops, sequence, left: round.left.filter(one => one.order !== id) })
      await whole.put<OrderDoc>('orders', { ...order, round: to, route: round.route })
      await decide(whole, order, day => ({ ...day, moved: { ...day.moved, [id]: to } }))
      return { id }
    })
  },

  async set_rain(context, { kitchen: id, day, rain }) {
    const kitchen = await ownKitchen(context, id)
    const seen = await Promise.all(mealsOf(kitchen).map(meal => look(context.system, slotIn(kitchen, day, meal))))
    return context.write({ target: id, division: kitchen.community }, async (_, whole) => {
      for (const one of seen) {
        const slot = { kitchen: id, community: kitchen.community, day, slot: slotId(id, day, one.slot.meal) }
        await decide(whole, slot, before => ({ ...before, rain }))
        await make(whole, one)
      }
      return { id }
    })
  },

  async make_rounds(context, { kitchen: id, day, meal }) {
    const kitchen = await ownKitchen(context, id)
    const seen = await look(context.system, slotIn(kitchen, day, meal))
    return context.write(
      { target: slotId(id, day, meal), division: kitchen.community },
      async (_, whole): Promise<Made> => ({
        changed: await make(whole, seen),
      }),
    )
  },
}
type Made = OutputOf<'meals.make_rounds'>

const mealsOf = ({ servings }: KitchenDoc) => servings.map(one => one.meal)
const slotIn = ({ _id, community }: KitchenDoc, day: string, meal: Meal) => ({ kitchen: _id, community, day, meal })

/** An order goes out of the round it was in; who had it still may say what happened at that door. */
async function leave(context: Context, tx: WriteTx, order: OrderDoc, to: RoundDoc) {
  if (!order.round || order.round === to._id) return
  const from = await tx.get<RoundDoc>('rounds', order.round)
  if (!from || !isHere(order, from)) return
  if (from.closed && order.handed === undefined) mustBeOpen(from)
  const left = [...from.left, { order: order._id, to: to._id, at: context.now, by: context.person?.name ?? '' }]
  await save(tx, { ...from, stops: from.stops.filter(stop => stop !== order._id), left })
}

export type Deciding = Pick<RoundDayDoc, 'kitchen' | 'community' | 'day'> & { slot: string }
export async function decide(tx: WriteTx, { slot, kitchen, community, day }: Deciding, change: (day: RoundDayDoc) => RoundDayDoc) {
  const before = (await tx.get<RoundDayDoc>('round_days', slot)) ?? { _id: slot, kitchen, community, day, rain: false, moved: {} }
  await tx.put('round_days', change(before))
}
