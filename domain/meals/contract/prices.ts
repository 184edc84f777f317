/** Price rules: dated data, kept per kitchen or for a whole division, evaluated on the day a meal is served. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Day, Division, Id, Moment, words } from '../../schema'
import { Fen, Priced, Way } from './base'

const READERS = ['kitchen', 'community', 'street', 'district', 'city'] as const

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

/** Whose rules: a kitchen's own, or those of a division for all its kitchens that have none nearer. */
const Place = { division: Division, kitchen: v.optional(Id) }
/** gap: no rule holds, full price; overlap: several hold, the best wins; worse: a category costs more than the same age without it. */
export const Finding = v.strictObject({ kind: v.picklist(['gap', 'overlap', 'worse']), words: v.string() })
export type Finding = v.InferOutput<typeof Finding>
/** A rule as it is read aloud: "60 到 79 岁", "便宜 1 元", "政府 100%", "送到家", from when until when. */
export const RuleWords = v.strictObject({ who: v.string(), does: v.string(), when: v.string(), shares: v.string(), dates: v.string() })
export type RuleWords = v.InferOutput<typeof RuleWords>
export const RulesView = v.strictObject({
  rules: v.array(v.strictObject({ ...Rule.entries, words: RuleWords })),
  /** 0: none were ever saved here. */
  version: v.number(),
  /** What the rules hold for, in words: "和平新村社区", "妈妈厨房". */
  name: v.string(),
  findings: v.array(Finding),
  saved: v.optional(v.strictObject({ at: Moment, by: v.string() })),
})
export type RulesView = v.InferOutput<typeof RulesView>

export const prices = {
  price_rules: operation({
    about:
      "The price rules of a kitchen or a division, and whose hold there when it has none of its own. Every rule comes with its words, every set with its gaps and overlaps as of the server's day. Refuses: meals.not_there.",
    kind: 'read',
    scope: 'division',
    roles: READERS,
    input: v.strictObject(Place),
    output: v.strictObject({
      own: RulesView,
      /** Those that count as long as `own` has no rules; absent: then everybody pays the full price. */
      inherited: v.optional(RulesView),
      /** What may stand in a rule. */
      categories: v.array(v.strictObject({ code: v.string(), name: v.string() })),
      kitchens: v.array(v.strictObject({ kitchen: Id, name: v.string(), own: v.boolean() })),
      /** Whether the caller may save them. */
      editable: v.boolean(),
    }),
  }),
  save_rules: operation({
    about:
      'Saves the price rules of a kitchen or a division as a new version; none: back to those of the nearest wider place. Gaps and overlaps are answered, not refused. Orders already taken keep their price. Refuses: meals.not_there, meals.changed_meanwhile, meals.rules_wrong (ages or dates the wrong way round, the same id twice).',
    kind: 'write',
    scope: 'division',
    roles: ['community', 'district'],
    input: v.strictObject({ ...Place, version: v.number(), rules: Rules, note: v.optional(words(100)) }),
    output: v.strictObject({ id: Id, version: v.number(), findings: v.array(Finding) }),
  }),
  try_rules: operation({
    about:
      'What a meal would cost somebody, or anybody of an age and categories, by the rules as they are or by rules not saved yet. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: READERS,
    input: v.strictObject({
      ...Place,
      /** Tried instead of the saved ones. */
      rules: v.optional(Rules),
      who: v.variant('kind', [
        v.strictObject({ kind: v.literal('resident'), resident: Id }),
        v.strictObject({ kind: v.literal('anybody'), age: Age, categories: v.pipe(v.array(words(40)), v.maxLength(12)) }),
      ]),
      /** Full price of the meal, one portion of each dish. */
      price: Fen,
      way: Way,
      day: v.optional(Day),
    }),
    /** `who`: "76 岁、低保". */
    output: v.strictObject({ price: Priced, who: v.string(), findings: v.array(Finding) }),
  }),
  rules_history: operation({
    about: 'Every version of the rules of a kitchen or a division, the newest first, at most 50. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: READERS,
    input: v.strictObject(Place),
    output: v.array(v.strictObject({ version: v.number(), at: Moment, by: v.string(), note: v.string(), rules: v.array(v.string()) })),
  }),
}
