/** Rounds and proof: who carries which meals in which order, what happened at each door, and what is taken at the counter. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Day, Done, FileId, Id, Moment, someWords, words } from '../../schema'
import { Fen, Meal, Quantity, Way } from './base'

/** Those who see all rounds of a kitchen; a volunteer sees their own. */
const DESK = ['kitchen', 'lead', 'community'] as const
const CARRY = ['volunteer', ...DESK] as const

/** foot 走着送, bike 骑车送, car 开车送. */
export const By = v.picklist(['foot', 'bike', 'car'])
export type By = v.InferOutput<typeof By>
/** How many meals go in one round. */
const Capacity = v.pipe(v.number(), v.integer(), v.minValue(1, '一趟至少带一份'), v.maxValue(200, '一趟最多带 200 份'))

/**
 * A way through the neighbourhood, the same every day: buildings as one walks past them ('3'; '210102025016/3' is the 3号楼 of another community,
 * see ../building). In rain less is carried, or in another way.
 */
export const Route = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,24}$/)),
  name: someWords(20),
  buildings: v.pipe(v.array(someWords(33)), v.maxLength(80)),
  by: By,
  capacity: Capacity,
  /** The account that usually carries it. */
  volunteer: v.optional(Id),
  rain: v.optional(v.strictObject({ by: v.optional(By), capacity: v.optional(Capacity) })),
})
export type Route = v.InferOutput<typeof Route>

/** What is said of a stop. handed 交到手里, left 放下或交给别人 (`with`: whom, where), no_answer 没人应, refused 不要了. */
export const HandForm = v.strictObject({
  outcome: v.picklist(['handed', 'left', 'no_answer', 'refused']),
  with: v.optional(words(40)),
  wellbeing: v.optional(v.picklist(['well', 'soso', 'worrying'])),
  note: v.optional(words(300)),
  photos: v.optional(v.pipe(v.array(FileId), v.maxLength(3))),
})
export type HandForm = v.InferOutput<typeof HandForm>

/** cancelled: the order was cancelled, or its meal explained, when it arrived; moved: it was another round's by then; late: it came on a later day. */
export const Mark = v.picklist(['cancelled', 'moved', 'late'])
export type Mark = v.InferOutput<typeof Mark>

/** open 还没送, done 送到了, failed 没送成, cancelled 不用送了. */
export const StopState = v.picklist(['open', 'done', 'failed', 'cancelled'])
export type StopState = v.InferOutput<typeof StopState>
/** One door of a round, as its volunteer sees it. `id` is the order's. */
export const Stop = v.strictObject({
  id: Id,
  call: v.string(),
  door: v.string(),
  dishes: v.array(v.strictObject({ name: v.string(), quantity: v.number() })),
  /** What matters in handing over: 流食, 少糖 ... */
  care: v.array(v.string()),
  doorNote: v.optional(v.string()),
  alert: v.optional(v.string()),
  note: v.optional(v.string()),
  /** 分 to collect at the door. */
  cash: v.optional(Fen),
  phone: v.boolean(),
  state: StopState,
  said: v.optional(
    v.strictObject({ form: HandForm, at: Moment, by: v.string(), words: v.string(), marks: v.array(Mark), correctable: v.boolean() }),
  ),
  version: v.number(),
})
export type Stop = v.InferOutput<typeof Stop>

/** assigned 还没走, free 没人送, going 在路上, closed 送完了. `overdue`: still open after the end of service. */
export const RoundCard = v.strictObject({
  id: Id,
  kitchen: Id,
  kitchenName: v.string(),
  community: Community,
  day: Day,
  meal: Meal,
  route: v.string(),
  n: v.number(),
  name: v.string(),
  by: By,
  state: v.picklist(['free', 'assigned', 'going', 'closed']),
  volunteer: v.optional(v.strictObject({ account: Id, name: v.string() })),
  mine: v.boolean(),
  /** As one says them: '3', '延安里社区 3'. */
  buildings: v.array(v.string()),
  stops: v.number(),
  meals: v.number(),
  capacity: v.number(),
  open: v.number(),
  done: v.number(),
  failed: v.number(),
  from: Moment,
  to: Moment,
  overdue: v.boolean(),
  given: v.optional(v.string()),
  shift: v.optional(v.string()),
  version: v.number(),
})
export type RoundCard = v.InferOutput<typeof RoundCard>
export const Round = v.strictObject({ ...RoundCard.entries, list: v.array(Stop) })
export type Round = v.InferOutput<typeof Round>
/** A delivery that is in no round, and why. */
export const Loose = v.strictObject({ order: Id, call: v.string(), door: v.string(), building: v.string(), why: v.string() })
export type Loose = v.InferOutput<typeof Loose>

