/** What the clock does for those who sign up: the queue moves and ends, offers and swaps run out, what nobody answered is answered, cover is asked. */
import { isQuiet, QUEUE_ENDS } from '@domain/shifts/offer'
import type { Job, Ticking } from '../../_kit/clock'
import type { WriteTx } from '../../_kit/context'
import { telling } from '../../_kit/react'
import type { Where } from '../../_kit/store/port'
import type { SeatDoc, ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { confirm, leave, moveQueue, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { tellCovers } from './callcover'
import type { SwapDoc } from './docs'
import { rulesOf } from './facts'
import { expireSwap } from './swap'

const MINUTE = 60_000
const CHUNK = 50
/** A lead has until two hours before the shift to answer, and at least a quarter of an hour. */
const ANSWER_BY = 120 * MINUTE
const AT_LEAST = 15 * MINUTE
/** Whatever is asked is answered by then. */
const AT_LAST = 20 * MINUTE

export const writing = <T>(kit: Ticking, work: (tx: WriteTx) => Promise<T>) =>
  kit.store.transaction(tx => work(telling(tx, kit.reactions, { now: kit.now, today: kit.today, id: kit.id })))

/** Every sign-up that `where` finds, one transaction each, read again inside it; `work` says whether it changed anything. */
async function each(
  kit: Ticking,
  where: Where,
  work: (tx: WriteTx, signup: SignupDoc, shift: ShiftDoc) => Promise<boolean>,
): Promise<number> {
  const due = await kit.store.find<SignupDoc>('signups', { where, limit: CHUNK })
  let done = 0
  for (const { _id } of due.items)
    done += await writing(kit, async tx => {
      const signup = await tx.get<SignupDoc>('signups', _id)
      const shift = signup && (await tx.get<ShiftDoc>('shifts', signup.shift))
      return signup && shift && (await work(tx, signup, shift)) ? 1 : 0
    })
  return done
}

const say = (tx: WriteTx, { now }: Ticking, shift: ShiftDoc, signup: SignupDoc, title: string, words: string) =>
  tell(tx, {
    ...{ topic: 'queue', accounts: [signup.account], title, at: now, to: shiftPage(shift._id) },
    body: `${sayWhen(shift.from)} ${shift.title}。${words}`,
  })

/** An offer is over when its time is, or when the shift begins (it may have been moved). */
const expireOffers = async (kit: Ticking) =>
  (await expired(kit, { state: 'offered', until: { lte: kit.now } })) + (await expired(kit, { state: 'offered', from: { lte: kit.now } }))

const expired = (kit: Ticking, where: Where) =>
  each(kit, where, async (tx, signup, shift) => {
    if (signup.state !== 'offered' || ((signup.until ?? 0) > kit.now && signup.from > kit.now)) return false
    await leave(tx, shift, signup, 'expired', { at: kit.now, by: '', why: '位子没等到回话' })
    await say(tx, kit, shift, signup, '位子让给下一位了', '没等到您的回话，没关系，还想去可以再排。')
    return true
  })

const endQueues = (kit: Ticking) =>
  each(kit, { state: 'waiting', from: { lte: kit.now + QUEUE_ENDS } }, async (tx, signup, shift) => {
    if (signup.state !== 'waiting' || shift.from > kit.now + QUEUE_ENDS) return false
    await leave(tx, shift, signup, 'passed', { at: kit.now, by: '', why: '位子一直没空出来' })
    await say(tx, kit, shift, signup, '这次没排上', '位子一直没空出来，谢谢您等着。看看别的班吧。')
    return true
  })

const answerAsked = (kit: Ticking) =>
  each(kit, { state: 'asked', from: { lte: kit.now + ANSWER_BY } }, async (tx, signup, shift) => {
    const asked = signup.history.at(-1)?.at ?? 0
    if (signup.state !== 'asked' || (kit.now < asked + AT_LEAST && kit.now < signup.from - AT_LAST)) return false
    const { unanswered } = await rulesOf(tx, shift.community)
    const role = shift.roles.find(one => one.id === signup.role)
    const helper = await tx.get<VolunteerDoc>('volunteers', signup.account)
    const fits = role && (await fitsIn(tx, helper, shift, role))
    const yes = unanswered === 'approve' && fits?.state === 'free'
    const why = yes ? '队长没来得及看，按社区的规矩算同意' : '队长没来得及看，按社区的规矩这次不安排'
    if (yes) await confirm(tx, shift, signup, { at: kit.now, by: '', why })
    else await leave(tx, shift, signup, 'declined', { at: kit.now, by: '', why })
    await say(tx, kit, shift, signup, yes ? '定了，您来就行' : '这次没安排上', `${why}。`)
    return true
  })

/** Free seats that people wait for: after the night, after a plan gave more seats. */
async function moveQueues(kit: Ticking): Promise<number> {
  if (isQuiet(kit.now)) return 0
  let [after, done]: [string | undefined, number] = [undefined, 0]
  do {
    const page: { items: SeatDoc[]; after?: string } = await kit.store.find<SeatDoc>('seats', {
      ...{ where: { waiting: { gt: 0 } }, limit: 500, ...(after ? { after } : {}) },
    })
    for (const { shift: id, role, left } of page.items) if (left > 0) done += await movedOne(kit, id, role)
    after = page.after
  } while (after)
  return done
}

const movedOne = (kit: Ticking, id: string, role: string) =>
  writing(kit, async tx => {
    const shift = await tx.get<ShiftDoc>('shifts', id)
    return shift ? moveQueue(tx, shift, role, kit.now) : 0
  })

async function expireSwaps(kit: Ticking): Promise<number> {
  const due = await kit.store.find<SwapDoc>('swaps', { where: { state: 'asked', until: { lte: kit.now } }, limit: CHUNK })
  let done = 0
  for (const { _id } of due.items) done += (await writing(kit, tx => expireSwap(tx, _id, kit.now))) ? 1 : 0
  return done
}

const job = (name: string, run: Job['run']): Job => ({ name: `shifts.${name}`, every: MINUTE, run })

export const jobs: Job[] = [
  job('expire_offers', expireOffers),
  job('end_queues', endQueues),
  job('answer_asked', answerAsked),
  job('move_queues', moveQueues),
  job('expire_swaps', expireSwaps),
  job('tell_covers', tellCovers),
]
