/** The visits of a household, newest first, both versions where one was corrected. */
import type { InputOf, OutputOf } from '@domain'
import { dayOf } from '@domain/days'
import type { Work } from '../_kit/context'
import { notThere } from '../_kit/refuse'
import type { VisitDoc } from './docs'
import { readerOf } from './kinds'
import { mayCorrect, visitFor } from './show'

/** Refuses: visits.not_there. */
export const timeline: Work<InputOf<'visits.timeline'>, OutputOf<'visits.timeline'>> = async (context, { household, after }) => {
  if (!(await context.store.get('households', household))) throw notThere('visits', '这一户')
  const reader = await readerOf(context)
  // the household is the caller's; visits from when it was in another grid belong to its history all the same
  const page = await context.system.find<VisitDoc>('visits', { where: { household }, order: ['-at'], limit: 20, after })
  const isMine = (visit: VisitDoc) => visit.account === context.person?.id
  const correctable = (visit: VisitDoc) => mayCorrect(visit, context.person, context.roles, dayOf(visit.arrived), context.today)
  return { ...page, items: page.items.map(visit => visitFor(visit, reader, { mine: isMine(visit), correctable: correctable(visit) })) }
}
