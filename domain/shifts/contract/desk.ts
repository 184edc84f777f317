/** The leads' and the community's desk: the week's board, what is at risk, paper, whom to ring, numbers, thanks. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Division, Done } from '../../schema'
import { Day, FileId, Id, Kind, Minutes, Moment, RoleId, SignState } from './base'

const LEADS = ['lead', 'kitchen', 'community'] as const
const ABOVE = ['street', 'district', 'city'] as const
const READERS = [...LEADS, ...ABOVE] as const
const n = v.number()

/** How somebody's day went: came 来了, late 迟到了, gone 走了, absent 没来, excused 没来，有说明. */
export const BoardMark = v.picklist(['came', 'late', 'gone', 'absent', 'excused'])
export type BoardMark = v.InferOutput<typeof BoardMark>
/** Somebody on a shift; `account` is absent for a guest. `cover`: asked somebody to take it over. */
export const BoardPerson = v.strictObject({
  account: v.optional(Id),
  name: v.string(),
  state: SignState,
  mark: v.optional(BoardMark),
  cover: v.optional(v.boolean()),
})
export type BoardPerson = v.InferOutput<typeof BoardPerson>
/** `holes`: seats nobody has; `people`: who has one, in the order of their names; `waiting`: how many queue for one. */
export const BoardRole = v.strictObject({ id: RoleId, name: v.string(), need: n, holes: n, waiting: n, people: v.array(BoardPerson) })
export type BoardRole = v.InferOutput<typeof BoardRole>
export const BoardShift = v.strictObject({
  id: Id,
  kind: Kind,
  title: v.string(),
  place: v.string(),
  day: Day,
  from: Moment,
  to: Moment,
  team: v.optional(v.string()),
  cancelled: v.optional(v.string()),
  /** Everybody on it is accounted for. */
  closed: v.boolean(),
  need: n,
  holes: n,
  roles: v.array(BoardRole),
})
export type BoardShift = v.InferOutput<typeof BoardShift>
/** Cancelled shifts are not in it; `holes`: empty seats of shifts that are not over; `people`: different people with a seat. */
export const BoardSum = v.strictObject({ shifts: n, need: n, holes: n, waiting: n, people: n, absent: n })
export const Board = v.strictObject({
  community: Community,
  name: v.string(),
  today: Day,
  monday: Day,
  at: Moment,
  days: v.array(v.strictObject({ day: Day, need: n, holes: n, shifts: v.array(BoardShift) })),
  sum: BoardSum,
})
export type Board = v.InferOutput<typeof Board>

/** hole 缺人, cover 要人顶, asked 等点头, offered 轮到了没答, paper 证件到那天过期, missed 最近没来过. */
export const RiskCode = v.picklist(['hole', 'cover', 'asked', 'offered', 'paper', 'missed'])
export const RiskTodo = v.picklist(['ring', 'cover', 'answer', 'wait', 'paper'])
export const Risk = v.strictObject({
  shift: Id,
  title: v.string(),
  place: v.string(),
  from: Moment,
  to: Moment,
  holes: n,
  /** The first role with a hole. */
  role: v.optional(RoleId),
  why: v.array(v.strictObject({ code: RiskCode, words: v.string() })),
  /** What to do about it, in a sentence. */
  todo: v.strictObject({ what: RiskTodo, words: v.string() }),
  /** Queue elsewhere in these three days and could take the hole. */
  elsewhere: v.array(v.strictObject({ account: Id, name: v.string(), waits: v.string() })),
})
export type Risk = v.InferOutput<typeof Risk>

/** What the sign-in sheet of a shift has on it. */
export const SheetRow = v.strictObject({ name: v.string(), role: v.string(), phoneMask: v.string() })
export const SignSheet = v.strictObject({
  shift: Id,
  title: v.string(),
  place: v.string(),
  community: v.string(),
  day: Day,
  from: Moment,
  to: Moment,
  note: v.string(),
  rows: v.array(SheetRow),
  /** Empty lines for whoever comes without having signed up. */
  blanks: n,
})
export type SignSheet = v.InferOutput<typeof SignSheet>

/** coming 能来, cannot 来不了, silent 没人接. */
export const CallAnswer = v.picklist(['coming', 'cannot', 'silent'])
export type CallAnswer = v.InferOutput<typeof CallAnswer>
/** Somebody who could fill a hole. `free`: said they have time then. `asked`: when they were last asked (0 never). */
export const Callee = v.strictObject({
  account: Id,
  name: v.string(),
  phoneMask: v.string(),
  free: v.boolean(),
  asked: Moment,
  /** Times they came in all. */
  came: n,
  /** Possible, but think of this first. */
  warn: v.optional(v.string()),
  /** What they said when they were rung for this shift. */
  answer: v.optional(v.strictObject({ said: CallAnswer, at: Moment, by: v.string() })),
})
export type Callee = v.InferOutput<typeof Callee>
export const CallList = v.strictObject({
  shift: Id,
  title: v.string(),
  place: v.string(),
  from: Moment,
  to: Moment,
  role: RoleId,
  roleName: v.string(),
  holes: n,
  people: v.array(Callee),
  /** Why the others are not on it: '没有健康证' and how many. */
  others: v.array(v.strictObject({ why: v.string(), count: n })),
})
export type CallList = v.InferOutput<typeof CallList>

