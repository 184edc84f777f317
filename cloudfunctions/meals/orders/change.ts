/** How an order's document is changed: its state always follows from its facts. */
import { type Happened, stateOf } from '@domain/meals/state'
import type { OrderDoc } from '../docs'

/** The order with `state` as its facts say. `over`: the end of its service was counted (an order once missed stays so until a fact says otherwise). */
export function withState(order: OrderDoc, { over = order.state === 'missed' }: Pick<Happened, 'over'> = {}): OrderDoc {
  const { cancelled, handed, explained } = order
  return { ...order, state: stateOf({ cancelled, handed, explained, over }) }
}
