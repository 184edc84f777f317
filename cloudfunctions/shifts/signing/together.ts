/** Who may sign whom up: two who both said yes to going together, and whoever leads a team its members. */
import type { Context, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import type { TeamDoc, VolunteerDoc } from '../docs'
import { type PairDoc, pairId } from './docs'

/** Refuses shifts.not_together. */
export async function mayBring(tx: WriteTx, me: string, other: string): Promise<void> {
  if ((await tx.get<PairDoc>('pairs', pairId(me, other)))?.state === 'together') return
  if (await leads(tx, me, await tx.get<VolunteerDoc>('volunteers', other))) return
  throw refuse('shifts.not_together', '只能和答应过一起去的人一起报，先在“我的班”里约好', 'with')
}

async function leads(tx: Pick<Tx, 'get'>, me: string, helper: VolunteerDoc | null): Promise<boolean> {
  const teams = await Promise.all((helper?.teams ?? []).map(team => tx.get<TeamDoc>('teams', team)))
  return teams.some(team => team?.leads.includes(me) && !team.ended)
}

/** Whom somebody may bring: their companions; and of a shift of a team they lead, its members. */
export async function companyOf({ system, person }: Context, team?: string): Promise<{ account: string; name: string }[]> {
  const me = person?.id ?? ''
  const pairs = await system.find<PairDoc>('pairs', { where: { state: 'together', accounts: { has: me } }, limit: 20 })
  const company = pairs.items.map(({ accounts, names }) =>
    accounts.filter(one => one !== me).map(account => ({ account, name: names[account] })),
  )
  return [...company.flat(), ...(await membersOf({ system }, me, team))]
}

async function membersOf({ system }: Pick<Context, 'system'>, me: string, team?: string) {
  const led = team ? await system.get<TeamDoc>('teams', team) : null
  if (!led?.leads.includes(me)) return []
  const where = { community: led.community, teams: { has: led._id } }
  const members = await system.find<VolunteerDoc>('volunteers', { where, limit: 200 })
  return members.items.flatMap(({ _id: account, name, state }) => (account !== me && state === 'active' ? [{ account, name }] : []))
}
