/**
 * Seats and the queue, inside somebody's transaction: the one place where a seat is taken, held, given back or handed on.
 * What holds always: need = left + seats given or held, left >= 0; nobody has two shifts at once; while anybody waits, nobody goes past them.
 */
import type { RoleForm, SignState } from '@domain/shifts/contract'
import { offerUntil } from '@domain/shifts/offer'
import type { WriteTx } from '../_kit/context'
import type { Tx } from '../_kit/store/port'
import { letGo, takeOn } from './busy'
import { type Decision, type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from './docs'
import { fitsIn, spanOf } from './person'
import { sayWhen, tell } from './tell'

/** Sign-ups that have a seat, given or held for them. */
export const SEATED: readonly SignState[] = ['asked', 'on', 'offered']
/** Sign-ups that still are something: a seat or a place in the queue. */
export const LIVE: readonly SignState[] = [...SEATED, 'waiting']
export const isSeated = ({ state }: Pick<SignupDoc, 'state'>) => SEATED.includes(state)

/** Who does it and when, and why: it goes into the history. */
export interface Doing {
  at: number
  by: string
  why?: string
}
export interface Asking {
  shift: ShiftDoc
  role: RoleForm
  helper: Pick<VolunteerDoc, '_id' | 'name'>
  how: SignupDoc['how']
  decision?: Decision
  group?: string
  roster?: string
  /** Goes past the queue: a lead puts somebody there by hand, or two swap. Never past the number of seats. */
  pastQueue?: true
  /** No place in the queue when there is no seat: nothing is written then. */
  seatOnly?: true
}
const PAGE = '/shifts/pages/shift/index'
export const shiftPage = (shift: string) => `${PAGE}?shift=${encodeURIComponent(shift)}`

/**
 * Puts somebody on a seat ('on', or 'asked' when the lead decides), or at the end of the queue. Whether they may was asked before, in this
 * transaction. Null: no seat, and none but a seat was wanted.
 */
export async function seat(tx: WriteTx, asking: Asking, doing: Doing): Promise<SignupDoc | null> {
  const { shift, role, helper, pastQueue, seatOnly } = asking
  const before = await tx.get<SignupDoc>('signups', signupId(shift._id, helper._id))
  const when = { left: { gte: 1 }, ...(pastQueue ? {} : { waiting: 0 }) }
  const taken = await tx.update<SeatDoc>('seats', seatId(shift._id, role.id), { inc: { left: -1 } }, { when })
  if (!taken && seatOnly) return null
  if (!taken) await tx.update('seats', seatId(shift._id, role.id), { inc: { waiting: 1 }, add: { queue: helper._id } })
  const state: SignState = !taken ? 'waiting' : asking.decision?.effect === 'ask' ? 'asked' : 'on'
  const signup = moved(signupOf(asking, before), state, doing)
  await tx.put('signups', signup)
  if (taken) await takeOn(tx, helper._id, spanOf(shift))
  if (state === 'on') await tx.happened('shifts.seated', factsOf(shift, signup))
  return signup
}

function signupOf(asking: Asking, before: SignupDoc | null): SignupDoc {
  const { shift, role, helper, how, decision, group, roster } = asking
  return {
    ...{ _id: signupId(shift._id, helper._id), shift: shift._id, community: shift.community, account: helper._id, name: helper.name },
    ...{ role: role.id, kind: shift.kind, day: shift.day, from: shift.from, to: shift.to, state: 'on', how },
    ...(shift.team ? { team: shift.team } : {}),
    ...(group ? { group } : {}),
    ...(roster ? { roster } : {}),
    ...(decision ? { decision } : {}),
    history: before?.history ?? [],
    version: before?.version ?? 0,
  }
}

/** The sign-up in another state, with what happened written down. An offer's end and an asked-for cover go with the state they belong to. */
export function moved(signup: SignupDoc, state: SignState, { at, by, why }: Doing, more: Partial<SignupDoc> = {}): SignupDoc {
  const { until: _, cover: __, ...rest } = signup
  const happened = { at, by, what: state, ...(why ? { why } : {}) }
  return { ...rest, ...more, state, history: [...signup.history, happened], version: signup.version + 1 } as SignupDoc
}

/** What the reactions table is told of a seat given or given up. */
export const factsOf = (shift: ShiftDoc, signup: SignupDoc) => ({
  ...{ shift: shift._id, account: signup.account, name: signup.name, role: signup.role, day: shift.day, community: shift.community },
  kitchen: shift.kitchen ?? null,
  meal: shift.meal ?? null,
  route: shift.roles.find(one => one.id === signup.role)?.route ?? null,
})

/** Ends a sign-up: its seat is free again or its place in the queue is gone, and the queue moves up. */
export async function leave(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, to: SignState, doing: Doing): Promise<SignupDoc> {
  const after = moved(signup, to, doing)
  await tx.put('signups', after)
  if (signup.state === 'waiting') {
    await tx.update('seats', seatId(shift._id, signup.role), { inc: { waiting: -1 }, pull: { queue: signup.account } })
    return after
  }
  if (!isSeated(signup)) return after
  if (signup.account) await letGo(tx, signup.account, shift._id, shift.day)
  await tx.update('seats', seatId(shift._id, signup.role), { inc: { left: 1 } })
  if (signup.state === 'on') await tx.happened('shifts.unseated', factsOf(shift, signup))
  await moveQueue(tx, shift, signup.role, doing.at)
  return after
}

/** An offer taken, or the lead's yes. Refused elsewhere when it is over or no longer fits. */
export async function confirm(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, doing: Doing): Promise<SignupDoc> {
  const state: SignState = signup.state === 'offered' && signup.decision?.effect === 'ask' ? 'asked' : 'on'
  const after = moved(signup, state, doing)
  await tx.put('signups', after)
  if (state === 'on') await tx.happened('shifts.seated', factsOf(shift, after))
  return after
}

/** A seat goes from one person to another, who fits: never free in between. `state` is what the one who gives it up is left with. */
export async function handOn(tx: WriteTx, shift: ShiftDoc, from: SignupDoc, asking: Asking, doing: Doing): Promise<SignupDoc> {
  const before = await tx.get<SignupDoc>('signups', signupId(shift._id, asking.helper._id))
  if (before?.state === 'waiting')
    await tx.update('seats', seatId(shift._id, before.role), { inc: { waiting: -1 }, pull: { queue: before.account } })
  await tx.put('signups', moved(from, 'given', { ...doing, why: doing.why ?? `换给了${asking.helper.name}` }))
  await letGo(tx, from.account, shift._id, shift.day)
  await tx.happened('shifts.unseated', factsOf(shift, from))
  const after = moved(signupOf(asking, before), 'on', doing)
  await tx.put('signups', after)
  await takeOn(tx, asking.helper._id, spanOf(shift))
  await tx.happened('shifts.seated', factsOf(shift, after))
  return after
}

/** How far down the queue one transaction looks. */
const LOOKED_AT = 30

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
    await offer(tx, shift, form, first, { now, until })
  }
}

