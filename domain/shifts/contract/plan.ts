/** Shifts, templates, the weekly rhythm, series and standing rosters. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Done } from '../../schema'
import { About, Clock, Day, Id, ShiftCard, SignUp } from './base'

/** Who sees a community's shifts: everybody who helps there, and those who answer for it. */
const SEES = ['volunteer', 'lead', 'kitchen', 'community', 'street', 'district', 'city'] as const
const LEADS = ['lead', 'kitchen', 'community'] as const

/** One shift as it is written down. It ends on the day it begins on. */
export const ShiftForm = v.strictObject({ ...About, day: Day, from: Clock, to: Clock })
export type ShiftForm = v.InferOutput<typeof ShiftForm>

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
}
