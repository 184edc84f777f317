/**
 * The prep sheet: orders, menu and diners in, what is cooked for whom out. Pure. A substitute is counted as the dish it is; every line of every
 * order is in exactly one total.
 */
import { blockedIn } from './blocked'
import { clashesOf } from './clash'
import type { Texture } from './contract/base'
import type { DishTotal, Leaving, Sheet, Swap, Who } from './contract/day'
import type { Line } from './contract/orders'
import { coversOf, waysOf } from './covers'
import { byKind, byWalk, type Dish, type Ordered, type Slate, textureWords } from './ordered'

/** How meals leave the kitchen: the rounds with their names, and from when meals are served ('11:00'). */
export interface Going {
  at: string
  /** By the id of a round or, before rounds are made, of a route. */
  names: { [id: string]: string }
}

export function prepOf(slate: Slate, going: Going): Sheet {
  const orders = [...slate.orders].sort(byWalk)
  const ways = waysOf(orders)
  return {
    covers: ways.delivery + ways.pickup + ways.eatin,
    ways,
    dishes: totals({ ...slate, orders }),
    swaps: swapsOf(orders),
    kept: keptOf({ ...slate, orders }),
    notes: notesOf({ ...slate, orders }),
    leaving: leavingOf(orders, going),
    blocked: blockedIn(slate),
  }
}

type Served = { order: Ordered; line: Line }
const served = (orders: Ordered[]): Served[] => orders.flatMap(order => order.lines.map(line => ({ order, line })))
const who = ({ order, line }: Served, why?: string): Who => ({
  ...{ order: order.id, call: order.call, door: order.door, quantity: line.quantity },
  ...(why ? { why } : {}),
})
const sum = (all: readonly { quantity: number }[]) => all.reduce((total, one) => total + one.quantity, 0)

/** By a key, in the order of first sight. */
function grouped<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups]
}

/** One row a dish: those of the menu, also when nobody ordered them, and whatever else is in an order. */
function totals({ orders, menu, diners }: Slate): DishTotal[] {
  const lines = new Map(grouped(served(orders), one => one.line.dish))
  const known = new Set(menu.map(item => item.dish))
  const strays = [...lines].filter(([dish]) => !known.has(dish)).map(([dish, all]) => stray(dish, all[0].line))
  return [...menu, ...strays].sort(byKind).map(item => total(item, lines.get(item.dish) ?? [], diners))
}

/** A dish that is no longer on the menu and yet in an order: counted all the same. */
const stray = (dish: string, { name, kind }: Line): Dish => ({
  ...{ dish, name, kind, ingredients: [], allergens: [], textures: [], left: 0, held: 0 },
})

function total(item: Dish, all: Served[], diners: Slate['diners']): DishTotal {
  // what a dish is made like anyway needs no word; what it cannot be is a clash, not a texture
  const asked = (one: Served): Texture[] => (diners[one.order.eater]?.textures ?? []).filter(way => item.textures.includes(way))
  const made = grouped(
    all.filter(one => asked(one).length > 0),
    one => [...asked(one)].sort().join(),
  ).map(([, group]) => ({
    textures: [...asked(group[0])].sort(),
    quantity: sum(group.map(one => one.line)),
    who: group.map(one => who(one)),
  }))
  const quantity = sum(all.map(one => one.line))
  return {
    ...{ dish: item.dish, name: item.name, kind: item.kind, quantity, plain: quantity - sum(made), made },
    ...(item.special ? { special: item.special } : {}),
    instead: sum(all.filter(one => one.line.instead).map(one => one.line)),
    ...{ reserve: item.left, expected: item.held },
  }
}

/** Those who get something else, by what they cannot have. */
function swapsOf(orders: Ordered[]): Swap[] {
  const swapped = served(orders).filter(({ line }) => line.instead)
  return grouped(swapped, ({ line }) => `${line.instead}\n${line.name}`).map(([, group]) => ({
    ...{ from: group[0].line.instead ?? '', to: group[0].line.name, quantity: sum(group.map(one => one.line)) },
    who: group.map(one => who(one)),
  }))
}

function keptOf({ orders, menu, diners }: Slate): Sheet['kept'] {
  const kept = served(orders)
    .filter(({ order, line }) => order.accepted.includes(line.dish))
    .map(one => ({ one, why: clashesOf(diners[one.order.eater], menu, [one.line.dish])[0]?.why }))
    .filter(({ why }) => why)
  return grouped(kept, ({ one }) => one.line.name).map(([name, group]) => ({ name, who: group.map(({ one, why }) => who(one, why)) }))
}

function notesOf({ orders, diners }: Slate): Sheet['notes'] {
  return orders.flatMap(({ call, door, eater, note }) => {
    const words = [note, diners[eater]?.note, diners[eater]?.alert, diners[eater]?.food].map(one => one?.trim()).filter(Boolean)
    return words.length > 0 ? [{ call, door, words: [...new Set(words)].join('；') }] : []
  })
}

const COUNTERS = { pickup: '来取', eatin: '在这吃' } as const

/** Rounds first, in the order one walks, then the counter and the tables. */
function leavingOf(orders: Ordered[], { at, names }: Going): Leaving[] {
  const rounds = grouped(
    orders.filter(one => one.way === 'delivery'),
    one => names[one.round ?? ''] ?? names[one.route ?? ''] ?? '还没定谁送',
  ).map(([name, group]) => ({ way: 'delivery' as const, name, at, covers: coversIn(group) }))
  const counters = (['pickup', 'eatin'] as const)
    .map(way => ({ way, name: COUNTERS[way], at, covers: coversIn(orders.filter(one => one.way === way)) }))
    .filter(one => one.covers > 0)
  return [...rounds, ...counters]
}
const coversIn = (orders: Ordered[]) => orders.reduce((all, order) => all + coversOf(order.lines), 0)

/** "软烂 3，软烂、少盐 1": how a dish is made for whom, besides the ordinary. */
export const sayMade = (made: DishTotal['made']) => made.map(one => `${textureWords(one.textures)} ${one.quantity}`).join('，')
