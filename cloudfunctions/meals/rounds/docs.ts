/** What rounds keep. An order's `round` says the same as its round's `stops`; both are written in one transaction. */
import type { Meal } from '@domain/meals/contract'
import type { Route } from '@domain/meals/contract/rounds'
import type { Doc } from '../../_kit/store/port'

/** The routes of a kitchen, under its id: small, and read by id in every order's transaction. */
export type RoutesDoc = Doc & { community: string; routes: Route[]; version: number }

/** One slot's day of carrying, under the slot's id: what was decided by hand for it. */
export type RoundDayDoc = Doc & {
  kitchen: string
  community: string
  day: string
  rain: boolean
  /** Orders put into another round by hand: order -> round. */
  moved: { [order: string]: string }
  /** Whom shifts bring to a route: the first carries its first round, and so on. null: somebody was, and is not any more. */
  brought?: { [route: string]: (Brought | null)[] }
}
export type Brought = { account: string; name: string; shift: string }

export type Left = { order: string; to: string; at: number; by: string }
/** `${slot}|${route}|${n}`: what one person carries in one go. */
export type RoundDoc = Doc & {
  slot: string
  kitchen: string
  community: string
  day: string
  meal: Meal
  route: string
  n: number
  name: string
  by: Route['by']
  capacity: number
  /** Orders, in the order they are walked. */
  stops: string[]
  /** Orders in the order a hand has put them; the others follow as one walks. */
  sequence: string[]
  /** The account that carries it, and its name; `byHand`: chosen for this round, not the route's usual one. */
  volunteer?: string
  volunteerName?: string
  byHand: boolean
  /** The shift that brings somebody to it. */
  shift?: string
  /** Accounts that have carried it: what they hand over late, from a phone without signal, is theirs to say. */
  carriers: string[]
  /** Why somebody gave it back. */
  given: { by: string; at: number; why: string }[]
  /** Orders that were moved to another round. */
  left: Left[]
  /** The kitchen was told that nobody closed it. */
  told?: boolean
  started?: number
  closed?: { at: number; by: string }
  version: number
}

/** `${slot}|${route}|${n}` */
export const roundId = (slot: string, route: string, n: number) => `${slot}|${route}|${n}`
