/** Identity: who somebody is, how they sign in, and which memberships say what they may do. */
import * as v from 'valibot'
import { operation, ROLES } from '../contract'
import { After, Day, Division, Done, Id, Moment, Phone, pageOf, someWords, words } from '../schema'

export const Role = v.picklist(ROLES)

/** A role somebody holds in a division, from a day until a day (inclusive; open when absent). */
export const Membership = v.strictObject({
  id: Id,
  role: Role,
  scope: Division,
  place: v.string(),
  since: Day,
  until: v.optional(Day),
  /** Whose place is taken while they are away (代班). */
  for: v.optional(v.string()),
})
export type Membership = v.InferOutput<typeof Membership>

/** The person who is signed in, as the client may know them. Phone masked. */
export const Me = v.strictObject({
  id: Id,
  name: v.string(),
  phone: v.string(),
  resident: v.optional(Id),
  memberships: v.array(Membership),
  /** Unread notices. */
  unread: v.number(),
  demo: v.boolean(),
  day: Day,
  now: Moment,
})
export type Me = v.InferOutput<typeof Me>

/** `token` is the bearer; the server keeps only its hash. Staff sessions end after 12 h, others after 30 days. */
export const Session = v.strictObject({ token: v.string(), until: Moment, me: Me })

const Member = v.strictObject({
  membership: Membership,
  account: Id,
  name: v.string(),
  phone: v.string(),
  resident: v.optional(Id),
  state: v.picklist(['now', 'later', 'ended']),
})
export type Member = v.InferOutput<typeof Member>

const STAFF = ['community', 'street', 'district', 'city', 'security'] as const

export const account = {
  request_code: operation({
    about:
      'Sends a 6-digit one-time code to a phone. The answer is the same whether or not the phone is known. Refuses: account.too_soon, account.too_many.',
    kind: 'write',
    scope: 'public',
    roles: [],
    keyless: 'a repeat must send again or say how long to wait',
    input: v.strictObject({ phone: Phone }),
    output: v.strictObject({ wait: v.number() }),
  }),
  enter: operation({
    about: 'Signs in with a phone and its code. Refuses: account.wrong_code, account.code_expired, account.too_many, account.disabled.',
    kind: 'write',
    scope: 'public',
    roles: [],
    keyless: 'a stored answer would hold a token',
    input: v.strictObject({ phone: Phone, code: v.pipe(v.string(), v.regex(/^\d{6}$/, '验证码是 6 位数字')) }),
    output: Session,
  }),
  bind: operation({
    about:
      'Ties the platform identity of this call (WeChat OPENID) to the account of a phone, proved by its code. Refuses like enter; account.no_platform outside WeChat.',
    kind: 'write',
    scope: 'public',
    roles: [],
    keyless: 'proved by a one-time code',
    input: v.strictObject({ phone: Phone, code: v.pipe(v.string(), v.regex(/^\d{6}$/, '验证码是 6 位数字')) }),
    output: Me,
  }),
  leave: operation({
    about: 'Ends this session.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    keyless: 'ending twice is ending once',
    input: v.strictObject({}),
    output: v.strictObject({ left: v.literal(true) }),
  }),
  me: operation({
    about: 'Who is signed in, with the memberships that hold today.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: Me,
  }),
  helpers: operation({
    about:
      'Whom somebody can call at home: the grid worker and the community of their own home, with the numbers they are reached under. Empty when no home is known.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: v.array(v.strictObject({ name: v.string(), role: Role, place: v.string(), phone: v.string() })),
  }),
  demo_people: operation({
    about: 'Demo mode only: who there is to try the app as.',
    kind: 'read',
    scope: 'public',
    roles: [],
    demo: true,
    input: v.strictObject({}),
    output: v.array(v.strictObject({ person: Id, name: v.string(), role: Role, division: Division, place: v.string(), about: v.string() })),
  }),
  enter_demo: operation({
    about: 'Demo mode only: signs in as one of the demo people.',
    kind: 'write',
    scope: 'public',
    roles: [],
    demo: true,
    keyless: 'a stored answer would hold a token',
    input: v.strictObject({ person: Id }),
    output: Session,
  }),
  members: operation({
    about: 'The memberships in a division and below it, by state, newest first.',
    kind: 'read',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ division: Division, after: After }),
    output: pageOf(Member),
  }),
  assign: operation({
    about:
      'Gives somebody (by phone; the account is made when there is none) a role in a division. Staff assign below their own level; security assigns any. Refuses: account.not_there (the place), account.above_you, account.not_yourself, account.duties_conflict, account.already_has, account.scope_wrong, account.dates_wrong.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ phone: Phone, name: someWords(40), role: Role, scope: Division, since: Day, until: v.optional(Day) }),
    output: Done,
  }),
  replace: operation({
    about:
      'Somebody takes over a membership for a time (代班): theirs begins and ends with the days given; the replaced one stays. Refuses like assign; account.not_there.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ membership: Id, phone: Phone, name: someWords(40), since: Day, until: Day }),
    output: Done,
  }),
  end_membership: operation({
    about:
      'Ends a membership after a day, with a reason; nothing is deleted. Sessions notice at once. Refuses: account.not_there, account.above_you, account.already_ended.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ membership: Id, on: Day, reason: someWords(200) }),
    output: Done,
  }),
  link: operation({
    about:
      'Ties an account to its resident record (staff say so; a matching phone does it by itself). Refuses: account.not_there, people.not_there, account.already_linked.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ account: Id, resident: v.nullable(Id) }),
    output: Done,
  }),
  trace: operation({
    about: 'The audit trace of a division, newest first, and whether its chain holds.',
    kind: 'read',
    scope: 'division',
    roles: ['auditor'],
    input: v.strictObject({ division: Division, after: After }),
    output: v.strictObject({
      items: v.array(
        v.strictObject({
          id: Id,
          at: Moment,
          who: v.string(),
          role: v.string(),
          operation: v.string(),
          target: v.string(),
          /** The place it happened in, by its name; '' when it happened nowhere. */
          place: v.string(),
          ok: v.boolean(),
          code: v.optional(v.string()),
          note: v.optional(words(200)),
        }),
      ),
      after: v.optional(v.string()),
      sealed: v.strictObject({ entries: v.number(), head: v.string(), holds: v.boolean() }),
    }),
  }),
}
