/** The documents every part of the kitchen leans on. Field names are relied on by all of them: change them nowhere else. */
import type { Meal, Pay, Priced, Texture, Way } from '@domain/meals/contract'
import type { DishForm, KitchenForm } from '@domain/meals/contract/kitchens'
import type { DinerForm, Line, StandingForm } from '@domain/meals/contract/orders'
import type { Doc } from '../_kit/store/port'

/** Its id is random; every document of a kitchen carries the kitchen's `community`, which decides who reaches it. */
export type KitchenDoc = Doc & KitchenForm & { community: string; ended?: string; version: number }

/** A dish of the kitchen's book. */
export type DishDoc = Doc & DishForm & { kitchen: string; community: string; ended?: string; version: number }

/** `${kitchen}|${day}|${meal}`: one meal of one kitchen on one day. */
export const slotId = (kitchen: string, day: string, meal: Meal) => `${kitchen}|${day}|${meal}`
/** `${eater}|${day}|${meal}`: one order a person, day and meal, in whichever kitchen. A cancelled one stays, so that nothing is made again. */
export const orderId = (eater: string, day: string, meal: Meal) => `${eater}|${day}|${meal}`

/** A day's menu, under its slot's id. Numbers of portions are not here: they are hot, see PortionsDoc. */
export type MenuDoc = Doc & {
  kitchen: string
  community: string
  day: string
  meal: Meal
  published: boolean
  note?: string
  /** The recipe as it is cooked that day. */
  items: MenuItemDoc[]
  version: number
}
export type MenuItemDoc = {
  dish: string
  name: string
  kind: Line['kind']
  price: number
  ingredients: string[]
  allergens: string[]
  textures: Texture[]
  photo?: string
  instead?: string
  special?: string
}
/**
 * `${slot}|${dish}`: left + held + sold = portions, none below zero. Never read, changed and written back: one conditional `inc` last.
 * `held` waits for standing orders that have not become orders yet.
 */
export type PortionsDoc = Doc & {
  slot: string
  dish: string
  community: string
  portions: number
  left: number
  held: number
  sold: number
}

export type Handed = {
  /** handed 交到手里, left 放在说好的地方或交给别人, picked 来取了, eaten 在食堂吃了, no_answer 没人应, refused 不要了. */
  outcome: 'handed' | 'left' | 'picked' | 'eaten' | 'no_answer' | 'refused'
  /** When it happened as it counts (ms). */
  at: number
  by: string
  account: string
  wellbeing?: 'well' | 'soso' | 'worrying'
  note?: string
  photos?: string[]
  /** With whom it was left. */
  with?: string
  /** When the server heard of it (ms), and the round it was carried in. */
  arrived?: number
  round?: string
  /** Taken all the same, and marked: see Mark in contract/rounds. */
  marks?: string[]
}
export const TAKEN: Handed['outcome'][] = ['handed', 'left', 'picked', 'eaten']

/** What an order was before its last change, for undo and for the question "who changed this?". */
export type Earlier = {
  at: number
  by: string
  what: 'ordered' | 'changed' | 'cancelled' | 'undone'
  lines: Line[]
  way: Way
  total: number
  /** The rest of what an undo brings back. */
  rest?: { kitchen: string; point?: string; pay: Pay; note?: string; accepted: string[]; cancelled?: OrderDoc['cancelled'] }
}

export type OrderDoc = Doc & {
  /** The resident; 'guest' followed by an id for somebody who is not registered. */
  eater: string
  kitchen: string
  /** The kitchen's community. */
  community: string
  slot: string
  day: string
  meal: Meal
  /**
   * As of the order: how they are called (张奶奶), the grid and household they live in, their door, its place in a walk. In another
   * community than the kitchen's they begin with it: see ./brought.
   */
  call: string
  home: string
  household: string
  door: string
  building: string
  walk: string
  way: Way
  point?: string
  lines: Line[]
  /** Clashing dishes the eater wants all the same. */
  accepted: string[]
  pay: Pay
  note?: string
  price: Priced
  /** Four digits, one of their own within the slot. */
  code: string
  placed: { at: number; by: string; account: string; how: 'self' | 'family' | 'staff' | 'standing' }
  /** Made by a standing order and never touched by hand: may be made anew. */
  standing?: string
  touched: boolean
  /** `away`: by this pause; when it no longer covers the day, a standing order makes the meal again. */
  cancelled?: { at: number; by: string; why: string; away?: string }
  handed?: Handed
  /** What was said of it before, the oldest first: a second try at the door, or a correction. */
  before?: Handed[]
  /** What explains a meal nobody took: from away, or found by a welfare check. */
  explained?: { at: number; by: string; why: string }
  /** Its service has ended and it was counted (see checks/sweep.ts). */
  over?: true
  /** The route of a delivery; absent: nobody knows yet who brings it. */
  route?: string
  round?: string
  /** A cache of the facts above for queries; always written with them, by stateOf (domain/meals/state.ts). */
  state: 'open' | 'failed' | 'taken' | 'cancelled' | 'explained' | 'missed'
  earlier: Earlier[]
  version: number
}

export type StandingDoc = Doc &
  StandingForm & {
    eater: string
    community: string
    home: string
    ended?: string
    /** Goes up with whatever decides what is made of it (itself, a pause): whoever makes an order writes only if it is as it was read. */
    rev: number
    /** The last day an order was made for. */
    made?: string
    version: number
  }
export type AwayDoc = Doc & {
  eater: string
  home: string
  from: string
  until?: string
  why: string
  words: string
  by: string
  at: number
}
/** Under the resident's id. */
export type DinerDoc = Doc & DinerForm & { home: string; alert?: string; version: number }
