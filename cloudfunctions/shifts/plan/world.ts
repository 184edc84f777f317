/** What this part holds at one place of the test world, and one good input an operation. */
import type { plan as declared, ShiftForm } from '@domain/shifts/contract/plan'
import { atCommunity, type Place, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'

/** A kitchen's lunch on the day after the world's: its cook, a lead and the community all lead it. */
const formAt = ({ meals }: Pick<Place, 'meals'>, more: Partial<ShiftForm> = {}): ShiftForm => ({
  ...{ kind: 'kitchen', title: '中午的厨房', place: { name: '妈妈厨房' }, note: '', withdraw: 12, kitchen: meals.kitchen, meal: 'lunch' },
  ...{ day: '2026-11-22', from: '09:00', to: '11:00' },
  roles: [
    { id: 'cut', name: '切配', need: 2 },
    { id: 'serve', name: '打饭', need: 6 },
  ],
  ...more,
})

export async function settle(town: Town, place: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  const { community } = place
  const clerk = await town.as('community', community, { name: '社区的人' })
  const { id: shift } = await clerk.call('shifts.add_shift', { community, form: formAt(place) })
  return { shift, role: 'serve' }
}
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = { shift: gone, role: 'serve' }

export const samples: { [N in `shifts.${keyof typeof declared}`]: Sample<N> } = {
  'shifts.add_shift': atCommunity(place => ({ community: place.community, form: formAt(place) })),
  'shifts.shift': atCommunity(({ shifts }) => ({ shift: shifts.shift })),
  'shifts.list': atCommunity(({ community }) => ({ community, from: '2026-11-21', days: 14 })),
}
