/** The prep sheet of a meal, with what was printed of it. */
import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain'
import type { Meal } from '@domain/meals/contract'
import type { Prep, Since } from '@domain/meals/contract/day'
import type { Ordered } from '@domain/meals/ordered'
import { prepOf } from '@domain/meals/prep'
import { momentsOf } from '@domain/meals/serving'
import { markOf, sinceOf } from '@domain/meals/since'
import type { Work } from '../../_kit/context'
import type { Store } from '../../_kit/store/port'
import type { KitchenDoc, OrderDoc } from '../docs'
import { ownKitchen } from '../kitchens/read'
import type { PrintsDoc } from './docs'
import { orderedOf, type Seen, seenSlot } from './slate'

/** What is on the paper of an order, in eight letters. */
export const markOn = (order: Ordered) => createHash('sha256').update(markOf(order)).digest('base64url').slice(0, 8)

export const prep: Work<InputOf<'meals.prep'>, OutputOf<'meals.prep'>> = async (context, { kitchen: id, day, meal }) => {
  const kitchen = await ownKitchen(context, id)
  return (await prepared(context.system, kitchen, { day, meal, now: context.now })).prep
}

interface When {
  day: string
  meal: Meal
  now: number
}
export interface Prepared {
  prep: Prep
  seen: Seen
  prints: PrintsDoc | null
}

/** Everything about a meal at once: the sheet and what it was made of. */
export async function prepared(system: Pick<Store, 'get' | 'find'>, kitchen: KitchenDoc, { day, meal, now }: When): Promise<Prepared> {
  const seen = await seenSlot(system, kitchen, day, meal)
  const prints = await system.get<PrintsDoc>('prints', seen.slot)
  const since = prints?.last.prep && (await sinceOn(system, prints.last.prep, seen.slate.orders))
  const at = { day, meal, now, ...momentsOf(kitchen, day, meal) }
  const sheet = prepOf(seen.slate, { at: clockOf(at.from), names: namesOf(seen) })
  const prep: Prep = {
    ...sheet,
    ...{ kitchen: kitchen._id, kitchenName: kitchen.name, community: kitchen.community, ...at, published: seen.menu?.published ?? false },
    printed: lastOf(prints),
    ...(since ? { since } : {}),
  }
  return { prep, seen, prints }
}

/** The last printing of each kind. */
export const lastOf = (prints: PrintsDoc | null): Prep['printed'] => [
  ...new Map((prints?.log ?? []).map(({ mark: _, ...one }) => [one.what, one])).values(),
]

/** What has changed since something was printed; orders that are cooked no more are read to be named. */
async function sinceOn(system: Pick<Store, 'get'>, before: NonNullable<PrintsDoc['last']['prep']>, now: Ordered[]): Promise<Since> {
  const here = new Set(now.map(one => one.id))
  const lost = before.orders.filter(one => !here.has(one.id))
  const gone = await Promise.all(lost.map(({ id }) => system.get<OrderDoc>('orders', id)))
  const named = gone.flatMap(doc => (doc ? [orderedOf(doc)] : []))
  return sinceOf(before, now, named, markOn)
}

/** Rounds by their names; routes too, while rounds are not made. */
export const namesOf = ({ rounds, routes }: Seen) =>
  Object.fromEntries([...routes.map(({ id, name }) => [id, name]), ...rounds.map(({ _id, name }) => [_id, name])]) as {
    [id: string]: string
  }

const clockOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
