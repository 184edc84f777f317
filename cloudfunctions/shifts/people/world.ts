/** Volunteers at one place of the test world: one who helps, one who waits for the community. */
import type { people as declared } from '@domain/shifts/contract/people'
import { atCommunity, type Place, plain, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { registered } from '../town'

const HEALTH = { kind: 'health' as const, until: '2027-03-01' }

export async function settle(town: Town, { community, name }: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  const volunteer = await registered(town, community, { name: `${name}志`, skills: ['cook'], papers: [HEALTH] })
  const waiting = await registered(town, community, { name: `${name}新`, state: 'waiting' })
  return { volunteer: volunteer.id, waiting: waiting.id }
}
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = { volunteer: gone, waiting: `${gone}1` }

export const samples: { [N in `shifts.${keyof typeof declared}`]: Sample<N> } = {
  'shifts.register': plain(({ community }) => ({ community, name: '王建国', skills: ['cook'], times: ['1m'], born: '1960-05-01' })),
  'shifts.my_profile': plain(() => ({})),
  'shifts.change_profile': plain(() => ({ skills: ['shop'] })),
  'shifts.add_paper': plain(() => ({ kind: 'health', until: '2027-11-01' })),
  'shifts.remove_paper': plain(() => ({ paper: 'shown' })),
  'shifts.pause': plain(() => ({ from: '2026-12-01', until: '2026-12-07', withdraw: true })),
  'shifts.come_back': plain(() => ({})),
  'shifts.leave': plain(() => ({})),
  'shifts.approve': atCommunity(({ shifts: { waiting } }) => ({ account: waiting })),
  'shifts.decline': atCommunity(({ shifts: { waiting } }) => ({ account: waiting, why: '先来社区聊聊' })),
}
