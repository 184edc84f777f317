/** A shift that lacks people, somebody who could come, and a published calendar, at one place of the test world; and one good input an operation. */
import type { word as declared } from '@domain/shifts/contract/word'
import { atCommunity, type Place, plain, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { bareShift, bareVolunteer } from './town'

export async function settle(town: Town, { community, grid }: Omit<Place, 'shifts'>): Promise<ShiftsPlace> {
  const helper = await town.as('volunteer', community, { name: '能帮忙的' })
  await bareVolunteer(town, helper.id, { community })
  const shift = await bareShift(town, { _id: `lacking${grid}`, community, day: '2026-11-23' })
  const { path } = await helper.call('shifts.make_feed', {})
  return { lacking: shift._id, secret: path.split('/')[2].replace('.ics', '') }
}
export const nowhere: ShiftsPlace = { lacking: '7'.repeat(24), secret: '7'.repeat(24) }

export const samples: { [N in `shifts.${keyof typeof declared}`]: Sample<N> } = {
  'shifts.help_look': atCommunity(({ shifts: { lacking } }) => ({ shift: lacking, role: 'cut' })),
  'shifts.call_for_help': atCommunity(({ shifts: { lacking } }) => ({ shift: lacking, role: 'cut' })),
  'shifts.help_calls': atCommunity(({ shifts: { lacking } }) => ({ shift: lacking })),
  'shifts.ics': atCommunity(({ shifts: { lacking } }) => ({ shift: lacking })),
  'shifts.feed': plain(() => ({})),
  'shifts.make_feed': plain(() => ({})),
  'shifts.end_feed': plain(() => ({})),
  'shifts.calendar': plain(({ shifts: { secret } }) => ({ secret })),
}
