/** More or fewer people for a role. */
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type SeatDoc, type ShiftDoc, seatId } from '../docs'
import { ledShift } from '../reach'
import { resize } from '../seat'
import { seatsTaken } from './apply'

/** Refuses: shifts.not_there, shifts.no_such_role, shifts.seats_taken, shifts.cancelled, shifts.over. */
export const setNeed: Work<InputOf<'shifts.set_need'>, OutputOf<'shifts.set_need'>> = (context, { shift: id, role, need }) => {
  const about = { target: id, division: context.divisions[0] }
  return context.write(about, async (tx, whole) => {
    const before = await ledShift(context, tx, id)
    about.division = before.community
    const form = before.roles.find(one => one.id === role)
    if (!form) throw refuse('shifts.no_such_role', '这个班没有这个岗位，请看一眼新的', 'role')
    if (before.cancelled) throw refuse('shifts.cancelled', '这个班已经取消了，要用请另开一个', 'shift')
    if (before.to <= context.now) throw refuse('shifts.over', '这个班已经结束了，人数不用改了', 'shift')
    const roles = before.roles.map(one => (one.id === role ? { ...one, need } : one))
    const after: ShiftDoc = { ...before, roles, version: before.version + 1 }
    await whole.put('shifts', after)
    if (!(await resize(whole, after, role, context.now))) throw seatsTaken(await whole.get<SeatDoc>('seats', seatId(id, role)), form.name)
    return { id }
  })
}
