/** A shift stays watched until everybody in it is settled: what people forget, the clock asks and in the end settles. */
import { GRACE, SETTLES, WAITS } from '@domain/shifts/attend'
import { clockOf } from '@domain/shifts/clash'
import type { Ticking } from '../../_kit/clock'
import type { WriteTx } from '../../_kit/context'
import { type Reaction, telling } from '../../_kit/react'
import type { Store } from '../../_kit/store/port'
import type { Mark, ShiftDoc, SignupDoc } from '../docs'
import { sayWhen, tell } from '../tell'
import type { WatchDoc } from './docs'
import { certain, markOf, noted } from './marks'
import { isSure, settle } from './settle'

const HOME = '/pages/home/index'
const CHUNK = 20

/** Somebody has a seat: the clock looks at the shift when it is over. */
export const watchSeated: Reaction = async (tx, { shift: id }) => {
  const shift = await tx.get<ShiftDoc>('shifts', String(id))
  if (shift) await watch(tx, shift)
}
/** Has the clock look at a shift, unless it does already. */
export async function watch(tx: Pick<WriteTx, 'get' | 'put'>, shift: ShiftDoc): Promise<void> {
  if (!(await tx.get('shift_watches', shift._id))) await tx.put<WatchDoc>('shift_watches', { _id: shift._id, due: shift.to + GRACE })
}

/** Everybody who has a seat in a shift. */
export const seatedIn = async (store: Pick<Store, 'find'>, shift: string): Promise<SignupDoc[]> =>
  (await store.find<SignupDoc>('signups', { where: { shift }, limit: 1000 })).items.filter(one => one.state === 'on')

/** One round over the shifts that are due. Answers how many were looked at. */
export async function turnDays(kit: Ticking): Promise<number> {
  const due = await kit.store.find<WatchDoc>('shift_watches', { where: { due: { lte: kit.now } }, order: ['due'], limit: CHUNK })
  for (const { _id } of due.items) await look(kit, _id)
  return due.items.length
}

async function look(kit: Ticking, id: string) {
  const shift = await kit.store.get<ShiftDoc>('shifts', id)
  const people = shift && !shift.cancelled ? await seatedIn(kit.store, id) : []
  let open = 0
  for (const { _id } of people)
    await kit.store.transaction(async tx => {
      const signup = await tx.get<SignupDoc>('signups', _id)
      if (!shift || signup?.state !== 'on' || signup.settled) return
      const after = await next(telling(tx, kit.reactions, kit), shift, signup, kit.now)
      if (!after.settled) open++
    })
  const due = shift && open > 0 ? dueAfter(shift, kit.now) : undefined
  await kit.store.transaction(async tx => {
    if (due === undefined) await tx.remove('shift_watches', id)
    else await tx.put<WatchDoc>('shift_watches', { _id: id, due })
  })
}

/** When a shift is looked at next; nothing after the last time. */
const dueAfter = ({ to }: ShiftDoc, now: number) => [GRACE, SETTLES, WAITS].map(after => to + after).find(at => at > now)

/** What the clock makes of one sign-up now. A second time changes nothing. */
async function next(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, now: number): Promise<SignupDoc> {
  if (now < shift.to + GRACE) return signup
  const closed = signup.came && !signup.went && !signup.absent ? await closeForgotten(tx, shift, signup, now) : signup
  if (now < shift.to + SETTLES) return closed
  if (closed.absent || isSure(closed)) return settle(tx, shift, closed, now)
  if (!closed.came) return settle(tx, shift, unaccounted(closed, now), now)
  return now < shift.to + WAITS ? closed : settle(tx, shift, giveUp(closed, now), now)
}

/** Nobody checked out: closed at the end, and the person is asked; it counts for nothing until the lead has confirmed it. */
async function closeForgotten(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, now: number): Promise<SignupDoc> {
  const went = markOf(shift, { at: Math.max(shift.to, signup.came?.at ?? 0), how: 'clock', by: '', unsure: true })
  const after = noted(signup, { went }, { at: now, by: '', what: 'forgotten', why: `没有签退，先按 ${clockOf(shift.to)} 记着` })
  await tx.put('signups', after)
  const body = `${sayWhen(shift.from)} ${shift.title}没有签退，先按 ${clockOf(shift.to)} 走的记着。点进来说一声，队长确认了就算时长。`
  await tell(tx, { topic: 'answer', accounts: account(signup), title: '您是几点走的', body, to: HOME, at: now })
  return after
}
const account = ({ account: id }: SignupDoc) => (id ? [id] : [])

const unaccounted = (signup: SignupDoc, now: number): SignupDoc =>
  noted(
    signup,
    { absent: { at: now, by: '', why: '', excused: false } },
    { at: now, by: '', what: 'absent', why: '过了一天没有人说来没来' },
  )

/** Nobody answered for a week: it counts as far as the lead has seen them there, else not at all, and the history says so. */
function giveUp(signup: SignupDoc, now: number): SignupDoc {
  const { came, went } = signup
  if (!came || !went || !isSeen(came))
    return noted(signup, {}, { at: now, by: '', what: 'uncounted', why: '过了 7 天没有人确认，时长没有记' })
  const why = `过了 7 天没有人说几点走的，队长点过名，按 ${clockOf(Math.min(went.at, signup.to))} 算`
  return noted(signup, { came: certain(came), went: certain(went) }, { at: now, by: '', what: 'sure', why })
}
/** The lead saw them: said so at the roll-call, or confirmed it. */
const isSeen = ({ how, sure }: Mark) => how === 'lead' || how === 'paper' || sure !== undefined
