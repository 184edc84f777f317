/** What this part holds at one place of the test world, and one good input an operation. */
import { atCommunity, type Place, type Samples, type ShiftsPlace, wide } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { deskShift, helperAt } from './town'

const NOW_DAY = '2026-11-22'

/** A shift of the kitchen that every lead reaches, and somebody who could be rung for it. */
export async function settle(town: Town, { community }: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  const shift = await deskShift(town, community, { _id: `desk${community}`, kind: 'kitchen', day: NOW_DAY })
  const helper = await helperAt(town, community, { _id: `rung${community}` })
  return { deskShift: shift._id, deskHelper: helper._id }
}
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = { deskShift: gone, deskHelper: gone }

const asked = (place: Place) => ({ division: place.community, period: '2026-11' })
export const samples: Pick<Samples<'shifts'>, `shifts.${keyof typeof import('@domain/shifts/contract/desk').desk}`> = {
  'shifts.board': atCommunity(({ community }) => ({ community, week: NOW_DAY })),
  'shifts.weeks': wide(({ community }) => ({ division: community, week: NOW_DAY })),
  'shifts.at_risk': atCommunity(({ community }) => ({ community })),
  'shifts.sheet': atCommunity(({ shifts }) => ({ shift: shifts.deskShift })),
  'shifts.call_list': atCommunity(({ shifts }) => ({ shift: shifts.deskShift, role: 'cook' })),
  'shifts.rung': atCommunity(({ shifts }) => ({ shift: shifts.deskShift, account: shifts.deskHelper, said: 'silent' })),
  'shifts.figures': wide(asked),
  'shifts.export_figures': atCommunity(place => ({ ...asked(place), form: 'csv' })),
  'shifts.thank_list': atCommunity(({ community }) => ({ community, month: '2026-11' })),
}
