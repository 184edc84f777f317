/** What the larder keeps. Movements are append-only; a stock is their sum, kept with the lots it is made of. */
import type { Meal, Unit } from '@domain/meals/contract'
import type { Lot, MoveWhy, TripForm, Waste } from '@domain/meals/contract/larder'
import type { Collections, Doc } from '../../_kit/store/port'

/** `${kitchen}|${unit}|${ingredient}` */
export type StockDoc = Doc & { kitchen: string; community: string; ingredient: string; unit: Unit; amount: number; lots: Lot[] }
export const stockId = (kitchen: string, ingredient: string, unit: Unit) => `${kitchen}|${unit}|${ingredient}`
export type MoveDoc = Doc & {
  kitchen: string
  community: string
  ingredient: string
  unit: Unit
  /** More (+) or less (-). */
  moved: number
  why: MoveWhy
  words: string
  expires?: string
  trip?: string
  slot?: string
  day: string
  at: number
  by: string
}
export type TripDoc = Doc & TripForm & { kitchen: string; community: string; total: number; at: number; by: string }
/** Under the slot's id: what the meal has used was taken from stock. */
export type UsedDoc = Doc & { kitchen: string; community: string; day: string; meal: Meal; at: number; by: string }
export type WasteDoc = Doc & Omit<Waste, 'id'> & { kitchen: string; community: string }

const byKitchen = { reach: { division: 'community' }, indexes: [{ fields: ['kitchen', 'day'] }] }
export const collections: Collections = {
  stocks: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen'] }] },
  stock_moves: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen', 'at'] }] },
  trips: byKitchen,
  stock_used: byKitchen,
  /** What was thrown away: portions of a dish, by kitchen and day. */
  wastes: byKitchen,
}
