/** A mistaken visit is corrected by its worker on the day, later by the community; both versions stay. */
import type { InputOf, OutputOf } from '@domain'
import { dayOf } from '@domain/days'
import type { Context, Work } from '../_kit/context'
import { notThere, refuse } from '../_kit/refuse'
import { count } from './counters'
import type { DoorDoc, VisitDoc } from './docs'
import { knocked } from './doors'
import { tell } from './follow'
import { readerOf } from './kinds'
import { alarm, answerOf, loggedFacts, remembered } from './log'
import { mayCorrect } from './show'

/** Refuses: visits.not_there, visits.too_late, visits.changed_meanwhile. */
export const correct: Work<InputOf<'visits.correct'>, OutputOf<'visits.correct'>> = async (context, input) => {
  const reader = await readerOf(context)
  const about = { target: input.visit, division: context.divisions[0] }
  return context.write(about, async (tx, whole) => {
    const old = await tx.get<VisitDoc>('visits', input.visit)
    // the household itself has been checked by the visit's own grid: it may be in another one by now
    const before = old && (await whole.get<DoorDoc>('doors', old.household))
    if (!old || !before) throw notThere('visits', '这次敲门')
    check(context, old, input.version)
    about.division = old.grid
    const visit = corrected(context, old, input)
    const isKnown = before.knocks.some(one => one.visit === old._id)
    const after = isKnown ? knocked(before, remembered(visit)) : before
    await whole.put('visits', visit)
    await whole.put('doors', after)
    const met = Number(visit.form.outcome === 'met') - Number(old.form.outcome === 'met')
    if (met) await count(whole, visit, { knocked: 0, met, done: 0 })
    await alarm(whole, await tell(whole, { visit, before, after, was: old.form, kinds: reader.kinds, now: context.now }))
    await whole.happened('visits.corrected', loggedFacts(visit))
    return answerOf(visit, (await whole.get<DoorDoc>('doors', old.household)) ?? after, reader)
  })
}

function check(context: Context, visit: VisitDoc, version: number) {
  if (!mayCorrect(visit, context.person, context.roles, dayOf(visit.arrived), context.today)) {
    if (visit.account !== context.person?.id) throw notThere('visits', '这次敲门')
    throw refuse('visits.too_late', '过了当天就不能自己改了，请社区来改', 'visit')
  }
  if (visit.version !== version) throw refuse('visits.changed_meanwhile', '这次敲门刚被别人改过，请看一眼新的再改', 'version')
}

const corrected = (context: Context, old: VisitDoc, input: InputOf<'visits.correct'>): VisitDoc => ({
  ...old,
  form: input.form,
  version: old.version + 1,
  earlier: [...old.earlier, { at: context.now, by: context.person?.name ?? '', reason: input.reason, form: old.form }],
})
