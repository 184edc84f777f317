/** Money: meal accounts, the till, statements and claims. All amounts are whole 分; every movement is an entry that is never changed. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { After, Community, Day, Done, Id, Moment, pageOf, someWords, words } from '../../schema'
import { Fen, Meal, Pay, Payers } from './base'

const DESK = ['kitchen', 'community'] as const
/** Staff who look at somebody's money on their behalf. */
const FOR_OTHERS = ['kitchen', 'grid', 'community'] as const

/** A month, 'YYYY-MM'. */
export const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11 这样'))
/** More than nothing, at most ten thousand yuan. */
const Amount = v.pipe(Fen, v.minValue(1, '金额要大于 0'))
const Receipt = v.pipe(someWords(30), v.regex(/^[\p{L}\p{N} -]+$/u, '收据号只写数字、字母和汉字'))
/** Somebody else's part in a price. */
export const Giver = v.picklist(['government', 'enterprise', 'charity'])
export type Giver = v.InferOutput<typeof Giver>
/** A sum that may go either way. */
const Signed = v.pipe(v.number(), v.integer())

/** One line of the meal account: + came in, - went out. `words`: "充值，收据 0012", "11 月 21 日午饭". */
export const Movement = v.strictObject({
  id: Id,
  at: Moment,
  day: Day,
  fen: Signed,
  words: v.string(),
  by: v.string(),
})
export type Movement = v.InferOutput<typeof Movement>
/** One meal taken: who bore what, and how the eater paid. */
export const MealRow = v.strictObject({
  order: Id,
  day: Day,
  meal: Meal,
  kitchen: v.string(),
  total: Fen,
  payers: Payers,
  pay: Pay,
  why: v.string(),
})
export type MealRow = v.InferOutput<typeof MealRow>

/** What the till should hold and how it got there, since it was last emptied. */
export const Till = v.strictObject({
  kitchen: Id,
  name: v.string(),
  day: Day,
  expected: Fen,
  /** The number the next paper receipt probably carries; '' when none was ever written. */
  receipt: v.string(),
  /** Cash of meals taken, top-ups and bills paid, less balances given back, since the last closing. */
  parts: v.strictObject({ meals: Signed, topUps: Signed, bills: Signed, givenBack: Signed }),
  entries: v.array(v.strictObject({ id: Id, at: Moment, fen: Signed, words: v.string(), by: v.string() })),
  /** Today's closing, once there is one. */
  closed: v.optional(
    v.strictObject({
      at: Moment,
      by: v.string(),
      expected: Fen,
      counted: Fen,
      /** counted - expected. */
      difference: Signed,
      why: v.string(),
    }),
  ),
  /** Earlier closings, the newest first, at most 31. */
  earlier: v.array(v.strictObject({ day: Day, expected: Fen, counted: Fen, difference: Signed, why: v.string(), by: v.string() })),
})
export type Till = v.InferOutput<typeof Till>

/** One person's part of a claim. `who` is masked. */
export const ClaimRow = v.strictObject({ who: v.string(), age: v.optional(v.number()), meals: v.number(), total: Fen, fen: Fen })
const claiming = { community: Community, giver: Giver, month: Month }

/** How a phone pays: inside WeChat by its own call, elsewhere by a code. */
const Ready = v.variant('kind', [
  v.strictObject({
    kind: v.literal('wechat'),
    timeStamp: v.string(),
    nonceStr: v.string(),
    package: v.string(),
    signType: v.literal('RSA'),
    paySign: v.string(),
  }),
  v.strictObject({ kind: v.literal('code'), url: v.string() }),
])

