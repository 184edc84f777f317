/** Hours: counted, added, corrected; statements, certificates, import and export. Whole minutes; automatic and added ones are never mixed. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { After, Community, Day, Done, FileId, Id, pageOf, someWords, words } from '../../schema'
import { Kind } from './base'
import { Ask, AskState, Certificate, Checked, CityColumn, HourRow, Issuer, Looked, Month, Share, Statement, WaitingHour } from './hourwords'

const DESK = ['lead', 'kitchen', 'community'] as const
const OFFICE = ['community'] as const
/** Those who lived through it: they may look at what lies open, and say what is not right. */
const NEIGHBOURS = ['volunteer', 'lead', 'kitchen', 'community'] as const
const range = { from: Day, until: Day }
/** At most eight hours, of one day. */
const Some = v.pipe(v.number(), v.integer('时长要是整分钟'), v.minValue(1, '至少 1 分钟'), v.maxValue(480, '一天最多 8 小时'))
const SomeOrNone = v.pipe(v.number(), v.integer('时长要是整分钟'), v.minValue(0), v.maxValue(1440, '一天没有这么长'))
const why = someWords(100)

export const hours = {
  my_hours: operation({
    about: 'My hours: in all, automatic and added apart, of one month line by line, and what waits and why. Nothing for who never helped.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ month: v.optional(Month) }),
    output: v.strictObject({
      today: Day,
      name: v.string(),
      ...Share.entries,
      /** Minutes that have lain open long enough for a certificate. */
      ready: v.number(),
      month: v.string(),
      rows: v.array(HourRow),
      /** Months with any hours, the newest first. */
      months: v.array(v.strictObject({ month: v.string(), minutes: v.number() })),
      waiting: v.array(WaitingHour),
      /** Where I help, to ask for a certificate. */
      places: v.array(v.strictObject({ community: v.string(), name: v.string(), ready: v.number() })),
    }),
  }),
  my_statement: operation({
    about: 'My hours of a stretch of days, for printing.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject(range),
    output: Statement,
  }),
  hours: operation({
    about: 'Hours written down in a community: of one person, of one team, or all, the newest day first. Refuses: shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ community: Community, account: v.optional(Id), team: v.optional(Id), after: After }),
    output: pageOf(v.strictObject({ ...HourRow.entries, account: Id, name: v.string() })),
  }),
  statement: operation({
    about: 'The hours of one person in a community and a stretch of days, for printing. Refuses: shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ community: Community, account: Id, ...range }),
    output: Statement,
  }),
  add_hours: operation({
    about:
      'A lead asks for hours nobody checked in for; they count once a second person has confirmed them. With a shift its day and title count, and the minutes may not be above it. Refuses: shifts.not_there, shifts.own_hours, shifts.not_over (the shift has not ended), shifts.what_wrong (without a shift: the day and what was done), shifts.in_the_future, shifts.too_old, shifts.over_shift, shifts.over_day.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({
      ...{ community: Community, account: Id, minutes: Some, why, shift: v.optional(Id), day: v.optional(Day) },
      ...{ title: v.optional(someWords(24)), kind: v.optional(Kind) },
    }),
    output: Done,
  }),
  correct_hours: operation({
    about:
      'A lead asks that a line of the ledger should be so many minutes (0: not at all); the line stays, another stands beside it once a second person has confirmed. Refuses: shifts.not_there, shifts.own_hours, shifts.already_asked, shifts.nothing_changes, shifts.over_shift, shifts.over_day.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ entry: Id, minutes: SomeOrNone, why }),
    output: Done,
  }),
  object_hours: operation({
    about:
      'A neighbour says that a line which lies open is not right, and how many minutes it should be (0: not at all). Staff answer it. Refuses: shifts.not_there, shifts.notice_over, shifts.already_asked, shifts.nothing_changes.',
    kind: 'write',
    scope: 'division',
    roles: NEIGHBOURS,
    input: v.strictObject({ entry: Id, minutes: SomeOrNone, why }),
    output: Done,
  }),
  open_hours: operation({
    about:
      'What was written down in the last seven days, for everybody who helps in the community to see: a name in its short form, the minutes.',
    kind: 'read',
    scope: 'division',
    roles: NEIGHBOURS,
    input: v.strictObject({ community: Community, after: After }),
    output: pageOf(
      v.strictObject({
        ...{ entry: Id, who: v.string(), mine: v.boolean(), day: Day, title: v.string(), minutes: v.number() },
        ...{ source: HourRow.entries.source, what: HourRow.entries.what, until: Day, asked: v.boolean() },
      }),
    ),
  }),
  hour_asks: operation({
    about: 'What waits for a second person in a community, or what was answered; the newest first.',
    kind: 'read',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ community: Community, state: AskState, after: After }),
    output: pageOf(Ask),
  }),
  answer_hours: operation({
    about:
      'The second person says yes or no. Not who asked, and not whose hours they are. A certificate asked for is answered by issuing it, or here with no. Refuses: shifts.not_there, shifts.second_person, shifts.already_answered, shifts.changed_meanwhile, shifts.over_shift, shifts.over_day, shifts.why_wrong (a no says why), shifts.issue_first.',
    kind: 'write',
    scope: 'division',
    roles: DESK,
    input: v.strictObject({ ask: Id, yes: v.boolean(), why: v.optional(words(100)) }),
    output: Done,
  }),
  issuer: operation({
    about: 'Who issues certificates in a community: its name, who is in charge, how numbers begin, and the columns of the city platform.',
    kind: 'read',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({ community: Community }),
    output: Issuer,
  }),
  set_issuer: operation({
    about:
      'Says who issues certificates, how their numbers begin, and what the city platform calls its columns. Refuses: shifts.changed_meanwhile, shifts.prefix_taken.',
    kind: 'write',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({
      ...{ community: Community, version: v.number(), name: someWords(40), manager: someWords(20) },
      prefix: v.pipe(v.string(), v.regex(/^[\p{Script=Han}A-Za-z]{2,8}$/u, '字号写 2 到 8 个字，比如 沈和新志')),
      columns: v.pipe(v.array(CityColumn), v.minLength(1, '至少留一列'), v.maxLength(12)),
    }),
    output: Done,
  }),
  ask_certificate: operation({
    about:
      'I ask a community for a certificate over a stretch of days. Free of charge. Refuses: shifts.already_asked, shifts.nothing_ready.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ community: Community, ...range }),
    output: Done,
  }),
  issue_certificate: operation({
    about:
      'Issues a numbered certificate over what has lain open for seven days without objection; with `replaces`, in the place of one that is revoked for `why`. Refuses: shifts.not_there, shifts.nothing_ready, shifts.second_person, shifts.already_revoked, shifts.why_wrong, shifts.already_answered.',
    kind: 'write',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({
      ...{ community: Community, account: Id, ...range, manager: someWords(20) },
      ...{ ask: v.optional(Id), replaces: v.optional(Id), why: v.optional(words(100)) },
    }),
    output: v.strictObject({ id: Id, number: v.string() }),
  }),
  revoke_certificate: operation({
    about: 'From now on whoever verifies it reads that it no longer holds. Refuses: shifts.not_there, shifts.already_revoked.',
    kind: 'write',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({ certificate: Id, why }),
    output: Done,
  }),
  certificate: operation({
    about: 'One certificate of the community, to look at and print. Refuses: shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({ certificate: Id }),
    output: Certificate,
  }),
  certificates: operation({
    about: 'The certificates a community has issued, the newest first.',
    kind: 'read',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({ community: Community, after: After }),
    output: pageOf(Certificate),
  }),
  my_certificates: operation({
    about: 'My certificates, the newest first, and which I have asked for.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: v.strictObject({ items: v.array(Certificate), asked: v.array(Ask) }),
  }),
  verify_certificate: operation({
    about:
      'Whether a certificate with this number and check code was issued and still holds. For anybody; the name is masked, and what never was looks like what is wrong.',
    kind: 'read',
    scope: 'public',
    roles: [],
    input: v.strictObject({
      number: v.pipe(v.string(), v.minLength(1, '请填编号'), v.maxLength(60, '编号没有这么长')),
      code: v.pipe(v.string(), v.maxLength(40, '校验码没有这么长')),
    }),
    output: Checked,
  }),
  look_import: operation({
    about:
      'What an import would do, row by row, before anything is written. `ids`: the city platform’s numbers of volunteers; `hours`: hours it has recorded. Refuses: shifts.not_there, shifts.file_unreadable, shifts.no_columns, shifts.too_many_rows.',
    kind: 'read',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({ community: Community, file: FileId, what: v.picklist(['ids', 'hours']) }),
    output: Looked,
  }),
  run_import: operation({
    about:
      'Imports the rows of a file that are new, all of them or none. Every bad row must be named in `skip`. The same rows again change nothing. Refuses: shifts.not_there, shifts.file_unreadable, shifts.no_columns, shifts.too_many_rows, shifts.bad_rows, shifts.changed_meanwhile.',
    kind: 'write',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({
      ...{ community: Community, file: FileId, what: v.picklist(['ids', 'hours']) },
      skip: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(300)),
    }),
    output: v.strictObject({ id: Id, written: v.number(), same: v.number(), skipped: v.number() }),
  }),
  export_hours: operation({
    about:
      'The hours of a stretch of days as a file. `city`: the columns of the city platform, what has lain open only; `all`: every line. Refuses: shifts.nothing_to_export.',
    kind: 'write',
    scope: 'division',
    roles: OFFICE,
    input: v.strictObject({
      ...{ community: Community, ...range, account: v.optional(Id) },
      ...{ shape: v.picklist(['city', 'all']), form: v.picklist(['csv', 'xlsx']) },
    }),
    output: v.strictObject({ id: FileId, name: v.string() }),
  }),
}
