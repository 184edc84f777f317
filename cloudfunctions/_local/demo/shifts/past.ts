/** The weeks before, put straight into the store: shifts, who came, their hours, and what is left of them in sums. It is only history. */
import { weekdayOf } from '@domain/days'
import { mondayOf } from '@domain/shifts/clash'
import { countedMinutes } from '@domain/shifts/counted'
import { momentAt } from '@domain/shifts/times'
import { busyId, type Mark, type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from '../../../shifts/docs'
import { type DayDoc, dayId, type HourDoc, type TallyDoc, tallyId } from '../../../shifts/hours/docs'
import { seriesShift } from '../../../shifts/plan/docs'
import { fieldsOf } from '../../../shifts/plan/form'
import { type Chance, chance } from '../chance'
import type { Loading } from '../loading'
import { COMMUNITY } from '../places'
import type { Plan } from './plans'

/** Days of history. */
export const WEEKS = 35
const SEED = 303
const MINUTE = 60_000

export interface Past {
  shifts: ShiftDoc[]
  seats: SeatDoc[]
  signups: SignupDoc[]
  hours: HourDoc[]
}

/** Every day of the plan before today: who was in turn, who was late, the odd one who did not come, the odd seat nobody took. */
export function pastOf(at: Loading, plan: Plan & { series: string }, accounts: Map<string, string>): Past {
  const luck = chance(SEED + plan.key.length)
  const past: Past = { shifts: [], seats: [], signups: [], hours: [] }
  for (let ago = WEEKS; ago >= 1; ago--) {
    const day = at.day(ago)
    if (!(plan.form.weekdays as number[]).includes(weekdayOf(day))) continue
    const shift = shiftOn(plan, day)
    past.shifts.push(shift)
    for (const [n, role] of shift.roles.entries()) {
      const crew = plan.crew[role.id]
      const many = luck.hit(0.08) && role.need > 1 ? role.need - 1 : role.need
      const names = Array.from({ length: many }, (_, seat) => crew[(ago * role.need + seat + n) % crew.length])
      for (const name of new Set(names))
        past.signups.push(
          came(luck, shift, { account: accounts.get(name) ?? '', name, role: role.id }, isMissed(ago, role.id, name, names)),
        )
      past.seats.push(seatsOf(shift, role.id, role.need, new Set(names).size))
    }
  }
  past.hours = past.signups.flatMap(one => hoursOf(one, plan.form.title))
  return past
}

function shiftOn({ series, form }: Plan & { series: string }, day: string): ShiftDoc {
  const { weekdays: _, skipped: __, until: ___, ...rest } = form
  const fields = fieldsOf({ ...rest, day }, undefined)
  const closed = { at: momentAt(day, form.to) + 20 * MINUTE, by: '' }
  return { _id: seriesShift(series, day), community: COMMUNITY, ...fields, series, closed, by: '社区', version: 1 }
}
const seatsOf = ({ _id: shift, community }: ShiftDoc, role: string, need: number, taken: number): SeatDoc => ({
  ...{ _id: seatId(shift, role), shift, role, community, need, left: need - taken, waiting: 0, queue: [] },
})

type Who = Pick<SignupDoc, 'account' | 'name' | 'role'>
/** Somebody who cuts did not come, twice in these weeks. */
const isMissed = (ago: number, role: string, name: string, names: string[]) =>
  role === 'cut' && (ago === 3 || ago === 17) && name === names[0]

function came(luck: Chance, shift: ShiftDoc, { account, name, role }: Who, missed: boolean): SignupDoc {
  const { _id, community, kind, day, from, to, team } = shift
  const signed = from - luck.whole(luck.hit(0.1) ? 2 : 26, 130) * 3_600_000
  const mark = (moment: number): Mark => ({ at: moment, how: luck.hit(0.6) ? 'code' : 'lead', by: account })
  const went = missed
    ? { absent: { at: to, by: '', why: '没来也没说', excused: false } }
    : { came: mark(from + luck.whole(-9, luck.hit(0.1) ? 18 : 3) * MINUTE), went: mark(to - luck.whole(0, 6) * MINUTE) }
  return {
    ...{ _id: signupId(_id, account), shift: _id, community, account, name, role, kind, day, from, to, state: 'on', how: 'self' },
    ...(team ? { team } : {}),
    ...{ ...went, settled: true, history: [{ at: signed, by: name, what: 'on' }], version: 2 },
  }
}

function hoursOf({ shift, account, name, community, kind, day, from, to, team, came, went }: SignupDoc, title: string): HourDoc[] {
  if (!came || !went) return []
  const root = tallyId(shift, account)
  const minutes = countedMinutes({ came: came.at, went: went.at }, { from, to })
  return [
    {
      ...{
        _id: `${root}|1`,
        root,
        account,
        name,
        community,
        source: 'auto',
        what: 'counted',
        minutes,
        day,
        at: to,
        by: '',
        shift,
        title,
        kind,
      },
      ...(team ? { team } : {}),
    },
  ]
}

/** Years of helping that were written down elsewhere: three hours a time, about weekly, until two months ago. */
export function broughtIn(at: Loading, who: { account: string; name: string; hours: number }): HourDoc[] {
  const times = Math.round(who.hours / 3)
  return Array.from({ length: times }, (_, n) => {
    const day = at.day(60 + (times - n) * 7)
    const root = `brought-${who.account}-${n}`
    return {
      ...{ _id: `${root}|1`, root, account: who.account, name: who.name, community: COMMUNITY, source: 'added', what: 'imported' },
      ...{ minutes: 180, day, at: momentAt(day, '18:00'), by: '', title: '好志愿上的服务', kind: 'kitchen', why: '从好志愿导入' },
    } as HourDoc
  })
}

/** Puts it all in, with the sums that go with the entries. */
export async function put(at: Loading, { shifts, seats, signups, hours }: Past): Promise<void> {
  const { store } = at.house
  const came = new Set(signups.filter(one => one.came).map(one => one._id))
  const tallies = hours.map(
    ({ root, minutes, source, community }): TallyDoc => ({
      ...{ _id: root, community, auto: source === 'auto' ? minutes : 0, added: source === 'auto' ? 0 : minutes, seq: 1 },
      ...{ came: came.has(root), fixed: false },
    }),
  )
  const days = new Map<string, DayDoc>()
  for (const { account, day, minutes } of hours) {
    const _id = dayId(account, day)
    days.set(_id, { _id, account, minutes: (days.get(_id)?.minutes ?? 0) + minutes })
  }
  await Promise.all([
    ...[store.load('shifts', shifts), store.load('seats', seats), store.load('signups', signups), store.load('hours', hours)],
    ...[
      store.load('hours_tallies', tallies),
      store.load('hours_days', [...days.values()]),
      store.load('busy_weeks', thisWeek(at, shifts, signups)),
    ],
  ])
}

/** What somebody has done since Monday counts for what they may still take on this week. */
function thisWeek(at: Loading, shifts: ShiftDoc[], signups: SignupDoc[]) {
  const monday = mondayOf(at.day(0))
  const titles = new Map(shifts.map(one => [one._id, one.title]))
  const weeks = new Map<string, { shift: string; title: string; from: number; to: number }[]>()
  for (const { account, shift, from, to, day } of signups)
    if (mondayOf(day) === monday) weeks.set(account, [...(weeks.get(account) ?? []), { shift, title: titles.get(shift) ?? '', from, to }])
  return [...weeks].map(([account, spans]) => ({ _id: busyId(account, monday), account, spans }))
}

/** What the entries come to, on the volunteers' own documents. */
export function summed(before: VolunteerDoc, { signups, hours }: Pick<Past, 'signups' | 'hours'>, since: string): VolunteerDoc {
  const own = signups.filter(one => one.account === before._id)
  const attended = own.filter(one => one.came)
  const minutes = hours.filter(one => one.account === before._id).reduce((sum, one) => sum + one.minutes, 0)
  const lastOn =
    attended
      .map(one => one.day)
      .sort()
      .at(-1) ?? before.lastOn
  const missed = own.filter(one => one.absent).map(one => one.day)
  return { ...before, minutes: before.minutes + minutes, times_came: attended.length, lastOn, missed, since }
}
