/** Counting a kitchen's day, and adding days up. */
import { FIELDS, type Numbers } from './contract/numbers'
import type { State } from './state'

export const NONE: Numbers = Object.fromEntries(FIELDS.map(field => [field, 0])) as Numbers

/** What of an order is counted. */
export interface Counted {
  eater: string
  state: State
  way: 'delivery' | 'pickup' | 'eatin'
  handed?: { outcome: string }
  price: { total: number; payers: { eater: number; government: number; enterprise: number; charity: number } }
}
/** What else belongs to the day. */
export interface Beside {
  ratings: readonly { stars: 'good' | 'fair' | 'bad' }[]
  /** Portions thrown away. */
  wastes: readonly { portions: number }[]
  /** How many welfare checks its meals opened. */
  checks: number
}

export const isGuest = (eater: string) => eater.startsWith('guest')
/** How a meal really left the kitchen: somebody who ordered a delivery may have come for it. */
const WAYS: { [outcome: string]: 'delivery' | 'pickup' | 'eatin' } = {
  handed: 'delivery',
  left: 'delivery',
  picked: 'pickup',
  eaten: 'eatin',
}

function countTaken(sum: Numbers, { way, handed, eater, price: { total, payers } }: Counted) {
  sum.covers++
  sum[(handed && WAYS[handed.outcome]) ?? way]++
  if (isGuest(eater)) sum.guests++
  if (payers.eater === 0 && total > 0) sum.free++
  if (payers.eater < total) sum.subsidised++
  sum.total += total
  for (const payer of ['eater', 'government', 'enterprise', 'charity'] as const) sum[payer] += payers[payer]
}

/** The numbers of one kitchen and day, from its orders and what belongs to it. */
export function countOf(orders: readonly Counted[], { ratings, wastes, checks }: Beside): Numbers {
  const sum = { ...NONE, checks }
  for (const order of orders) {
    if (order.state !== 'cancelled') sum.ordered++
    if (order.state === 'missed') sum.missed++
    if (order.state === 'explained') sum.explained++
    if (order.state === 'taken') countTaken(sum, order)
  }
  sum.people = takenBy(orders).length
  for (const { stars } of ratings) sum[stars]++
  for (const { portions } of wastes) sum.waste += portions
  return sum
}

/** The different people who took a meal. */
export const takenBy = (orders: readonly Pick<Counted, 'eater' | 'state'>[]): string[] =>
  [...new Set(orders.filter(one => one.state === 'taken').map(one => one.eater))].sort()

export function added(all: readonly Numbers[]): Numbers {
  const sum = { ...NONE }
  for (const one of all) for (const field of FIELDS) sum[field] += one[field]
  return sum
}

/** The days of a period, '2026-11' or '2026-11-21', both ends included; nothing after today has been counted. */
export function daysOf(period: string, today: string): { from: string; until: string } {
  if (period.length === 10) return { from: period, until: period }
  return { from: `${period}-01`, until: today.startsWith(period) ? today : `${period}-31` }
}
