/** Shifts of the world's morning, one for each thing that can be said on the day; their people are the world's callers, once there are any. */
import type { day as declared } from '@domain/shifts/contract/day'
import { atCommunity, type Place, plain, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import type { World } from '../../_kit/world'
import type { Mark, ShiftDoc, SignupDoc } from '../docs'
import { enrolled } from '../town'
import { sitting, someShift } from './town'

const at = (clock: string) => Date.parse(`2026-11-21T${clock}:00+08:00`)
/** When the world's calls are made. */
const NOW = at('09:00')
const HOURS = {
  in: ['09:00', '12:00'],
  out: ['08:20', '11:00'],
  ask: ['06:30', '08:30'],
  missed: ['06:00', '08:00'],
  over: ['07:00', '08:45'],
}
type What = keyof typeof HOURS
const WHATS = Object.keys(HOURS) as What[]
const came = (clock: string): Mark => ({ at: at(clock), how: 'lead', by: '队长' })
const SAID: { [what in What]: Partial<SignupDoc> } = {
  in: {},
  out: { came: came('08:20') },
  ask: { came: came('06:30'), went: { at: at('08:30'), how: 'clock', by: '', unsure: true } },
  missed: { absent: { at: at('08:40'), by: '', why: '', excused: false } },
  over: { came: came('07:00'), went: came('08:45') },
}
const shiftAt = (community: string, id: string, what: What): ShiftDoc =>
  someShift({ _id: id, community, kind: 'kitchen', from: at(HOURS[what][0]), to: at(HOURS[what][1]), need: 9 })

export async function settle(town: Town, { community, grid }: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  const [helper, other] = [`helper-${grid}`, `other-${grid}`]
  await town.store.load(
    'volunteers',
    [helper, other].map(one => enrolled(one, { community, name: '志愿者', today: '2026-11-01' })),
  )
  const ids = Object.fromEntries(WHATS.map(what => [`day_${what}`, `day-${what}-${grid}`]))
  for (const what of WHATS)
    await sitting(town, shiftAt(community, ids[`day_${what}`], what), [{ account: helper, name: '志愿者', ...SAID[what] }])
  return { ...ids, helper, other }
}
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = {
  ...Object.fromEntries(WHATS.map(what => [`day_${what}`, `day-${what}-${gone}`])),
  ...{ helper: `helper-${gone}`, other: `other-${gone}` },
}

/** Whoever volunteers at the first place has a seat in each of its shifts. */
export async function enrol(town: Town, { places, callers }: World): Promise<void> {
  const { community, shifts } = places[0]
  for (const what of WHATS)
    for (const account of [callers.volunteer, callers.lead, callers.kitchen])
      await sitting(town, shiftAt(community, shifts[`day_${what}`], what), [{ account, name: '志愿者', ...SAID[what] }])
}

export const samples: { [N in `shifts.${keyof typeof declared}`]: Sample<N> } = {
  'shifts.my_day': plain(() => ({})),
  'shifts.check_in': atCommunity(({ shifts }) => ({ shift: shifts.day_in, at: NOW })),
  'shifts.check_out': atCommunity(({ shifts }) => ({ shift: shifts.day_out, at: NOW })),
  'shifts.say_left': atCommunity(({ shifts }) => ({ shift: shifts.day_ask, left: at('08:20') })),
  'shifts.explain_absence': atCommunity(({ shifts }) => ({ shift: shifts.day_missed, why: '孙子发烧' })),
  'shifts.show_code': atCommunity(({ shifts }) => ({ shift: shifts.day_in })),
  'shifts.today': plain(() => ({})),
  'shifts.roll': atCommunity(({ shifts }) => ({ shift: shifts.day_in })),
  'shifts.mark': atCommunity(({ shifts }) => ({ shift: shifts.day_in, person: shifts.helper, mark: { as: 'came', came: NOW } })),
  'shifts.walk_in': atCommunity(({ shifts }) => ({
    ...{ shift: shifts.day_in, role: 'a', came: NOW },
    who: { as: 'volunteer', account: shifts.other },
  })),
  'shifts.close_roll': atCommunity(({ shifts }) => ({ shift: shifts.day_over, at: NOW })),
}
