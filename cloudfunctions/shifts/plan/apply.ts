/**
 * A shift becomes another one, with everybody in it, in one transaction: what they have taken on moves with it, so that nobody is in two
 * overlapping shifts at any moment; who no longer fits is taken off, and all are told.
 */
import { differences, touchesPeople } from '@domain/shifts/changed'
import type { WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { letGo, takeOn } from '../busy'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId } from '../docs'
import { spanOf } from '../person'
import { type Doing, factsOf, isLive, isSeated, leave, resize, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { type Verdict, verdictOn } from './verdict'

/** More people than this are not moved in one transaction. */
export const MOST_MOVED = 60

export interface Applying {
  before: ShiftDoc
  after: ShiftDoc
  /** Everybody who was in it when it was looked at; they are read again. */
  people: readonly SignupDoc[]
  doing: Doing
}
type Judged = { signup: SignupDoc; verdict: Verdict }

const meanwhile = () => refuse('shifts.changed_meanwhile', '刚刚有人动过这个班，请看一眼新的再改', 'version')

/** Refuses: shifts.crowded, shifts.changed_meanwhile, shifts.seats_taken. */
export async function applyChange(tx: WriteTx, { before, after, people, doing }: Applying): Promise<void> {
  const signups = await readAgain(tx, people)
  await mustBeAll(tx, before, signups)
  await tx.put('shifts', after)
  const judged = touchesPeople(before, after) ? await moveAll(tx, { before, after, signups, doing }) : signups.map(stays)
  await refacted(tx, before, after, judged)
  await resizeAll(tx, before, after, doing.at)
  for (const { signup, verdict } of judged) if (verdict.fate === 'off') await takeOff(tx, after, signup._id, { ...doing, why: verdict.why })
  await tellAll(tx, before, after, judged, doing.at)
}
const stays = (signup: SignupDoc): Judged => ({ signup, verdict: { fate: isSeated(signup) ? 'stays' : 'waits', why: '' } })

async function readAgain(tx: WriteTx, people: readonly SignupDoc[]): Promise<SignupDoc[]> {
  const found = await Promise.all(people.map(one => tx.get<SignupDoc>('signups', one._id)))
  return found.flatMap(one => (one && isLive(one) ? [one] : []))
}

/** Whoever came in since the shift was looked at is counted in its seats, but not among `signups`: then it must be looked at again. */
async function mustBeAll(tx: WriteTx, shift: ShiftDoc, signups: readonly SignupDoc[]): Promise<void> {
  for (const { id } of shift.roles) {
    const seat = await tx.get<SeatDoc>('seats', seatId(shift._id, id))
    const inRole = signups.filter(one => one.role === id)
    const known = inRole.filter(isSeated).length
    const waiting = inRole.filter(one => one.state === 'waiting').length
    if (seat && (seat.need - seat.left !== known || seat.queue.length !== waiting)) throw meanwhile()
  }
}

async function moveAll(tx: WriteTx, { before, after, signups, doing }: Omit<Applying, 'people'> & { signups: SignupDoc[] }) {
  if (signups.length > MOST_MOVED)
    throw refuse('shifts.crowded', `这个班有 ${signups.length} 个人了，一次改不了这么多人的时间。请取消它、另开一个班`, 'from')
  const judged: Judged[] = []
  for (const signup of signups) {
    const verdict = await verdictOn(tx, before, after, signup)
    judged.push({ signup, verdict })
    await moveOne(tx, before, after, { signup, verdict }, doing)
  }
  return judged
}

/** The sign-up says the new times, and what somebody has taken on too. Whoever is off is taken off afterwards, seat and all. */
async function moveOne(tx: WriteTx, before: ShiftDoc, after: ShiftDoc, { signup, verdict }: Judged, { at, by }: Doing) {
  const { team: _, ...rest } = signup
  const { kind, day, from, to, team } = after
  const why = differences(before, after).join('；') || '岗位要求改了'
  const history = [...signup.history, { at, by, what: 'changed', why }]
  const until = signup.until === undefined ? {} : { until: Math.min(signup.until, from) }
  const moved = { ...rest, ...until, kind, day, from, to, ...(team ? { team } : {}), history, version: signup.version + 1 } as SignupDoc
  await tx.put('signups', moved)
  if (!signup.account || !isSeated(signup)) return
  await letGo(tx, signup.account, before._id, before.day)
  if (verdict.fate === 'stays') await takeOn(tx, signup.account, spanOf(after))
}

/** What others hold on account of a seat (a kitchen's round) goes with it from the old day and route to the new. */
async function refacted(tx: WriteTx, before: ShiftDoc, after: ShiftDoc, judged: readonly Judged[]) {
  for (const { signup, verdict } of judged) {
    const [was, is] = [factsOf(before, signup), factsOf(after, signup)]
    if (signup.state !== 'on' || JSON.stringify(was) === JSON.stringify(is)) continue
    await tx.happened('shifts.unseated', { ...was, why: '班改了' })
    if (verdict.fate === 'stays') await tx.happened('shifts.seated', is)
  }
}

/** Refuses: shifts.seats_taken. Every role's seats are written, changed or not: whoever signs up meanwhile begins again. */
async function resizeAll(tx: WriteTx, before: ShiftDoc, after: ShiftDoc, now: number) {
  const gone = before.roles.filter(one => !after.roles.some(({ id }) => id === one.id))
  for (const role of [...after.roles, ...gone])
    if (!(await resize(tx, after, role.id, now))) throw seatsTaken(await tx.get<SeatDoc>('seats', seatId(after._id, role.id)), role.name)
}

export const seatsTaken = (seat: SeatDoc | null, role: string) =>
  refuse('shifts.seats_taken', `“${role}”已经有 ${seat ? seat.need - seat.left : 0} 个人了，不能比这更少。要减人请先和他们说好`, 'roles')

async function takeOff(tx: WriteTx, shift: ShiftDoc, id: string, doing: Doing) {
  const signup = await tx.get<SignupDoc>('signups', id)
  if (signup) await leave(tx, shift, signup, 'passed', doing)
}

async function tellAll(tx: WriteTx, before: ShiftDoc, after: ShiftDoc, judged: readonly Judged[], at: number) {
  const to = shiftPage(after._id)
  const news = differences(before, after)
  const told = { topic: 'changed' as const, to, at, when: Math.min(before.from, after.from) }
  for (const { signup, verdict } of judged)
    if (verdict.fate === 'off' && signup.account) {
      const body = [...news, `您这次去不了：${verdict.why}`].join('。')
      await tell(tx, { ...told, accounts: [signup.account], title: `${before.title}改了，已经替您退掉`, body, urgent: true })
    }
  if (news.length === 0) return
  const keep = judged.filter(one => one.verdict.fate !== 'off').flatMap(one => one.signup.account || [])
  const body = `${news.join('。')}。来不了请点进去退掉。`
  await tell(tx, { ...told, accounts: keep, title: `${before.title}改了`, body, urgent: true })
  const companions = [before.with, after.with].flatMap(one => one?.account ?? [])
  const when = `${sayWhen(after.from)}，${after.place.name}`
  await tell(tx, {
    topic: 'changed',
    accounts: [...new Set(companions)],
    title: `${after.title}改了`,
    body: `${news.join('。')}。现在是${when}。`,
    at,
  })
}
