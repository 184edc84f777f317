/** The meal nobody took: a welfare check, its ladder, who does what, and how it ended. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { After, Community, Day, Division, Done, Grid, Id, Moment, Phone, someWords, words } from '../../schema'
import { RESULTS, RUNGS } from '../ladder'
import { Meal } from './base'

const NEAR = ['kitchen', 'grid', 'community'] as const
const DOOR = ['grid', 'community'] as const
const ABOVE = ['kitchen', 'grid', 'community', 'street', 'district', 'city'] as const

export const Rung = v.picklist(RUNGS)
export const Result = v.picklist(RESULTS)
/** not_taken 没人取, no_answer 送到没人应, worrying 送饭的人不放心. */
export const MissedWhy = v.picklist(['not_taken', 'no_answer', 'worrying'])
export type MissedWhy = v.InferOutput<typeof MissedWhy>
/** well 没事, helped 帮上了, hospital 送医院了, away 不在家有说明, deceased 去世了, wrong 记错了, taken 后来取了. */
export const CheckOutcome = v.picklist(['well', 'helped', 'hospital', 'away', 'deceased', 'wrong', 'taken'])
export type CheckOutcome = v.InferOutput<typeof CheckOutcome>

const Minutes = v.pipe(v.number(), v.integer('按整分钟填'), v.minValue(1, '至少 1 分钟'), v.maxValue(240, '最多 4 小时'))
/** Minutes a rung has before the next opens. */
export const Limits = v.strictObject({ call: Minutes, neighbour: Minutes, knock: Minutes, family: Minutes, duty: Minutes })

/** One thing done on a rung; `said` is the line for people ("打电话没人接"). */
export const Step = v.strictObject({ at: Moment, by: v.string(), result: Result, said: v.string(), words: v.string() })
export type Step = v.InferOutput<typeof Step>
/** A rung: `from` is when it opens or opened, `until` when the next one opens; `who` are those it asks ("楼长老李"). */
export const RungView = v.strictObject({
  rung: Rung,
  open: v.boolean(),
  from: Moment,
  until: v.optional(Moment),
  who: v.array(v.string()),
  steps: v.array(Step),
})
export type RungView = v.InferOutput<typeof RungView>
export const Closed = v.strictObject({ at: Moment, by: v.string(), outcome: CheckOutcome, words: v.string(), until: v.optional(Day) })
export type Closed = v.InferOutput<typeof Closed>

/** A check as lists show it. `call` is 张奶奶, `why` the sentence ("中午的饭没人取，11:58 打电话没人接"). */
export const Check = v.strictObject({
  id: Id,
  eater: Id,
  call: v.string(),
  age: v.optional(v.number()),
  door: v.string(),
  grid: Grid,
  household: Id,
  day: Day,
  why: v.string(),
  meals: v.array(v.strictObject({ order: Id, meal: Meal, why: MissedWhy, at: Moment, taken: v.optional(Moment) })),
  /** The end of service or the moment at the door; when the check was there. */
  since: Moment,
  opened: Moment,
  /** The short limits hold. */
  fast: v.boolean(),
  /** The highest rung open, and when the next one opens. */
  rung: Rung,
  next: v.optional(Moment),
  rungs: v.array(RungView),
  closed: v.optional(Closed),
  version: v.number(),
})
export type Check = v.InferOutput<typeof Check>

/** Somebody who can be called for a check; `whom` goes to call_for_check. */
export const Callable = v.strictObject({ whom: Id, rung: Rung, name: v.string(), words: v.string() })
export type Callable = v.InferOutput<typeof Callable>
/** One check with whom to call, and what the kitchen knows of the eater. */
export const CheckInFull = v.strictObject({
  check: Check,
  now: Moment,
  callable: v.array(Callable),
  notes: v.array(v.string()),
  /** Earlier rounds of the same day that had ended. */
  earlier: v.array(v.strictObject({ since: Moment, closed: Closed })),
})
export type CheckInFull = v.InferOutput<typeof CheckInFull>

/** lead 楼长, neighbour 邻居: somebody near who agreed to look. `about`: "楼上 302", "有钥匙". */
export const NeighbourForm = v.strictObject({
  building: someWords(20),
  kind: v.picklist(['lead', 'neighbour']),
  name: someWords(20),
  about: v.optional(words(40)),
})
export type NeighbourForm = v.InferOutput<typeof NeighbourForm>
export const Neighbour = v.strictObject({ ...NeighbourForm.entries, id: Id, phone: v.string(), version: v.number() })
export type Neighbour = v.InferOutput<typeof Neighbour>
export const LadderForm = v.strictObject({ normal: Limits, fast: Limits })
export type LadderForm = v.InferOutput<typeof LadderForm>

