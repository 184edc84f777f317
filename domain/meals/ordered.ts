/** What the kitchen's papers are made of: orders, the menu as it is cooked that day, and what is known of those who eat. */
import type { DishKind, Pay, Texture, Way } from './contract/base'
import type { Line } from './contract/orders'

/** An order as the kitchen reads it; the fields of its document that matter here. */
export interface Ordered {
  id: string
  version: number
  eater: string
  call: string
  door: string
  building: string
  walk: string
  way: Way
  lines: Line[]
  /** Clashing dishes the eater wants all the same. */
  accepted: string[]
  note?: string
  route?: string
  round?: string
  code: string
  /** Handed over or collected. */
  taken?: boolean
  /** How the eater pays, and their part (分). */
  pay: Pay
  owes: number
}
/** A dish of the day's menu, with how many can still be ordered and how many wait for standing orders. */
export interface Dish {
  dish: string
  name: string
  kind: DishKind
  ingredients: string[]
  allergens: string[]
  textures: string[]
  instead?: string
  special?: string
  left: number
  held: number
}
/** What is known of an eater; nothing for those who never said anything. */
export interface Diner {
  ingredients: string[]
  allergens: string[]
  dislikes: string[]
  textures: Texture[]
  note?: string
  doorNote?: string
  alert?: string
  /** What staff say about their food, as alerts that hold on the day. */
  food?: string
}
export type Diners = { [eater: string]: Diner | undefined }

export interface Slate {
  orders: Ordered[]
  menu: Dish[]
  diners: Diners
}

const KINDS: DishKind[] = ['set', 'main', 'side', 'staple', 'soup', 'dessert']
/** Sets first, dessert last, as they are cooked and as they are listed. */
export const byKind = (a: { kind: DishKind; name: string }, b: { kind: DishKind; name: string }) =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.name < b.name ? -1 : 1)

/** As one walks; those without a place in a walk last. */
export const byWalk = (a: { walk: string; door: string; id: string }, b: { walk: string; door: string; id: string }) =>
  compare(a.walk || '~', b.walk || '~') || compare(a.door, b.door) || compare(a.id, b.id)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const TEXTURES: { [T in Texture]: string } = {
  soft: '软烂',
  less_salt: '少盐',
  less_oil: '少油',
  less_sugar: '少糖',
  liquid: '流食',
}
/** "软烂、少盐" */
export const textureWords = (textures: readonly Texture[]) => textures.map(one => TEXTURES[one]).join('、')
