/** Around the table: ratings, birthdays and the monthly party, notes about people, donations. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { After, Community, Day, Done, Id, Moment, pageOf, someWords, words } from '../../schema'
import { Clock, Fen, Meal } from './base'

const KITCHEN = ['kitchen', 'community'] as const
/** Staff who speak for people without a phone. */
const FOR_OTHERS = ['kitchen', 'grid', 'community'] as const

/** '2026-11' */
export const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11 这样'))

export const Stars = v.picklist(['good', 'fair', 'bad'])
export type Stars = v.InferOutput<typeof Stars>
/** salty 太咸, bland 太淡, hard 太硬, oily 太油, cold 凉了, little 少了, late 晚了, wrong 送错了, stale 不新鲜, spilled 洒了. */
export const REASONS = ['salty', 'bland', 'hard', 'oily', 'cold', 'little', 'late', 'wrong', 'stale', 'spilled'] as const
export const Reason = v.picklist(REASONS)
export type Reason = v.InferOutput<typeof Reason>
export const RatingForm = v.strictObject({ stars: Stars, reasons: v.pipe(v.array(Reason), v.maxLength(5)), note: v.optional(words(200)) })
export type RatingForm = v.InferOutput<typeof RatingForm>
/** A rating as the kitchen reads it. `attend`: something went wrong that the kitchen can put right (凉了, 晚了, 送错了...). */
export const Rating = v.strictObject({
  ...RatingForm.entries,
  order: Id,
  day: Day,
  meal: Meal,
  call: v.string(),
  door: v.string(),
  dishes: v.array(v.string()),
  attend: v.boolean(),
  at: Moment,
  /** Absent: the eater; else who spoke for them. */
  by: v.optional(v.string()),
})
export type Rating = v.InferOutput<typeof Rating>

/** `leap`: born in a leap month. Of a lunar birthday the day is at most 30. */
export const Birthday = v.strictObject({
  calendar: v.picklist(['solar', 'lunar']),
  month: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  leap: v.optional(v.boolean()),
})
export type Birthday = v.InferOutput<typeof Birthday>

/** Who has a birthday in a month. `words`: "11月3日", "农历十月初五". `age`: how old they become. */
export const BirthdayPerson = v.strictObject({
  eater: Id,
  call: v.string(),
  door: v.string(),
  day: Day,
  words: v.string(),
  age: v.optional(v.number()),
  /** Ate with the community's kitchens in the last two months. */
  eats: v.boolean(),
  invited: v.boolean(),
})
export type BirthdayPerson = v.InferOutput<typeof BirthdayPerson>
/** asked 还没回话, coming 自己来, fetch 要人接, cannot 来不了. */
export const PartyAnswer = v.picklist(['asked', 'coming', 'fetch', 'cannot'])
export type PartyAnswer = v.InferOutput<typeof PartyAnswer>
export const Guest = v.strictObject({
  eater: Id,
  call: v.string(),
  door: v.string(),
  /** Their birthday of this month; absent: invited all the same. */
  birthday: v.optional(Day),
  answer: PartyAnswer,
  companions: v.number(),
  came: v.boolean(),
})
export type Guest = v.InferOutput<typeof Guest>
export const PartyForm = v.strictObject({
  day: Day,
  from: Clock,
  place: someWords(40),
  /** Volunteers and cooks who sit down with the guests. */
  helpers: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
  note: v.optional(words(200)),
})
export type PartyForm = v.InferOutput<typeof PartyForm>
/** A cake and how many it serves. */
export const CakeSize = v.strictObject({ name: someWords(12), heads: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)) })
export type CakeSize = v.InferOutput<typeof CakeSize>
export const Cakes = v.array(v.strictObject({ name: v.string(), count: v.number() }))
export type Cakes = v.InferOutput<typeof Cakes>
/** `age`: everybody of the community from this age on is among the birthday people; younger ones when they eat here. */
export const PartyRules = v.strictObject({
  age: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)),
  cakes: v.pipe(v.array(CakeSize), v.minLength(1), v.maxLength(6)),
})
export type PartyRules = v.InferOutput<typeof PartyRules>
export const Party = v.strictObject({
  ...PartyForm.entries,
  id: Id,
  cancelled: v.optional(v.string()),
  /** Who is coming with their companions and the helpers, and the cakes for them. */
  heads: v.number(),
  cakes: Cakes,
  /** The same if everybody who has not answered yet comes too. */
  most: v.strictObject({ heads: v.number(), cakes: Cakes }),
  version: v.number(),
})
export type Party = v.InferOutput<typeof Party>

