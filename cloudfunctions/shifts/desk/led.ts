/** Which of many shifts the caller leads: the same rule as `mayLead`, with the teams read once. */
import type { Context } from '../../_kit/context'
import { all } from '../../_kit/pages'
import type { ShiftDoc, TeamDoc } from '../docs'
import { mayLead } from '../reach'

export interface Led {
  shifts: ShiftDoc[]
  teams: Map<string, string>
}

export async function led(context: Context, community: string, where: { day: { gte: string; lte: string } }): Promise<Led> {
  const [shifts, teams] = await Promise.all([
    all<ShiftDoc>(context.store, 'shifts', { where: { community, ...where } }),
    all<TeamDoc>(context.store, 'teams', { where: { community } }),
  ])
  const known = new Map(teams.map(one => [one._id, one]))
  const from = { get: async (_: string, id: string) => known.get(id) ?? null } as unknown as Parameters<typeof mayLead>[1]
  const mine = await Promise.all(shifts.map(one => mayLead(context, from, one)))
  return {
    shifts: shifts.filter((_, n) => mine[n]).sort((a, b) => a.from - b.from || a._id.localeCompare(b._id)),
    teams: new Map(teams.map(one => [one._id, one.name])),
  }
}

/** What a division is called. */
export async function nameOf({ system }: Pick<Context, 'system'>, division: string): Promise<string> {
  const doc = await system.get('divisions', division)
  return String(doc?.name ?? '')
}
