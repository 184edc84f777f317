import type { Operations } from '../../_kit/serve'
import { cancel } from './cancel'
import { orders, quote } from './list'
import { change, order } from './place'
import { table } from './table'
import { undo } from './undo'

/** Ordering: the table, the price, the order and what becomes of it. */
export const ordering: Pick<Operations<'meals'>, 'table' | 'quote' | 'order' | 'change' | 'cancel' | 'undo' | 'orders'> = {
  ...{ table, quote, order, change, cancel, undo, orders },
}
