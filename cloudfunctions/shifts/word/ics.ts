/** Shifts as calendars read them (RFC 5545): UTC times, ids that stay, a number that grows with every change. No names of others, no phones, no notes. */
import { createHash } from 'node:crypto'
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { ShiftDoc, SignupDoc } from '../docs'

export interface Entry {
  uid: string
  title: string
  place: string
  from: number
  to: number
  /** Grows with every change. */
  sequence: number
  /** When it last changed (ms). */
  at: number
  state: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
}
/** Before it begins, in seconds. */
const ALARM = 2 * 3600

/** States that were, or may become, a place in a shift; a place in the queue is none. */
const STATES: { [state: string]: Entry['state'] } = {
  ...{ on: 'CONFIRMED', asked: 'TENTATIVE', offered: 'TENTATIVE' },
  ...{ off: 'CANCELLED', given: 'CANCELLED', cancelled: 'CANCELLED', declined: 'CANCELLED' },
}
const uidOf = (signup: string) => `${createHash('sha256').update(signup).digest('hex').slice(0, 24)}@lianglin`

/** A shift in somebody's calendar, by how they stand in it; whoever has no sign-up yet looks at a plan. Null: it is no entry. */
export function entryOf(shift: ShiftDoc | null, signup: Pick<SignupDoc, '_id' | 'version'> & Partial<SignupDoc>): Entry | null {
  const state = shift?.cancelled ? 'CANCELLED' : STATES[signup.state ?? 'asked']
  if (!shift || !state) return null
  const role = shift.roles.find(one => one.id === signup.role)?.name
  const changed = [signup.history?.at(-1)?.at, shift.cancelled?.at].filter(one => one !== undefined)
  return {
    ...{ uid: uidOf(signup._id), title: role ? `${shift.title}（${role}）` : shift.title, place: shift.place.name },
    ...{ from: shift.from, to: shift.to, sequence: shift.version + signup.version, state },
    at: Math.max(0, ...changed),
  }
}

export function calendarOf(entries: readonly Entry[]): string {
  const calendar = ical({ name: '我的志愿班', prodId: { company: 'lianglin', product: 'shifts', language: 'ZH' } })
  calendar.method(ICalCalendarMethod.PUBLISH)
  calendar.ttl(3600)
  for (const { uid, title, place, from, to, sequence, at, state } of entries)
    calendar.createEvent({
      ...{ id: uid, summary: title, location: place, sequence, status: ICalEventStatus[state] },
      ...{ start: new Date(from), end: new Date(to), stamp: new Date(at), lastModified: new Date(at) },
      alarms: state === 'CANCELLED' ? [] : [{ type: ICalAlarmType.display, trigger: ALARM }],
    })
  return calendar.toString()
}
