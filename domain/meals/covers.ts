/** How many people an order feeds, and how dishes are counted. */
import type { DishKind, Way } from './contract/base'

type Counted = { kind: DishKind; quantity: number }

/** Meals in an order: its sets; without one the most of any main dish, so that two dishes for one person are one meal. At least one. */
export function coversOf(lines: readonly Counted[]): number {
  const sets = lines.filter(line => line.kind === 'set').reduce((sum, line) => sum + line.quantity, 0)
  const mains = lines.filter(line => line.kind === 'main').map(line => line.quantity)
  return sets || Math.max(1, ...mains)
}

/** Meals of many orders, by the way they leave the kitchen. */
export function waysOf(orders: readonly { way: Way; lines: readonly Counted[] }[]): { [W in Way]: number } {
  const ways = { delivery: 0, pickup: 0, eatin: 0 }
  for (const order of orders) ways[order.way] += coversOf(order.lines)
  return ways
}

/** "今天中午 68 份，送 31，来取 20，在这吃 17": what there is none of is not said. */
export function sayCovers(covers: number, ways: { [W in Way]: number }): string {
  const parts = [
    ways.delivery ? `送 ${ways.delivery}` : '',
    ways.pickup ? `来取 ${ways.pickup}` : '',
    ways.eatin ? `在这吃 ${ways.eatin}` : '',
  ].filter(Boolean)
  return [`${covers} 份`, ...parts].join('，')
}