/** Counts of a span of days. Minutes are sums: divide by `opened` and `closed`. */
export const CheckCounts = v.strictObject({
  /** Meals nobody took, and those a reason explained. */
  missed: v.number(),
  explained: v.number(),
  opened: v.number(),
  /** Opened more than 5 minutes after the end of service. */
  late: v.number(),
  openMinutes: v.number(),
  closed: v.number(),
  closeMinutes: v.number(),
  /** How many climbed to each rung. */
  rungs: v.strictObject({ call: v.number(), neighbour: v.number(), knock: v.number(), family: v.number(), duty: v.number() }),
  outcomes: v.strictObject({
    well: v.number(),
    helped: v.number(),
    hospital: v.number(),
    away: v.number(),
    deceased: v.number(),
    wrong: v.number(),
    taken: v.number(),
  }),
})
export type CheckCounts = v.InferOutput<typeof CheckCounts>

export const checks = {
  checks: operation({
    about:
      'The welfare checks of a division, open ones by the longest, closed ones the latest first. A kitchen sees those of its own eaters, wherever they live.',
    kind: 'read',
    scope: 'division',
    roles: NEAR,
    input: v.strictObject({ division: Division, closed: v.boolean(), after: After }),
    output: v.strictObject({ now: Moment, items: v.array(Check), after: v.optional(v.string()) }),
  }),
  check: operation({
    about: 'One check with its ladder and whom to call. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: NEAR,
    input: v.strictObject({ check: Id }),
    output: CheckInFull,
  }),
  my_checks: operation({
    about: "An eater's own checks of the last 14 days, the latest first: whether a meal was not taken and who is looking after them.",
    kind: 'read',
    scope: 'ward',
    roles: DOOR,
    input: v.strictObject({ eater: Id }),
    output: v.strictObject({ now: Moment, items: v.array(Check) }),
  }),
  step_check: operation({
    about:
      'Records what was done on a rung. well ends the check with that outcome; no_answer and worrying open the next rung at once; told leaves the clock running. Refuses: meals.not_there, meals.check_closed.',
    kind: 'write',
    scope: 'division',
    roles: NEAR,
    input: v.strictObject({ check: Id, rung: Rung, result: Result, words: v.optional(words(200)) }),
    output: v.strictObject({ id: Id, closed: v.boolean(), rung: Rung, next: v.optional(Moment) }),
  }),
  close_check: operation({
    about:
      'Ends a check with an outcome. away and hospital keep the next checks silent until their day; wrong says who took the meal. Refuses: meals.not_there, meals.check_closed, meals.until_missing (away, hospital), meals.dates_wrong.',
    kind: 'write',
    scope: 'division',
    roles: NEAR,
    input: v.strictObject({
      check: Id,
      outcome: v.picklist(['well', 'helped', 'hospital', 'away', 'deceased', 'wrong']),
      words: someWords(200),
      until: v.optional(Day),
    }),
    output: Done,
  }),
  explain: operation({
    about:
      'Says why somebody takes no meals until a day (at most 92 days ahead). What is missing today is explained and its check ends; nothing is silent after that day. Refuses: meals.not_there, meals.dates_wrong.',
    kind: 'write',
    scope: 'ward',
    roles: DOOR,
    input: v.strictObject({
      eater: Id,
      until: Day,
      why: v.picklist(['hospital', 'travel', 'children', 'other']),
      words: v.optional(words(100)),
    }),
    output: v.strictObject({ id: Id, words: v.string() }),
  }),
  call_for_check: operation({
    about:
      'The number of somebody who can help with an open check (`whom` from meals.check, or a rung: the first one of it). Written down with the check as the reason. Refuses: meals.not_there, meals.check_closed, meals.no_phone.',
    kind: 'write',
    scope: 'division',
    roles: NEAR,
    input: v.strictObject({ check: Id, whom: Id }),
    output: v.strictObject({ number: v.string() }),
  }),
  ladder: operation({
    about: "The time limits of a community's ladder.",
    kind: 'read',
    scope: 'division',
    roles: DOOR,
    input: v.strictObject({ community: Community }),
    output: v.strictObject({ ...LadderForm.entries, version: v.number() }),
  }),
  set_ladder: operation({
    about:
      'Sets the time limits; checks already open keep theirs. Refuses: meals.changed_meanwhile, meals.ladder_wrong (the short ones are longer).',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ community: Community, version: v.number(), form: LadderForm }),
    output: Done,
  }),
  neighbours: operation({
    about: 'Floor leaders and neighbours who agreed to look, by building; numbers are masked.',
    kind: 'read',
    scope: 'division',
    roles: DOOR,
    input: v.strictObject({ community: Community }),
    output: v.array(Neighbour),
  }),
  save_neighbour: operation({
    about:
      'Adds a neighbour (no id; phone required) or changes one (phone only when given). Refuses: meals.not_there, meals.changed_meanwhile, meals.no_phone.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({
      community: Community,
      neighbour: v.optional(Id),
      version: v.optional(v.number()),
      form: NeighbourForm,
      phone: v.optional(Phone),
    }),
    output: Done,
  }),
  end_neighbour: operation({
    about: 'Takes a neighbour off the list; their number is forgotten. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ neighbour: Id }),
    output: Done,
  }),
  checks_numbers: operation({
    about: 'Missed meals and checks of a division by day, from a day on (at most 92): counts only, no persons.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ division: Division, from: Day, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(92)) }),
    output: v.strictObject({ sum: CheckCounts, days: v.array(v.strictObject({ day: Day, counts: CheckCounts })) }),
  }),
}
