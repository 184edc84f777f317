/** Who belongs to a team: asking, taking in, letting go. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { TeamDoc, VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { byMe, changed, myself } from './record'
import { liveTeam, onList, teamIn } from './teams'

const pageOf = (team: string) => `/shifts/pages/team/index?team=${encodeURIComponent(team)}`
const without = (list: readonly string[] | undefined, id: string) => (list ?? []).filter(one => one !== id)
const some = (list: string[]) => (list.length ? list : undefined)

/** Refuses: shifts.not_there, shifts.not_registered, shifts.team_ended. */
export const joinTeam: Work<InputOf<'shifts.join_team'>, OutputOf<'shifts.join_team'>> = async (context, { team: id }) => {
  const { community } = await teamIn(context.store, id)
  return context.write({ target: id, division: community }, async (tx, whole) => {
    const [team, volunteer] = [await liveTeam(tx, id), await myself(context, whole)]
    if (volunteer.teams.includes(id)) return { id, mine: 'in' as const }
    if (!volunteer.asks?.includes(id)) await ask(context, whole, team, volunteer)
    return { id, mine: 'asked' as const }
  })
}

async function ask(context: Context, whole: WriteTx, team: TeamDoc, volunteer: VolunteerDoc) {
  await whole.put('volunteers', changed(volunteer, { asks: [...(volunteer.asks ?? []), team._id] }))
  const words = { title: `${volunteer.name}想进${team.name}`, body: '同意或不同意，点一下就告诉他。', to: pageOf(team._id) }
  if (team.leads.length) return tell(whole, { topic: 'lead', accounts: team.leads, ...words, at: context.now })
  return whole.happened('shifts.staff_told', { community: team.community, ...words, at: context.now })
}

/** Refuses: shifts.not_there, shifts.leads_it. */
export const leaveTeam: Work<InputOf<'shifts.leave_team'>, OutputOf<'shifts.leave_team'>> = async (context, { team: id }) => {
  const { community } = await teamIn(context.store, id)
  return context.write({ target: id, division: community }, async (tx, whole) => {
    const [team, me] = [await teamIn(tx, id), context.person?.id ?? '']
    checkedLead(team, me)
    const volunteer = await whole.get<VolunteerDoc>('volunteers', me)
    if (volunteer?.teams.includes(id)) await out(context, whole, team, volunteer)
    else if (volunteer?.asks?.includes(id)) await whole.put('volunteers', changed(volunteer, { asks: some(without(volunteer.asks, id)) }))
    return { id }
  })
}

/** Refuses shifts.leads_it. */
function checkedLead({ leads, name }: TeamDoc, account: string) {
  if (leads.includes(account)) throw refuse('shifts.leads_it', `还是${name}的队长，请社区先换一位队长`)
}

async function out(context: Context, whole: WriteTx, team: TeamDoc, volunteer: VolunteerDoc, why?: string) {
  const words = why ? `${team.name}：${why}` : team.name
  await whole.put('volunteers', changed(volunteer, { teams: without(volunteer.teams, team._id) }, byMe(context, 'team_out', words)))
  await whole.update('teams', team._id, { inc: { members: -1 } })
}

/** Whether the caller says who belongs: a lead of this very team, or the community. */
export const leads = ({ person }: Pick<Context, 'person'>, team: TeamDoc) =>
  team.leads.includes(person?.id ?? '') ||
  (person?.memberships.some(({ role, scope }) => role === 'community' && team.community.startsWith(scope)) ?? false)

/** Refuses: shifts.not_there, shifts.team_ended, shifts.not_on_list, shifts.leads_it. */
export const setMember: Work<InputOf<'shifts.set_member'>, OutputOf<'shifts.set_member'>> = async (context, input) => {
  const { team: id, account, member, why } = input
  const { community } = await teamIn(context.store, id)
  return context.write({ target: id, division: community, ...(why ? { note: why } : {}) }, async (tx, whole) => {
    const team = await teamIn(tx, id)
    if (!leads(context, team)) throw notThere('shifts', '这个队')
    const volunteer = await onList(tx, account, team.community)
    if (member) await takeIn(context, { whole, team: await liveTeam(tx, id), volunteer })
    else await letGo(context, { whole, team, volunteer }, why)
    return { id }
  })
}

interface Going {
  whole: WriteTx
  team: TeamDoc
  volunteer: VolunteerDoc
}
async function takeIn(context: Context, { whole, team, volunteer }: Going) {
  if (volunteer.teams.includes(team._id)) return
  const after = { teams: [...volunteer.teams, team._id], asks: some(without(volunteer.asks, team._id)) }
  await whole.put('volunteers', changed(volunteer, after, byMe(context, 'team_in', team.name)))
  await whole.update('teams', team._id, { inc: { members: 1 } })
  const words = { title: `您是${team.name}的一员了`, body: '队里的班现在可以报名了。', to: pageOf(team._id) }
  await tell(whole, { topic: 'answer', accounts: [volunteer._id], ...words, at: context.now })
}

async function letGo(context: Context, { whole, team, volunteer }: Going, why?: string) {
  checkedLead(team, volunteer._id)
  const member = volunteer.teams.includes(team._id)
  if (member) await out(context, whole, team, volunteer, why)
  else if (volunteer.asks?.includes(team._id))
    await whole.put('volunteers', changed(volunteer, { asks: some(without(volunteer.asks, team._id)) }))
  else return
  const title = member ? `您不在${team.name}里了` : `${team.name}这次没有同意`
  await tell(whole, { topic: 'answer', accounts: [volunteer._id], title, body: why ?? '有疑问可以问问队长。', at: context.now })
}
