/** The week's board: one call, a handful of queries whatever the number of shifts. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { mondayOf } from '@domain/shifts/clash'
import type { RoleForm } from '@domain/shifts/contract'
import type { BoardMark, BoardPerson, BoardRole, BoardShift } from '@domain/shifts/contract/desk'
import type { Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import type { ShiftDoc, SignupDoc } from '../docs'
import { isSeated } from '../seat'
import { led, nameOf } from './led'

/** Somebody who came this long after the beginning was late, in ms. */
export const LATE = 10 * 60_000

/** Refuses: shifts.not_there. */
export const board: Work<InputOf<'shifts.board'>, OutputOf<'shifts.board'>> = async (context, { community, week }) => {
  const monday = mondayOf(week)
  const day = { gte: monday, lte: addDays(monday, 6) }
  const { shifts, teams } = await led(context, community, { day })
  const [signups, name] = await Promise.all([
    all<SignupDoc>(context.store, 'signups', { where: { community, day } }),
    nameOf(context, community),
  ])
  const by = grouped(signups, one => one.shift)
  const shown = shifts.map(shift => shiftOf(shift, by.get(shift._id) ?? [], teams))
  const days = Array.from({ length: 7 }, (_, n) => dayOn(addDays(monday, n), shown, context.now))
  return { community, name, today: context.today, monday, at: context.now, days, sum: sumOf(shown, by, context.now) }
}

function shiftOf(shift: ShiftDoc, signups: SignupDoc[], teams: Map<string, string>): BoardShift {
  const roles = shift.roles.map((role): BoardRole => {
    const here = signups.filter(one => one.role === role.id && isSeated(one))
    const people = here.map(personOf).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
    return { id: role.id, name: role.name, need: role.need, ...openOf(shift, role, signups), people }
  })
  return {
    ...{ id: shift._id, kind: shift.kind, title: shift.title, place: shift.place.name, day: shift.day, from: shift.from, to: shift.to },
    ...(shift.team ? { team: teams.get(shift.team) ?? '' } : {}),
    ...(shift.cancelled ? { cancelled: shift.cancelled.why } : {}),
    closed: shift.closed !== undefined,
    ...{ need: total(roles, one => one.need), holes: total(roles, one => one.holes), roles },
  }
}

/** A seat is somebody's or empty, so that the sign-ups alone say how many are left (../seat.ts). */
export function openOf(shift: ShiftDoc, { id, need }: RoleForm, signups: readonly SignupDoc[]): { holes: number; waiting: number } {
  const here = signups.filter(one => one.role === id)
  const holes = shift.cancelled ? 0 : Math.max(0, need - here.filter(isSeated).length)
  return { holes, waiting: here.filter(one => one.state === 'waiting').length }
}

/** Everybody is shown as they stand: on the list, there, late, gone, or not come. */
export function personOf(one: SignupDoc): BoardPerson {
  const mark = markOf(one)
  return {
    ...(one.account ? { account: one.account } : {}),
    ...{ name: one.name, state: one.state },
    ...(mark ? { mark } : {}),
    ...(one.cover ? { cover: true } : {}),
  }
}
function markOf({ absent, came, went, from }: SignupDoc): BoardMark | undefined {
  if (absent) return absent.excused ? 'excused' : 'absent'
  if (went) return 'gone'
  if (!came) return undefined
  return came.at > from + LATE ? 'late' : 'came'
}

/** Seats that can still be filled: of shifts that are not over. */
const open = (held: BoardShift[], now: number) =>
  total(
    held.filter(one => one.to > now),
    one => one.holes,
  )
const dayOn = (day: string, shown: BoardShift[], now: number) => {
  const shifts = shown.filter(one => one.day === day)
  const held = shifts.filter(one => one.cancelled === undefined)
  return { day, need: total(held, one => one.need), holes: open(held, now), shifts }
}

function sumOf(shown: BoardShift[], signups: Map<string, SignupDoc[]>, now: number): OutputOf<'shifts.board'>['sum'] {
  const held = shown.filter(one => one.cancelled === undefined)
  const seated = held.flatMap(one => (signups.get(one.id) ?? []).filter(isSeated))
  return {
    ...{ shifts: held.length, need: total(held, one => one.need), holes: open(held, now) },
    waiting: total(
      held.flatMap(one => one.roles),
      one => one.waiting,
    ),
    people: new Set(seated.map(one => one.account || one._id)).size,
    absent: seated.filter(one => one.absent && !one.absent.excused).length,
  }
}

const total = <T>(all: T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0)
export function grouped<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}
