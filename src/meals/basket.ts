/** What is being chosen, for one or several days, and what is sent of it. Pure. */
import type { Pay, Way } from '@domain/meals/contract'
import type { Order, OrderForm, Table, TableDay } from '@domain/meals/contract/orders'
import { keyOf, mayOrder } from './slots'

type Offer = TableDay['items'][number]
/** One meal as it is being chosen. */
export interface Chosen {
  /** Quantity by dish. */
  lines: { [dish: string]: number }
  way: Way
  point?: string
  pay: Pay
  note: string
  /** Clashing dishes that were named and are wanted all the same. */
  accepted: string[]
}
/** By slot (`keyOf`). */
export type Basket = { [slot: string]: Chosen }

/** The way and pay somebody is used to, as far as the kitchen offers them. */
export function habitOf(table: Table, slot: Pick<TableDay, 'kitchen'>): Pick<Chosen, 'way' | 'point' | 'pay'> {
  const usual = table.usual?.form.kitchen === slot.kitchen ? table.usual.form : undefined
  const standing = table.standings.find(one => one.kitchen === slot.kitchen)
  const ways = table.kitchens.find(one => one.id === slot.kitchen)?.ways ?? ['delivery']
  const way = [usual?.way, standing?.days[0]?.way].find(one => one && ways.includes(one)) ?? ways[0]
  const point = usual?.way === way ? usual.point : standing?.days.find(one => one.way === way)?.point
  return { way, ...(point && way !== 'delivery' ? { point } : {}), pay: usual?.pay ?? standing?.pay ?? 'cash' }
}

export const nothing = (table: Table, slot: TableDay): Chosen => ({ ...habitOf(table, slot), lines: {}, note: '', accepted: [] })
export const ofOrder = ({ lines, way, point, pay, note = '', clashes }: Order): Chosen => ({
  lines: Object.fromEntries(lines.map(line => [line.dish, line.quantity])),
  ...{ way, pay, note, accepted: clashes.map(clash => clash.dish) },
  ...(point ? { point } : {}),
})
export const chosenIn = (basket: Basket, table: Table, slot: TableDay): Chosen => basket[keyOf(slot)] ?? nothing(table, slot)

/** So many of a dish; none takes it out. */
export function put(chosen: Chosen, dish: string, quantity: number): Chosen {
  const { [dish]: _, ...others } = chosen.lines
  const accepted = quantity ? chosen.accepted : chosen.accepted.filter(one => one !== dish)
  return { ...chosen, accepted, lines: quantity ? { ...chosen.lines, [dish]: quantity } : others }
}
/** One dish in place of another, as many. */
export const swap = (chosen: Chosen, dish: string, instead: string) =>
  put(put(chosen, dish, 0), instead, (chosen.lines[instead] ?? 0) + (chosen.lines[dish] ?? 1))

export const portionsIn = ({ lines }: Chosen) => Object.values(lines).reduce((sum, quantity) => sum + quantity, 0)
export const isChosen = (basket: Basket, slot: TableDay) => portionsIn(basket[keyOf(slot)] ?? ({ lines: {} } as Chosen)) > 0

/** How many of a dish this eater can have: what is left and what their own order already holds. */
export const roomFor = (slot: TableDay, item: Offer) => item.left + (ownLine(slot, item.dish) ?? 0)
const ownLine = ({ order }: TableDay, dish: string) =>
  order && order.state === 'open' ? order.lines.find(line => line.dish === dish)?.quantity : undefined

/** Chosen dishes that are gone from the menu or of which fewer are left. */
export const lacking = (slot: TableDay, chosen: Chosen): Offer[] =>
  slot.items.filter(item => (chosen.lines[item.dish] ?? 0) > roomFor(slot, item))
/** 刚刚订完 says what is left: the names of what can still be had, the sets first, those without a clash. */
export const leftNames = (slot: TableDay) =>
  slot.items
    .filter(item => item.left > 0 && !item.clash)
    .map(item => item.name)
    .slice(0, 3)

/** Chosen dishes that the eater should not have and has not said yes to. */
export const clashing = (slot: TableDay, chosen: Chosen): Offer[] =>
  slot.items.filter(item => item.clash && chosen.lines[item.dish] && !chosen.accepted.includes(item.dish))

/** The kitchen's substitute for a dish, if it can be had. */
export const insteadOf = (slot: TableDay, item: Offer): Offer | undefined =>
  slot.items.find(one => one.dish === item.instead && !one.clash && one.left > 0)

export function formOf(slot: TableDay, chosen: Chosen): OrderForm {
  const { lines, way, point, pay, note, accepted } = chosen
  const wanted = accepted.filter(dish => lines[dish])
  return {
    ...{ kitchen: slot.kitchen, day: slot.day, meal: slot.meal, way, pay },
    lines: Object.entries(lines).map(([dish, quantity]) => ({ dish, quantity })),
    ...(point && way !== 'delivery' ? { point } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(wanted.length ? { accepted: wanted } : {}),
  }
}

/** A meal that can be ordered and is not yet; `changing` is the one whose order is being changed. */
export const isFree = (slot: TableDay, now: number, changing?: string) =>
  mayOrder(slot, now) && (keyOf(slot) === changing || !slot.order || slot.order.state === 'cancelled')

/** Everything chosen that can still be ordered, in the order of the days. */
export const chosenSlots = (slots: readonly TableDay[], basket: Basket, now: number, changing?: string) =>
  slots.filter(slot => isChosen(basket, slot) && isFree(slot, now, changing))

/**
 * The same for another day: each dish that is there and not against the eater; else the first of its kind that is. Empty when nothing fits.
 */
export function likewise(from: TableDay, chosen: Chosen, to: TableDay): Chosen {
  const can = to.items.filter(item => item.left > 0 && !item.clash)
  const lines: Chosen['lines'] = {}
  for (const [dish, quantity] of Object.entries(chosen.lines)) {
    const kind = from.items.find(item => item.dish === dish)?.kind
    const found = can.find(item => item.dish === dish) ?? can.find(item => item.kind === kind && !lines[item.dish])
    if (found) lines[found.dish] = Math.min(quantity, found.left)
  }
  return { ...chosen, lines, accepted: [] }
}

const KINDS = ['set', 'main', 'side', 'staple', 'soup', 'dessert'] as const
/** The menu by kind, sets first; kinds without a dish are left out. */
export const byKind = (items: readonly Offer[]) =>
  KINDS.map(kind => ({ kind, items: items.filter(item => item.kind === kind) })).filter(group => group.items.length > 0)
export type { Offer }
