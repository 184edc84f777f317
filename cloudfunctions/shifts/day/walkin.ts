/** Somebody came who had not signed up: one line in the roll-call, counted to the number of seats. */
import type { InputOf, OutputOf } from '@domain'
import { sayCame } from '@domain/shifts/attend'
import type { RoleForm } from '@domain/shifts/contract'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { ledShift } from '../reach'
import { addSeat, confirm, type Doing, seat, seatGuest } from '../seat'
import { checkedTimes, mustHaveBegun, mustStand, settleLate } from './lead'
import { markOf, noted } from './marks'

type Input = InputOf<'shifts.walk_in'>

/** Refuses: see shifts.walk_in. */
export const walkIn: Work<Input, OutputOf<'shifts.walk_in'>> = (context, input) => {
  const guest = `~${context.id()}`
  const about = { target: input.shift, division: context.divisions[0] }
  return context.write(about, async (tx, whole) => {
    const led = await ledShift(context, tx, input.shift)
    about.division = led.community
    mustStand(led)
    mustHaveBegun(led, context.now)
    const times = checkedTimes(led, input, context.now)
    const role = led.roles.find(one => one.id === input.role)
    if (!role) throw refuse('shifts.no_role', '这个班没有这个岗位了，请看一眼再加', 'role')
    const doing = { at: context.now, by: context.person?.name ?? '', why: '临时来的' }
    const { shift, signup } = await placed({ context, tx, whole, shift: led, role, input, doing, guest })
    const make = (at: number) => markOf(shift, { at, how: input.paper ? 'paper' : 'lead', by: doing.by })
    const marks = { came: make(times.came), ...(times.went === undefined ? {} : { went: make(times.went) }) }
    const words = sayCame(shift.from, times.came)
    const after = noted(signup, marks, { at: context.now, by: doing.by, what: 'came', why: words })
    await whole.put('signups', after)
    await settleLate(context, whole, shift, after)
    return { id: after._id, person: after.account || guest, words: `${after.name}，${words}` }
  })
}

interface Placing {
  context: Context
  tx: Tx
  whole: WriteTx
  shift: ShiftDoc
  role: RoleForm
  input: Input
  doing: Doing
  guest: string
}
/** A seat for them: the one they hold already, a free one, or, when the lead says so, one more. */
async function placed(it: Placing): Promise<{ shift: ShiftDoc; signup: SignupDoc }> {
  const { tx, whole, role, input, doing, guest } = it
  if (input.who.as === 'guest') {
    const shift = await withRoom(it)
    const signup = await seatGuest(whole, shift, role, { id: guest, name: input.who.name.trim() }, doing)
    if (!signup) throw full(role)
    return { shift, signup }
  }
  const helper = await tx.get<VolunteerDoc>('volunteers', input.who.account)
  if (!helper) throw notThere('shifts', '这位志愿者')
  const before = await whole.get<SignupDoc>('signups', signupId(it.shift._id, helper._id))
  if (before?.state === 'on') throw refuse('shifts.already_in', `${helper.name}已经在名单里了，点一下名字就行`, 'who')
  const fits = await fitsIn(whole, helper, it.shift, role)
  if (fits.state !== 'free') throw refuse('shifts.cannot', `${helper.name}：${fits.why}`, 'who')
  if (before?.state === 'asked' || before?.state === 'offered')
    return { shift: it.shift, signup: await taken(whole, it.shift, before, doing) }
  const shift = await withRoom(it)
  const signup = await seat(whole, { shift, role, helper, how: 'walkin', pastQueue: true, seatOnly: true }, doing)
  if (!signup) throw full(role)
  return { shift, signup }
}

/** What they hold is theirs: an offer that needs the lead's yes has it by this. */
async function taken(whole: WriteTx, shift: ShiftDoc, before: SignupDoc, doing: Doing): Promise<SignupDoc> {
  const once = await confirm(whole, shift, before, doing)
  return once.state === 'on' ? once : confirm(whole, shift, once, doing)
}

async function withRoom({ whole, shift, role, input }: Placing): Promise<ShiftDoc> {
  const seats = await whole.get<SeatDoc>('seats', seatId(shift._id, role.id))
  return input.seat && (seats?.left ?? 0) < 1 ? addSeat(whole, shift, role.id) : shift
}
const full = (role: RoleForm) => refuse('shifts.full', `${role.name}满了，要再加一个位子就点“加一个位子”`, 'role')
