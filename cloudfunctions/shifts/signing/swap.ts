/** Two people swap, or one gives a shift to another: asked, answered, taken back. A yes is decided again for both, in one transaction. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { shiftIn } from '../reach'
import { handOn, isSeated } from '../seat'
import { sayWhen, tell } from '../tell'
import type { SwapDoc } from './docs'
import { mustBeAhead, mustFit, mustNotBeBlocked, mustNotHaveBegun, onIn, roleOf } from './may'

const MINE = '/shifts/pages/mine/index'
const LONGEST = 48 * 3_600_000
/** An answer later than this before either shift helps nobody. */
const BEFORE = 30 * 60_000

/** One side of a swap: who gets which seat of whom, without what. */
interface Hand {
  shift: ShiftDoc
  signup: SignupDoc
  to: VolunteerDoc | null
  without?: string
  who?: string
}

/** Refuses: see shifts.swap_ask. */
export const swapAsk: Work<InputOf<'shifts.swap_ask'>, OutputOf<'shifts.swap_ask'>> = (context, input) => {
  const { person, now, id } = context
  const [me, swap] = [person?.id ?? '', id()]
  const about = { target: input.shift, division: context.divisions[0], note: '想换班' }
  return context.write(about, async (tx, whole) => {
    const shift = await shiftIn(tx, input.shift)
    about.division = shift.community
    mustNotHaveBegun(shift, now)
    const mine = await onIn(whole, shift._id, me)
    if (input.theirs === shift._id || input.to === me) throw refuse('shifts.same_shift', '同一个班里不用换，找队长调一下岗位就行', 'theirs')
    await mustBeFree(whole, mine, now)
    const to = await whole.get<VolunteerDoc>('volunteers', input.to)
    if (!to) throw notThere('shifts', '这位志愿者')
    const theirs = input.theirs ? await shiftIn(tx, input.theirs) : undefined
    const until = Math.min(now + LONGEST, shift.from - BEFORE, (theirs?.from ?? shift.from) - BEFORE)
    if (until <= now) throw refuse('shifts.begun', '快到时间了，来不及换，请打电话给队长')
    await mustSuit(whole, await handsOf(whole, { shift, mine, theirs, to, me }), now)
    await whole.insert<SwapDoc>('swaps', {
      ...{ _id: swap, community: shift.community, from: me, fromName: mine.name, to: to._id, toName: to.name, accounts: [me, to._id] },
      ...{ gives: shift._id, ...(theirs ? { takes: theirs._id } : {}), state: 'asked', until, words: input.words.trim() },
      history: [{ at: now, by: mine.name, what: 'asked' }],
    })
    await whole.put<SignupDoc>('signups', { ...mine, swap, version: mine.version + 1 })
    const what = `${sayWhen(shift.from)} ${shift.title}`
    const body = theirs ? `用${what}换您的${sayWhen(theirs.from)} ${theirs.title}。` : `${what}，想请您替一下。`
    await tell(whole, { topic: 'answer', accounts: [to._id], title: `${mine.name}想和您换班`, body: body + input.words, to: MINE, at: now })
    return { id: swap }
  })
}

async function mustBeFree(tx: WriteTx, { swap: id }: SignupDoc, now: number) {
  const open = id ? await tx.get<SwapDoc>('swaps', id) : null
  if (open?.state === 'asked' && open.until > now) throw refuse('shifts.asked_already', `已经问了${open.toName}，等回话，或者先收回`)
}

interface Both {
  shift: ShiftDoc
  mine: SignupDoc
  theirs?: ShiftDoc
  to: VolunteerDoc
  me: string
}
async function handsOf(tx: WriteTx, { shift, mine, theirs, to, me }: Both): Promise<Hand[]> {
  const there = { shift, signup: mine, to, who: to.name, ...(theirs ? { without: theirs._id } : {}) }
  if (!theirs) return [there]
  const back = await onIn(tx, theirs._id, to._id, to.name)
  return [there, { shift: theirs, signup: back, to: await tx.get<VolunteerDoc>('volunteers', me), without: shift._id, who: mine.name }]
}

/** Everybody fits where they go, no rule shuts them out, and nobody is there already. Refuses shifts.mine, shifts.clashes, shifts.not_allowed, shifts.blocked. */
async function mustSuit(tx: WriteTx, hands: Hand[], now: number) {
  for (const { shift, signup, to, without, who } of hands) {
    mustBeAhead(shift, now)
    const fitting = { helper: to, shift, role: roleOf(shift, signup.role), without, who }
    await mustFit(tx, fitting)
    await mustNotBeBlocked(tx, fitting, now)
    const there = await tx.get<SignupDoc>('signups', signupId(shift._id, to?._id ?? ''))
    if (there && isSeated(there)) throw refuse('shifts.mine', `${who}已经在这个班里了`)
  }
}

