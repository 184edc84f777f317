/** Whether somebody may, now: the refusals that every way onto a seat shares. Asked inside the transaction that decides. */
import type { RoleForm } from '@domain/shifts/contract'
import type { Decided } from '@domain/shifts/engine'
import type { Limits } from '@domain/shifts/load'
import { refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { sayWhen } from '../tell'
import { decidedFor, rulesOf } from './facts'

/** The role of a shift. Refuses shifts.not_there. */
export function roleOf(shift: ShiftDoc, id: string): RoleForm {
  const role = shift.roles.find(one => one.id === id)
  if (!role) throw refuse('shifts.not_there', '没有找到这个岗位，可能已经改了', 'role')
  return role
}

/** It is neither cancelled nor over nor begun. Refuses shifts.cancelled, shifts.ended. */
export function mustBeAhead(shift: ShiftDoc, now: number) {
  if (shift.cancelled) throw refuse('shifts.cancelled', `这个班取消了：${shift.cancelled.why}`)
  if (now >= shift.to) throw refuse('shifts.ended', '这个班已经结束了')
  if (now >= shift.from) throw refuse('shifts.ended', '这个班已经开始了，想帮忙就直接去，让队长给您记上')
}
/** Refuses shifts.not_yet. */
export function mustBeOpen(shift: ShiftDoc, now: number) {
  if (shift.opensAt !== undefined && now < shift.opensAt) throw refuse('shifts.not_yet', `还没开始报名，${sayWhen(shift.opensAt)} 开始`)
}
/** Refuses shifts.begun. */
export function mustNotHaveBegun(shift: ShiftDoc, now: number) {
  if (now >= shift.from) throw refuse('shifts.begun', '这个班已经开始了，有变化请直接告诉队长')
}

/** Somebody's sign-up that has a seat for sure. Refuses shifts.not_in_it. */
export async function onIn(tx: Pick<Tx, 'get'>, shift: string, account: string, who = '您'): Promise<SignupDoc> {
  const signup = await tx.get<SignupDoc>('signups', signupId(shift, account))
  if (signup?.state !== 'on') throw refuse('shifts.not_in_it', `${who}现在不在这个班里，请刷新看看`)
  return signup
}

/** What is too much for somebody is set aside. */
const UNLIMITED: Limits = { day: 1440, week: 10_080, heavy: true, rest: 0 }
export interface Fitting {
  helper: VolunteerDoc | null
  shift: ShiftDoc
  role: RoleForm
  /** A shift they would give up for it. */
  without?: string
  /** Whom the sentence is about; absent: the caller. */
  who?: string
  overrule?: boolean
}
/** They fit: papers, skills, label, team, age, clash, load. Refuses shifts.clashes, shifts.not_allowed. */
export async function mustFit(tx: Pick<Tx, 'get'>, { helper, shift, role, without, who, overrule }: Fitting): Promise<VolunteerDoc> {
  const whole = overrule && helper ? { ...helper, eased: { ...UNLIMITED, why: '', by: '' } } : helper
  const fits = await fitsIn(tx, whole, shift, role, without)
  if (fits.state !== 'free') throw refuse(`shifts.${fits.state}`, who ? `${who}：${fits.why}` : fits.why, 'role')
  return helper as VolunteerDoc
}

/** What the community's rules say; a block is a refusal. Refuses shifts.blocked. */
export async function mustNotBeBlocked(tx: Pick<Tx, 'get'>, { helper, shift, role, who }: Fitting, now: number): Promise<Decided> {
  const decided = decidedFor(await rulesOf(tx, shift.community), helper as VolunteerDoc, shift, role, now)
  if (decided.effect === 'block') throw refuse('shifts.blocked', who ? `${who}：${decided.why}` : decided.why, 'role')
  return decided
}
