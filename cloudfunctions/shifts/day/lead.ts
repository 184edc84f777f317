/** The lead's roll-call: who came, who left, who did not and why; what was said is confirmed; and at the end nobody is unaccounted for. */
import type { InputOf, OutputOf } from '@domain'
import { OPENS, SETTLES, sayCame, sayWent } from '@domain/shifts/attend'
import { clockOf } from '@domain/shifts/clash'
import { STEP } from '@domain/shifts/code'
import type { RollMark } from '@domain/shifts/contract/day'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type Mark, type ShiftDoc, type SignupDoc, signupId } from '../docs'
import { ledShift } from '../reach'
import { codesFrom, freshSecret, secretOf } from './code'
import { blank, certain, markOf, noted, rowWords, saidAt } from './marks'
import { isCounted, isSure, reopen, settle } from './settle'
import { seatedIn, watch } from './watch'

type MarkInput = InputOf<'shifts.mark'>
/** Phones' clocks differ a little: a moment so far ahead is now. */
const SOON = 5 * 60_000
const HOUR = 60 * 60_000

export const mustStand = ({ cancelled }: ShiftDoc) => {
  if (cancelled) throw refuse('shifts.cancelled', `这个班取消了：${cancelled.why}`, 'shift')
}
/** Who leads says what they see, from when check-in opens. */
export function mustHaveBegun(shift: ShiftDoc, now: number) {
  if (now < shift.from - OPENS) throw refuse('shifts.not_open', `还没到时候，${clockOf(shift.from - OPENS)} 起可以点名`, 'shift')
}
/** The times a lead gives lie on the shift's day, in order, and not ahead of now. */
export function checkedTimes(shift: ShiftDoc, { came, went }: { came: number; went?: number }, now: number) {
  const late = (at: number) => at > now + SOON
  if (came < shift.from - OPENS || came > shift.to || late(came))
    throw refuse('shifts.wrong_time', `到的时间要在 ${clockOf(shift.from - OPENS)} 到 ${clockOf(shift.to)} 之间，也不能比现在晚`, 'mark')
  if (went !== undefined && (went < came || late(went)))
    throw refuse('shifts.wrong_time', '走的时间要在到的时间之后，也不能比现在晚', 'mark')
  return { came: Math.min(came, now), ...(went === undefined ? {} : { went: Math.min(went, now) }) }
}

/** Refuses: see shifts.mark. */
export const mark: Work<MarkInput, OutputOf<'shifts.mark'>> = (context, input) => {
  const about = { target: `${input.shift} ${input.person}`, division: context.divisions[0] }
  return context.write(about, async (tx, whole) => {
    const shift = await ledShift(context, tx, input.shift)
    about.division = shift.community
    mustStand(shift)
    mustHaveBegun(shift, context.now)
    const before = await whole.get<SignupDoc>('signups', signupId(shift._id, input.person))
    if (before?.state !== 'on') throw refuse('shifts.not_signed', '这个人不在这个班里，人来了就加上', 'person')
    if (isCounted(before)) throw refuse('shifts.settled', '这个人的时长已经记了，要改请到“时长”里更正', 'person')
    const wasSettled = before.settled === true
    const after = said(context, shift, await reopen(whole, before), input.mark)
    await whole.put('signups', after)
    await settleLate(context, whole, shift, after, wasSettled)
    return { id: after._id, words: `${after.name}：${rowWords(after, context.now)}` }
  })
}

/** Once the roll-call is closed, or a day has gone by, what is said now is all that will be. */
export async function settleLate({ now }: Context, tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, wasSettled = false) {
  if (!shift.closed && !wasSettled && now < shift.to + SETTLES) return watch(tx, shift)
  const whole = signup.came && !signup.went ? { ...signup, went: atEnd(shift, signup.came, '') } : signup
  if (whole.absent || isSure(whole)) await settle(tx, shift, whole, now)
  else await watch(tx, shift)
}
const atEnd = (shift: ShiftDoc, came: Mark, by: string): Mark => markOf(shift, { at: Math.max(shift.to, came.at), how: 'lead', by })