/** A meal at the counter. `digits` are the code's; a volunteer sees none. */
export const Pick = v.strictObject({
  id: Id,
  call: v.string(),
  way: Way,
  dishes: v.array(v.strictObject({ name: v.string(), quantity: v.number() })),
  care: v.array(v.string()),
  digits: v.optional(v.string()),
  /** 分 to be paid now. */
  cash: v.optional(Fen),
  state: v.picklist(['open', 'taken', 'cancelled']),
  said: v.optional(v.string()),
})
export type Pick = v.InferOutput<typeof Pick>

export const rounds = {
  routes: operation({
    about: "A kitchen's routes, the buildings of its eaters that no route passes, and who can carry.",
    kind: 'read',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id }),
    output: v.strictObject({
      routes: v.array(Route),
      version: v.number(),
      /** Every building of the kitchen's communities, its own first, as one walks; named as in routes. */
      buildings: v.array(v.string()),
      /** The other communities it feeds or its routes pass, code -> name. */
      names: v.record(v.string(), v.string()),
      without: v.array(v.string()),
      carriers: v.array(v.strictObject({ account: Id, name: v.string(), role: v.string() })),
    }),
  }),
  save_routes: operation({
    about:
      'Sets the routes of a kitchen, all at once; rounds that have not started follow. Refuses: meals.not_there, meals.changed_meanwhile, meals.building_twice, meals.cannot_carry.',
    kind: 'write',
    scope: 'division',
    roles: ['kitchen', 'community'],
    input: v.strictObject({ kitchen: Id, version: v.number(), routes: v.pipe(v.array(Route), v.maxLength(60)) }),
    output: Done,
  }),
  rounds: operation({
    about: 'The rounds of a kitchen on a day with who carries them and how far they are, and the deliveries that are in none.',
    kind: 'read',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, day: v.optional(Day), meal: v.optional(Meal) }),
    output: v.strictObject({
      day: Day,
      now: Moment,
      meals: v.array(v.strictObject({ meal: Meal, rain: v.boolean() })),
      rounds: v.array(RoundCard),
      loose: v.array(Loose),
      carriers: v.array(v.strictObject({ account: Id, name: v.string(), role: v.string() })),
    }),
  }),
  make_rounds: operation({
    about: 'Makes the rounds of a meal now, without waiting for the clock. Those that have started stay. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, day: Day, meal: Meal }),
    output: v.strictObject({ changed: v.number() }),
  }),
  set_rain: operation({
    about: 'Says whether a day is a rainy one for a kitchen: less is carried at once. Rounds that have not started are made anew.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, day: Day, rain: v.boolean() }),
    output: Done,
  }),
  my_rounds: operation({
    about: "The caller's rounds of today with their stops, what a phone needs to carry them without signal, and rounds nobody carries yet.",
    kind: 'read',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({}),
    output: v.strictObject({ day: Day, now: Moment, mine: v.array(Round), free: v.array(RoundCard) }),
  }),
  round: operation({
    about: 'One round with its stops; a volunteer sees their own. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ round: Id }),
    output: Round,
  }),
  assign_round: operation({
    about: 'Gives a round to somebody who may carry in the community. Refuses: meals.not_there, meals.cannot_carry, meals.round_closed.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ round: Id, account: Id }),
    output: Done,
  }),
  take_round: operation({
    about: 'Takes a round that nobody carries. Refuses: meals.not_there, meals.round_taken (by whom), meals.round_closed.',
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ round: Id }),
    output: Done,
  }),
  release_round: operation({
    about:
      'Gives a round back, with a reason; the kitchen sees it in red. A volunteer gives back their own. Refuses: meals.not_there, meals.round_closed.',
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ round: Id, why: someWords(60) }),
    output: Done,
  }),
  move_stop: operation({
    about:
      'Puts a stop into another round of the same meal; it stays there when rounds are made anew. Refuses: meals.not_there, meals.round_closed, meals.already_taken.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ order: Id, to: Id }),
    output: Done,
  }),
  order_stops: operation({
    about:
      'Sets in which order the stops of a round are walked; what comes later is put in as one walks. Refuses: meals.not_there, meals.round_closed.',
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ round: Id, stops: v.pipe(v.array(Id), v.maxLength(200)) }),
    output: Done,
  }),
  start_round: operation({
    about:
      'Sets off: from now on the round changes only by hand. Starting twice is starting once. Refuses: meals.not_there, meals.round_closed.',
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ round: Id, at: Moment }),
    output: Done,
  }),
  hand_over: operation({
    about:
      "Says what happened at a stop. Works from a phone without signal: `at` is the phone's (put right when it runs ahead by less than a day). What was cancelled, moved or is of an earlier day is taken and marked. Nobody answering opens a welfare check at once, somebody worrying too. Refuses: meals.not_there, meals.already_taken (when, by whom), meals.already_said (correct it instead), meals.wrong_day (of a day to come), meals.in_the_future, meals.too_old (30 days), meals.no_words (left with whom).",
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ order: Id, round: Id, at: Moment, form: HandForm }),
    output: v.strictObject({ id: Id, words: v.string(), marks: v.array(Mark) }),
  }),
  correct_hand: operation({
    about:
      'Puts right what was said of a stop, on the same day, by the one who said it or the desk they ring up; both versions are kept. Refuses: meals.not_there, meals.too_late, meals.changed_meanwhile, meals.no_words.',
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ order: Id, version: v.number(), form: HandForm }),
    output: v.strictObject({ id: Id, words: v.string() }),
  }),
  close_round: operation({
    about: 'Closes a round. Refuses: meals.stops_open (names each), meals.not_there. Closing twice is closing once.',
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ round: Id }),
    output: Done,
  }),
  dial_stop: operation({
    about:
      "The number of who is waited for at an open stop of today: of the caller's own round, or rung up from the desk. Each look is written down. Refuses: meals.not_there, meals.no_phone, meals.too_many_looks.",
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ order: Id }),
    output: v.strictObject({ number: v.string() }),
  }),
  counter: operation({
    about:
      "Today's meals at the counter. A volunteer must search (one word of how somebody is called, or the last digits of the code) and sees at most eight.",
    kind: 'read',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({ kitchen: Id, meal: v.optional(Meal), search: v.optional(words(20)) }),
    output: v.strictObject({
      day: Day,
      meal: v.optional(Meal),
      waiting: v.number(),
      taken: v.number(),
      guests: v.number(),
      items: v.array(Pick),
      /** What a guest can have now. */
      menu: v.array(v.strictObject({ dish: Id, name: v.string(), price: Fen, left: v.number() })),
    }),
  }),
  serve: operation({
    about:
      'A meal is taken at the counter: by its code of four digits (of one meal), or by the order itself (a name tapped, a QR scanned). Refuses: meals.not_there, meals.already_taken (when, by whom), meals.cancelled, meals.wrong_day, meals.no_code.',
    kind: 'write',
    scope: 'division',
    roles: CARRY,
    input: v.strictObject({
      kitchen: Id,
      meal: v.optional(Meal),
      code: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/, '取餐码是 4 个数字'))),
      order: v.optional(Id),
    }),
    output: Pick,
  }),
  serve_guest: operation({
    about:
      'Somebody who is not registered eats and pays: counted, never over what is left. Refuses: meals.not_there, meals.sold_out, meals.not_on_menu.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({
      kitchen: Id,
      meal: Meal,
      lines: v.pipe(v.array(v.strictObject({ dish: Id, quantity: Quantity })), v.minLength(1, '请先选菜'), v.maxLength(12)),
    }),
    output: v.strictObject({ id: Id, total: Fen }),
  }),
}
