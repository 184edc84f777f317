/** Teams as they are read: a community's list, one with its members, its calendar. */
import type { InputOf, OutputOf } from '@domain'
import { daysBetween } from '@domain/days'
import type { TeamCard, TeamShift } from '@domain/shifts/contract/teams'
import type { Context, Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type SeatDoc, type ShiftDoc, seatId, type TeamDoc, type VolunteerDoc } from '../docs'
import { leads } from './members'
import { isOnList } from './record'
import { teamIn } from './teams'

const MOST = 500
/** The longest a calendar shows, in days. */
const LONGEST = 62

const named = async ({ system }: Context, account: string) => ({
  account,
  name: (await system.get<VolunteerDoc>('volunteers', account))?.name ?? '',
})

async function shownTeam(context: Context, team: TeamDoc, me: VolunteerDoc | null): Promise<TeamCard> {
  const { _id: id, community, name, about, organisation, members, ended, version } = team
  const asks = leads(context, team) ? await context.system.count('volunteers', { all: [{ community }, { asks: { has: id } }] }) : 0
  return {
    ...{ id, community, name, about, organisation, members, asks, version },
    leads: await Promise.all(team.leads.map(one => named(context, one))),
    mine: me?.teams.includes(id) ? 'in' : me?.asks?.includes(id) ? 'asked' : 'out',
    ...(ended ? { ended } : {}),
  }
}
const meOf = ({ system, person }: Context) => system.get<VolunteerDoc>('volunteers', person?.id ?? '')

export const teams: Work<InputOf<'shifts.teams'>, OutputOf<'shifts.teams'>> = async (context, { community }) => {
  const { items } = await context.store.find<TeamDoc>('teams', { where: { community }, limit: MOST })
  const me = await meOf(context)
  const shown = await Promise.all(items.map(one => shownTeam(context, one, me)))
  return shown.sort((a, b) => Number(Boolean(a.ended)) - Number(Boolean(b.ended)) || b.members - a.members)
}

const holding = async ({ system }: Context, community: string, field: 'teams' | 'asks', id: string) => {
  const { items } = await system.find<VolunteerDoc>('volunteers', {
    where: { all: [{ community }, { [field]: { has: id } }] },
    limit: MOST,
  })
  return items.filter(isOnList)
}

/** Refuses: shifts.not_there. */
export const team: Work<InputOf<'shifts.team'>, OutputOf<'shifts.team'>> = async (context, { team: id }) => {
  const found = await teamIn(context.store, id)
  const leading = leads(context, found)
  const members = await holding(context, found.community, 'teams', id)
  const asking = leading ? await holding(context, found.community, 'asks', id) : []
  const list = members.map(({ _id: account, name, phoneMask, lastOn }) => ({
    ...{ account, name, lead: found.leads.includes(account), lastOn },
    ...(leading ? { phone: phoneMask } : {}),
  }))
  return {
    ...(await shownTeam(context, found, await meOf(context))),
    leading,
    list: list.sort((a, b) => Number(b.lead) - Number(a.lead) || (a.name < b.name ? -1 : 1)),
    asking: asking.map(({ _id: account, name }) => ({ account, name })),
  }
}

async function shownShift({ system }: Context, shift: ShiftDoc): Promise<TeamShift> {
  const seats = await Promise.all(shift.roles.map(({ id }) => system.get<SeatDoc>('seats', seatId(shift._id, id))))
  const sum = (of: (seat: SeatDoc) => number) => seats.reduce((all, seat) => all + (seat ? of(seat) : 0), 0)
  return {
    ...{ id: shift._id, title: shift.title, place: shift.place.name, day: shift.day, from: shift.from, to: shift.to },
    ...{ need: sum(seat => seat.need), taken: sum(seat => seat.need - seat.left), waiting: sum(seat => seat.waiting) },
    cancelled: shift.cancelled !== undefined,
  }
}

/** Refuses: shifts.not_there, shifts.range_wrong. */
export const teamCalendar: Work<InputOf<'shifts.team_calendar'>, OutputOf<'shifts.team_calendar'>> = async (context, asked) => {
  const { team: id, from, until } = asked
  await teamIn(context.store, id)
  const length = daysBetween(from, until)
  if (length < 0 || length > LONGEST) throw refuse('shifts.range_wrong', '一次最多看两个月，请改一下日期', 'until')
  const where = { team: id, day: { gte: from, lte: until } }
  const { items } = await context.store.find<ShiftDoc>('shifts', { where, order: ['day'], limit: MOST })
  const shown = await Promise.all(items.map(one => shownShift(context, one)))
  return shown.sort((a, b) => a.from - b.from)
}
