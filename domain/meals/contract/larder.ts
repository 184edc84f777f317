/** What lies in the kitchen, what has to be bought, and what was thrown away. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Day, Done, FileId, Id, Moment, someWords, words } from '../../schema'
import { Amount, Fen, Meal, Slot, Unit } from './base'

const KITCHEN = ['kitchen', 'community'] as const
const Thing = { ingredient: someWords(20), unit: Unit }

/** ordered: what is ordered so far, with what standing orders will take; full: every portion of the menus. */
export const Plan = v.picklist(['ordered', 'full'])
export type Plan = v.InferOutput<typeof Plan>
/** `buy` is what is missing: need less have, never below nothing. */
export const Wanted = v.strictObject({
  ...Thing,
  need: v.number(),
  have: v.number(),
  buy: v.number(),
  dishes: v.array(v.string()),
})
export type Wanted = v.InferOutput<typeof Wanted>
export const Bought = v.strictObject({ ...Thing, amount: Amount, cost: Fen, expires: v.optional(Day) })
export const TripForm = v.strictObject({
  day: Day,
  buyer: someWords(20),
  shop: v.optional(words(40)),
  items: v.pipe(v.array(Bought), v.minLength(1, '还没写买了什么'), v.maxLength(80)),
  receipt: v.optional(FileId),
  note: v.optional(words(100)),
})
export type TripForm = v.InferOutput<typeof TripForm>
export const Trip = v.strictObject({ ...TripForm.entries, id: Id, by: v.string(), at: Moment, total: Fen })
export type Trip = v.InferOutput<typeof Trip>

/** A lot is what came in together: it expires together. The one that expires first is used first. */
export const Lot = v.strictObject({ amount: v.number(), expires: v.optional(Day), since: Day })
export type Lot = v.InferOutput<typeof Lot>
export const Stock = v.strictObject({ ...Thing, amount: v.number(), lots: v.array(Lot), expired: v.number(), expires: v.optional(Day) })
export type Stock = v.InferOutput<typeof Stock>
/** bought 买的, donated 人家送的, used 做饭用了, wasted 坏了倒掉, counted 盘点. */
export const MoveWhy = v.picklist(['bought', 'donated', 'used', 'wasted', 'counted'])
export type MoveWhy = v.InferOutput<typeof MoveWhy>
export const Move = v.strictObject({
  id: Id,
  ...Thing,
  /** More (+) or less (-). */
  by: v.number(),
  why: MoveWhy,
  words: v.string(),
  at: Moment,
  who: v.string(),
})
export type Move = v.InferOutput<typeof Move>
/** left 做多了没人要, untaken 没人来取, spoiled 坏了, other 别的. */
export const WasteWhy = v.picklist(['left', 'untaken', 'spoiled', 'other'])
export const Waste = v.strictObject({
  id: Id,
  day: Day,
  meal: Meal,
  dish: v.optional(Id),
  name: v.string(),
  portions: v.number(),
  why: WasteWhy,
  words: v.string(),
  at: Moment,
  by: v.string(),
})
export type Waste = v.InferOutput<typeof Waste>

export const larder = {
  shopping: operation({
    about:
      'What has to be bought for a day or several: portions times what each takes, less what is there. Ingredients whose amount nobody has written are named too. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, from: Day, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(14)), plan: Plan }),
    output: v.strictObject({
      from: Day,
      until: Day,
      portions: v.number(),
      /** Days without a published menu: nothing can be counted for them. */
      open: v.array(Day),
      items: v.array(Wanted),
      unknown: v.array(v.strictObject({ ingredient: v.string(), dishes: v.array(v.string()) })),
      trips: v.array(Trip),
    }),
  }),
  buy: operation({
    about: "A buyer's trip: who, when, what at which cost, the receipt. What was bought is in stock. Refuses: meals.not_there.",
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, form: TripForm }),
    output: Done,
  }),
  stock: operation({
    about: 'What is there, what expires first first, with the last movements and what was thrown away this week. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id }),
    output: v.strictObject({ day: Day, items: v.array(Stock), moves: v.array(Move), wastes: v.array(Waste) }),
  }),
  move_stock: operation({
    about:
      'Something came (donated), went (used, wasted) or was counted (`amount` is then what is there). Movements are never changed; a mistake is counted anew. Refuses: meals.not_there, meals.not_so_much (less is there).',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({
      kitchen: Id,
      ...Thing,
      why: v.picklist(['donated', 'used', 'wasted', 'counted']),
      amount: v.union([Amount, v.literal(0)]),
      expires: v.optional(Day),
      note: v.optional(words(60)),
    }),
    output: Done,
  }),
  use_stock: operation({
    about:
      'Takes what a meal has used from stock, once: portions ordered times what each takes, as far as it is there. Refuses: meals.not_there, meals.already_used, meals.nothing_known (no amounts).',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject(Slot),
    output: v.strictObject({ id: Id, short: v.array(v.strictObject({ ...Thing, missing: v.number() })) }),
  }),
  waste: operation({
    about: 'Portions that were thrown away, and why. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({
      ...Slot,
      dish: v.optional(Id),
      name: someWords(20),
      portions: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
      why: WasteWhy,
      words: v.optional(words(60)),
    }),
    output: Done,
  }),
}
