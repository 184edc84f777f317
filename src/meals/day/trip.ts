/** A buyer's trip as it is typed in. Pure. */
import type { Unit } from '@domain/meals/contract'
import type { TripForm, Wanted } from '@domain/meals/contract/larder'

/** One thing that was bought, as typed: the amount in what people buy by, the cost in 元. */
export interface TypedItem {
  ingredient: string
  unit: Unit
  amount: string
  cost: string
  expires: string
}
/** 公斤 and 升 where a thing is counted in 克 and 毫升: nobody weighs grams at a market. */
export const BUYING: { [U in Unit]: { word: string; times: number } } = {
  g: { word: '公斤', times: 1000 },
  ml: { word: '升', times: 1000 },
  piece: { word: '个', times: 1 },
}
const twoPlaces = (n: number) => Math.round(n * 100) / 100
const numberOf = (text: string) => (/^\d+(\.\d{1,2})?$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)

export const typedOf = ({ ingredient, unit, buy, need }: Pick<Wanted, 'ingredient' | 'unit' | 'buy' | 'need'>): TypedItem => ({
  ...{ ingredient, unit, cost: '', expires: '' },
  amount: String(Math.ceil(((buy || need) / BUYING[unit].times) * 10) / 10),
})

/** What is missing before it can be written down; undefined when nothing is. */
export function wrongItem({ ingredient, amount, cost }: TypedItem): string | undefined {
  if (!(numberOf(amount) > 0)) return `${ingredient}买了多少，写成 2.5 这样`
  return numberOf(cost) >= 0 ? undefined : `${ingredient}花了多少钱，写成 12.5 这样`
}

export const itemOf = ({ ingredient, unit, amount, cost, expires }: TypedItem): TripForm['items'][number] => ({
  ...{ ingredient, unit, amount: twoPlaces(numberOf(amount) * BUYING[unit].times), cost: Math.round(numberOf(cost) * 100) },
  ...(expires ? { expires } : {}),
})
/** 分 of all of it, as far as it is typed. */
export const totalOf = (items: readonly TypedItem[]) => items.reduce((sum, one) => sum + (Math.round(numberOf(one.cost) * 100) || 0), 0)
