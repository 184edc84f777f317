/** Price rules: dated data, kept per kitchen or for a whole division, evaluated on the day a meal is served. */
import * as v from 'valibot'
import { Day, words } from '../../schema'
import { Fen } from './base'

const Age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150))
/** Completed years, both ends included; no `to`: from then on. */
export const Ages = v.strictObject({ from: Age, to: v.optional(Age) })
export type Ages = v.InferOutput<typeof Ages>
const Percent = v.pipe(v.number(), v.integer('百分比是整数'), v.minValue(0, '百分比不能小于 0'), v.maxValue(100, '百分比不能大于 100'))
/** What becomes of the meal's price: fixed = what the eater pays, off = 分 less, percent = that many percent less, free. */
export const Effect = v.variant('kind', [
  v.strictObject({ kind: v.literal('free') }),
  v.strictObject({ kind: v.literal('fixed'), fen: Fen }),
  v.strictObject({ kind: v.literal('off'), fen: Fen }),
  v.strictObject({ kind: v.literal('percent'), percent: Percent }),
])
export type Effect = v.InferOutput<typeof Effect>
/** Who bears the reduction, in percent; together 100. */
export const Shares = v.pipe(
  v.strictObject({ government: Percent, enterprise: Percent, charity: Percent }),
  v.check(({ government, enterprise, charity }) => government + enterprise + charity === 100, '几家出的加起来要正好 100%'),
)
export type Shares = v.InferOutput<typeof Shares>

/**
 * One rule. Without ages and categories it holds for everybody. Categories are codes of meal-price categories (`meals` of a tag's kind) and
 * 'child' (under 14); any one of them is enough. With both, both must hold ("低保，85 岁以下").
 */
export const Rule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,24}$/)),
  ages: v.optional(Ages),
  categories: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/))), v.minLength(1), v.maxLength(12))),
  effect: Effect,
  /** true: only meals brought home; false: only picked up or eaten there. */
  delivered: v.optional(v.boolean()),
  /** Only for meals whose full price is at least this much, 分: "满 15 元便宜 2 元". */
  least: v.optional(Fen),
  shares: Shares,
  since: v.optional(Day),
  until: v.optional(Day),
})
export type Rule = v.InferOutput<typeof Rule>
export const Rules = v.pipe(v.array(Rule), v.maxLength(60, '最多 60 条'))

/** The rules of one place. A kitchen's own come before its community's, those before the street's, district's, city's; an empty set is as none. */
export const RuleSet = v.strictObject({
  rules: Rules,
  /** What the categories are called, by code. */
  names: v.optional(v.record(v.string(), words(20))),
})
export type RuleSet = v.InferOutput<typeof RuleSet>
