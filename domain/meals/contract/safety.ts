/** The food safety log: append-only, exported as it is. Limits are those of the national rules for canteens (GB 31654, 餐饮服务食品安全操作规范). */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Day, Id, Moment, someWords, words } from '../../schema'
import { Meal } from './base'

const KITCHEN = ['kitchen', 'community'] as const
const Celsius = v.pipe(v.number(), v.minValue(-40, '温度不对'), v.maxValue(150, '温度不对'))
const Said = v.optional(words(100))

/**
 * core 中心温度 of a dish (at least 70); sample 留样 (48 hours, at least 125 g); removed 留样处理了; fridge 冰箱温度 (0 to 8; `frozen` -12 or colder).
 * What is outside its limits is written down only with what was done about it.
 */
export const SafetyEntry = v.variant('kind', [
  v.strictObject({ kind: v.literal('core'), meal: Meal, dish: Id, celsius: Celsius, action: Said }),
  v.strictObject({
    kind: v.literal('sample'),
    meal: Meal,
    dish: Id,
    grams: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000)),
    place: someWords(30),
  }),
  v.strictObject({ kind: v.literal('removed'), sample: Id, words: Said }),
  v.strictObject({ kind: v.literal('fridge'), place: someWords(30), frozen: v.boolean(), celsius: Celsius, action: Said }),
])
export type SafetyEntry = v.InferOutput<typeof SafetyEntry>
export const Logged = v.strictObject({
  id: Id,
  day: Day,
  at: Moment,
  by: v.string(),
  kind: v.picklist(['core', 'sample', 'removed', 'fridge']),
  /** "红烧肉 中心温度 82 度", "清炖鸡块 留样 150 克，放在留样柜". */
  words: v.string(),
  ok: v.boolean(),
  action: v.optional(v.string()),
})
export type Logged = v.InferOutput<typeof Logged>
export const Sample = v.strictObject({
  id: Id,
  day: Day,
  meal: Meal,
  name: v.string(),
  place: v.string(),
  grams: v.number(),
  by: v.string(),
  /** Until when it is kept, 48 hours; it may be removed then. */
  until: Moment,
  due: v.boolean(),
})
export type Sample = v.InferOutput<typeof Sample>
/** A dish of today, with what is written down of it. */
export const SafetyDish = v.strictObject({
  meal: Meal,
  dish: Id,
  name: v.string(),
  /** Whether its temperature is asked: what is served hot. */
  hot: v.boolean(),
  celsius: v.optional(v.number()),
  ok: v.boolean(),
  sampled: v.boolean(),
})
export type SafetyDish = v.InferOutput<typeof SafetyDish>

export const safety = {
  safety: operation({
    about:
      'The food safety log of a kitchen, the newest first, with the dishes of a day and the samples that are kept. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, day: v.optional(Day) }),
    output: v.strictObject({
      day: Day,
      now: Moment,
      dishes: v.array(SafetyDish),
      samples: v.array(Sample),
      fridges: v.array(v.string()),
      entries: v.array(Logged),
    }),
  }),
  log_safety: operation({
    about:
      'Writes into the food safety log. Refuses: meals.not_there, meals.not_on_menu, meals.too_cold (below 70: heat on and measure again, or say what was done), meals.too_warm (a fridge; say what was done), meals.too_early (a sample before its 48 hours), meals.already_removed.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, entry: SafetyEntry }),
    output: v.strictObject({ id: Id, words: v.string(), until: v.optional(Moment) }),
  }),
  safety_file: operation({
    about:
      'The food safety log of some days (at most 366) as a file, written down as an export. Answers the file to fetch and its name. Refuses: meals.not_there, meals.dates_wrong.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, from: Day, until: Day }),
    output: v.strictObject({ id: Id, file: v.string(), name: v.string() }),
  }),
}
