/** Who somebody is as a volunteer, for the rule that says what they may take. */

import type { Span } from '@domain/shifts/clash'
import type { RoleForm } from '@domain/shifts/contract'
import { type Fit, fit, type Helper, type Paper } from '@domain/shifts/fit'
import type { Tx } from '../_kit/store/port'
import { spansAround } from './busy'
import type { ShiftDoc, VolunteerDoc } from './docs'

/** `lapsed`, `left` and `declined` are states; a pause is a matter of days. */
export const helperOf = ({ state, pause, born, skills, labels, teams, eased }: VolunteerDoc): Helper => ({
  ...{ state: state === 'paused' ? 'active' : state, skills, labels, teams },
  ...(pause ? { pause } : {}),
  ...(born ? { born } : {}),
  ...(eased ? { eased } : {}),
})
export const papersOf = ({ papers }: VolunteerDoc): Paper[] =>
  papers
    .filter(one => !one.refused)
    .map(({ kind, from, until, confirmed }) => ({
      ...{ kind, confirmed: confirmed !== undefined },
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
    }))
export const spanOf = ({ _id: shift, title, from, to }: Pick<ShiftDoc, '_id' | 'title' | 'from' | 'to'>): Span => ({
  shift,
  title,
  from,
  to,
})

/**
 * Whether somebody may take a role, by what the store says now. Inside a transaction this is the decision; outside it is a hint. `without`: a shift
 * they would give up for it.
 */
export async function fitsIn(
  tx: Pick<Tx, 'get'>,
  helper: VolunteerDoc | null,
  shift: ShiftDoc,
  role: RoleForm,
  without?: string,
): Promise<Fit> {
  const all = helper ? await spansAround(tx, helper._id, shift.day) : []
  const spans = all.filter(one => one.shift !== without)
  const wanted = { span: spanOf(shift), day: shift.day, role, ...(shift.team ? { team: shift.team } : {}) }
  return fit(helper && helperOf(helper), helper ? papersOf(helper) : [], spans, wanted)
}
