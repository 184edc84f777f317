/**
 * Seats, inside somebody's transaction: the one place where a seat is taken, held, given back or handed on. The queue is in queue.ts.
 * What holds always: need = left + seats given or held, left >= 0; nobody has two shifts at once; while anybody waits, nobody goes past them.
 * Everything here may come twice: who has a seat keeps it, who has none loses none.
 */
import type { RoleForm, SignState } from '@domain/shifts/contract'
import { QUEUE_ENDS } from '@domain/shifts/offer'
import type { WriteTx } from '../_kit/context'
import type { Tx } from '../_kit/store/port'
import { letGo, takeOn } from './busy'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId } from './docs'
import { spanOf } from './person'
import { moveQueue, outOfQueue } from './queue'
import { type Asking, type Doing, factsOf, isLive, isSeated, moved, signupOf } from './signup'

export { moveQueue } from './queue'
export { type Asking, type Doing, factsOf, isLive, isSeated, LIVE, moved, SEATED, shiftPage } from './signup'

/**
 * Puts somebody on a seat ('on', or 'asked' when the lead decides), or at the end of the queue. Whether they may was asked before, in this
 * transaction. Who already has a seat in this shift is answered with it. Null: no seat, and none but a seat was wanted, or the queue has ended.
 */
export async function seat(tx: WriteTx, asking: Asking, doing: Doing): Promise<SignupDoc | null> {
  const { shift, role, helper, pastQueue, seatOnly } = asking
  const before = await tx.get<SignupDoc>('signups', signupId(shift._id, helper._id))
  if (before && isSeated(before)) return before
  const over = doing.at >= shift.from - QUEUE_ENDS
  const when = { left: { gte: 1 }, ...(pastQueue || over ? {} : { waiting: 0 }) }
  const taken = await tx.update<SeatDoc>('seats', seatId(shift._id, role.id), { inc: { left: -1 } }, { when })
  if (!taken && (seatOnly || over)) return null
  if (!taken && before?.state === 'waiting') return before
  if (!taken) await tx.update('seats', seatId(shift._id, role.id), { inc: { waiting: 1 }, add: { queue: helper._id } })
  else if (before?.state === 'waiting') await outOfQueue(tx, shift._id, before.role, helper._id)
  const state: SignState = !taken ? 'waiting' : asking.decision?.effect === 'ask' ? 'asked' : 'on'
  const signup = moved(signupOf(asking, before), state, doing)
  await tx.put('signups', signup)
  if (taken) await takeOn(tx, helper._id, spanOf(shift))
  if (state === 'on') await tx.happened('shifts.seated', factsOf(shift, signup))
  return signup
}

/** A seat for somebody without an account, by name: whoever leads writes them down. They have no other shifts. Null: no seat is free. */
export async function seatGuest(
  tx: WriteTx,
  shift: ShiftDoc,
  role: RoleForm,
  guest: { id: string; name: string },
  doing: Doing,
): Promise<SignupDoc | null> {
  const when = { left: { gte: 1 } }
  if (!(await tx.update<SeatDoc>('seats', seatId(shift._id, role.id), { inc: { left: -1 } }, { when }))) return null
  const asking: Asking = { shift, role, helper: { _id: guest.id, name: guest.name }, how: 'walkin' }
  const signup = moved({ ...signupOf(asking, null), account: '' }, 'on', doing)
  await tx.put('signups', signup)
  return signup
}

/** Ends a sign-up: its seat is free again or its place in the queue is gone, and the queue moves up. What has ended stays as it is. */
export async function leave(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, to: SignState, doing: Doing): Promise<SignupDoc> {
  if (!isLive(signup)) return signup
  const after = moved(signup, to, doing)
  await tx.put('signups', after)
  if (signup.state === 'waiting') {
    await outOfQueue(tx, shift._id, signup.role, signup.account)
    return after
  }
  if (signup.account) await letGo(tx, signup.account, shift._id, signup.day)
  await tx.update('seats', seatId(shift._id, signup.role), { inc: { left: 1 } })
  if (signup.state === 'on') await tx.happened('shifts.unseated', { ...factsOf(shift, signup), why: doing.why ?? '' })
  await moveQueue(tx, shift, signup.role, doing.at)
  return after
}

