/** Shifts, sign-ups and volunteers put straight into a test town's store: the desk only reads what others made. */
import { mondayOf } from '@domain/shifts/clash'
import type { Change } from '../../_kit/store/port'
import type { Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { busyId, type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from '../docs'
import type { HourDoc } from '../hours/docs'
import { isSeated } from '../seat'

export const HERE = '210102025015'
const ROLES: ShiftDoc['roles'] = [
  { id: 'cook', name: '主厨', need: 2 },
  { id: 'cut', name: '切配', need: 2 },
]

/** A shift from 9 to 11 with empty seats. */
export async function deskShift(town: Town, community: string, more: Partial<ShiftDoc> & { _id: string; day: string }): Promise<ShiftDoc> {
  const from = momentOf(`${more.day}T09:00`)
  const shift: ShiftDoc = {
    ...{ community, kind: 'patrol', title: '做午饭', place: { name: '妈妈厨房' }, from, to: from + 2 * 3_600_000, roles: ROLES, note: '' },
    ...{ withdrawUntil: from, by: '', version: 1, ...more },
  }
  await town.store.load('shifts', [shift])
  await town.store.load(
    'seats',
    shift.roles.map(({ id, need }) => seatsOf(shift, id, need)),
  )
  return shift
}
const seatsOf = ({ _id: shift, community }: ShiftDoc, role: string, need: number): SeatDoc => ({
  ...{ _id: seatId(shift, role), shift, role, community, need, left: need, waiting: 0, queue: [] },
})

export async function helperAt(town: Town, community: string, more: Partial<VolunteerDoc> & { _id: string }): Promise<VolunteerDoc> {
  const helper: VolunteerDoc = {
    ...{
      community,
      name: '孙桂英',
      phoneMask: '199****0001',
      pinyin: 'sunguiying',
      skills: [],
      times: [],
      labels: [],
      teams: [],
      papers: [],
    },
    ...{ state: 'active', lastOn: '2026-11-20', askedAt: 0, mute: [], missed: [], times_came: 0, minutes: 0, since: '2026-01-01' },
    ...{ history: [], version: 1, ...more },
  }
  await town.store.load('volunteers', [helper])
  return helper
}

/** Puts somebody on a shift, with the seat and their week as the door would leave them. */
export async function signed(
  town: Town,
  shift: ShiftDoc,
  helper: Pick<VolunteerDoc, '_id' | 'name'>,
  more: Partial<SignupDoc> = {},
): Promise<SignupDoc> {
  const at = shift.from - 5 * 86_400_000
  const role = more.role ?? 'cook'
  const signup: SignupDoc = {
    ...{ _id: signupId(shift._id, helper._id), shift: shift._id, community: shift.community, account: helper._id, name: helper.name, role },
    ...{ kind: shift.kind, day: shift.day, from: shift.from, to: shift.to, state: 'on', how: 'self', version: 1 },
    ...(shift.team ? { team: shift.team } : {}),
    ...{ history: [{ at, by: helper._id, what: more.state ?? 'on' }], ...more },
  }
  await town.store.load('signups', [signup])
  if (isSeated(signup)) await changed(town, signup, { inc: { left: -1 } })
  if (signup.state === 'waiting') await changed(town, signup, { inc: { waiting: 1 }, add: { queue: helper._id } })
  const spans = [{ shift: shift._id, title: shift.title, from: shift.from, to: shift.to }]
  const _id = busyId(helper._id, mondayOf(shift.day))
  if (isSeated(signup)) await town.store.load('busy_weeks', [{ _id, account: helper._id, spans }])
  return signup
}
const changed = (town: Town, { shift, role }: SignupDoc, change: Change) =>
  town.store.transaction(tx => tx.update('seats', seatId(shift, role), change))

/** Somebody who came on time and went at the end. */
export const whole = (shift: ShiftDoc): Partial<SignupDoc> => ({
  came: { at: shift.from, how: 'tap', by: '' },
  went: { at: shift.to, how: 'tap', by: '' },
  settled: true,
})

/** Minutes in the ledger, as counted (or taken back, below zero). */
export async function hoursOf(town: Town, shift: ShiftDoc, account: string, minutes: number): Promise<void> {
  const { community, day, title, kind, team } = shift
  const entry: HourDoc = {
    ...{ _id: `${shift._id}|${account}|${minutes}`, account, name: account, community, day, title, kind, minutes, source: 'auto' },
    ...{ what: minutes < 0 ? 'recounted' : 'counted', at: shift.to, by: '', shift: shift._id, root: `${shift._id}|${account}` },
    ...(team ? { team } : {}),
  }
  await town.store.load('hours', [entry])
}
