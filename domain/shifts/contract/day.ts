/** On the day: check-in and check-out, the rotating code, the roll-call, walk-ins, who did not come. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Day, Id, Moment, someWords, words } from '../../schema'
import { Kind, Place, RoleId } from './base'

const HELPERS = ['volunteer', 'lead', 'kitchen'] as const
const LEADS = ['lead', 'kitchen', 'community'] as const

/** Where the phone thinks it is: a hint in words for the lead; the position itself is not kept. */
export const HereSpot = v.strictObject({
  lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
  datum: v.picklist(['wgs84', 'gcj02']),
})
/** A QR code's token (22 characters), or the six digits under it. */
export const DayCode = v.pipe(v.string(), v.regex(/^(\d{6}|[A-Za-z0-9_-]{16,64})$/, '签到码是 6 位数字'))

/** `at` is when it was said on the phone; `code` absent: 我到了, one tap. */
const Saying = v.strictObject({ shift: Id, at: Moment, code: v.optional(DayCode), spot: v.optional(HereSpot) })
/** `done` false: the code was not right; nothing was marked and `left` tries remain. `words` say it either way. */
export const SaidIt = v.strictObject({ id: Id, done: v.boolean(), words: v.string(), left: v.optional(v.number()) })
export type SaidIt = v.InferOutput<typeof SaidIt>

/** code 扫码, tap 点了一下, lead 队长点名, clock 到点自动, paper 纸质签到表. */
export const How = v.picklist(['code', 'tap', 'lead', 'clock', 'paper'])
/** `hint`: what the lead may want to look at: '自己点的，离这里约 300 米', '没信号时记的'. */
export const Marked = v.strictObject({ at: Moment, how: How, unsure: v.optional(v.boolean()), hint: v.optional(v.string()) })
export type Marked = v.InferOutput<typeof Marked>
const Absent = v.strictObject({ excused: v.boolean(), why: v.string(), by: v.string(), said: v.optional(v.string()) })
const Presence = {
  came: v.optional(Marked),
  went: v.optional(Marked),
  absent: v.optional(Absent),
  settled: v.optional(v.boolean()),
}

/** One shift of the caller's, near today; what can be done now follows from it (../presence.ts), also without signal. */
export const MyShift = v.strictObject({
  shift: Id,
  title: v.string(),
  kind: Kind,
  place: Place,
  day: Day,
  from: Moment,
  to: Moment,
  roleName: v.string(),
  note: v.string(),
  cancelled: v.optional(v.string()),
  /** Whether the caller leads it too. */
  leads: v.boolean(),
  /** The last code was not right, when, and that nothing is lost. */
  wrong: v.optional(v.string()),
  ...Presence,
  version: v.number(),
})
export type MyShift = v.InferOutput<typeof MyShift>

/** Somebody in a shift's roll. `person` is an account, or '~...' for a guest without one. */
export const RollRow = v.strictObject({
  person: v.string(),
  name: v.string(),
  guest: v.boolean(),
  walkIn: v.boolean(),
  role: RoleId,
  roleName: v.string(),
  ...Presence,
  /** '09:25 到的，晚了 25 分钟', '还没到'. */
  words: v.string(),
  /** A mark somebody has to confirm, or somebody unaccounted for: the lead's eye. */
  look: v.boolean(),
  version: v.number(),
})
export type RollRow = v.InferOutput<typeof RollRow>

export const RollShift = v.strictObject({
  shift: Id,
  title: v.string(),
  kind: Kind,
  place: Place,
  day: Day,
  from: Moment,
  to: Moment,
  roles: v.array(v.strictObject({ id: RoleId, name: v.string(), need: v.number(), left: v.number() })),
  people: v.array(RollRow),
  closed: v.optional(v.strictObject({ at: Moment, by: v.string() })),
  cancelled: v.optional(v.string()),
})
export type RollShift = v.InferOutput<typeof RollShift>

const Person = v.pipe(v.string(), v.regex(/^~?[A-Za-z0-9_.:-]{1,64}$/, '编号不对'))
/** What the lead says of somebody. Times are moments; `paper`: from the sign-in sheet, after the fact. */
export const RollMark = v.variant('as', [
  v.strictObject({ as: v.literal('came'), came: Moment, went: v.optional(Moment), paper: v.optional(v.boolean()) }),
  v.strictObject({ as: v.literal('went'), went: Moment, paper: v.optional(v.boolean()) }),
  /** What was said without the lead's eye is so. */
  v.strictObject({ as: v.literal('sure') }),
  v.strictObject({ as: v.literal('absent'), why: words(60), excused: v.boolean() }),
  /** Nothing has been said of them after all. */
  v.strictObject({ as: v.literal('nothing') }),
])
export type RollMark = v.InferOutput<typeof RollMark>

