/** Goods that were given lie in the kitchen's stock. */
import type { Goods } from '@domain/meals/contract/table'
import type * as v from 'valibot'
import type { Tx } from '../../_kit/store/port'

export interface Given {
  donation: string
  kitchen: string
  community: string
  goods: v.InferOutput<typeof Goods>
  /** 1 they came, -1 the donation is taken back. */
  way: 1 | -1
  by: string
  at: number
  day: string
}

/** One movement of the stock. */
export async function stocked(_tx: Tx, _given: Given): Promise<void> {}
