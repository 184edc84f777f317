/** Finding a shift, signing up, the queue, offers, withdrawing, swapping, cover, and the rules that decide. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { After, Community, Done, pageOf, someWords, words } from '../../schema'
import { Day, Id, Kind, Moment, RoleId, ShiftCard, SignUp, Stand } from './base'
import { pairs } from './pairs'
import { rules } from './rules'

const helpers = { scope: 'division', roles: ['volunteer', 'lead', 'kitchen'] } as const
const leads = { scope: 'division', roles: ['lead', 'kitchen', 'community'] } as const

/** A shift as it stands for whoever looks. `best`: the role to offer first, absent when none can be taken or queued for. */
export const Open = v.strictObject({ shift: ShiftCard, stands: v.array(Stand), mine: v.optional(SignUp), best: v.optional(RoleId) })
export type Open = v.InferOutput<typeof Open>

/** Somebody asks to be replaced. `name` in the everyday form, 张阿姨; how it stands for whoever looks. */
export const Cover = v.strictObject({
  shift: ShiftCard,
  account: Id,
  name: v.string(),
  role: RoleId,
  roleName: v.string(),
  why: v.string(),
})
export type Cover = v.InferOutput<typeof Cover>

/** asked 问着, taken 换好了, declined 对方没答应, cancelled 收回了, expired 过时了. */
export const SWAP_STATES = ['asked', 'taken', 'declined', 'cancelled', 'expired'] as const
const Side = v.strictObject({ id: Id, title: v.string(), from: Moment, to: Moment, place: v.string(), roleName: v.string() })
/** Mine for theirs, or (without `theirs`) mine given. `asks`: it was asked of whoever looks. Names in the everyday form. */
export const Swap = v.strictObject({
  id: Id,
  state: v.picklist(SWAP_STATES),
  asks: v.boolean(),
  name: v.string(),
  gives: Side,
  theirs: v.optional(Side),
  until: Moment,
  words: v.string(),
})
export type Swap = v.InferOutput<typeof Swap>

export const Mine = v.strictObject({ shift: ShiftCard, mine: SignUp, swap: v.optional(Swap) })
export type Mine = v.InferOutput<typeof Mine>
export const Signed = v.strictObject({ mine: SignUp, others: v.array(SignUp) })

const why = someWords(100)
const inShift = { shift: Id }

