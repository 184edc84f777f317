/** Those who always stand somewhere are put into the shifts of their series, through the same rules and seats as everybody; each day once. */
import { standsOn } from '@domain/shifts/rhythm'
import { saidOf } from '@domain/shifts/words'
import type { WriteTx } from '../../_kit/context'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { isLive, leave, seat, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import type { RosterDoc } from './docs'
import type { Writing } from './keep'

const STANDING = '固定排班'
/** Days remembered: more than are made ahead. */
const MOST_KEPT = 60

/** Every roster, in the order they were arranged: one transaction a person. */
export async function standAll(kit: Writing, rosters: readonly RosterDoc[], shifts: readonly ShiftDoc[]): Promise<void> {
  for (const { _id } of rosters) await kit.write(tx => standOne(tx, kit, _id, shifts))
}

async function standOne(tx: WriteTx, { now }: Pick<Writing, 'now'>, id: string, seen: readonly ShiftDoc[]) {
  const before = await tx.get<RosterDoc>('shift_rosters', id)
  if (!before) return
  let roster = before
  for (const { _id } of seen) {
    const shift = await tx.get<ShiftDoc>('shifts', _id)
    if (!shift || shift.cancelled || shift.from <= now) continue
    roster = standsOn(roster, shift.day) ? await put(tx, roster, shift, now) : await lift(tx, roster, shift, now)
  }
  if (JSON.stringify(roster) !== JSON.stringify(before)) await tx.put('shift_rosters', roster)
}

/** Days that were seen to are not looked at again: what somebody withdrew from themselves stays withdrawn. */
async function put(tx: WriteTx, roster: RosterDoc, shift: ShiftDoc, now: number): Promise<RosterDoc> {
  const { day } = shift
  const lifted = roster.lifted.includes(day)
  const signup = await tx.get<SignupDoc>('signups', signupId(shift._id, roster.account))
  if (roster.trouble.some(one => one.day === day) || (signup && !lifted) || (signup && isLive(signup))) return roster
  const after = lifted ? { ...roster, lifted: roster.lifted.filter(one => one !== day) } : roster
  const why = await take(tx, roster, shift, now)
  if (!why) return after
  await tellTrouble(tx, roster, shift, why, now)
  return { ...after, trouble: [...after.trouble, { day, why }].slice(-MOST_KEPT) }
}

/** Takes the seat; answers why not, if not. */
async function take(tx: WriteTx, { _id, account, role: wanted }: RosterDoc, shift: ShiftDoc, at: number): Promise<string | null> {
  const role = shift.roles.find(one => one.id === wanted)
  if (!role) return '这个岗位那天没有'
  const helper = await tx.get<VolunteerDoc>('volunteers', account)
  const fits = await fitsIn(tx, helper, shift, role)
  if (fits.state !== 'free' || !helper) return 'why' in fits ? fits.why : '不在志愿者名册里'
  const asking = { shift, role, helper, how: 'roster' as const, roster: _id, seatOnly: true as const }
  const signup = await seat(tx, asking, { at, by: STANDING, why: STANDING })
  return signup ? null : `“${role.name}”已经满了`
}

/** A pause or an end takes back what the roster itself gave. */
async function lift(tx: WriteTx, roster: RosterDoc, shift: ShiftDoc, at: number): Promise<RosterDoc> {
  const signup = await tx.get<SignupDoc>('signups', signupId(shift._id, roster.account))
  if (!signup || signup.roster !== roster._id || !isLive(signup)) return roster
  await leave(tx, shift, signup, 'off', { at, by: STANDING, why: '固定排班这天歇着' })
  return { ...roster, lifted: [...new Set([...roster.lifted, shift.day])].slice(-MOST_KEPT) }
}

async function tellTrouble(tx: WriteTx, roster: RosterDoc, shift: ShiftDoc, why: string, at: number) {
  const what = `${sayWhen(shift.from)}的${shift.title}`
  const told = { to: shiftPage(shift._id), at }
  const mine = { accounts: [roster.account], title: '这天没能给您排上', body: `${what}：${why}。` }
  await tell(tx, { topic: 'changed', ...mine, ...told })
  const theirs = { accounts: [roster.arranged], title: `${roster.name}这天排不上`, body: `${what}：${saidOf(why)}。请再找一个人。` }
  await tell(tx, { topic: 'lead', ...theirs, ...told })
}
