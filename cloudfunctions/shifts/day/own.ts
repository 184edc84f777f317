/** What somebody says of themselves on the day: here, gone, when I left, why I did not come. Comes late, comes twice, counts once. */
import type { InputOf, OutputOf } from '@domain'
import { GRACE, OPENS, sayCame, sayWent, WAITS, windowOf } from '@domain/shifts/attend'
import { clockOf } from '@domain/shifts/clash'
import { TRIES } from '@domain/shifts/code'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { type Mark, type ShiftDoc, type SignupDoc, signupId } from '../docs'
import { shiftIn } from '../reach'
import { judge, spend, triesId } from './code'
import type { TriesDoc } from './docs'
import { blank, markOf, noted, saidAt } from './marks'
import { reopen } from './settle'
import { watch } from './watch'

type Saying = InputOf<'shifts.check_in'>
type SaidIt = OutputOf<'shifts.check_in'>

const settled = () => refuse('shifts.settled', '这一班队长已经点完名了，有出入请找队长', 'shift')
const nameOf = ({ person }: Context) => person?.name ?? ''

interface Own {
  shift: ShiftDoc
  signup: SignupDoc
}
/** The caller's own seat in a shift of their reach. Refuses shifts.not_there, shifts.not_signed, shifts.cancelled. */
async function own(context: Context, tx: Pick<Tx, 'get'>, whole: Pick<Tx, 'get'>, id: string): Promise<Own> {
  const shift = await shiftIn(tx, id)
  const signup = await whole.get<SignupDoc>('signups', signupId(id, context.person?.id ?? ''))
  if (shift.cancelled) throw refuse('shifts.cancelled', `这个班取消了：${shift.cancelled.why}`, 'shift')
  if (signup?.state === 'asked') throw refuse('shifts.not_signed', '队长还没点头，请先找队长说一声', 'shift')
  if (signup?.state !== 'on') throw refuse('shifts.not_signed', '您没有报这个班，人来了就请队长给您加上', 'shift')
  return { shift, signup }
}

/** Changes the caller's sign-up in one transaction. */
function changing(context: Context, id: string, change: (it: Own, whole: WriteTx) => Promise<SaidIt>) {
  const about = { target: id, division: context.divisions[0] }
  return context.write(about, async (tx, whole) => {
    const it = await own(context, tx, whole, id)
    about.division = it.shift.community
    return change(it, whole)
  })
}

/** Refuses: see shifts.check_in. */
export const checkIn: Work<Saying, SaidIt> = (context, input) =>
  changing(context, input.shift, async ({ shift, signup }, whole) => {
    if (signup.came && !signup.absent) return done(signup, sayCame(shift.from, signup.came.at))
    const how = await judged(context, whole, input, 'in')
    if ('wrong' in how) return how.wrong
    mustBeOpen(shift, how.at)
    const open = await openFor(whole, signup, how.offline === true)
    const came = markOf(shift, { ...how, by: nameOf(context), spot: input.spot })
    const words = sayCame(shift.from, came.at)
    await whole.put('signups', noted(blank(open), { came }, { at: context.now, by: nameOf(context), what: 'came', why: words }))
    await watch(whole, shift)
    return done(signup, `签到好了，${words}${came.unsure ? '，队长会看一眼' : ''}`)
  })

/** Refuses: see shifts.check_out. */
export const checkOut: Work<Saying, SaidIt> = (context, input) =>
  changing(context, input.shift, async ({ shift, signup }, whole) => {
    const { came, went } = signup
    if (!came || signup.absent) throw refuse('shifts.not_in', '还没有签到，先点“我到了”', 'shift')
    if (went && !(went.how === 'clock' && went.unsure)) return done(signup, sayWent(shift.to, went.at))
    if (signup.settled) throw settled()
    const how = await judged(context, whole, input, 'out')
    if ('wrong' in how) return how.wrong
    const late = how.at > shift.to + GRACE
    const at = Math.max(came.at, late ? shift.to : how.at)
    const mark = markOf(shift, { ...how, at, unsure: how.unsure || late, by: nameOf(context), spot: input.spot })
    const words = sayWent(shift.to, at)
    await whole.put('signups', noted(signup, { went: mark }, { at: context.now, by: nameOf(context), what: 'went', why: words }))
    return done(signup, `辛苦了，${words}`)
  })

