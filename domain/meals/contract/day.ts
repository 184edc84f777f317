/** The kitchen's day: what is cooked for whom, what stands in the way, and what is printed. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Day, Id, Moment } from '../../schema'
import { DishKind, Fen, Meal, Slot, Texture, Way } from './base'

const KITCHEN = ['kitchen', 'community'] as const

/** address 不知道送到哪, route 没人送到那栋楼, clash 有一样不能吃. An order that is blocked is never left out: nothing is printed until it is settled. */
export const BlockedWhy = v.picklist(['address', 'route', 'clash'])
export const Choice = v.strictObject({ dish: Id, name: v.string(), left: v.number() })
export const Blocked = v.strictObject({
  order: Id,
  version: v.number(),
  eater: Id,
  call: v.string(),
  door: v.string(),
  building: v.string(),
  why: BlockedWhy,
  /** What is wrong: "宫保鸡丁里面有花生（过敏）". */
  words: v.string(),
  /** What to do about it: "换一道菜，或者问问本人". */
  todo: v.string(),
  /** Of a clash: the dish, what the menu gives instead, and what else of the menu they may eat. */
  dish: v.optional(Id),
  name: v.optional(v.string()),
  instead: v.optional(Choice),
  choices: v.array(Choice),
})
export type Blocked = v.InferOutput<typeof Blocked>

/** Somebody on the cook's list. */
export const Who = v.strictObject({ order: Id, call: v.string(), door: v.string(), quantity: v.number(), why: v.optional(v.string()) })
export type Who = v.InferOutput<typeof Who>
/** A dish with how many, `plain` of them as it is cooked anyway, the others softer or with less salt. Substitutes are counted here, as the dish they are. */
export const DishTotal = v.strictObject({
  dish: Id,
  name: v.string(),
  kind: DishKind,
  special: v.optional(v.string()),
  quantity: v.number(),
  plain: v.number(),
  made: v.array(v.strictObject({ textures: v.array(Texture), quantity: v.number(), who: v.array(Who) })),
  /** How many of them stand in for another dish. */
  instead: v.number(),
  /** Portions nobody has ordered: for guests and latecomers. */
  reserve: v.number(),
  /** Portions held for standing orders that are not made yet. */
  expected: v.number(),
})
export type DishTotal = v.InferOutput<typeof DishTotal>
/** Those who cannot have a dish, together: what they get, how many, and why each. */
export const Swap = v.strictObject({ from: v.string(), to: v.string(), quantity: v.number(), who: v.array(Who) })
export type Swap = v.InferOutput<typeof Swap>
/** When and how meals leave the kitchen: a round, the counter, the tables. */
export const Leaving = v.strictObject({ way: Way, name: v.string(), at: v.string(), covers: v.number() })
export type Leaving = v.InferOutput<typeof Leaving>
export const PrintWhat = v.picklist(['prep', 'labels', 'sheets'])
export type PrintWhat = v.InferOutput<typeof PrintWhat>
export const Printed = v.strictObject({ what: PrintWhat, n: v.number(), at: Moment, by: v.string(), covers: v.number() })
export type Printed = v.InferOutput<typeof Printed>
/** What is different from the paper that was printed last. `words`: "加了 2 份，少了 1 份"; empty when nothing is. */
export const Since = v.strictObject({
  words: v.string(),
  orders: v.array(v.strictObject({ order: Id, call: v.string(), door: v.string(), what: v.picklist(['added', 'changed', 'gone']) })),
  dishes: v.array(v.strictObject({ name: v.string(), by: v.number() })),
})
export type Since = v.InferOutput<typeof Since>

export const Sheet = v.strictObject({
  covers: v.number(),
  ways: v.strictObject({ delivery: v.number(), pickup: v.number(), eatin: v.number() }),
  dishes: v.array(DishTotal),
  swaps: v.array(Swap),
  /** Who wants a dish all the same, though it clashes. */
  kept: v.array(v.strictObject({ name: v.string(), who: v.array(Who) })),
  notes: v.array(v.strictObject({ call: v.string(), door: v.string(), words: v.string() })),
  leaving: v.array(Leaving),
  blocked: v.array(Blocked),
})
export type Sheet = v.InferOutput<typeof Sheet>
export const Prep = v.strictObject({
  ...Sheet.entries,
  kitchen: Id,
  kitchenName: v.string(),
  community: Community,
  day: Day,
  meal: Meal,
  now: Moment,
  cutoff: Moment,
  from: Moment,
  to: Moment,
  published: v.boolean(),
  /** The last print of each kind, and what has changed since the prep sheet was printed. */
  printed: v.array(Printed),
  since: v.optional(Since),
})
export type Prep = v.InferOutput<typeof Prep>

