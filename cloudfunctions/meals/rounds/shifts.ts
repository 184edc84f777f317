/**
 * A route's round is carried by whoever has the route's seat in the kitchen's shift. It is kept with the day, so that a round made later knows it
 * too; a hand's choice in the kitchen comes first, and what is under way is left alone.
 */
import type { Meal } from '@domain/meals/contract'
import type { WriteTx } from '../../_kit/context'
import type { Reaction } from '../../_kit/react'
import { slotId } from '../docs'
import { carriedBy, decide, save } from './change'
import { type Brought, type RoundDayDoc, type RoundDoc, roundId } from './docs'

/** What shifts say of a seat (shifts/signup.ts factsOf). `kitchen`, `meal` and `route` are null where the seat carries no round. */
interface Facts {
  shift: string
  account: string
  name: string
  day: string
  community: string
  kitchen: string | null
  meal: Meal | null
  route: string | null
  why?: string
}
type Places = (Brought | null)[]

/** Facts: those of a seat given. */
export const roundTaken: Reaction = async (tx, facts) => {
  const { account, name, shift } = facts as unknown as Facts
  const place = await bring(tx, facts as unknown as Facts, before => {
    if (before.some(one => one?.account === account && one.shift === shift)) return null
    const free = before.indexOf(null)
    const at = free < 0 ? before.length : free
    return { at, after: [...before.slice(0, at), { account, name, shift }, ...before.slice(at + 1)] }
  })
  const round = place && (await openRound(tx, place))
  if (!round || round.byHand) return
  const carriers = [...new Set([...carriedBy(round), account])]
  await save(tx, { ...round, volunteer: account, volunteerName: name, shift, carriers })
}

/** Facts: those of a seat given up, and why. */
export const roundFreed: Reaction = async (tx, facts, { now }) => {
  const { account, name, shift, why } = facts as unknown as Facts
  const place = await bring(tx, facts as unknown as Facts, before => {
    const at = before.findIndex(one => one?.account === account && one.shift === shift)
    return at < 0 ? null : { at, after: before.map((one, i) => (i === at ? null : one)) }
  })
  const round = place && (await openRound(tx, place))
  if (!round || round.byHand || round.volunteer !== account) return
  const { volunteer: _, volunteerName: __, shift: ___, ...free } = round
  const given = [...round.given, { by: name, at: now, why: why || '班上退了' }]
  await save(tx, { ...(free as RoundDoc), carriers: carriedBy(round), given })
}

/** Changes whom shifts bring to a route on a day; answers the round that place stands for. */
async function bring(tx: WriteTx, facts: Facts, change: (before: Places) => { at: number; after: Places } | null) {
  const { kitchen, community, day, meal, route } = facts
  if (!kitchen || !meal || !route) return null
  const slot = slotId(kitchen, day, meal)
  const known = await tx.get<RoundDayDoc>('round_days', slot)
  const changed = change(known?.brought?.[route] ?? [])
  if (!changed) return null
  await decide(tx, { slot, kitchen, community, day }, before => ({ ...before, brought: { ...before.brought, [route]: changed.after } }))
  return roundId(slot, route, changed.at + 1)
}

/** A round that is there, and has not started. */
async function openRound(tx: WriteTx, id: string): Promise<RoundDoc | null> {
  const round = await tx.get<RoundDoc>('rounds', id)
  return round && round.started === undefined && !round.closed ? round : null
}
