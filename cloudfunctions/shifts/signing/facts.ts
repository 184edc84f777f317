/** What the rules of a community say about somebody and a role, by what is stored. */
import { addDays, ageOn, dayOf, daysBetween } from '@domain/days'
import type { RoleForm } from '@domain/shifts/contract'
import type { RuleSet } from '@domain/shifts/contract/rules'
import { type Decided, decide, type Facts, MISSED_DAYS, USUAL } from '@domain/shifts/engine'
import type { Tx } from '../../_kit/store/port'
import type { ShiftDoc, VolunteerDoc } from '../docs'
import type { RulesDoc } from './docs'

/** The rules that hold in a community: what was saved last, or the usual ones. */
export async function rulesOf(tx: Pick<Tx, 'get'>, community: string): Promise<RuleSet> {
  return (await tx.get<RulesDoc>('signup_rules', community)) ?? USUAL
}

/** Somebody as the rules see them, signing up at `at`. */
export function factsFor(helper: VolunteerDoc, shift: Pick<ShiftDoc, 'kind' | 'day' | 'team'>, role: RoleForm, at: number): Facts {
  const today = dayOf(at)
  const since = addDays(today, -MISSED_DAYS)
  return {
    ...{ kind: shift.kind, role: role.name, came: helper.times_came, labels: helper.labels },
    missed: helper.missed.filter(day => day >= since).length,
    ahead: Math.max(0, daysBetween(today, shift.day)),
    ...(helper.born ? { age: ageOn(helper.born, shift.day) } : {}),
    member: shift.team !== undefined && helper.teams.includes(shift.team),
  }
}

export const decidedFor = (rules: RuleSet, helper: VolunteerDoc, shift: ShiftDoc, role: RoleForm, at: number): Decided =>
  decide(rules, factsFor(helper, shift, role, at))