/** food 饮食, door 送餐, health 身体, home 家里, other 其他. */
export const NoteKind = v.picklist(['food', 'door', 'health', 'home', 'other'])
export const NoteForm = v.strictObject({
  kind: NoteKind,
  /** An alert stands above the notes, with whoever cooks or carries. */
  alert: v.boolean(),
  words: someWords(200),
  /** The last day it holds; absent: until somebody puts it away. */
  until: v.optional(Day),
})
export type NoteForm = v.InferOutput<typeof NoteForm>
export const Note = v.strictObject({
  ...NoteForm.entries,
  id: Id,
  eater: Id,
  call: v.string(),
  door: v.string(),
  by: v.string(),
  at: Moment,
  /** Whether the caller has read it. */
  read: v.boolean(),
  over: v.boolean(),
})
export type Note = v.InferOutput<typeof Note>

export const Goods = v.strictObject({
  item: someWords(20),
  quantity: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100_000)),
  /** jin 斤, kg 公斤, g 克, l 升, ml 毫升, piece 个, bag 袋, box 箱. */
  unit: v.picklist(['jin', 'kg', 'g', 'l', 'ml', 'piece', 'bag', 'box']),
  expiry: v.optional(Day),
})
export type Goods = v.InferOutput<typeof Goods>
/** Money (分) or goods, one of them. Without a name the giver is anonymous. */
export const DonationForm = v.strictObject({
  kitchen: Id,
  day: Day,
  who: v.optional(words(40)),
  money: v.optional(v.pipe(Fen, v.minValue(1, '金额要大于 0'))),
  goods: v.optional(Goods),
  thanks: v.optional(words(100)),
})
export type DonationForm = v.InferOutput<typeof DonationForm>
export const Donation = v.strictObject({
  ...DonationForm.entries,
  id: Id,
  by: v.string(),
  at: Moment,
  takenBack: v.optional(v.strictObject({ by: v.string(), at: Moment, why: v.string() })),
})
export type Donation = v.InferOutput<typeof Donation>