async function offer(tx: WriteTx, shift: ShiftDoc, role: RoleForm, account: string, { now, until }: { now: number; until: number }) {
  const off = { inc: { waiting: -1 }, pull: { queue: account } }
  const [signup, helper] = await Promise.all([
    tx.get<SignupDoc>('signups', signupId(shift._id, account)),
    tx.get<VolunteerDoc>('volunteers', account),
  ])
  const fits = await fitsIn(tx, helper, shift, role)
  const what = `${sayWhen(shift.from)} ${shift.title}（${role.name}）`
  if (!signup || fits.state !== 'free') {
    await tx.update('seats', seatId(shift._id, role.id), off)
    if (!signup) return
    const why = 'why' in fits ? fits.why : ''
    await tx.put('signups', moved(signup, 'passed', { at: now, by: '', why }))
    return tell(tx, {
      topic: 'queue',
      accounts: [account],
      title: '轮到您了，可是这次去不了',
      body: `${what}。${why}`,
      to: shiftPage(shift._id),
      at: now,
    })
  }
  await tx.update('seats', seatId(shift._id, role.id), { inc: { waiting: -1, left: -1 }, pull: { queue: account } })
  await tx.put('signups', moved(signup, 'offered', { at: now, by: '' }, { until }))
  await takeOn(tx, account, spanOf(shift))
  const body = `${what}空出一个位子，给您留到 ${sayWhen(until).slice(-5)}，来不来请点一下。`
  await tell(tx, { topic: 'offer', accounts: [account], title: '排到您了', body, to: shiftPage(shift._id), urgent: true, at: now })
}

/** The seats of a new shift, one document a role. */
export async function setUp(tx: Pick<Tx, 'insert'>, shift: ShiftDoc): Promise<void> {
  for (const { id: role, need } of shift.roles)
    await tx.insert<SeatDoc>('seats', {
      ...{ _id: seatId(shift._id, role), shift: shift._id, role, community: shift.community },
      ...{ need, left: need, waiting: 0, queue: [] },
    })
}

/** One seat more: somebody who is there is counted, never past the number of seats. */
export async function addSeat(tx: Tx, shift: ShiftDoc, role: string): Promise<ShiftDoc> {
  const roles = shift.roles.map(one => (one.id === role ? { ...one, need: one.need + 1 } : one))
  const after = { ...shift, roles, version: shift.version + 1 }
  await tx.put('shifts', after)
  await tx.update('seats', seatId(shift._id, role), { inc: { need: 1, left: 1 } })
  return after
}
