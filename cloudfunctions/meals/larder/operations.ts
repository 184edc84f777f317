import type { larder as declared } from '@domain/meals/contract/larder'
import type { Operations } from '../../_kit/serve'
import { shopping } from './shopping'
import { buy, move_stock, stock, use_stock, waste } from './stock'

/** Shopping, stock, waste. */
export const larder: Pick<Operations<'meals'>, keyof typeof declared> = { shopping, buy, stock, move_stock, use_stock, waste }
