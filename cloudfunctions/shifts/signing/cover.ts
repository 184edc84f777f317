/** Asking to be replaced: the shift stays one's own until somebody takes it over. Those who fit are told by the clock, not in the night. */
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { shiftIn } from '../reach'
import { handOn, isSeated, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { mustBeAhead, mustFit, mustNotBeBlocked, mustNotHaveBegun, onIn, roleOf } from './may'
import { signUpOf } from './show'

/** Refuses: see shifts.ask_cover. */
export const askCover: Work<InputOf<'shifts.ask_cover'>, OutputOf<'shifts.ask_cover'>> = (context, input) => {
  const { person, now } = context
  const why = input.why?.trim()
  const about = { target: input.shift, division: context.divisions[0], note: why ? '请人替' : '不用替了' }
  return context.write(about, async (tx, whole) => {
    const shift = await shiftIn(tx, input.shift)
    about.division = shift.community
    mustNotHaveBegun(shift, now)
    const { cover: _, ...mine } = await onIn(whole, shift._id, person?.id ?? '')
    const happened = { at: now, by: mine.name, what: why ? 'cover' : 'cover_back', ...(why ? { why } : {}) }
    const after: SignupDoc = {
      ...(mine as SignupDoc),
      ...(why ? { cover: { at: now, why } } : {}),
      ...{ history: [...mine.history, happened], version: mine.version + 1 },
    }
    await whole.put('signups', after)
    return signUpOf(after, shift, now)
  })
}

/** Refuses: see shifts.take_cover. */
export const takeCover: Work<InputOf<'shifts.take_cover'>, OutputOf<'shifts.take_cover'>> = (context, input) => {
  const { person, now } = context
  const me = person?.id ?? ''
  const about = { target: input.shift, division: context.divisions[0], note: '替班' }
  return context.write(about, async (tx, whole) => {
    const shift = await shiftIn(tx, input.shift)
    about.division = shift.community
    mustNotHaveBegun(shift, now)
    mustBeAhead(shift, now)
    const theirs = await whole.get<SignupDoc>('signups', signupId(shift._id, input.account))
    if (theirs?.state !== 'on' || !theirs.cover || theirs.account === me)
      throw refuse('shifts.cover_gone', '已经有人替了，或者不用替了。看看别的班')
    const before = await whole.get<SignupDoc>('signups', signupId(shift._id, me))
    if (before && isSeated(before)) throw refuse('shifts.mine', '您已经在这个班里了')
    const role = roleOf(shift, theirs.role)
    const helper = await mustFit(whole, { helper: await whole.get<VolunteerDoc>('volunteers', me), shift, role })
    await mustNotBeBlocked(whole, { helper, shift, role }, now)
    const doing = { at: now, by: helper.name, why: `${helper.name}替${theirs.name}` }
    const after = await handOn(whole, shift, theirs, { shift, role, helper, how: 'cover' }, doing)
    const told = { title: `${helper.name}替您去`, body: `${sayWhen(shift.from)} ${shift.title}，您安心歇着。`, to: shiftPage(shift._id) }
    await tell(whole, { topic: 'answer', accounts: [theirs.account], ...told, at: now })
    return signUpOf(after, shift, now)
  })
}