const Portion = v.strictObject({ name: v.string(), quantity: v.number(), instead: v.optional(v.string()) })
/** What is said of a meal on its box and on its list. `care`: "不放花生", "软烂". */
const Box = {
  order: Id,
  call: v.string(),
  door: v.string(),
  dishes: v.array(Portion),
  care: v.array(v.string()),
  note: v.optional(v.string()),
}
/** 60 x 40 mm on a box: one an order. */
export const LabelPaper = v.strictObject({
  ...Box,
  way: Way,
  /** "第一趟 第 3 家", "来取", "在这吃". */
  place: v.string(),
  code: v.optional(v.string()),
  covers: v.number(),
  /** Not printed before, or changed since. */
  fresh: v.boolean(),
})
export type LabelPaper = v.InferOutput<typeof LabelPaper>
/** A line of a delivery sheet, with a box to tick. `cash`: 分 to collect. */
export const StopPaper = v.strictObject({
  ...Box,
  n: v.number(),
  doorNote: v.optional(v.string()),
  alert: v.optional(v.string()),
  cash: v.optional(Fen),
  code: v.optional(v.string()),
})
export type StopPaper = v.InferOutput<typeof StopPaper>
/** One round in walking order; or all who come for their meal, or eat here. Every order is on exactly one. */
export const SheetPaper = v.strictObject({
  id: v.string(),
  name: v.string(),
  way: Way,
  carrier: v.optional(v.string()),
  covers: v.number(),
  stops: v.array(StopPaper),
})
export type SheetPaper = v.InferOutput<typeof SheetPaper>

/** ordering 还在订, cooking 截了单, serving 开饭了, over 结束了, shut 不开, none 没有菜单. */
export const MealStage = v.picklist(['ordering', 'cooking', 'serving', 'over', 'shut', 'none'])
export const MealDay = v.strictObject({
  meal: Meal,
  stage: MealStage,
  why: v.optional(v.string()),
  cutoff: Moment,
  from: Moment,
  to: Moment,
  published: v.boolean(),
  covers: v.number(),
  ways: v.strictObject({ delivery: v.number(), pickup: v.number(), eatin: v.number() }),
  expected: v.number(),
  taken: v.number(),
  blocked: v.number(),
  printed: v.array(Printed),
  added: v.string(),
  /** Dishes cooked, those whose core temperature is written down, those with a sample kept. */
  dishes: v.number(),
  /** Of them served hot: their temperature is measured. */
  hot: v.number(),
  measured: v.number(),
  sampled: v.number(),
  rounds: v.strictObject({ all: v.number(), open: v.number() }),
  soldOut: v.array(v.string()),
})
export type MealDay = v.InferOutput<typeof MealDay>
/** The one thing to do now, in the order of the day. */
export const TodoWhat = v.picklist(['publish', 'settle', 'print', 'reprint', 'measure', 'sample', 'rounds', 'till', 'rest'])
export type TodoWhat = v.InferOutput<typeof TodoWhat>
export const Todo = v.strictObject({ what: TodoWhat, title: v.string(), words: v.string(), day: Day, meal: v.optional(Meal) })
export type Todo = v.InferOutput<typeof Todo>
export const AlarmKind = v.picklist(['check', 'round', 'soldout', 'sample', 'expiry'])
export const Alarm = v.strictObject({ kind: AlarmKind, title: v.string(), words: v.string(), urgent: v.boolean() })
export type Alarm = v.InferOutput<typeof Alarm>

const settled = v.strictObject({ id: Id, version: v.number() })

export const day = {
  kitchen_day: operation({
    about:
      "A kitchen's day: how many meals of each, the one thing to do now, and what is wrong. Refuses: meals.not_there (no kitchen there yet).",
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ community: Community, kitchen: v.optional(Id) }),
    output: v.strictObject({
      kitchen: Id,
      name: v.string(),
      others: v.array(v.strictObject({ kitchen: Id, name: v.string() })),
      day: Day,
      now: Moment,
      meals: v.array(MealDay),
      todo: Todo,
      alarms: v.array(Alarm),
    }),
  }),
  prep: operation({
    about:
      'The prep sheet of a meal: totals by dish, texture, clash and way, and every order that stands in the way of printing. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject(Slot),
    output: Prep,
  }),
  settle_clash: operation({
    about:
      'Settles a dish somebody should not eat: another dish of the menu for the same price, or (without `give`) theirs all the same because they were asked. Refuses: meals.not_there, meals.changed_meanwhile, meals.already_taken, meals.not_on_menu, meals.clash (the other one clashes too), meals.sold_out.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ order: Id, version: v.number(), dish: Id, give: v.optional(Id) }),
    output: settled,
  }),
  find_route: operation({
    about:
      "Looks again for an order's address and route, once a route passes the building or the address is put right. Refuses: meals.not_there, meals.no_address, meals.no_route.",
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ order: Id }),
    output: settled,
  }),
  papers: operation({
    about:
      'What is printed for a meal: labels, and lists by round in walking order. Refuses: meals.not_there, meals.not_ready (names every order in the way).',
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject(Slot),
    output: v.strictObject({
      prep: Prep,
      labels: v.array(LabelPaper),
      sheets: v.array(SheetPaper),
      /** Names what is on the papers; given back to `print`. */
      mark: v.string(),
    }),
  }),
  print: operation({
    about:
      'Writes down that papers are printed, with the numbers on them; orders that come later show as added. Refuses: meals.not_there, meals.not_ready, meals.changed_meanwhile (print what is true now).',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ ...Slot, what: PrintWhat, mark: v.pipe(v.string(), v.maxLength(80)) }),
    output: Printed,
  }),
}
