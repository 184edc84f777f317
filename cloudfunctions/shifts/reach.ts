/** Who leads what: the community everything in it, a kitchen's people its shifts, a lead the open ones and those of the teams they lead. */
import type { Context } from '../_kit/context'
import { notThere } from '../_kit/refuse'
import type { Tx } from '../_kit/store/port'
import type { ShiftDoc, TeamDoc } from './docs'

/** Who may sign up at all: the contract's roles of what volunteers do. */
export const HELPERS = ['volunteer', 'lead', 'kitchen'] as const
/** Who leads: the contract's roles of the desk. Which shifts, `mayLead` says. */
export const LEADS = ['lead', 'kitchen', 'community'] as const

const holds = ({ person }: Pick<Context, 'person'>, role: string, community: string) =>
  person?.memberships.some(one => one.role === role && community.startsWith(one.scope)) ?? false

/** Whether the caller leads a shift. */
export async function mayLead(context: Pick<Context, 'person'>, tx: Pick<Tx, 'get'>, shift: Pick<ShiftDoc, 'community' | 'kind' | 'team'>) {
  if (holds(context, 'community', shift.community)) return true
  if (shift.kind === 'kitchen' && holds(context, 'kitchen', shift.community)) return true
  if (!holds(context, 'lead', shift.community)) return false
  if (!shift.team) return true
  const team = await tx.get<TeamDoc>('teams', shift.team)
  return team?.leads.includes(context.person?.id ?? '') ?? false
}

/** A shift inside the caller's reach; anything else is as if absent. Refuses shifts.not_there. */
export async function shiftIn(tx: Pick<Tx, 'get'>, id: string): Promise<ShiftDoc> {
  const shift = await tx.get<ShiftDoc>('shifts', id)
  if (!shift) throw notThere('shifts', '这个班')
  return shift
}

/** A shift the caller leads. Refuses shifts.not_there. */
export async function ledShift(context: Context, tx: Pick<Tx, 'get'>, id: string): Promise<ShiftDoc> {
  const shift = await shiftIn(tx, id)
  if (!(await mayLead(context, tx, shift))) throw notThere('shifts', '这个班')
  return shift
}