/** Of a swap that is asked of the caller or was asked by them, and still can be answered. Refuses shifts.not_there, shifts.swap_over. */
async function openSwap(context: Context, tx: WriteTx, id: string, side: 'from' | 'to'): Promise<SwapDoc> {
  const swap = await tx.get<SwapDoc>('swaps', id)
  if (!swap || !context.divisions.some(one => swap.community.startsWith(one))) throw notThere('shifts', '这次换班')
  const over = swap.state !== 'asked' || swap.until <= context.now || swap[side] !== context.person?.id
  if (over) throw refuse('shifts.swap_over', '这次换班已经有结果或过时了，请刷新看看')
  return swap
}

/** Refuses: see shifts.swap_answer. */
export const swapAnswer: Work<InputOf<'shifts.swap_answer'>, OutputOf<'shifts.swap_answer'>> = (context, { swap: id, yes }) => {
  const about = { target: id, division: context.divisions[0], note: yes ? '答应换班' : '不换' }
  return context.write(about, async (_, whole) => {
    const swap = await openSwap(context, whole, id, 'to')
    about.division = swap.community
    if (yes) await swapped(context, whole, swap)
    await ended(whole, swap, yes ? 'taken' : 'declined', { at: context.now, by: swap.toName })
    const title = yes ? `${swap.toName}答应了，换好了` : `${swap.toName}这次换不了`
    const body = yes ? '到“我的班”里看看新的时间。' : '您的班还是您的，也可以请别人替。'
    await tell(whole, { topic: 'answer', accounts: [swap.from], title, body, to: MINE, at: context.now })
    return { id }
  })
}

async function swapped({ now }: Context, tx: WriteTx, swap: SwapDoc) {
  const shift = await tx.get<ShiftDoc>('shifts', swap.gives)
  const theirs = swap.takes ? await tx.get<ShiftDoc>('shifts', swap.takes) : undefined
  const to = await tx.get<VolunteerDoc>('volunteers', swap.to)
  if (!shift || theirs === null || !to) throw notThere('shifts', '这个班')
  const mine = await onIn(tx, shift._id, swap.from, swap.fromName)
  const hands = await handsOf(tx, { shift, mine, theirs, to, me: swap.from })
  await mustSuit(tx, hands, now)
  for (const { shift: it, signup, to: helper } of hands) {
    if (!helper) throw notThere('shifts', '这位志愿者')
    const asking = { shift: it, role: roleOf(it, signup.role), helper, how: 'swap' as const }
    await handOn(tx, it, signup, asking, { at: now, by: swap.toName, why: `${signup.name}和${helper.name}换的` })
  }
}

async function ended(tx: WriteTx, swap: SwapDoc, state: SwapDoc['state'], { at, by }: { at: number; by: string }) {
  await tx.put<SwapDoc>('swaps', { ...swap, state, history: [...swap.history, { at, by, what: state }] })
  const signup = await tx.get<SignupDoc>('signups', signupId(swap.gives, swap.from))
  if (signup?.swap !== swap._id) return
  const { swap: _, ...rest } = signup
  await tx.put('signups', { ...rest, version: signup.version + 1 })
}

/** Refuses: see shifts.swap_cancel. */
export const swapCancel: Work<InputOf<'shifts.swap_cancel'>, OutputOf<'shifts.swap_cancel'>> = (context, { swap: id }) => {
  const about = { target: id, division: context.divisions[0], note: '收回换班' }
  return context.write(about, async (_, whole) => {
    const swap = await openSwap(context, whole, id, 'from')
    about.division = swap.community
    await ended(whole, swap, 'cancelled', { at: context.now, by: swap.fromName })
    return { id }
  })
}

/** A swap nobody answered in time: both keep what they have, and whoever asked is told. */
export async function expireSwap(tx: WriteTx, id: string, now: number): Promise<boolean> {
  const swap = await tx.get<SwapDoc>('swaps', id)
  if (swap?.state !== 'asked' || swap.until > now) return false
  await ended(tx, swap, 'expired', { at: now, by: '' })
  const told = { title: `${swap.toName}没来得及回您`, body: '换班这次没成，您的班还是您的。', to: MINE }
  await tell(tx, { topic: 'answer', accounts: [swap.from], ...told, at: now })
  return true
}
