/** The small words every part of the kitchen shares. Money is whole 分, times of day are 'HH:MM' in Shanghai. */
import * as v from 'valibot'
import { Day, Id, Moment, words } from '../../schema'

export const Meal = v.picklist(['breakfast', 'lunch', 'dinner'])
export type Meal = v.InferOutput<typeof Meal>
/** delivery 送到家, pickup 自己来取, eatin 在食堂吃. */
export const Way = v.picklist(['delivery', 'pickup', 'eatin'])
export type Way = v.InferOutput<typeof Way>
/** Whole 分; nothing in a kitchen costs more than ten thousand yuan. */
export const Fen = v.pipe(v.number(), v.integer('金额算到分'), v.minValue(0, '金额不能小于 0'), v.maxValue(1_000_000, '金额太大了'))
/** A time of day in Shanghai. */
export const Clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:30 这样'))
/** soft 软烂, less_salt 少盐, less_oil 少油, less_sugar 少糖, liquid 流食: how a dish is or can be made. */
export const Texture = v.picklist(['soft', 'less_salt', 'less_oil', 'less_sugar', 'liquid'])
export type Texture = v.InferOutput<typeof Texture>
/** set 套餐, main 主菜, side 配菜, staple 主食, soup 汤, dessert 点心. */
export const DishKind = v.picklist(['set', 'main', 'side', 'staple', 'soup', 'dessert'])
export type DishKind = v.InferOutput<typeof DishKind>
/** How it is paid: cash 当面付, account 饭卡 (prepaid), bill 月结. */
export const Pay = v.picklist(['cash', 'account', 'bill'])
export type Pay = v.InferOutput<typeof Pay>
/** Who bears a part of a price. */
export const PAYERS = ['eater', 'government', 'enterprise', 'charity'] as const
export const Payers = v.strictObject({ eater: Fen, government: Fen, enterprise: Fen, charity: Fen })
export type Payers = v.InferOutput<typeof Payers>
export const Quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9, '一次最多 9 份'))
/** Ingredients and allergens are plain words ("猪肉", "花生"): the kitchen's own, matched whole. */
export const Words = v.pipe(v.array(v.pipe(words(20), v.regex(/\S/, '这里要填'))), v.maxLength(40))
/** What an amount is counted in: g 克, ml 毫升, piece 个. */
export const Unit = v.picklist(['g', 'ml', 'piece'])
export type Unit = v.InferOutput<typeof Unit>
/** An amount of an ingredient, to the hundredth. */
export const Amount = v.pipe(
  v.number(),
  v.minValue(0.01, '数量要大于 0'),
  v.maxValue(10_000_000, '数量太大了'),
  v.check(n => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6, '数量最多两位小数'),
)
/** What one portion of a dish takes of an ingredient. */
export const Need = v.strictObject({ ingredient: v.pipe(words(20), v.regex(/\S/, '这里要填')), unit: Unit, amount: Amount })
export type Need = v.InferOutput<typeof Need>
/** One meal of one kitchen on one day. */
export const Slot = { kitchen: Id, day: Day, meal: Meal }

/** What an order costs and why, as of its serving day. The payers' parts add up to `total`. */
export const Priced = v.strictObject({
  total: Fen,
  payers: Payers,
  /** Said to the eater: "90 岁以上免费", "没有优惠". */
  why: v.string(),
  /** The rule that decided, if any. */
  rule: v.optional(v.string()),
})
export type Priced = v.InferOutput<typeof Priced>
export { Day, Id, Moment }
