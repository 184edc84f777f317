/** The sign-up rules of a community: read, saved as a whole and kept in every version, tried before they count. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { RuleSet } from '@domain/shifts/contract/rules'
import { decide, USUAL } from '@domain/shifts/engine'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import type { RulesDoc } from './docs'
import { factsFor } from './facts'
import { AHEAD } from './find'

const WEEK = 7 * 86_400_000

/** Inside the caller's reach, or as if absent. */
function mustReach({ divisions }: Context, community: string) {
  if (!divisions.some(one => community.startsWith(one))) throw notThere('shifts', '这个社区')
}

export const rules: Work<InputOf<'shifts.rules'>, OutputOf<'shifts.rules'>> = async (context, { community }) => {
  mustReach(context, community)
  const saved = await context.store.get<RulesDoc>('signup_rules', community)
  if (!saved) return { ...USUAL, version: 0, by: '' }
  const { rules: list, unanswered, version, by, at } = saved
  return { rules: list, unanswered, version, by, at }
}

/** Refuses: see shifts.save_rules. */
export const saveRules: Work<InputOf<'shifts.save_rules'>, OutputOf<'shifts.save_rules'>> = (context, input) => {
  const { community, version, rules: list, unanswered } = input
  return context.write({ target: community, division: community, note: '报名规则' }, async tx => {
    mustReach(context, community)
    if (new Set(list.map(one => one.id)).size < list.length) throw refuse('shifts.twice_wrong', '有两条规则编号一样，请删掉一条', 'rules')
    const before = await tx.get<RulesDoc>('signup_rules', community)
    if ((before?.version ?? 0) !== version) throw refuse('shifts.changed', '别人刚改过规则，请刷新后再改', 'version')
    const next = { community, rules: list, unanswered, version: version + 1, by: context.person?.name ?? '', at: context.now }
    await tx.put<RulesDoc>('signup_rules', { ...next, _id: community })
    await tx.insert<RulesDoc>('signup_rules', { ...next, _id: `${community}|${version + 1}` })
    return { id: community, version: version + 1 }
  })
}

type Other = OutputOf<'shifts.try_rules'>['other'][number]

export const tryRules: Work<InputOf<'shifts.try_rules'>, OutputOf<'shifts.try_rules'>> = async (context, input) => {
  const { store, now, today } = context
  mustReach(context, input.community)
  const day = { gte: addDays(today, -7), lte: addDays(today, AHEAD) }
  const page = await store.find<SignupDoc>('signups', { where: { community: input.community, day }, limit: 1000 })
  const lately = page.items.filter(one => (one.decision?.at ?? 0) > now - WEEK)
  const other = await Promise.all(lately.map(one => otherwise(context, input, one)))
  return { looked: lately.length, other: other.flat() }
}

/** A sign-up these rules would have decided otherwise. */
async function otherwise({ store, system }: Context, set: RuleSet, signup: SignupDoc): Promise<Other[]> {
  const [shift, helper] = await Promise.all([
    store.get<ShiftDoc>('shifts', signup.shift),
    system.get<VolunteerDoc>('volunteers', signup.account),
  ])
  const role = shift?.roles.find(one => one.id === signup.role)
  if (!shift || !helper || !role || !signup.decision) return []
  const { effect, why } = decide(set, factsFor(helper, shift, role, signup.decision.at))
  const { name, decision } = signup
  if (effect === decision.effect) return []
  return [{ name, shift: shift.title, from: shift.from, role: role.name, was: decision.effect, now: effect, why }]
}
