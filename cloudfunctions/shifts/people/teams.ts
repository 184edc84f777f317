/** Teams: what they are, who leads them, and how long they last. */
import type { InputOf, OutputOf } from '@domain'
import type { TeamForm } from '@domain/shifts/contract/teams'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import type { ShiftDoc, TeamDoc, VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { byMe, changed, isOnList } from './record'
import { communityName } from './register'

/** A team inside the caller's reach. Refuses shifts.not_there. */
export async function teamIn(tx: Pick<Tx, 'get'>, id: string): Promise<TeamDoc> {
  const team = await tx.get<TeamDoc>('teams', id)
  if (!team) throw notThere('shifts', '这个队')
  return team
}

/** Refuses: shifts.not_there, shifts.team_ended. */
export async function liveTeam(tx: Pick<Tx, 'get'>, id: string): Promise<TeamDoc> {
  const team = await teamIn(tx, id)
  if (team.ended) throw refuse('shifts.team_ended', '这个队已经解散了')
  return team
}

/** Two teams of a name would be one to everybody. Refuses shifts.team_exists. */
async function checkedName({ store }: Context, community: string, name: string, but?: string) {
  const { items } = await store.find<TeamDoc>('teams', { where: { community }, limit: 1000 })
  if (items.some(one => !one.ended && one.name === name && one._id !== but))
    throw refuse('shifts.team_exists', '已经有一个叫这个名字的队了，换个名字', 'name')
}
const tidy = ({ name, about, organisation }: TeamForm): TeamForm => ({ name: name.trim(), about: about.trim(), organisation })

/** Refuses: shifts.no_community, shifts.team_exists. */
export const addTeam: Work<InputOf<'shifts.add_team'>, OutputOf<'shifts.add_team'>> = async (context, { community, form: said }) => {
  const form = tidy(said)
  if (!(await communityName(context.system, community))) throw refuse('shifts.no_community', '没有找到这个社区，请重新选', 'community')
  await checkedName(context, community, form.name)
  const id = context.id()
  return context.write({ target: id, division: community }, async tx => {
    await tx.insert<TeamDoc>('teams', { _id: id, community, ...form, leads: [], members: 0, version: 1 })
    return { id }
  })
}

/** Refuses: shifts.not_there, shifts.changed_meanwhile, shifts.team_exists. */
export const editTeam: Work<InputOf<'shifts.edit_team'>, OutputOf<'shifts.edit_team'>> = async (
  context,
  { team: id, version, form: said },
) => {
  const form = tidy(said)
  const { community } = await teamIn(context.store, id)
  await checkedName(context, community, form.name, id)
  return context.write({ target: id, division: community }, async tx => {
    const after = await tx.update('teams', id, { set: form, inc: { version: 1 } }, { when: { version } })
    if (!after) throw refuse('shifts.changed_meanwhile', '刚刚有人改过，请看看新的再改')
    return { id }
  })
}

/** Refuses: shifts.not_there, shifts.team_has_shifts. */
export const endTeam: Work<InputOf<'shifts.end_team'>, OutputOf<'shifts.end_team'>> = async (context, { team: id }) => {
  const { community } = await teamIn(context.store, id)
  const where = { team: id, day: { gte: context.today } }
  const { items } = await context.system.find<ShiftDoc>('shifts', { where, order: ['day'], limit: 500 })
  const coming = items.filter(one => !one.cancelled && one.to > context.now).length
  if (coming > 0) throw refuse('shifts.team_has_shifts', `这个队后面还有 ${coming} 个班，先取消或改成大家都能报的`)
  return context.write({ target: id, division: community }, async (tx, whole) => {
    const team = await teamIn(tx, id)
    if (team.ended) return { id }
    await tx.put('teams', { ...team, ended: context.today, leads: [], version: team.version + 1 })
    for (const account of team.leads) await unled(context, whole, account, community)
    return { id }
  })
}

const unled = (context: Context, whole: WriteTx, account: string, community: string) =>
  whole.happened('shifts.unled', { account, community, on: context.today })

/** Somebody on the list. Refuses shifts.not_on_list. */
export async function onList(tx: Pick<Tx, 'get'>, account: string, community: string): Promise<VolunteerDoc> {
  const volunteer = await tx.get<VolunteerDoc>('volunteers', account)
  if (volunteer && isOnList(volunteer) && volunteer.community === community) return volunteer
  throw refuse('shifts.not_on_list', `${volunteer?.name ?? '这个人'}不在志愿者名册里，先登记并点同意`)
}

/** Refuses: shifts.not_there, shifts.team_ended, shifts.not_on_list. */
export const setLeads: Work<InputOf<'shifts.set_leads'>, OutputOf<'shifts.set_leads'>> = async (context, { team: id, leads: said }) => {
  const { community } = await teamIn(context.store, id)
  const leads = [...new Set(said)]
  return context.write({ target: id, division: community }, async (tx, whole) => {
    const team = await liveTeam(tx, id)
    let joined = 0
    for (const account of leads) joined += await lead(context, { tx, whole }, team, account)
    for (const account of team.leads.filter(one => !leads.includes(one))) {
      const volunteer = await tx.get<VolunteerDoc>('volunteers', account)
      if (volunteer) await tx.put('volunteers', changed(volunteer, {}, byMe(context, 'unled', team.name)))
      await unled(context, whole, account, community)
    }
    await tx.put('teams', { ...team, leads, members: team.members + joined, version: team.version + 1 })
    return { id }
  })
}

/** Makes somebody a lead, and a member; answers how many members the team gained. */
async function lead(context: Context, { tx, whole }: { tx: WriteTx; whole: WriteTx }, team: TeamDoc, account: string): Promise<number> {
  const volunteer = await onList(tx, account, team.community)
  if (team.leads.includes(account)) return 0
  const member = volunteer.teams.includes(team._id)
  const teams = member ? volunteer.teams : [...volunteer.teams, team._id]
  const asks = (volunteer.asks ?? []).filter(one => one !== team._id)
  await tx.put('volunteers', changed(volunteer, { teams, asks: asks.length ? asks : undefined }, byMe(context, 'led', team.name)))
  const [on, by] = [context.today, context.person?.id ?? '']
  await whole.happened('shifts.led', { account, community: team.community, on, by })
  const words = {
    title: `请您当${team.name}的队长`,
    body: '现在可以点名、排班、带新人了。',
    to: `/shifts/pages/team/index?team=${team._id}`,
  }
  await tell(whole, { topic: 'answer', accounts: [account], ...words, at: context.now })
  return member ? 0 : 1
}