/**
 * Counted of a community and day, and added up. shifts: not cancelled; need: their seats; filled: seats somebody had; late: of these, filled the
 * day before or later; holes: seats nobody had; came: attendances; people: different people who came (above a community added up); guests: of the
 * attendances, without an account (in nobody's `people`); absent: did not come and gave no good reason; minutes: counted; joined: new volunteers.
 */
export const FIGURES = [
  ...(['shifts', 'need', 'filled', 'late', 'holes', 'came', 'people', 'guests', 'absent', 'minutes', 'joined'] as const),
] as const
export type FigureField = (typeof FIGURES)[number]
const entries = Object.fromEntries(FIGURES.map(field => [field, n])) as { [F in FigureField]: typeof n }
export const Tally = v.strictObject(entries)
export type Tally = v.InferOutput<typeof Tally>
/** A year or a month: '2026', '2026-11'. */
export const Span = v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, '写成 2026 或 2026-11'))
const row = { key: v.string(), name: v.string(), ...entries }
export const Figures = v.strictObject({
  division: Division,
  name: v.string(),
  period: v.string(),
  today: Day,
  /** When the oldest of it was counted. */
  at: Moment,
  sum: Tally,
  /** Days of a month, months of a year; only those with anything. */
  times: v.array(v.strictObject(row)),
  kinds: v.array(v.strictObject(row)),
  /** Of a community: its teams, and what belongs to none. */
  teams: v.array(v.strictObject(row)),
  /** Above a community: the parts of the division. */
  places: v.array(v.strictObject(row)),
})
export type Figures = v.InferOutput<typeof Figures>
const asked = { division: Division, period: Span }

/** Somebody on a month's thank-you list; `reached`: milestones of that month. */
export const Thanked = v.strictObject({
  account: Id,
  name: v.string(),
  /** Of the month, and in all. */
  minutes: Minutes,
  times: n,
  all: Minutes,
  /** 0 to 5, see ../stars.ts. */
  stars: n,
  years: n,
  reached: v.array(v.string()),
})
export type Thanked = v.InferOutput<typeof Thanked>
export const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11 这样'))

const shift = v.strictObject({ shift: Id })
const at = v.strictObject({ shift: Id, role: RoleId })

export const desk = {
  board: operation({
    about:
      "A community's week: every shift the caller leads, its roles with names and marks, and the seats nobody has. Refuses: shifts.not_there.",
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community, week: Day }),
    output: Board,
  }),
  weeks: operation({
    about:
      'A week in counts, without names: shifts, seats, empty seats; by day and by the parts of the division. Refuses: shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ division: Division, week: Day }),
    output: v.strictObject({
      ...{ division: Division, name: v.string(), today: Day, monday: Day, at: Moment, sum: Tally },
      days: v.array(v.strictObject(row)),
      places: v.array(v.strictObject(row)),
    }),
  }),
  at_risk: operation({
    about: 'The shifts of the next 72 hours that may fail, the soonest first: why, in words, and what to do.',
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community }),
    output: v.strictObject({ at: Moment, shifts: n, items: v.array(Risk) }),
  }),
  sheet: operation({
    about: 'What the paper sign-in sheet of a shift has on it. Refuses: shifts.not_there.',
    ...{ kind: 'read', scope: 'division', roles: LEADS, input: shift, output: SignSheet },
  }),
  call_list: operation({
    about:
      'Whom to ring for an empty seat: those who fit, who are free then first, of these the least recently asked. Numbers are masked; see shifts.dial_volunteer. Refuses: shifts.not_there.',
    ...{ kind: 'read', scope: 'division', roles: LEADS, input: at, output: CallList },
  }),
  rung: operation({
    about: 'Notes down what somebody said when they were rung for a shift; they go to the end of the next list. Refuses: shifts.not_there.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id, account: Id, said: CallAnswer }),
    output: Done,
  }),
  figures: operation({
    about:
      'Hours, people, shifts, filled and empty seats and no-shows of a division for a month or a year: by day or month, kind, team or place. Refuses: shifts.not_there.',
    ...{ kind: 'read', scope: 'division', roles: READERS, input: v.strictObject(asked), output: Figures },
  }),
  export_figures: operation({
    about: 'The same numbers as a table to take away. Answers the file to fetch. Refuses: shifts.not_there.',
    kind: 'write',
    scope: 'division',
    roles: READERS,
    input: v.strictObject({ ...asked, form: v.picklist(['csv', 'xlsx']) }),
    output: v.strictObject({ id: FileId, name: v.string() }),
  }),
  thank_list: operation({
    about:
      "A month's volunteers with their hours and what they reached, for the thank-you board. Who wants no thanks in public is only counted.",
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community, month: Month }),
    output: v.strictObject({
      ...{ community: Community, name: v.string(), month: v.string(), today: Day, minutes: Minutes, people: v.array(Thanked), unnamed: n },
    }),
  }),
}
