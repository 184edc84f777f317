/** Ordering: what somebody can have, their orders, standing orders, pauses, and what they must not or will not eat. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { After, Community, Day, Done, Id, Moment, pageOf, words } from '../../schema'
import { DishKind, Fen, Meal, Pay, Priced, Quantity, Slot, Texture, Way, Words } from './base'
import { Kitchen, MenuItem } from './kitchens'

/** Staff who order for people without a phone. */
const FOR_OTHERS = ['kitchen', 'grid', 'community'] as const

export const LineForm = v.strictObject({ dish: Id, quantity: Quantity })
/** One order's form. `instead`: dishes of this order that the eater takes although they clash. */
export const OrderForm = v.strictObject({
  ...Slot,
  lines: v.pipe(v.array(LineForm), v.minLength(1, '请先选菜'), v.maxLength(12)),
  way: Way,
  /** Where it is picked up or eaten, when not at the kitchen itself. */
  point: v.optional(Id),
  pay: Pay,
  note: v.optional(words(100)),
  /** Clashing dishes the eater has seen named and still wants. */
  accepted: v.optional(v.pipe(v.array(Id), v.maxLength(12))),
})
export type OrderForm = v.InferOutput<typeof OrderForm>

/** A dish somebody should not or will not eat, why, and what the kitchen gives instead. */
export const Clash = v.strictObject({
  dish: Id,
  name: v.string(),
  why: v.string(),
  instead: v.optional(v.strictObject({ dish: Id, name: v.string() })),
})
export type Clash = v.InferOutput<typeof Clash>

export const Line = v.strictObject({
  dish: Id,
  name: v.string(),
  kind: DishKind,
  quantity: v.number(),
  /** 分 each. */
  price: Fen,
  /** The dish this one stands in for. */
  instead: v.optional(v.string()),
})
export type Line = v.InferOutput<typeof Line>

/**
 * Where an order stands, derived from what happened: open 已订, taken 已取/已送到, cancelled 已取消, explained 没来取但有说明, missed 没人取.
 * `failed` 送了没人应/拒收 is still open: a welfare check runs.
 */
export const OrderState = v.picklist(['open', 'failed', 'taken', 'cancelled', 'explained', 'missed'])
export type OrderState = v.InferOutput<typeof OrderState>
export const Order = v.strictObject({
  id: Id,
  eater: Id,
  kitchen: Id,
  kitchenName: v.string(),
  day: Day,
  meal: Meal,
  lines: v.array(Line),
  way: Way,
  point: v.optional(Id),
  pay: Pay,
  note: v.optional(v.string()),
  price: Priced,
  state: OrderState,
  /** Four digits told at the counter; for pick-up and eat-in. */
  code: v.optional(v.string()),
  placed: v.strictObject({ at: Moment, by: v.string(), how: v.picklist(['self', 'family', 'staff', 'standing']) }),
  /** Until when it may be changed or cancelled, and until when the last change may be undone (absent: nothing to undo). */
  changeUntil: Moment,
  undoUntil: v.optional(Moment),
  clashes: v.array(Clash),
  /** "王建国 11:42 送到您手里". */
  said: v.optional(v.string()),
  rated: v.optional(v.picklist(['good', 'fair', 'bad'])),
  version: v.number(),
})
export type Order = v.InferOutput<typeof Order>

/** One weekday of a standing order. No dishes: the kitchen's set of the day, or else its first main dish. */
export const StandingDay = v.strictObject({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  /** What to prefer, the best first; the first that is on the menu, left and without a clash is taken. */
  dishes: v.pipe(v.array(Id), v.maxLength(6)),
  quantity: Quantity,
  way: Way,
  point: v.optional(Id),
})
export const StandingForm = v.strictObject({
  kitchen: Id,
  meal: Meal,
  days: v.pipe(v.array(StandingDay), v.minLength(1, '至少选一天'), v.maxLength(7)),
  pay: Pay,
  since: Day,
  until: v.optional(Day),
  note: v.optional(words(100)),
})
export type StandingForm = v.InferOutput<typeof StandingForm>
export const Standing = v.strictObject({ ...StandingForm.entries, id: Id, kitchenName: v.string(), version: v.number() })
export type Standing = v.InferOutput<typeof Standing>