export const day = {
  my_day: operation({
    about: "The caller's shifts of the last eight days, today and tomorrow, the next one first: what is said of each; kept on the phone.",
    kind: 'read',
    scope: 'division',
    roles: HELPERS,
    input: v.strictObject({}),
    output: v.strictObject({ now: Moment, day: Day, items: v.array(MyShift), next: v.optional(MyShift) }),
  }),
  check_in: operation({
    about:
      'Says "I am here", by a code (QR token or six digits) or one tap; also sent later from a phone without signal. A wrong code answers done: false. Refuses: shifts.not_signed, shifts.not_open, shifts.over, shifts.cancelled, shifts.settled, shifts.code_used, shifts.in_the_future, shifts.too_old.',
    kind: 'write',
    scope: 'division',
    roles: HELPERS,
    input: Saying,
    output: SaidIt,
  }),
  check_out: operation({
    about:
      'Says "I am leaving", by a code or one tap; also sent later. Refuses: shifts.not_signed, shifts.not_in, shifts.cancelled, shifts.settled, shifts.code_used, shifts.in_the_future, shifts.too_old.',
    kind: 'write',
    scope: 'division',
    roles: HELPERS,
    input: Saying,
    output: SaidIt,
  }),
  say_left: operation({
    about:
      'Answers when one left a shift that the clock closed; the lead confirms it. Refuses: shifts.not_signed, shifts.not_in, shifts.not_over, shifts.settled, shifts.wrong_time.',
    kind: 'write',
    scope: 'division',
    roles: HELPERS,
    input: v.strictObject({ shift: Id, left: Moment }),
    output: SaidIt,
  }),
  explain_absence: operation({
    about: 'Says why one did not come, within 7 days; the lead decides. Refuses: shifts.not_signed, shifts.not_absent, shifts.too_late.',
    kind: 'write',
    scope: 'division',
    roles: HELPERS,
    input: v.strictObject({ shift: Id, why: someWords(60) }),
    output: SaidIt,
  }),
  show_code: operation({
    about:
      "The codes of a shift from now on, one a half minute, for the lead's screen: it goes on by itself for 15 minutes without signal. Refuses: shifts.over, shifts.cancelled.",
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id }),
    output: v.strictObject({
      now: Moment,
      title: v.string(),
      place: v.string(),
      from: Moment,
      to: Moment,
      /** How long one code holds, ms. */
      step: v.number(),
      codes: v.array(v.strictObject({ from: Moment, text: v.string(), digits: v.string() })),
    }),
  }),
  today: operation({
    about: "A day's shifts that the caller leads (today when absent), each with who is there.",
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ day: v.optional(Day) }),
    output: v.strictObject({ now: Moment, day: Day, items: v.array(RollShift) }),
  }),
  roll: operation({
    about: 'The roll of one shift: everybody in it, what is said of them, who can still be added.',
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id }),
    output: v.strictObject({
      now: Moment,
      ...RollShift.entries,
      /** Registered volunteers of the community who are not in it, for walk-ins: the phone is masked. */
      others: v.array(v.strictObject({ account: Id, name: v.string(), phoneMask: v.string() })),
    }),
  }),
  mark: operation({
    about:
      'The lead says who came, when, who left, who did not come and why, or confirms what was said. Works later too. Refuses: shifts.not_signed, shifts.not_in, shifts.wrong_time, shifts.not_open, shifts.cancelled, shifts.settled.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id, person: Person, mark: RollMark }),
    output: v.strictObject({ id: v.string(), words: v.string() }),
  }),
  walk_in: operation({
    about:
      'Somebody who came without signing up: a registered volunteer (`account`) or a guest by name; `seat`: one seat is added when the role is full. Refuses: shifts.full, shifts.no_role, shifts.no_person, shifts.cannot (why), shifts.already_in, shifts.not_open, shifts.wrong_time, shifts.cancelled, shifts.closed.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({
      shift: Id,
      role: RoleId,
      who: v.variant('as', [
        v.strictObject({ as: v.literal('volunteer'), account: Id }),
        v.strictObject({ as: v.literal('guest'), name: someWords(20) }),
      ]),
      came: Moment,
      went: v.optional(Moment),
      paper: v.optional(v.boolean()),
      seat: v.optional(v.boolean()),
    }),
    output: v.strictObject({ id: v.string(), person: v.string(), words: v.string() }),
  }),
  close_roll: operation({
    about:
      'Closes the roll-call after the end: whoever came and did not check out left at the end. Refuses: shifts.not_over, shifts.unaccounted (names them), shifts.unsure (names them), shifts.cancelled.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id, at: Moment }),
    output: v.strictObject({ id: v.string(), words: v.string() }),
  }),
}
