import type { orders as declared } from '@domain/meals/contract/orders'
import type { Operations } from '../../_kit/serve'
import { cancel } from './cancel'
import { diner, set_diner } from './diner'
import { orders, quote } from './list'
import { pause, resume } from './pause'
import { change, order } from './place'
import { skip } from './skip'
import { end_standing, set_standing } from './standing'
import { table } from './table'
import { undo } from './undo'
import { wards } from './wards'
import { clashes } from './warn'

/** Ordering: the table, the price, the order and what becomes of it; standing orders, pauses, and what somebody must not eat. */
export const ordering: Pick<Operations<'meals'>, keyof typeof declared> = {
  ...{ ...wards, table, quote, order, change, cancel, undo, orders },
  ...{ set_standing, end_standing, skip, pause, resume, diner, set_diner, clashes },
}
