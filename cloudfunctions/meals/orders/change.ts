/** How an order's document is changed: its state always follows from its facts. */
import { type Happened, stateOf } from '@domain/meals/state'
import type { OrderDoc } from '../docs'

/** The order with `state` as its facts say. */
export function withState(order: OrderDoc, { over = order.over }: Pick<Happened, 'over'> = {}): OrderDoc {
  const { cancelled, handed, explained } = order
  return { ...order, state: stateOf({ cancelled, handed, explained, over }) }
}
