/** Goods that were given lie in the kitchen's stock. */
import type { Goods } from '@domain/meals/contract/table'
import { inStock } from '@domain/meals/gifts'
import { putInto, sumOf, takeFrom } from '@domain/meals/larder'
import type { Tx } from '../../_kit/store/port'
import { type MoveDoc, type StockDoc, stockId } from '../larder/docs'

export interface Given {
  donation: string
  who?: string
  kitchen: string
  community: string
  goods: Goods
  /** 1 they came, -1 the donation is taken back: as far as they are still there. */
  way: 1 | -1
  by: string
  at: number
  /** The business day. */
  day: string
}

/** One movement of the stock, with the lots it leaves. */
export async function stocked(tx: Tx, { donation, who, kitchen, community, goods, way, by, at, day }: Given): Promise<void> {
  const { unit, amount } = inStock(goods)
  const thing = { kitchen, community, ingredient: goods.item.trim(), unit }
  const _id = stockId(kitchen, thing.ingredient, unit)
  const before = await tx.get<StockDoc>('stocks', _id)
  const expires = goods.expiry ? { expires: goods.expiry } : {}
  const had = before?.lots ?? []
  const lots = way > 0 ? putInto(had, { amount, since: day, ...expires }) : takeFrom(had, amount).lots
  const left = sumOf(lots)
  const moved = Math.round((left - (before?.amount ?? 0)) * 100) / 100
  await tx.put<StockDoc>('stocks', { _id, ...thing, amount: left, lots })
  if (moved === 0) return
  const words = way > 0 ? `${who?.trim() || '好心人'}送的` : '送来的东西记错了，更正'
  const why = way > 0 ? ('donated' as const) : ('counted' as const)
  await tx.insert<MoveDoc>('stock_moves', { _id: `gift.${donation}.${way}`, ...thing, moved, why, words, ...expires, day, at, by })
}
