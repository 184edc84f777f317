/** Giving a seat or a place in the queue back, and answering an offer. */
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { shiftIn } from '../reach'
import { confirm, isLive, leave, shiftPage } from '../seat'
import { sayUntil, sayWhen, tell } from '../tell'
import { leadersOf } from './leaders'
import { mustBeAhead, mustFit, mustNotHaveBegun, roleOf } from './may'
import { signUpOf } from './show'
import { tellLeaders } from './signup'

/** Refuses: see shifts.withdraw. */
export const withdraw: Work<InputOf<'shifts.withdraw'>, OutputOf<'shifts.withdraw'>> = async (context, input) => {
  const { person, now, system, store } = context
  const me = person?.id ?? ''
  const why = input.why?.trim()
  const seen = await store.get<ShiftDoc>('shifts', input.shift)
  const leaders = seen ? await leadersOf(system, seen, now) : []
  const about = { target: input.shift, division: context.divisions[0], note: '退出' }
  return context.write(about, async (tx, whole) => {
    const shift = await shiftIn(tx, input.shift)
    about.division = shift.community
    const signup = await whole.get<SignupDoc>('signups', signupId(shift._id, me))
    if (!signup || !isLive(signup)) throw refuse('shifts.not_in_it', '您现在不在这个班里，不用退')
    mustNotHaveBegun(shift, now)
    const late = signup.state === 'on' && now > shift.withdrawUntil
    if (late && !why) throw refuse('shifts.no_reason', `${sayWhen(shift.withdrawUntil)} 以后退要说一句原因，队长好找人替`, 'why')
    const after = await leave(whole, shift, signup, 'off', { at: now, by: person?.name ?? '', ...(why ? { why } : {}) })
    const told = { title: `${signup.name}临时来不了`, body: `${sayWhen(shift.from)} ${shift.title}。${why ?? ''}` }
    if (late) await tell(whole, { topic: 'lead', accounts: leaders, ...told, to: shiftPage(shift._id), urgent: true, at: now })
    return signUpOf(after, shift, now)
  })
}

/** Refuses: see shifts.answer_offer. An offer that does not fit any more stays until it is declined or over. */
export const answerOffer: Work<InputOf<'shifts.answer_offer'>, OutputOf<'shifts.answer_offer'>> = async (context, input) => {
  const { person, now, store, system } = context
  const me = person?.id ?? ''
  const seen = await store.get<ShiftDoc>('shifts', input.shift)
  const leaders = seen ? await leadersOf(system, seen, now) : []
  const about = { target: input.shift, division: context.divisions[0], note: input.take ? '接下位子' : '让出位子' }
  return context.write(about, async (tx, whole) => {
    const shift = await shiftIn(tx, input.shift)
    about.division = shift.community
    const signup = await whole.get<SignupDoc>('signups', signupId(shift._id, me))
    if (signup?.state !== 'offered') throw refuse('shifts.no_offer', '现在没有给您留着的位子，请刷新看看')
    const doing = { at: now, by: person?.name ?? '' }
    if (!input.take) return signUpOf(await leave(whole, shift, signup, 'off', { ...doing, why: '这次不去，让给下一位' }), shift, now)
    if (now > (signup.until ?? 0))
      throw refuse('shifts.offer_over', `位子留到${sayUntil(signup.until ?? 0, now)}，已经让给下一位了。还想去可以再排`)
    mustBeAhead(shift, now)
    const helper = await whole.get<VolunteerDoc>('volunteers', me)
    await mustFit(whole, { helper, shift, role: roleOf(shift, signup.role) })
    const after = await confirm(whole, shift, signup, doing)
    await tellLeaders(whole, context, shift, leaders, [after])
    return signUpOf(after, shift, now)
  })
}