export const money = {
  account: operation({
    about:
      "Somebody's meal account: what is on it and its movements, the newest first, 30 a page; what stands on their bill; whether it can be topped up on the phone. Refuses: meals.not_there.",
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, after: After }),
    output: v.strictObject({
      eater: v.strictObject({ id: Id, call: v.string(), door: v.string() }),
      today: Day,
      balance: Fen,
      /** Owed by monthly bill, not paid yet. */
      owed: Fen,
      /** Kitchens whose accounts can be topped up on the phone; none where that is not set up. */
      online: v.array(v.strictObject({ kitchen: Id, name: v.string() })),
      /** What was topped up on the phone and can go back the way it came, the newest first, at most 20; `fen`: what of it is left to give back. */
      back: v.array(v.strictObject({ payment: Id, kitchen: Id, day: Day, fen: Fen })),
      movements: pageOf(Movement),
    }),
  }),
  statement: operation({
    about: "Somebody's meals of a month: each with who bore what, and the sums; the eater's monthly bill. Refuses: meals.not_there.",
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, month: Month }),
    output: v.strictObject({
      month: Month,
      rows: v.array(MealRow),
      total: Fen,
      payers: Payers,
      /** The eater's part by how it was paid. */
      paid: v.strictObject({ cash: Fen, account: Fen, bill: Fen }),
    }),
  }),
  top_up: operation({
    about:
      'Puts money on a meal account at the desk; the paper receipt carries `receipt`, which a kitchen uses once. Cash lies in the till from now on. Refuses: meals.not_there, meals.gone, meals.receipt_taken.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, eater: Id, fen: Amount, how: v.picklist(['cash', 'transfer']), receipt: Receipt }),
    output: v.strictObject({ id: Id, balance: Fen }),
  }),
  pay_out: operation({
    about:
      'Gives money of a meal account back, in cash out of the till or by transfer. Refuses: meals.not_there, meals.not_enough (on the account), meals.till_short, meals.receipt_taken.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, eater: Id, fen: Amount, how: v.picklist(['cash', 'transfer']), receipt: Receipt }),
    output: v.strictObject({ id: Id, balance: Fen }),
  }),
  pay_bill: operation({
    about: "Takes money for what stands on somebody's bill. Refuses: meals.not_there, meals.more_than_owed, meals.receipt_taken.",
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, eater: Id, fen: Amount, how: v.picklist(['cash', 'transfer']), receipt: Receipt }),
    output: v.strictObject({ id: Id, owed: Fen }),
  }),
  correct_receipt: operation({
    about:
      'Takes back a mistake at the desk (a top-up, money given back, a bill paid) by an entry against it; both stay. Refuses: meals.not_there, meals.already_taken_back, meals.not_enough, meals.till_short.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, receipt: Receipt, why: someWords(100) }),
    output: Done,
  }),
  pay_online: operation({
    about:
      'Begins a top-up on the phone, by the eater, their family, or staff who show them the code. Refuses: meals.no_online (not set up here), meals.not_there, meals.gone.',
    kind: 'write',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, kitchen: Id, fen: Amount }),
    output: Done,
  }),
  pay_ready: operation({
    about:
      'What the phone needs to pay a top-up that was begun: the call inside WeChat, elsewhere an address to draw as a code; whether it was paid. Refuses: meals.no_online, meals.not_there.',
    kind: 'read',
    scope: 'ward',
    roles: FOR_OTHERS,
    input: v.strictObject({ eater: Id, payment: Id }),
    output: v.strictObject({ paid: v.boolean(), ready: v.optional(Ready) }),
  }),
  refund_online: operation({
    about:
      'Gives a top-up of the phone back the way it came, as far as it is still on the account. Refuses: meals.no_online, meals.not_there, meals.more_than_paid, meals.not_enough.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, payment: Id, fen: Amount, why: someWords(80) }),
    output: Done,
  }),
  till: operation({
    about: "A kitchen's till today: what should lie in it, and every piece of it. Refuses: meals.not_there.",
    kind: 'read',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id }),
    output: Till,
  }),
  close_till: operation({
    about:
      'Closes the till of today, once: what was counted goes to the office, a difference needs a reason. Cash taken later counts for tomorrow. Refuses: meals.not_there, meals.already_closed, meals.changed_meanwhile (cash came in since `expected` was shown), meals.difference_unexplained.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ kitchen: Id, expected: Fen, counted: Fen, why: v.optional(words(200)) }),
    output: v.strictObject({ id: Id, difference: Signed }),
  }),
  statements: operation({
    about:
      "A community's month: by kitchen and payer, the meals and what each bears; who has a bill, masked; the meal accounts' in and out. From the street up without persons.",
    kind: 'read',
    scope: 'division',
    roles: ['kitchen', 'community', 'street', 'district', 'city'],
    input: v.strictObject({ community: Community, month: Month }),
    output: v.strictObject({
      month: Month,
      kitchens: v.array(
        v.strictObject({
          kitchen: Id,
          name: v.string(),
          meals: v.number(),
          total: Fen,
          payers: Payers,
          paid: v.strictObject({ cash: Fen, account: Fen, bill: Fen }),
        }),
      ),
      bills: v.array(v.strictObject({ eater: Id, who: v.string(), meals: v.number(), fen: Fen })),
      accounts: v.strictObject({ topUps: Fen, spent: Fen, givenBack: Fen }),
    }),
  }),
  claim: operation({
    about:
      "What government, enterprise or charity owe a community's kitchens for the meals taken in a month, by person, masked; the whole of it is fetched by claim_file. Refuses: meals.not_there.",
    kind: 'read',
    scope: 'division',
    roles: DESK,
    input: v.strictObject(claiming),
    output: v.strictObject({ rows: v.array(ClaimRow), meals: v.number(), total: Fen, fen: Fen }),
  }),
  claim_file: operation({
    about:
      'The claim as a file, every meal behind it, with whole names: an export, written down as such. Answers the file to fetch and its name. Refuses: meals.not_there, meals.nothing_to_claim.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ ...claiming, form: v.picklist(['csv', 'xlsx']) }),
    output: v.strictObject({ id: Id, file: v.string(), name: v.string() }),
  }),
}