/** Refuses: see shifts.say_left. */
export const sayLeft: Work<InputOf<'shifts.say_left'>, SaidIt> = (context, { shift: id, left }) =>
  changing(context, id, async ({ shift, signup }, whole) => {
    const { came, went } = signup
    if (!came || signup.absent) throw refuse('shifts.not_in', '这一班没有签到，去过的话请队长给您补上', 'shift')
    if (went && !went.unsure) return done(signup, sayWent(shift.to, went.at))
    if (signup.settled) throw settled()
    if (context.now < shift.to) throw refuse('shifts.not_over', '班还没结束，走的时候点“我走了”就行', 'shift')
    if (left < came.at || left > context.now) throw refuse('shifts.wrong_time', `要在 ${clockOf(came.at)} 到现在之间`, 'left')
    const words = sayWent(shift.to, left)
    const mark = markOf(shift, { at: left, how: 'tap', unsure: true, by: nameOf(context) })
    await whole.put(
      'signups',
      noted(signup, { went: mark }, { at: context.now, by: nameOf(context), what: 'went', why: `本人说 ${words}` }),
    )
    await watch(whole, shift)
    return done(signup, `记下了，${words}，队长看一眼就算数`)
  })

/** Refuses: see shifts.explain_absence. */
export const explainAbsence: Work<InputOf<'shifts.explain_absence'>, SaidIt> = (context, { shift: id, why }) =>
  changing(context, id, async ({ signup }, whole) => {
    const { absent } = signup
    if (!absent) throw refuse('shifts.not_absent', '这一班没有记您缺席，不用说明', 'shift')
    if (absent.excused) return done(signup, '队长已经知道了，不要紧')
    if (context.now > absent.at + WAITS) throw refuse('shifts.too_late', '过了 7 天，请直接找队长说', 'shift')
    const said = why.trim()
    await whole.put(
      'signups',
      noted(signup, { absent: { ...absent, said } }, { at: context.now, by: nameOf(context), what: 'explained', why: said }),
    )
    return done(signup, '记下了，队长会看')
  })

const done = ({ _id: id }: SignupDoc, words: string): SaidIt => ({ id, done: true, words })

type How = Pick<Mark, 'at' | 'how' | 'offline' | 'unsure'>
/** By a code or by one tap; a wrong code is answered, not refused: that it was tried is kept. */
async function judged(
  context: Context,
  whole: WriteTx,
  { shift, at: said, code }: Saying,
  way: 'in' | 'out',
): Promise<{ wrong: SaidIt } | How> {
  const { at, offline } = saidAt(said, context.now)
  const account = context.person?.id ?? ''
  if (code === undefined) {
    const tries = await whole.get<TriesDoc>('shift_tries', triesId(shift, account))
    return { how: 'tap', at: offline ? at : context.now, offline, unsure: offline || (tries?.wrong ?? 0) >= TRIES }
  }
  const found = await judge(context, whole, { shift, account, code, at })
  if ('left' in found) return { wrong: { id: signupId(shift, account), done: false, words: wrongWords(found.left), left: found.left } }
  if (!(await spend(whole, shift, account, found.step ?? 0, way, context.now)))
    throw refuse('shifts.code_used', '这个码您用过了，等半分钟换了新的再来', 'code')
  return { how: 'code', at: found.at, offline: found.offline, unsure: found.offline }
}

const wrongWords = (left: number) =>
  left > 0 ? `码没对上，可能刚换了新的。再看一眼，还能试 ${left} 次` : '码没对上好几次了，请找队长给您点名'

function mustBeOpen(shift: ShiftDoc, at: number) {
  const open = windowOf(shift, at)
  if (open === 'early') throw refuse('shifts.not_open', `来早了，${clockOf(shift.from - OPENS)} 起可以签到`, 'shift')
  if (open === 'over') throw refuse('shifts.over', '这个班已经结束了，去过的话请队长给您补上', 'shift')
}

/** A sign-up that the clock settled as absent opens again for what was said at the time; one the lead settled does not. */
async function openFor(whole: WriteTx, signup: SignupDoc, offline: boolean): Promise<SignupDoc> {
  if (!signup.settled) return signup
  if (!offline || !signup.absent || signup.absent.by !== '') throw settled()
  return reopen(whole, signup)
}
