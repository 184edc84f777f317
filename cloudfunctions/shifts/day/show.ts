/** Sign-ups and shifts as the roll-call and their owners see them. */
import { GRACE } from '@domain/shifts/attend'
import { clockOf } from '@domain/shifts/clash'
import type { MyShift, RollRow, RollShift } from '@domain/shifts/contract/day'
import type { Store } from '../../_kit/store/port'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId } from '../docs'
import type { TriesDoc } from './docs'
import { marked, rowWords } from './marks'
import { isCounted } from './settle'
import { seatedIn } from './watch'

const presenceOf = ({ came, went, absent, settled }: SignupDoc) => ({
  ...(came ? { came: marked(came) } : {}),
  ...(went ? { went: marked(went) } : {}),
  ...(absent ? { absent: { excused: absent.excused, why: absent.why, by: absent.by, ...(absent.said ? { said: absent.said } : {}) } } : {}),
  ...(settled ? { settled: true } : {}),
})
const roleName = (shift: ShiftDoc, role: string) => shift.roles.find(one => one.id === role)?.name ?? ''

/** Whether the lead has to look: something to confirm, a reason to decide on, or nobody there half an hour after the beginning. */
function looks(signup: SignupDoc, now: number): boolean {
  const { came, went, absent, from } = signup
  if (isCounted(signup)) return false
  if (absent) return absent.said !== undefined && !absent.excused && absent.by === ''
  if (!came) return now > from + GRACE
  return came.unsure === true || went?.unsure === true
}

export const rowOf = (shift: ShiftDoc, signup: SignupDoc, now: number): RollRow => ({
  ...{ person: signup._id.slice(shift._id.length + 1), name: signup.name, guest: !signup.account, walkIn: signup.how === 'walkin' },
  ...{ role: signup.role, roleName: roleName(shift, signup.role), words: rowWords(signup, now), look: looks(signup, now) },
  ...presenceOf(signup),
  version: signup.version,
})

/** A shift with everybody in it: those to look at first, then by name. */
export async function rollOf(system: Store, shift: ShiftDoc, now: number): Promise<RollShift> {
  const [people, seats] = await Promise.all([
    seatedIn(system, shift._id),
    Promise.all(shift.roles.map(({ id }) => system.get<SeatDoc>('seats', seatId(shift._id, id)))),
  ])
  const { _id, title, kind, place, day, from, to, closed, cancelled } = shift
  return {
    ...{ shift: _id, title, kind, place, day, from, to },
    roles: shift.roles.map(({ id, name, need }, n) => ({ id, name, need, left: seats[n]?.left ?? 0 })),
    people: people.map(one => rowOf(shift, one, now)).sort((a, b) => Number(b.look) - Number(a.look) || a.name.localeCompare(b.name, 'zh')),
    ...(closed ? { closed } : {}),
    ...(cancelled ? { cancelled: cancelled.why } : {}),
  }
}

export const mineOf = (shift: ShiftDoc, signup: SignupDoc, more: { leads: boolean; tries: TriesDoc | null }): MyShift => ({
  ...{ shift: shift._id, title: shift.title, kind: shift.kind, place: shift.place, day: shift.day, from: shift.from, to: shift.to },
  ...{ roleName: roleName(shift, signup.role), note: shift.note, leads: more.leads, version: signup.version },
  ...(shift.cancelled ? { cancelled: shift.cancelled.why } : {}),
  ...(!signup.came && more.tries?.wrong ? { wrong: `${clockOf(more.tries.at)} 的码没对上。再扫一次，或者点“我到了”` } : {}),
  ...presenceOf(signup),
})