/** An offer taken, or the lead's yes. Whether it still holds and fits was asked before; anything but those two stays as it is. */
export async function confirm(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, doing: Doing): Promise<SignupDoc> {
  if (signup.state !== 'offered' && signup.state !== 'asked') return signup
  const state: SignState = signup.state === 'offered' && signup.decision?.effect === 'ask' ? 'asked' : 'on'
  const after = moved(signup, state, doing)
  await tx.put('signups', after)
  if (state === 'on') await tx.happened('shifts.seated', factsOf(shift, after))
  return after
}

/**
 * A seat goes from one person ('on') to another, who fits and has none in this shift: never free in between. Whoever gives it up is left with
 * 'given'; a place in the queue of whoever gets it is theirs no more.
 */
export async function handOn(tx: WriteTx, shift: ShiftDoc, from: SignupDoc, asking: Asking, doing: Doing): Promise<SignupDoc> {
  const before = await tx.get<SignupDoc>('signups', signupId(shift._id, asking.helper._id))
  if (from.state !== 'on' || (before && isSeated(before))) throw new Error('a seat is handed from one who has it to one who has none')
  if (before?.state === 'waiting') await outOfQueue(tx, shift._id, before.role, before.account)
  await tx.put('signups', moved(from, 'given', { ...doing, why: doing.why ?? `换给了${asking.helper.name}` }))
  await letGo(tx, from.account, shift._id, from.day)
  await tx.happened('shifts.unseated', { ...factsOf(shift, from), why: `换给了${asking.helper.name}` })
  const after = moved(signupOf(asking, before), 'on', doing)
  await tx.put('signups', after)
  await takeOn(tx, asking.helper._id, spanOf(shift))
  await tx.happened('shifts.seated', factsOf(shift, after))
  return after
}

/** The seats of a new shift, one document a role. */
export async function setUp(tx: Pick<Tx, 'insert'>, shift: ShiftDoc): Promise<void> {
  for (const { id: role, need } of shift.roles)
    await tx.insert<SeatDoc>('seats', {
      ...{ _id: seatId(shift._id, role), shift: shift._id, role, community: shift.community },
      ...{ need, left: need, waiting: 0, queue: [] },
    })
}

/**
 * Another number of seats for a role whose `need` in `shift` (already written) is the new one; a role that is new gets its document. Fewer only as
 * long as seats are free: false, and nothing changed, when more are taken than are wanted. The queue moves up into what is new.
 */
export async function resize(tx: WriteTx, shift: ShiftDoc, role: string, now: number): Promise<boolean> {
  const [id, form] = [seatId(shift._id, role), shift.roles.find(one => one.id === role)]
  const seats = await tx.get<SeatDoc>('seats', id)
  const need = form?.need ?? 0
  if (!seats) {
    const { _id: it, community } = shift
    await tx.insert<SeatDoc>('seats', { _id: id, shift: it, role, community, need, left: need, waiting: 0, queue: [] })
    return true
  }
  const by = need - seats.need
  const done = await tx.update<SeatDoc>('seats', id, { inc: { need: by, left: by } }, { when: { left: { gte: Math.max(0, -by) } } })
  if (done) await moveQueue(tx, shift, role, now)
  return done !== null
}

/** One seat more: somebody who is there and was not planned for is counted, never past the number of seats. */
export async function addSeat(tx: Tx, shift: ShiftDoc, role: string): Promise<ShiftDoc> {
  const roles = shift.roles.map(one => (one.id === role ? { ...one, need: one.need + 1 } : one))
  const after = { ...shift, roles, version: shift.version + 1 }
  await tx.put('shifts', after)
  await tx.update('seats', seatId(shift._id, role), { inc: { need: 1, left: 1 } })
  return after
}
