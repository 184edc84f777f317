/** Shifts, templates, the weekly rhythm, series and standing rosters. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Done, someWords } from '../../schema'
import { RHYTHMS } from '../rhythm'
import { About, Clock, Day, Id, Need, RoleId, ShiftCard, SignState, SignUp } from './base'

/** Who sees a community's shifts: everybody who helps there, and those who answer for it. */
const SEES = ['volunteer', 'lead', 'kitchen', 'community', 'street', 'district', 'city'] as const
const LEADS = ['lead', 'kitchen', 'community'] as const

/** One shift as it is written down. It ends on the day it begins on. */
export const ShiftForm = v.strictObject({ ...About, day: Day, from: Clock, to: Clock })
export type ShiftForm = v.InferOutput<typeof ShiftForm>

/** Somebody a change touches. stays: keeps their place; off: loses it, and why; waits: in the queue, stays there. */
export const Touched = v.strictObject({
  account: Id,
  name: v.string(),
  role: v.string(),
  state: SignState,
  fate: v.picklist(['stays', 'off', 'waits']),
  why: v.string(),
})
export type Touched = v.InferOutput<typeof Touched>

const Weekdays = v.pipe(v.array(v.picklist([0, 1, 2, 3, 4, 5, 6])), v.minLength(1, '至少选一个星期几'), v.maxLength(7))
const Skipped = v.pipe(v.array(Day), v.maxLength(200, '跳过的日子太多了'))

/** A shift that comes every week on some weekdays (0 Sunday ... 6 Saturday), until a day, but for some days. */
export const SeriesForm = v.strictObject({ ...About, weekdays: Weekdays, from: Clock, to: Clock, until: v.optional(Day), skipped: Skipped })
export type SeriesForm = v.InferOutput<typeof SeriesForm>
export const SeriesCard = v.strictObject({
  id: Id,
  form: SeriesForm,
  /** Its first day, and the day its present form counts from. */
  since: Day,
  formSince: Day,
  team: v.optional(v.string()),
  /** The next days there is a shift on, four at most. */
  next: v.array(Day),
  rosters: v.number(),
  leads: v.boolean(),
  version: v.number(),
})
export type SeriesCard = v.InferOutput<typeof SeriesCard>

/** What a change of a series does. Days of shifts that come, follow without anybody in them, go, were changed by hand; and every one with people. */
export const SeriesTouched = v.strictObject({
  added: v.array(Day),
  follows: v.array(Day),
  removed: v.array(Day),
  loose: v.array(Day),
  /** kept: as they agreed to; changes: they are told, who no longer fits is off; cancelled: there is no such shift any more. */
  people: v.array(v.strictObject({ shift: Id, day: Day, fate: v.picklist(['kept', 'changes', 'cancelled']), people: v.array(Touched) })),
})
export type SeriesTouched = v.InferOutput<typeof SeriesTouched>

export const TemplateForm = v.strictObject({ ...About, from: Clock, to: Clock })
export type TemplateForm = v.InferOutput<typeof TemplateForm>

const Pause = v.strictObject({ from: Day, until: v.optional(Day) })
export const RosterForm = v.strictObject({
  account: Id,
  role: RoleId,
  rhythm: v.picklist(RHYTHMS),
  weekdays: Weekdays,
  since: Day,
  until: v.optional(Day),
})
export type RosterForm = v.InferOutput<typeof RosterForm>
/** Somebody who always stands somewhere. `next`: their next days; `trouble`: days they could not be put there, and why. */
export const RosterCard = v.strictObject({
  id: Id,
  series: Id,
  title: v.string(),
  from: Clock,
  to: Clock,
  name: v.string(),
  roleName: v.string(),
  ...RosterForm.entries,
  pause: v.optional(Pause),
  next: v.array(Day),
  trouble: v.array(v.strictObject({ day: Day, why: v.string() })),
  /** The caller may change it. */
  leads: v.boolean(),
  version: v.number(),
})
export type RosterCard = v.InferOutput<typeof RosterCard>

const WRONG = 'shifts.over_midnight, shifts.too_short, shifts.too_long, shifts.past, shifts.too_far, shifts.roles_twice'
const NOT_HERE = 'shifts.no_such_team, shifts.no_such_kitchen, shifts.no_such_worker, shifts.not_yours'

