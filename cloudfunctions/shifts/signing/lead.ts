/** What leads do with sign-ups: the nod, putting somebody in, taking somebody out. Each with a reason that is kept and told. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { ledShift } from '../reach'
import { confirm, isLive, isSeated, leave, seat, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { mustBeAhead, mustFit, mustNotHaveBegun, roleOf } from './may'
import { signUpOf } from './show'

const told = (tx: WriteTx, { now }: Context, shift: ShiftDoc, account: string, title: string, why: string) =>
  tell(tx, {
    ...{ topic: 'answer', accounts: [account], title, at: now, to: shiftPage(shift._id) },
    body: `${sayWhen(shift.from)} ${shift.title}，${shift.place.name}。${why}`,
  })

/** Refuses: see shifts.decide. */
export const decideAsked: Work<InputOf<'shifts.decide'>, OutputOf<'shifts.decide'>> = (
  context,
  { shift: id, account, yes, why: given },
) => {
  const [why, doing] = [given?.trim() ?? '', { at: context.now, by: context.person?.name ?? '' }]
  const about = { target: id, division: context.divisions[0], note: yes ? '点头' : '没安排' }
  return context.write(about, async (tx, whole) => {
    const shift = await ledShift(context, tx, id)
    about.division = shift.community
    const signup = await whole.get<SignupDoc>('signups', signupId(id, account))
    if (signup?.state !== 'asked') throw refuse('shifts.not_asked', '这位现在不等点头，请刷新看看')
    mustNotHaveBegun(shift, context.now)
    if (!yes && !why) throw refuse('shifts.no_reason', '说一句为什么这次没安排，对方会看到', 'why')
    if (!yes) {
      await told(whole, context, shift, account, '这次没安排上', why)
      return signUpOf(await leave(whole, shift, signup, 'declined', { ...doing, why }), shift, context.now)
    }
    const helper = await whole.get<VolunteerDoc>('volunteers', account)
    await mustFit(whole, { helper, shift, role: roleOf(shift, signup.role), who: signup.name })
    await told(whole, context, shift, account, '队长点头了', why)
    return signUpOf(await confirm(whole, shift, signup, { ...doing, why: why || '队长点头了' }), shift, context.now)
  })
}

/** Refuses: see shifts.put_in. */
export const putIn: Work<InputOf<'shifts.put_in'>, OutputOf<'shifts.put_in'>> = (context, input) => {
  const { now, person } = context
  const about = { target: input.shift, division: context.divisions[0], note: `安排：${input.why}` }
  return context.write(about, async (tx, whole) => {
    const shift = await ledShift(context, tx, input.shift)
    about.division = shift.community
    mustBeAhead(shift, now)
    const role = roleOf(shift, input.role)
    const found = await whole.get<VolunteerDoc>('volunteers', input.account)
    if (!found || !mayLookAt(context, found)) throw notThere('shifts', '这位志愿者')
    const before = await whole.get<SignupDoc>('signups', signupId(shift._id, found._id))
    if (before && isSeated(before)) throw refuse('shifts.mine', `${found.name}已经在这个班里了`, 'account')
    const helper = await mustFit(whole, { helper: found, shift, role, who: found.name, overrule: input.overrule })
    const signup = await seat(
      whole,
      { shift, role, helper, how: 'staff', pastQueue: true, seatOnly: true },
      { at: now, by: person?.name ?? '', why: `${input.overrule ? '破例安排：' : '安排的：'}${input.why}` },
    )
    if (!signup) throw refuse('shifts.full', `${role.name}的位子满了，先加人数，或者先换下一位`, 'role')
    await told(whole, context, shift, found._id, '给您安排了一个班', `${input.why}。去不了可以退。`)
    return signUpOf(signup, shift, now)
  })
}

/** Registered where the caller leads. */
const mayLookAt = ({ divisions }: Context, { community }: VolunteerDoc) => divisions.some(one => community.startsWith(one))

/** Refuses: see shifts.take_out. */
export const takeOut: Work<InputOf<'shifts.take_out'>, OutputOf<'shifts.take_out'>> = (context, { shift: id, account, why }) => {
  const about = { target: id, division: context.divisions[0], note: `换下：${why}` }
  return context.write(about, async (tx, whole) => {
    const shift = await ledShift(context, tx, id)
    about.division = shift.community
    const signup = await whole.get<SignupDoc>('signups', signupId(id, account))
    if (!signup || !isLive(signup)) throw refuse('shifts.not_in_it', '这位现在不在这个班里，请刷新看看')
    mustNotHaveBegun(shift, context.now)
    await told(whole, context, shift, account, '这个班您先不用来了', why)
    const after = await leave(whole, shift, signup, 'declined', { at: context.now, by: context.person?.name ?? '', why })
    return signUpOf(after, shift, context.now)
  })
}
