/** The queue of a role, inside somebody's transaction: it moves by itself when a seat is free, in its order, and ends half an hour before the shift. */
import type { RoleForm } from '@domain/shifts/contract'
import { offerUntil } from '@domain/shifts/offer'
import type { WriteTx } from '../_kit/context'
import type { Tx } from '../_kit/store/port'
import { takeOn } from './busy'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from './docs'
import { fitsIn, spanOf } from './person'
import { moved, shiftPage } from './signup'
import { sayUntil, sayWhen, tell } from './tell'

/** How far down the queue one transaction looks. */
const LOOKED_AT = 30

/** Takes somebody out of the queue of a role; without effect when they are not in it. */
export const outOfQueue = (tx: Tx, shift: string, role: string, account: string) =>
  tx.update<SeatDoc>(
    'seats',
    seatId(shift, role),
    { inc: { waiting: -1 }, pull: { queue: account } },
    { when: { queue: { has: account } } },
  )

/**
 * Offers free seats to the first in the queue who fit now; who no longer does is passed over and told why. Nothing in the quiet hours and in the
 * last half hour (domain/shifts/offer.ts): the clock comes back. Answers how many sign-ups changed.
 */
export async function moveQueue(tx: WriteTx, shift: ShiftDoc, role: string, now: number): Promise<number> {
  const until = offerUntil(now, shift.from)
  const form = shift.roles.find(one => one.id === role)
  if (until === null || shift.cancelled || !form) return 0
  for (let changed = 0; ; changed++) {
    const seats = await tx.get<SeatDoc>('seats', seatId(shift._id, role))
    const [first] = seats?.queue ?? []
    if (!seats || seats.left < 1 || first === undefined || changed >= LOOKED_AT) return changed
    await next(tx, shift, form, first, { now, until })
  }
}

/** The first of the queue: offered the seat, or passed over. */
async function next(tx: WriteTx, shift: ShiftDoc, role: RoleForm, account: string, { now, until }: { now: number; until: number }) {
  const [signup, helper] = await Promise.all([
    tx.get<SignupDoc>('signups', signupId(shift._id, account)),
    tx.get<VolunteerDoc>('volunteers', account),
  ])
  const waits = signup?.state === 'waiting' && signup.role === role.id
  const fits = await fitsIn(tx, helper, shift, role)
  await outOfQueue(tx, shift._id, role.id, account)
  if (!waits) return
  if (fits.state !== 'free') return passOver(tx, shift, signup, { at: now, why: fits.why })
  await tx.update('seats', seatId(shift._id, role.id), { inc: { left: -1 } })
  await tx.put('signups', moved(signup, 'offered', { at: now, by: '', why: '空出一个位子，轮到了' }, { until }))
  await takeOn(tx, account, spanOf(shift))
  const body = `${sayWhen(shift.from)} ${shift.title}（${role.name}）空出一个位子，给您留到${sayUntil(until, now)}，来不来请点一下。`
  const about = { to: shiftPage(shift._id), urgent: true, at: now, when: shift.from, until }
  await tell(tx, { topic: 'offer', accounts: [account], title: '排到您了', body, ...about })
}

async function passOver(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, { at, why }: { at: number; why: string }) {
  await tx.put('signups', moved(signup, 'passed', { at, by: '', why }))
  const told = { title: '轮到您了，可是这次去不了', body: `${sayWhen(shift.from)} ${shift.title}。${why}。`, to: shiftPage(shift._id) }
  await tell(tx, { topic: 'queue', accounts: [signup.account], ...told, at })
}