export const table = {
  rate: operation({
    about:
      'Says how a meal was: one tap, reasons and words if one likes; by the eater or family, or told to a worker at the door; within 3 days, changed as often as one likes until then. Refuses: meals.not_there, meals.not_taken, meals.too_late.',
    kind: 'write',
    scope: 'ward',
    // never the kitchen itself
    roles: ['grid', 'community'],
    input: v.strictObject({ eater: Id, order: Id, form: RatingForm }),
    output: v.strictObject({ id: Id, until: Moment }),
  }),
  feedback: operation({
    about: "What was said of a kitchen's meals, at most 31 days: counts, reasons, and each rating, those to put right first.",
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, from: Day, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)) }),
    output: v.strictObject({
      taken: v.number(),
      good: v.number(),
      fair: v.number(),
      bad: v.number(),
      reasons: v.array(v.strictObject({ reason: Reason, count: v.number() })),
      items: v.array(Rating),
    }),
  }),
  birthday: operation({
    about: "When an eater's birthday is kept, whether they chose it, and what to say to them today if it is. Refuses: meals.not_there.",
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id }),
    output: v.strictObject({
      call: v.string(),
      birthday: v.optional(Birthday),
      chosen: v.boolean(),
      next: v.optional(Day),
      words: v.optional(v.string()),
      greeting: v.optional(v.string()),
    }),
  }),
  set_birthday: operation({
    about:
      'Sets which birthday somebody keeps, solar or lunar; absent: the registered one again. Refuses: meals.not_there, meals.no_such_day.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, birthday: v.optional(Birthday) }),
    output: Done,
  }),
  party: operation({
    about: "A month's birthdays in a community, and its group birthday with guests and cakes.",
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ community: Community, month: Month }),
    output: v.strictObject({
      month: Month,
      rules: PartyRules,
      birthdays: v.array(BirthdayPerson),
      party: v.optional(Party),
      guests: v.array(Guest),
    }),
  }),
  set_party_rules: operation({
    about: 'From which age everybody is invited, and which cakes there are.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ community: Community, rules: PartyRules }),
    output: Done,
  }),
  set_party: operation({
    about:
      "Sets a month's group birthday: day, time, place. Those already invited are told when day, time or place change. Refuses: meals.changed_meanwhile, meals.dates_wrong (past, or another month).",
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ community: Community, month: Month, version: v.number(), form: PartyForm }),
    output: Done,
  }),
  cancel_party: operation({
    about: 'Calls a group birthday off and tells those invited. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ party: Id, why: someWords(100) }),
    output: Done,
  }),
  invite: operation({
    about:
      'Invites people to a group birthday; they and who acts for them are told. Somebody invited stays as they answered. Refuses: meals.not_there, meals.gone.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ party: Id, eaters: v.pipe(v.array(Id), v.minLength(1, '先选人'), v.maxLength(100, '一次最多请 100 位')) }),
    output: v.strictObject({ invited: v.number() }),
  }),
  parties: operation({
    about: 'The group birthdays an eater is invited to, from today on.',
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id }),
    output: v.array(
      v.strictObject({
        party: Id,
        day: Day,
        from: v.string(),
        place: v.string(),
        note: v.optional(v.string()),
        answer: PartyAnswer,
        companions: v.number(),
      }),
    ),
  }),
  answer_party: operation({
    about:
      'Answers an invitation: comes, wants to be fetched, cannot. Refuses: meals.not_there, meals.too_late (it is over or called off).',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({
      eater: Id,
      party: Id,
      answer: v.picklist(['coming', 'fetch', 'cannot']),
      companions: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)),
    }),
    output: Done,
  }),
  attend: operation({
    about: 'Ticks off who came to a group birthday, and takes a wrong tick back. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ party: Id, eater: Id, came: v.boolean() }),
    output: Done,
  }),
  notes: operation({
    about:
      'What staff noted about people of a community (or about one): alerts first, then unread, then the newest. `over`: those put away or past.',
    kind: 'read',
    scope: 'division',
    roles: FOR_OTHERS,
    input: v.strictObject({ community: Community, eater: v.optional(Id), over: v.boolean(), after: After }),
    output: pageOf(Note),
  }),
  add_note: operation({
    about: 'Notes something about somebody for those who cook and carry. Refuses: meals.not_there, meals.dates_wrong.',
    kind: 'write',
    scope: 'division',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, form: NoteForm }),
    output: Done,
  }),
  read_note: operation({
    about: 'The caller has read a note. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: FOR_OTHERS,
    input: v.strictObject({ note: Id }),
    output: Done,
  }),
  end_note: operation({
    about: 'Puts a note away: it no longer holds. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: FOR_OTHERS,
    input: v.strictObject({ note: Id }),
    output: Done,
  }),
  donations: operation({
    about: "A month's donations to a community's kitchens, the latest first, with the sum of the money (分).",
    kind: 'read',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ community: Community, month: Month }),
    output: v.strictObject({ money: v.number(), items: v.array(Donation) }),
  }),
  donate: operation({
    about:
      "Records a donation: money goes to the kitchen's ledger, goods to its stock. Refuses: meals.not_there, meals.donation_empty (neither, or both), meals.dates_wrong (in the future).",
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ form: DonationForm }),
    output: Done,
  }),
  take_back_donation: operation({
    about:
      'Puts a donation recorded wrongly right: what it brought is taken out again, and both stay on record. Refuses: meals.not_there, meals.already_settled.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ donation: Id, why: someWords(100) }),
    output: Done,
  }),
  thanks: operation({
    about: "The public list of a month's donations in a community: who (or 一位好心人) and what, and the thanks.",
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ community: Community, month: Month }),
    output: v.array(v.strictObject({ id: Id, day: Day, who: v.string(), what: v.string(), thanks: v.string() })),
  }),
}