/** A sign-up with what the lead says of it. Refuses shifts.not_in, shifts.wrong_time. */
function said(context: Context, shift: ShiftDoc, signup: SignupDoc, mark: RollMark): SignupDoc {
  const { now } = context
  const by = context.person?.name ?? ''
  const note = (more: Partial<SignupDoc>, what: string, why: string, from = signup) => noted(from, more, { at: now, by, what, why })
  const { came, went } = signup
  if (mark.as === 'nothing') return note({}, 'nothing', '点错了，重新点', blank(signup))
  if (mark.as === 'absent') {
    const why = mark.why.trim()
    const absent = { at: now, by, why, excused: mark.excused, ...(signup.absent?.said ? { said: signup.absent.said } : {}) }
    return note({ absent }, 'absent', [mark.excused ? '请了假' : '没来', why].filter(Boolean).join('，'), blank(signup))
  }
  if (mark.as === 'came') {
    const times = checkedTimes(shift, mark, now)
    const make = (at: number) => markOf(shift, { at, how: mark.paper ? 'paper' : 'lead', by })
    const ended = times.went === undefined ? {} : { went: make(times.went) }
    return note({ came: make(times.came), ...ended }, 'came', sayCame(shift.from, times.came), blank(signup))
  }
  if (!came || signup.absent) throw refuse('shifts.not_in', '还没记到，先点“到了”', 'person')
  if (mark.as === 'went') {
    const at = checkedTimes(shift, { came: came.at, went: mark.went }, now).went ?? came.at
    const left = markOf(shift, { at, how: mark.paper ? 'paper' : 'lead', by })
    return note({ came: certain(came, { at: now, by }), went: left }, 'went', sayWent(shift.to, at))
  }
  const sure = { at: now, by }
  return note({ came: certain(came, sure), ...(went ? { went: certain(went, sure) } : {}) }, 'sure', '队长确认了')
}

/** Refuses: see shifts.close_roll. */
export const closeRoll: Work<InputOf<'shifts.close_roll'>, OutputOf<'shifts.close_roll'>> = async (context, { shift: id, at: saying }) => {
  const { at } = saidAt(saying, context.now)
  const people = await seatedIn(context.system, id)
  const about = { target: id, division: context.divisions[0] }
  return context.write(about, async (tx, whole) => {
    const shift = await ledShift(context, tx, id)
    about.division = shift.community
    mustStand(shift)
    if (shift.closed) return { id, words: '名已经点完了' }
    if (at < shift.to) throw refuse('shifts.not_over', `班还没结束，${clockOf(shift.to)} 以后再收`, 'shift')
    const now = await Promise.all(people.map(one => whole.get<SignupDoc>('signups', one._id)))
    const there = now.flatMap(one => (one?.state === 'on' ? [one] : []))
    mustBeSaid(there)
    const closed = { at, by: context.person?.name ?? '' }
    await whole.put<ShiftDoc>('shifts', { ...shift, closed, version: shift.version + 1 })
    for (const one of there) await settle(whole, shift, ended(context, shift, one), context.now)
    const came = there.filter(one => one.came).length
    return { id, words: `点完了：来了 ${came} 个人${came < there.length ? `，没来 ${there.length - came} 个` : ''}` }
  })
}

/** Nobody may be unaccounted for, and what somebody said themselves has to be confirmed. */
function mustBeSaid(people: SignupDoc[]) {
  const open = people.filter(one => !one.settled && !one.came && !one.absent)
  if (open.length > 0) throw refuse('shifts.unaccounted', `还有 ${open.length} 个人没说来没来：${namesOf(open)}`, 'shift')
  const unsure = people.filter(one => !one.settled && !one.absent && (one.came?.unsure || (one.went?.unsure && one.went.how !== 'clock')))
  if (unsure.length > 0) throw refuse('shifts.unsure', `还有 ${unsure.length} 个人的时间要您确认：${namesOf(unsure)}`, 'shift')
}
const namesOf = (people: SignupDoc[]) => people.map(one => one.name).join('、')

/** Whoever came and did not check out left at the end: the lead who closes says so. */
function ended({ now, person }: Context, shift: ShiftDoc, signup: SignupDoc): SignupDoc {
  const { came, went } = signup
  if (signup.settled || signup.absent || !came || (went && !went.unsure)) return signup
  const by = person?.name ?? ''
  const left = went ? certain(went, { at: now, by }) : atEnd(shift, came, by)
  return noted(signup, { went: left }, { at: now, by, what: 'went', why: sayWent(shift.to, left.at) })
}

/** Refuses: see shifts.show_code. */
export const showCode: Work<InputOf<'shifts.show_code'>, OutputOf<'shifts.show_code'>> = (context, { shift: id }) => {
  const fresh = freshSecret(context, id)
  const about = { target: id, division: context.divisions[0], note: '出示签到码' }
  return context.write(about, async (tx, whole) => {
    const shift = await ledShift(context, tx, id)
    about.division = shift.community
    mustStand(shift)
    if (context.now > shift.to + HOUR) throw refuse('shifts.over', '这个班早就结束了，没签到的请在点名里补', 'shift')
    const secret = await secretOf(context, whole, id, fresh)
    const { title, place, from, to } = shift
    return { now: context.now, title, place: place.name, from, to, step: STEP, codes: codesFrom(secret, id, context.now) }
  })
}
