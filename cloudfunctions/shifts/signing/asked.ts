/** What waits for a lead's nod, and what ever happened to a sign-up. */
import type { InputOf, OutputOf } from '@domain'
import { SIGN_WORDS } from '@domain/shifts/words'
import type { Work } from '../../_kit/context'
import { notThere } from '../../_kit/refuse'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { mayLead, shiftIn } from '../reach'
import { signUpOf } from './show'

type Row = OutputOf<'shifts.asked'>['items'][number]

export const asked: Work<InputOf<'shifts.asked'>, OutputOf<'shifts.asked'>> = async (context, { community, after }) => {
  const { store, system, now } = context
  const where = { state: 'asked', from: { gt: now }, ...(community ? { community } : {}) }
  const page = await store.find<SignupDoc>('signups', { where, order: ['from'], limit: 50, ...(after ? { after } : {}) })
  const rows = await Promise.all(
    page.items.map(async (signup): Promise<Row[]> => {
      const shift = await store.get<ShiftDoc>('shifts', signup.shift)
      if (!shift || !(await mayLead(context, system, shift))) return []
      const helper = await system.get<VolunteerDoc>('volunteers', signup.account)
      const rule = signup.decision?.trace.find(one => one.holds)?.rule ?? ''
      const { title, from, to } = shift
      return [
        { signup: signUpOf(signup, shift, now), title, from, to, rule, came: helper?.times_came ?? 0, missed: helper?.missed.length ?? 0 },
      ]
    }),
  )
  return { items: rows.flat(), ...(page.after ? { after: page.after } : {}) }
}

/** What else stands in a history besides the states. */
const MORE: { [what: string]: string } = { cover: '请人替', cover_back: '不用替了' }

/** Refuses shifts.not_there. */
export const signupHistory: Work<InputOf<'shifts.signup_history'>, OutputOf<'shifts.signup_history'>> = async (
  context,
  { shift: id, account },
) => {
  const { store, system, person, now } = context
  const shift = await shiftIn(store, id)
  const signup = await system.get<SignupDoc>('signups', signupId(id, account))
  const theirs = signup !== null && signup.account === person?.id
  if (!signup || !(theirs || (await mayLead(context, system, shift)))) throw notThere('shifts', '这个班')
  const said = (what: string) => SIGN_WORDS[what as keyof typeof SIGN_WORDS] ?? MORE[what] ?? what
  return {
    signup: signUpOf(signup, shift, now),
    history: signup.history.map(({ at, by, what, why }) => ({ at, by: by || '系统', what: said(what), why: why ?? '' })),
    trace: signup.decision?.trace ?? [],
  }
}