/** Why somebody needs no meal for a while; it silences welfare checks only until its date. */
export const AwayWhy = v.picklist(['pause', 'hospital', 'travel', 'children', 'other'])
export const Away = v.strictObject({ id: Id, from: Day, until: v.optional(Day), why: AwayWhy, words: v.string(), by: v.string() })
export type Away = v.InferOutput<typeof Away>

/** What the kitchen must know of an eater. `alert` is written by staff and shown to cooks and carriers. */
export const DinerForm = v.strictObject({
  ingredients: Words,
  allergens: Words,
  /** Names of dishes not liked. */
  dislikes: Words,
  textures: v.pipe(v.array(Texture), v.maxLength(5)),
  note: v.optional(words(200)),
  /** Told to whoever brings the meal: "门铃坏了，敲门". */
  doorNote: v.optional(words(100)),
  pay: Pay,
})
export type DinerForm = v.InferOutput<typeof DinerForm>
export const Diner = v.strictObject({ ...DinerForm.entries, eater: Id, alert: v.optional(v.string()), version: v.number() })
export type Diner = v.InferOutput<typeof Diner>

/** A dish as this eater sees it: what it costs alone is on the menu; `clash` says why they should not. */
export const Offer = v.strictObject({ ...MenuItem.entries, clash: v.optional(v.string()) })
/** open: can be ordered; later: not published yet; over: the time to order has passed; shut: not served that day; ordered: see `order`. */
export const TableDay = v.strictObject({
  kitchen: Id,
  day: Day,
  meal: Meal,
  state: v.picklist(['open', 'later', 'over', 'shut']),
  why: v.optional(v.string()),
  cutoff: Moment,
  from: v.string(),
  to: v.string(),
  items: v.array(Offer),
  order: v.optional(Order),
  /** A standing order will become an order for this day; no dish while its menu is not out. */
  expected: v.optional(v.array(v.strictObject({ dish: v.optional(Id), name: v.string(), quantity: v.number(), way: Way }))),
  away: v.optional(Away),
})
export type TableDay = v.InferOutput<typeof TableDay>
/** What one tap orders again: the eater's most frequent order of late, as it is possible that day. */
export const Usual = v.strictObject({ form: OrderForm, words: v.string(), price: Priced })
export type Usual = v.InferOutput<typeof Usual>
export const Table = v.strictObject({
  today: Day,
  now: Moment,
  eater: v.strictObject({ id: Id, call: v.string(), age: v.optional(v.number()), community: Community }),
  /** On their birthday: "今天是您 88 岁生日...". */
  greeting: v.optional(v.string()),
  kitchens: v.array(Kitchen),
  points: v.array(Kitchen),
  days: v.array(TableDay),
  usual: v.optional(Usual),
  standings: v.array(Standing),
  aways: v.array(Away),
  /** Balance of the meal account, 分. */
  balance: Fen,
})
export type Table = v.InferOutput<typeof Table>

