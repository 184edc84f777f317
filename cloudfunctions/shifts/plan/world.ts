/** What this part holds at one place of the test world, and one good input an operation. */
import type { Role } from '@domain/contract'
import type { plan as declared, SeriesForm, ShiftForm } from '@domain/shifts/contract/plan'
import { atCommunity, type Place, plain, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import type { VolunteerDoc } from '../docs'
import type { RosterDoc } from './docs'

const DAY = '2026-11-22'
const TIMES = { from: '09:00', to: '11:00' }
/** A kitchen's lunch: its cook, a lead and the community all lead it. */
const aboutAt = ({ meals }: Pick<Place, 'meals'>): Omit<ShiftForm, 'day' | 'from' | 'to'> => ({
  ...{ kind: 'kitchen', title: '中午的厨房', place: { name: '妈妈厨房' }, note: '', withdraw: 12, kitchen: meals.kitchen, meal: 'lunch' },
  roles: [
    { id: 'cut', name: '切配', need: 2 },
    { id: 'serve', name: '打饭', need: 6 },
  ],
})
const formAt = (place: Pick<Place, 'meals'>): ShiftForm => ({ ...aboutAt(place), day: DAY, ...TIMES })
const weeklyAt = (place: Pick<Place, 'meals'>): SeriesForm => ({ ...aboutAt(place), ...TIMES, weekdays: [1, 3], skipped: [] })

export async function settle(town: Town, place: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  const { community } = place
  const clerk = await town.as('community', community, { name: '社区的人' })
  const { id: shift } = await clerk.call('shifts.add_shift', { community, form: formAt(place) })
  const { id: planned } = await clerk.call('shifts.add_shift', { community, form: { ...formAt(place), day: '2026-11-29' } })
  const { id: series } = await clerk.call('shifts.add_series', { community, since: DAY, form: weeklyAt(place) })
  const { id: template } = await clerk.call('shifts.save_template', { community, form: { ...aboutAt(place), ...TIMES } })
  const stander = `stander${place.building}`
  await town.store.load('volunteers', [standerAt(community, stander)])
  const form = { account: stander, role: 'cut', rhythm: 'every' as const, weekdays: [1 as const], since: DAY }
  const { id: roster } = await clerk.call('shifts.add_roster', { series, form })
  return { shift, planned, role: 'serve', series, template, roster, stander }
}

/** On the register for two days only, so that nobody is really put anywhere. */
const standerAt = (community: string, id: string): VolunteerDoc => ({
  ...{
    _id: id,
    community,
    name: '固定的人',
    phoneMask: '138****8000',
    pinyin: 'gudingderen',
    skills: [],
    times: [],
    labels: [],
    teams: [],
  },
  ...{ papers: [], state: 'active', lastOn: DAY, askedAt: 0, mute: [], missed: [], times_came: 0, minutes: 0, since: DAY },
  ...{ history: [], version: 1 },
})
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = {
  ...{ shift: gone, planned: gone, role: 'serve', series: gone, template: gone, roster: gone, stander: gone },
} satisfies Partial<Record<string, string>> & Partial<Pick<RosterDoc, 'role'>>

/** A volunteer reaches their own roster only. */
const OWN: Role[] = ['volunteer']

export const samples: { [N in `shifts.${keyof typeof declared}`]: Sample<N> } = {
  'shifts.add_shift': atCommunity(place => ({ community: place.community, form: formAt(place) })),
  'shifts.shift': atCommunity(({ shifts }) => ({ shift: shifts.shift })),
  'shifts.list': atCommunity(({ community }) => ({ community, from: '2026-11-21', days: 14 })),
  'shifts.change_shift': atCommunity(place => ({
    shift: place.shifts.planned,
    version: 1,
    form: { ...formAt(place), day: '2026-11-29', title: '改过的厨房', to: '11:30' },
  })),
  'shifts.preview_change': atCommunity(place => ({ shift: place.shifts.planned, form: { ...formAt(place), day: '2026-11-30' } })),
  'shifts.cancel_shift': atCommunity(({ shifts }) => ({ shift: shifts.planned, why: '停气了' })),
  'shifts.set_need': atCommunity(({ shifts }) => ({ shift: shifts.planned, role: 'serve', need: 4 })),
  'shifts.grid_workers': atCommunity(({ community }) => ({ community })),
  'shifts.templates': atCommunity(({ community }) => ({ community })),
  'shifts.save_template': atCommunity(place => ({
    community: place.community,
    form: { ...aboutAt(place), title: '新的常用班', ...TIMES },
  })),
  'shifts.drop_template': atCommunity(({ shifts }) => ({ template: shifts.template })),
  'shifts.series': atCommunity(({ community }) => ({ community })),
  'shifts.add_series': atCommunity(place => ({ community: place.community, since: '2026-11-23', form: weeklyAt(place) })),
  'shifts.change_series': atCommunity(place => ({
    ...{ series: place.shifts.series, version: 1, since: '2026-11-25', too: false },
    form: { ...weeklyAt(place), weekdays: [3], to: '11:30' },
  })),
  'shifts.preview_series': atCommunity(place => ({
    ...{ series: place.shifts.series, since: '2026-11-25', too: true },
    form: { ...weeklyAt(place), weekdays: [3] },
  })),
  'shifts.end_series': atCommunity(({ shifts }) => ({ series: shifts.series, version: 1, on: '2026-12-31' })),
  'shifts.rosters': atCommunity(({ community }) => ({ community })),
  'shifts.my_rosters': plain(() => ({})),
  'shifts.add_roster': atCommunity(({ shifts }) => ({
    series: shifts.series,
    form: { account: shifts.stander, role: 'cut', rhythm: 'second', weekdays: [3], since: '2026-11-23' },
  })),
  'shifts.pause_roster': {
    ...atCommunity(({ shifts }) => ({ roster: shifts.roster, pause: { from: '2026-12-01', until: '2026-12-07' } })),
    ownOnly: OWN,
  },
  'shifts.end_roster': { ...atCommunity(({ shifts }) => ({ roster: shifts.roster, on: '2026-12-31' })), ownOnly: OWN },
}
