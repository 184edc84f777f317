/** A shift does not take place: written down at once; everybody is told and every seat freed by the clock, in chunks, each person once. */
import type { InputOf, OutputOf } from '@domain'
import type { Work, WriteTx } from '../../_kit/context'
import type { Later } from '../../_kit/react'
import { refuse } from '../../_kit/refuse'
import { wake } from '../../_kit/wake'
import { type ShiftDoc, type SignupDoc, seatId } from '../docs'
import { ledShift } from '../reach'
import { type Doing, isLive, leave, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { signupsOf } from './read'

const CHUNK = 20

/** Writes it down; one that is cancelled already stays as it is. */
export async function callOff(tx: WriteTx, shift: ShiftDoc, { at, by, why = '' }: Doing): Promise<void> {
  if (shift.cancelled) return
  await tx.put<ShiftDoc>('shifts', { ...shift, cancelled: { at, by, why }, version: shift.version + 1 })
  // written as well, so that whoever signs up at this moment begins again and sees that it is cancelled
  for (const { id } of shift.roles) await tx.update('seats', seatId(shift._id, id), { inc: { left: 0 } })
  await tx.happened('shifts.cancelled', { shift: shift._id })
  const body = `${sayWhen(shift.from)}的${shift.title}取消了：${why}。`
  await tell(tx, { topic: 'cancelled', accounts: shift.with ? [shift.with.account] : [], title: `${shift.title}取消了`, body, at })
}

/** Refuses: shifts.not_there, shifts.begun. */
export const cancelShift: Work<InputOf<'shifts.cancel_shift'>, OutputOf<'shifts.cancel_shift'>> = async (context, { shift: id, why }) => {
  const about = { target: id, division: context.divisions[0], note: '取消班次' }
  const done = await context.write(about, async (tx, whole) => {
    const shift = await ledShift(context, tx, id)
    about.division = shift.community
    if (shift.from <= context.now) throw refuse('shifts.begun', '这个班已经开始了，不能取消；没来的人请在点名里记', 'shift')
    await callOff(whole, shift, { at: context.now, by: context.person?.name ?? '', why: why.trim() })
    return { id }
  })
  wake()
  return done
}

/** Facts: { shift }. */
export const shiftCancelled: Later = async (kit, facts) => {
  const shift = await kit.store.get<ShiftDoc>('shifts', String(facts.shift))
  if (!shift?.cancelled) return
  const left = (await signupsOf(kit.store, shift._id)).filter(isLive).map(one => one._id)
  for (let at = 0; at < left.length; at += CHUNK) await kit.write(tx => free(tx, shift, left.slice(at, at + CHUNK)))
}

async function free(tx: WriteTx, shift: ShiftDoc, ids: string[]) {
  const { at, by, why } = shift.cancelled as { at: number; by: string; why: string }
  const accounts: string[] = []
  for (const id of ids) {
    const signup = await tx.get<SignupDoc>('signups', id)
    if (!signup || !isLive(signup)) continue
    await leave(tx, shift, signup, 'cancelled', { at, by, why })
    if (signup.account) accounts.push(signup.account)
  }
  const body = `${sayWhen(shift.from)}的${shift.title}取消了：${why}。您不用来了。`
  const about = { to: shiftPage(shift._id), urgent: true, at, when: shift.from, until: shift.from }
  await tell(tx, { topic: 'cancelled', accounts, title: `${shift.title}取消了`, body, ...about })
}