export const orders = {
  wards: operation({
    about: 'For whom the caller may order as a private person: themselves and those who let them.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: v.array(v.strictObject({ eater: Id, call: v.string(), relation: v.optional(v.string()), self: v.boolean() })),
  }),
  table: operation({
    about:
      'What an eater can have from a day on (at most 14): menus with clashes, their orders, standing orders and pauses, and their usual meal. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({
      eater: Id,
      from: v.optional(Day),
      days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(14))),
    }),
    output: Table,
  }),
  quote: operation({
    about: 'What an order would cost that day and why, and what in it clashes. Refuses: as meals.order.',
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, form: OrderForm }),
    output: v.strictObject({ price: Priced, clashes: v.array(Clash) }),
  }),
  order: operation({
    about:
      'Orders one or several meals, all of them or none. One order a person, day and meal, in whichever kitchen. Refuses: meals.not_there, meals.already_ordered, meals.too_late, meals.sold_out (says what is left), meals.not_on_menu, meals.not_served_here (kitchen, way or point), meals.clash (names the dish and what is given instead), meals.no_address, meals.gone (moved away or died), meals.not_enough (meal account).',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, forms: v.pipe(v.array(OrderForm), v.minLength(1), v.maxLength(14)) }),
    output: v.strictObject({
      orders: v.array(
        v.strictObject({ id: Id, day: Day, meal: Meal, price: Priced, code: v.optional(v.string()), undoUntil: v.optional(Moment) }),
      ),
    }),
  }),
  change: operation({
    about: 'Changes an order until its cut-off. Refuses: as meals.order, and meals.changed_meanwhile, meals.already_taken.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, order: Id, version: v.number(), form: OrderForm }),
    output: v.strictObject({ id: Id, price: Priced, undoUntil: v.optional(Moment) }),
  }),
  cancel: operation({
    about:
      'Cancels an order until its cut-off; afterwards staff may, with a reason (the meal counts as explained and is charged as the kitchen decides). Refuses: meals.not_there, meals.too_late, meals.already_taken.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, order: Id, why: v.optional(words(100)) }),
    output: v.strictObject({ id: Id, undoUntil: v.optional(Moment) }),
  }),
  undo: operation({
    about:
      'Takes back the last order, change or cancellation: within 10 minutes, and until the cut-off. Refuses: meals.not_there, meals.too_late, meals.sold_out.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, order: Id }),
    output: Done,
  }),
  orders: operation({
    about: "An eater's orders, the latest day first.",
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, after: After }),
    output: pageOf(Order),
  }),
  set_standing: operation({
    about:
      'Sets the standing order of an eater with a kitchen for a meal: orders are made from it the evening before, so that a change reaches every day not yet made. Refuses: meals.not_there, meals.changed_meanwhile, meals.not_served_here, meals.dates_wrong, meals.gone.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, version: v.number(), form: StandingForm }),
    output: Done,
  }),
  end_standing: operation({
    about: 'Ends a standing order after a day; orders already made stay. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, standing: Id, on: Day }),
    output: Done,
  }),
  skip: operation({
    about: 'No meal on one day: cancels the order or keeps the standing order from making one. Refuses: meals.too_late, meals.not_there.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, ...Slot, why: v.optional(words(100)) }),
    output: Done,
  }),
  pause: operation({
    about:
      'No meals from a day until a day (absent: until told otherwise), and why. Says in words what still comes because its time to change has passed. Refuses: meals.dates_wrong, meals.not_there.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, from: Day, until: v.optional(Day), why: AwayWhy, words: v.optional(words(100)) }),
    output: v.strictObject({ id: Id, cancelled: v.number(), kept: v.array(v.strictObject({ day: Day, meal: Meal })), words: v.string() }),
  }),
  resume: operation({
    about: 'Ends a pause: meals come again from a day on. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, away: Id, on: Day }),
    output: v.strictObject({ id: Id, words: v.string() }),
  }),
  diner: operation({
    about: 'What the kitchen knows of an eater. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id }),
    output: Diner,
  }),
  set_diner: operation({
    about:
      'Sets what an eater must not or will not eat, how it is made, how they pay. Only staff may set `alert`, and only they read it. Refuses: meals.not_there, meals.changed_meanwhile, meals.staff_only.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, version: v.number(), form: DinerForm, alert: v.optional(words(100)) }),
    output: Done,
  }),
  clashes: operation({
    about: "Standing orders and orders of the coming days that a kitchen's published menus clash with: whom to ask, what is given instead.",
    kind: 'read',
    scope: 'division',
    roles: ['kitchen', 'community'],
    input: v.strictObject({ kitchen: Id, from: Day, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(14)) }),
    output: v.array(
      v.strictObject({ day: Day, meal: Meal, eater: Id, call: v.string(), door: v.string(), clash: Clash, settled: v.boolean() }),
    ),
  }),
}
