/** Volunteers at one place of the test world: one who helps, one who waits for the community, and a team with a lead and somebody who asks. */
import type { Role } from '@domain/contract'
import type { people as declared } from '@domain/shifts/contract/people'
import { atCommunity, type Place, plain, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { officeOf, registered } from '../town'

const CONTACT = { name: '家里人', phone: '13700137000', relation: '女儿' }
const HEALTH = { kind: 'health' as const, until: '2027-03-01' }

export async function settle(town: Town, { community, name }: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  const volunteer = await registered(town, community, { name: `${name}志`, skills: ['cook'], emergency: CONTACT })
  const waiting = await registered(town, community, { name: `${name}新`, state: 'waiting' })
  const office = await officeOf(town, community)
  const { id: paper } = await volunteer.call('shifts.add_paper', HEALTH)
  const form = { name: `${name}队`, about: '一起做饭', organisation: false }
  const { id: team } = await office.call('shifts.add_team', { community, form })
  const lead = await registered(town, community, { name: `${name}长` })
  await office.call('shifts.set_leads', { team, leads: [lead.id] })
  await volunteer.call('shifts.join_team', { team })
  return { volunteer: volunteer.id, waiting: waiting.id, lead: lead.id, paper, team }
}
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = { volunteer: gone, waiting: `${gone}1`, lead: `${gone}2`, paper: `${gone}3`, team: `${gone}4` }

const LEAD: Role[] = ['lead']

const FORM = { name: '一块砖', about: '哪里需要去哪里', organisation: true }
const WHO = { name: '刘桂英', skills: ['cut' as const], times: ['2a'], born: '1958-03-08' }

export const samples: { [N in `shifts.${keyof typeof declared}`]: Sample<N> } = {
  'shifts.register': plain(({ community }) => ({ community, name: '王建国', skills: ['cook'], times: ['1m'], born: '1960-05-01' })),
  'shifts.my_profile': plain(() => ({})),
  'shifts.change_profile': plain(() => ({ skills: ['shop'] })),
  'shifts.add_paper': plain(() => ({ kind: 'health', until: '2027-11-01' })),
  'shifts.remove_paper': plain(() => ({ paper: 'shown' })),
  'shifts.pause': plain(() => ({ from: '2026-12-01', until: '2026-12-07', withdraw: true })),
  'shifts.come_back': plain(() => ({})),
  'shifts.leave': plain(() => ({})),
  'shifts.volunteers': atCommunity(({ community }) => ({ community, words: '志' })),
  'shifts.volunteers_count': atCommunity(({ community }) => ({ community })),
  'shifts.volunteer': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer })),
  'shifts.approve': atCommunity(({ shifts: { waiting } }) => ({ account: waiting })),
  'shifts.decline': atCommunity(({ shifts: { waiting } }) => ({ account: waiting, why: '先来社区聊聊' })),
  'shifts.add_volunteer': atCommunity(({ community, building }) => ({ community, phone: `1320013200${building.slice(0, 1)}`, ...WHO })),
  'shifts.edit_volunteer': atCommunity(({ shifts: { waiting } }) => ({ account: waiting, version: 1, skills: ['drive'] })),
  'shifts.pause_volunteer': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer, from: '2026-12-01', withdraw: false })),
  'shifts.return_volunteer': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer })),
  'shifts.end_volunteer': atCommunity(({ shifts: { waiting } }) => ({ account: waiting, why: '搬走了' })),
  'shifts.set_labels': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer, labels: ['带过'] })),
  'shifts.ease_limits': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer, limits: { day: 120 }, why: '腰不好' })),
  'shifts.dial_volunteer': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer })),
  'shifts.emergency': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer, why: '摔倒了' })),
  'shifts.papers': atCommunity(({ community }) => ({ community, state: 'waiting' })),
  'shifts.take_paper': atCommunity(({ shifts: { volunteer } }) => ({ account: volunteer, kind: 'first_aid' })),
  'shifts.confirm_paper': atCommunity(({ shifts: { volunteer, paper } }) => ({ account: volunteer, paper })),
  'shifts.refuse_paper': atCommunity(({ shifts: { volunteer, paper } }) => ({ account: volunteer, paper, why: '看不清' })),
  'shifts.teams': atCommunity(({ community }) => ({ community })),
  'shifts.team': atCommunity(({ shifts: { team } }) => ({ team })),
  'shifts.team_calendar': atCommunity(({ shifts: { team } }) => ({ team, from: '2026-11-01', until: '2026-11-30' })),
  'shifts.add_team': atCommunity(({ community }) => ({ community, form: FORM })),
  'shifts.edit_team': atCommunity(({ shifts: { team } }) => ({ team, version: 2, form: FORM })),
  'shifts.end_team': atCommunity(({ shifts: { team } }) => ({ team })),
  'shifts.set_leads': atCommunity(({ shifts: { team, volunteer } }) => ({ team, leads: [volunteer] })),
  'shifts.join_team': atCommunity(({ shifts: { team } }) => ({ team })),
  'shifts.leave_team': atCommunity(({ shifts: { team } }) => ({ team })),
  'shifts.set_member': {
    ...atCommunity<'shifts.set_member'>(({ shifts: { team, volunteer } }) => ({ team, account: volunteer, member: true })),
    ownOnly: LEAD,
  },
}
