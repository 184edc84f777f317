/** What has changed since a paper was printed: "加了 2 份，少了 1 份". Pure. */
import type { Since } from './contract/day'
import { coversOf } from './covers'
import type { Ordered } from './ordered'

/** What a print remembers: of each order what was on the paper, and the dishes' totals. */
export type Remembered = {
  orders: { id: string; mark: string; covers: number }[]
  dishes: { dish: string; name: string; quantity: number }[]
}
/** Whatever is printed of an order: when this differs, its paper is wrong. */
export const markOf = ({ lines, way, door, route, note, accepted }: Ordered) =>
  JSON.stringify([
    lines.map(({ dish, quantity, instead }) => [dish, quantity, instead ?? '']),
    way,
    door,
    route ?? '',
    note ?? '',
    accepted,
  ])

/** What to remember of a print. */
export function remembered(orders: readonly Ordered[], mark: (order: Ordered) => string): Remembered {
  const dishes = new Map<string, { dish: string; name: string; quantity: number }>()
  for (const { dish, name, quantity } of orders.flatMap(order => order.lines))
    dishes.set(dish, { dish, name, quantity: (dishes.get(dish)?.quantity ?? 0) + quantity })
  return {
    orders: orders.map(order => ({ id: order.id, mark: mark(order), covers: coversOf(order.lines) })),
    dishes: [...dishes.values()],
  }
}

/** `gone` are the orders that were printed and are cooked no more, as they are now. */
export function sinceOf(before: Remembered, now: readonly Ordered[], gone: readonly Ordered[], mark: (order: Ordered) => string): Since {
  const had = new Map(before.orders.map(one => [one.id, one]))
  const here = new Set(now.map(one => one.id))
  const named = ({ id, call, door }: Ordered, what: Since['orders'][number]['what']) => ({ order: id, call, door, what })
  const added = now.filter(one => !had.has(one.id))
  const changed = now.filter(one => had.has(one.id) && had.get(one.id)?.mark !== mark(one))
  const lost = before.orders.filter(one => !here.has(one.id))
  const plus = added.reduce((sum, one) => sum + coversOf(one.lines), 0)
  const minus = lost.reduce((sum, one) => sum + one.covers, 0)
  return {
    words: [plus ? `加了 ${plus} 份` : '', minus ? `少了 ${minus} 份` : '', changed.length ? `改了 ${changed.length} 份` : '']
      .filter(Boolean)
      .join('，'),
    orders: [
      ...added.map(one => named(one, 'added')),
      ...changed.map(one => named(one, 'changed')),
      ...gone.filter(one => had.has(one.id)).map(one => named(one, 'gone')),
    ],
    dishes: differences(before, now),
  }
}

function differences({ dishes }: Remembered, now: readonly Ordered[]): Since['dishes'] {
  const by = new Map(dishes.map(({ dish, name, quantity }) => [dish, { name, by: -quantity }]))
  for (const { dish, name, quantity } of now.flatMap(order => order.lines)) by.set(dish, { name, by: (by.get(dish)?.by ?? 0) + quantity })
  return [...by.values()].filter(one => one.by !== 0)
}