export const plan = {
  add_shift: operation({
    about: `One shift. Refuses: ${WRONG}, ${NOT_HERE}.`,
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community, form: ShiftForm }),
    output: Done,
  }),
  shift: operation({
    about: 'One shift; for whoever leads it also its form and who is in it, in the order they came. Refuses: shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: SEES,
    input: v.strictObject({ shift: Id }),
    output: v.strictObject({
      card: ShiftCard,
      /** Whether the caller leads it. */
      leads: v.boolean(),
      /** It has begun, or is over. */
      begun: v.boolean(),
      form: v.optional(ShiftForm),
      people: v.optional(v.array(SignUp)),
    }),
  }),
  list: operation({
    about: 'The shifts of a community on some days (at most 42), of one team or one kitchen where asked; by when they begin.',
    kind: 'read',
    scope: 'division',
    roles: SEES,
    input: v.strictObject({
      community: Community,
      from: Day,
      days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(42)),
      team: v.optional(Id),
      kitchen: v.optional(Id),
    }),
    output: v.array(ShiftCard),
  }),
  change_shift: operation({
    about: `Another form for a shift that has not begun, as of \`version\`. Times move for everybody in it at once; who no longer fits is taken off and told why. Refuses: shifts.not_there, shifts.changed_meanwhile, shifts.cancelled, shifts.begun, shifts.seats_taken, shifts.crowded, ${WRONG}, ${NOT_HERE}.`,
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id, version: v.number(), form: ShiftForm }),
    output: Done,
  }),
  preview_change: operation({
    about: `Who would be touched by a change, and how; nothing is written. Refuses: shifts.not_there, shifts.cancelled, shifts.begun, ${WRONG}, ${NOT_HERE}.`,
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id, form: ShiftForm }),
    output: v.strictObject({ people: v.array(Touched), told: v.string() }),
  }),
  cancel_shift: operation({
    about:
      'A shift that has not begun does not take place. Everybody in it and in its queue is told by the clock, and their seats are freed. Refuses: shifts.not_there, shifts.begun.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id, why: someWords(100) }),
    output: Done,
  }),
  set_need: operation({
    about:
      'How many people a role of a shift needs, never fewer than have a seat. Refuses: shifts.not_there, shifts.no_such_role, shifts.seats_taken, shifts.cancelled, shifts.over.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id, role: RoleId, need: Need }),
    output: Done,
  }),
  grid_workers: operation({
    about: 'The grid workers of a community, for visits together.',
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community }),
    output: v.array(v.strictObject({ account: Id, name: v.string() })),
  }),
  templates: operation({
    about: "The saved shifts of a community; `given` ones come with the house, where it has none of a kind's own yet.",
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community }),
    output: v.array(v.strictObject({ id: Id, form: TemplateForm, given: v.boolean(), version: v.number() })),
  }),
  save_template: operation({
    about: `Saves a shift to be made again; an existing one as of its version. Refuses: shifts.not_there, shifts.changed_meanwhile, shifts.full_drawer, ${WRONG}, ${NOT_HERE}.`,
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({
      community: Community,
      template: v.optional(v.strictObject({ id: Id, version: v.number() })),
      form: TemplateForm,
    }),
    output: Done,
  }),
  drop_template: operation({
    about: 'Throws a saved shift away; shifts made of it stay. Refuses: shifts.not_there.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ template: Id }),
    output: Done,
  }),
  series: operation({
    about: 'The weekly shifts of a community that have not ended.',
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community }),
    output: v.array(SeriesCard),
  }),
  add_series: operation({
    about: `A shift that comes every week; four weeks are made ahead, and a kitchen's shut days are left out. Refuses: shifts.past, shifts.too_far, ${WRONG}, ${NOT_HERE}.`,
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community, since: Day, form: SeriesForm }),
    output: Done,
  }),
  change_series: operation({
    about: `Another form for a series from a day on. Shifts with people in them stay as agreed unless \`too\`; empty ones follow; those changed by hand are left alone. Refuses: shifts.not_there, shifts.changed_meanwhile, shifts.past, ${WRONG}, ${NOT_HERE}.`,
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ series: Id, version: v.number(), since: Day, form: SeriesForm, too: v.boolean() }),
    output: Done,
  }),
  preview_series: operation({
    about: `What a change of a series from a day on would do, with the names of whoever it touches; nothing is written. Refuses: shifts.not_there, ${WRONG}.`,
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ series: Id, since: Day, form: SeriesForm, too: v.boolean() }),
    output: SeriesTouched,
  }),
  end_series: operation({
    about:
      'The last day of a series. Empty shifts after it go; those with people in them stay. Refuses: shifts.not_there, shifts.changed_meanwhile.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ series: Id, version: v.number(), on: Day }),
    output: Done,
  }),
  rosters: operation({
    about: 'Who always stands where in a community.',
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ community: Community }),
    output: v.array(RosterCard),
  }),
  my_rosters: operation({
    about: 'Where the caller always stands.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: v.array(RosterCard),
  }),
  add_roster: operation({
    about:
      'Somebody stands in a role of a series from now on: signed up when its shifts are made, as far as they fit; what does not fit is told to them and to who arranged it. Refuses: shifts.not_there, shifts.no_such_role, shifts.no_such_volunteer, shifts.no_such_day, shifts.stands_already.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ series: Id, form: RosterForm }),
    output: Done,
  }),
  pause_roster: operation({
    about:
      'Some days off from a standing roster, or, without `pause`, back again; by who leads it, or the person. Their sign-ups on those days are taken back. Refuses: shifts.not_there, shifts.wrong_days.',
    kind: 'write',
    scope: 'division',
    roles: ['volunteer', ...LEADS],
    input: v.strictObject({ roster: Id, pause: v.optional(Pause) }),
    output: Done,
  }),
  end_roster: operation({
    about: 'The last day of a standing roster; by who leads it, or the person. Refuses: shifts.not_there.',
    kind: 'write',
    scope: 'division',
    roles: ['volunteer', ...LEADS],
    input: v.strictObject({ roster: Id, on: Day }),
    output: Done,
  }),
}
