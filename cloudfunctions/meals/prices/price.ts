/** The price of a meal by the rules that reach it. Reads by id only, so that an order's transaction can ask. */
import type { Priced } from '@domain/meals/contract'
import type { RuleSet } from '@domain/meals/contract/prices'
import { type Asked, priceOf } from '@domain/meals/price'
import type { Store, Tx } from '../../_kit/store/port'
import type { Eater } from '../eaters'
import { type RulesDoc, rulesId } from './docs'

export interface Asking extends Pick<Asked, 'day' | 'lines' | 'way' | 'subsidised' | 'used'> {
  /** As of the serving day (eaterOn); null for a guest. */
  eater: Eater | null
  /** The kitchen's document, or whatever carries its id and community. */
  kitchen: { _id: string; community: string }
}

/**
 * What the order costs whom, and why. Today's subsidised meal counts as used by it exactly when `payers.eater < total`.
 * Pass `used` (the meal it was used on) with `subsidised: false` when it is known: it is said.
 */
export async function priceFor(from: Pick<Store | Tx, 'get'>, asking: Asking): Promise<Priced> {
  return priceOf(await rulesFor(from, asking.kitchen), asking)
}

/** The rules a kitchen goes by: its own, or those of the nearest division that has any. */
export async function rulesFor(from: Pick<Store | Tx, 'get'>, kitchen: { _id: string; community: string }): Promise<RuleSet | null> {
  return (await nearest(from, placesOf(kitchen)))?.set ?? null
}

/** From the nearest to the widest place whose rules a kitchen may go by. */
export const placesOf = ({ _id, community }: { _id: string; community: string }) => [_id, ...[12, 9, 6, 4].map(n => community.slice(0, n))]

/** The first of the places that has rules. */
export async function nearest(from: Pick<Store | Tx, 'get'>, places: string[]): Promise<{ place: string; set: RulesDoc } | null> {
  for (const place of places) {
    const set = await from.get<RulesDoc>('price_rules', rulesId(place))
    if (set && set.rules.length > 0) return { place, set }
  }
  return null
}