export const signing = {
  ...pairs,
  ...rules,
  open: operation({
    about:
      'Shifts of the next 14 days in the communities the caller helps in, next first, each role with how it stands for them and why. Pages by shift; `covers` (who fits only) come with the first page.',
    kind: 'read',
    ...helpers,
    input: v.strictObject({ day: v.optional(Day), kind: v.optional(Kind), team: v.optional(Id), after: After }),
    output: v.strictObject({ ...pageOf(Open).entries, now: Moment, covers: v.array(Cover), swaps: v.array(Swap) }),
  }),
  open_shift: operation({
    about:
      'One shift for a volunteer: how each role stands, who else is in it (张阿姨, no phones), who leads it. Refuses shifts.not_there.',
    kind: 'read',
    ...helpers,
    input: v.strictObject(inShift),
    output: v.strictObject({
      ...Open.entries,
      /** The server's time: a phone's own clock may be wrong. */
      now: Moment,
      others: v.array(v.strictObject({ name: v.string(), roleName: v.string() })),
      lead: v.optional(v.string()),
      /** The kinds of company the caller may bring: those who said yes to going together, and, for a lead, their team. */
      company: v.array(v.strictObject({ account: Id, name: v.string() })),
    }),
  }),
  dial_lead: operation({
    about:
      'The number of whoever leads a shift the caller is in; every look is written down. Refuses shifts.not_there, shifts.not_in_it, shifts.no_phone, shifts.too_many_looks.',
    kind: 'write',
    ...helpers,
    input: v.strictObject(inShift),
    output: v.strictObject({ name: v.string(), number: v.string() }),
  }),
  sign_up: operation({
    about:
      'Takes a seat, or a place in the queue when there is none. `with`: others who said yes to going together, or members of a team the caller leads: all of them get a seat or nobody does. Refuses shifts.not_there, shifts.cancelled, shifts.ended, shifts.not_yet, shifts.mine, shifts.clashes, shifts.not_allowed, shifts.blocked (by a rule), shifts.full (no queue any more), shifts.too_few (seats for a group), shifts.not_together.',
    kind: 'write',
    ...helpers,
    input: v.strictObject({ ...inShift, role: RoleId, with: v.optional(v.pipe(v.array(Id), v.maxLength(20, '一次最多 20 个人'))) }),
    output: Signed,
  }),
  answer_offer: operation({
    about:
      'Takes the seat that was kept, or leaves it to the next. Refuses shifts.not_there, shifts.no_offer, shifts.offer_over, shifts.clashes, shifts.not_allowed.',
    kind: 'write',
    ...helpers,
    input: v.strictObject({ ...inShift, take: v.boolean() }),
    output: SignUp,
  }),
  withdraw: operation({
    about:
      "Gives the seat or the place in the queue back: freely until the shift's limit, later with a reason. Refuses shifts.not_there, shifts.not_in_it, shifts.no_reason, shifts.begun.",
    kind: 'write',
    ...helpers,
    input: v.strictObject({ ...inShift, why: v.optional(words(100)) }),
    output: SignUp,
  }),
  my_shifts: operation({
    about: "The caller's own, next first; `past`: what was, last first. Offers and what somebody asks of them come with it.",
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ past: v.optional(v.boolean()), after: After }),
    output: v.strictObject({ ...pageOf(Mine).entries, now: Moment, swaps: v.array(Swap) }),
  }),
  asked: operation({
    about: "Sign-ups that wait for a lead's nod in shifts the caller leads, the next shift first, with the rule that asked.",
    kind: 'read',
    ...leads,
    input: v.strictObject({ community: v.optional(Community), after: After }),
    output: pageOf(
      v.strictObject({
        signup: SignUp,
        title: v.string(),
        from: Moment,
        to: Moment,
        rule: v.string(),
        came: v.number(),
        missed: v.number(),
      }),
    ),
  }),
  decide: operation({
    about:
      "The lead's yes or no (with a reason) to somebody who waits for it. Refuses shifts.not_there, shifts.not_asked, shifts.no_reason, shifts.clashes, shifts.not_allowed, shifts.begun.",
    kind: 'write',
    ...leads,
    input: v.strictObject({ ...inShift, account: Id, yes: v.boolean(), why: v.optional(words(100)) }),
    output: SignUp,
  }),
  put_in: operation({
    about:
      'A lead puts a volunteer on a seat, past the queue, never past the number of seats. `overrule`: what is too much for them (hours, rest, heavy) is set aside for the reason given; nothing else is. Refuses shifts.not_there, shifts.cancelled, shifts.ended, shifts.mine, shifts.full, shifts.clashes, shifts.not_allowed.',
    kind: 'write',
    ...leads,
    input: v.strictObject({ ...inShift, role: RoleId, account: Id, why, overrule: v.optional(v.boolean()) }),
    output: SignUp,
  }),
  take_out: operation({
    about: 'A lead takes somebody out, with a reason they are told. Refuses shifts.not_there, shifts.not_in_it, shifts.begun.',
    kind: 'write',
    ...leads,
    input: v.strictObject({ ...inShift, account: Id, why }),
    output: SignUp,
  }),
  swap_choices: operation({
    about:
      'With whom the caller could swap a shift of theirs: the other fits both ways; and to whom it could be given. Refuses shifts.not_there, shifts.not_in_it.',
    kind: 'read',
    ...helpers,
    input: v.strictObject(inShift),
    output: v.strictObject({
      swaps: v.array(v.strictObject({ account: Id, name: v.string(), theirs: Side })),
      people: v.array(v.strictObject({ account: Id, name: v.string() })),
    }),
  }),
  swap_ask: operation({
    about:
      "Asks somebody to swap (`theirs`: their shift) or to take the caller's shift. Refuses shifts.not_there, shifts.not_in_it, shifts.same_shift, shifts.asked_already, shifts.begun, shifts.clashes, shifts.not_allowed.",
    kind: 'write',
    ...helpers,
    input: v.strictObject({ ...inShift, to: Id, theirs: v.optional(Id), words: words(60) }),
    output: Done,
  }),
  swap_answer: operation({
    about:
      'Yes or no of whoever was asked; a yes is decided again for both. Refuses shifts.not_there, shifts.swap_over, shifts.not_in_it, shifts.clashes, shifts.not_allowed.',
    kind: 'write',
    ...helpers,
    input: v.strictObject({ swap: Id, yes: v.boolean() }),
    output: Done,
  }),
  swap_cancel: operation({
    about: 'Takes back what one asked. Refuses shifts.not_there, shifts.swap_over.',
    kind: 'write',
    ...helpers,
    input: v.strictObject({ swap: Id }),
    output: Done,
  }),
  ask_cover: operation({
    about:
      "Asks those who fit to take one's shift over; until somebody does it stays one's own. Without `why` it is taken back. Refuses shifts.not_there, shifts.not_in_it, shifts.begun.",
    kind: 'write',
    ...helpers,
    input: v.strictObject({ ...inShift, why: v.optional(words(60)) }),
    output: SignUp,
  }),
  take_cover: operation({
    about:
      'Takes over the seat of somebody who asked for cover. Refuses shifts.not_there, shifts.cover_gone, shifts.begun, shifts.mine, shifts.clashes, shifts.not_allowed, shifts.blocked.',
    kind: 'write',
    ...helpers,
    input: v.strictObject({ ...inShift, account: Id }),
    output: SignUp,
  }),
  signup_history: operation({
    about:
      'What happened to a sign-up, oldest first, with what every rule said: for whoever leads the shift, and for the person. Refuses shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: ['volunteer', 'lead', 'kitchen', 'community'],
    input: v.strictObject({ ...inShift, account: Id }),
    output: v.strictObject({
      signup: SignUp,
      history: v.array(v.strictObject({ at: Moment, by: v.string(), what: v.string(), why: v.string() })),
      trace: v.array(v.strictObject({ rule: v.string(), holds: v.boolean(), why: v.string() })),
    }),
  }),
}
