/** The sign-up rules of a community: in order, the first that holds decides; none: by themselves. A set is saved whole, every version is kept. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Moment, someWords, words } from '../../schema'
import { Id, Kind } from './base'

/** auto 直接定下, ask 队长点头, block 先不让报. */
export const EFFECTS = ['auto', 'ask', 'block'] as const
export const Effect = v.picklist(EFFECTS)
export type Effect = v.InferOutput<typeof Effect>

const Bound = v.optional(v.pipe(v.number(), v.integer('要是整数'), v.minValue(0), v.maxValue(1000)))
const between = { least: Bound, most: Bound }
const any = v.pipe(v.array(someWords(12)), v.minLength(1, '至少写一个'), v.maxLength(12))

/**
 * What a rule asks about. kind 哪一类班, role 岗位名字里有, came 来过几次, missed 近 90 天没来几次, ahead 提前几天报, age 年龄, label 标签, member
 * 是不是这个队的人, first 头一次来. `least` and `most` include the number itself; who has not said their age fits no age.
 */
export const Condition = v.variant('what', [
  v.strictObject({ what: v.literal('kind'), any: v.pipe(v.array(Kind), v.minLength(1, '至少选一类')) }),
  v.strictObject({ what: v.literal('role'), any }),
  v.strictObject({ what: v.literal('came'), ...between }),
  v.strictObject({ what: v.literal('missed'), ...between }),
  v.strictObject({ what: v.literal('ahead'), ...between }),
  v.strictObject({ what: v.literal('age'), ...between }),
  v.strictObject({ what: v.literal('label'), any }),
  v.strictObject({ what: v.literal('member'), is: v.boolean() }),
  v.strictObject({ what: v.literal('first'), is: v.boolean() }),
])
export type Condition = v.InferOutput<typeof Condition>

/** All of `when` must hold; an empty one always does. `why` is said to the person. */
export const Rule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,24}$/)),
  name: someWords(20),
  on: v.boolean(),
  when: v.pipe(v.array(Condition), v.maxLength(8, '一条规则最多 8 个条件')),
  effect: Effect,
  why: words(60),
})
export type Rule = v.InferOutput<typeof Rule>

export const RuleSet = v.strictObject({
  rules: v.pipe(v.array(Rule), v.maxLength(30, '最多 30 条规则')),
  /** What becomes of those the lead was asked about and did not answer by two hours before the shift. */
  unanswered: v.picklist(['approve', 'decline']),
})
export type RuleSet = v.InferOutput<typeof RuleSet>

const TriedRow = v.strictObject({
  name: v.string(),
  shift: v.string(),
  from: Moment,
  role: v.string(),
  was: Effect,
  now: Effect,
  why: v.string(),
})
const at = { scope: 'division', roles: ['community', 'street', 'district', 'city'] } as const

export const rules = {
  rules: operation({
    about: 'The sign-up rules of a community and who saved them last. Version 0: nobody has, the usual ones hold.',
    kind: 'read',
    ...at,
    input: v.strictObject({ community: Community }),
    output: v.strictObject({ ...RuleSet.entries, version: v.number(), by: v.string(), at: v.optional(Moment) }),
  }),
  save_rules: operation({
    about:
      'Saves the whole set as the next version. Refuses shifts.not_there, shifts.changed (somebody saved meanwhile), shifts.twice_wrong.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ community: Community, version: v.number(), ...RuleSet.entries }),
    output: v.strictObject({ id: Id, version: v.number() }),
  }),
  try_rules: operation({
    about: 'Who of those who signed up in the last 7 days would have been decided otherwise by these rules. Nothing is changed.',
    kind: 'read',
    ...at,
    input: v.strictObject({ community: Community, ...RuleSet.entries }),
    output: v.strictObject({ looked: v.number(), other: v.array(TriedRow) }),
  }),
}
