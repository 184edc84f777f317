/** The hot path: a knock, its door, its counter, and what follows from it, in one transaction. */
import type { InputOf, OutputOf } from '@domain'
import { dayOf } from '@domain/days'
import { heard } from '@domain/visits/moment'
import { summary } from '@domain/visits/words'
import type { Context, Work, WriteTx } from '../_kit/context'
import { isWithin } from '../_kit/reach'
import { notThere, refuse } from '../_kit/refuse'
import { count } from './counters'
import type { DoorDoc, MatterDoc, Remembered, VisitDoc } from './docs'
import { knocked } from './doors'
import { tell } from './follow'
import { type Reader, readerOf } from './kinds'
import { derived } from './refresh'
import { whyOf } from './show'

type Input = InputOf<'visits.log'>

/** Logs a knock. Refuses: visits.not_there, visits.in_the_future, visits.too_old. */
export const log: Work<Input, OutputOf<'visits.log'>> = async (context, input) => {
  const at = momentOf(input.at, context.now)
  const reader = await readerOf(context)
  const id = context.id()
  const about = { target: input.household, division: context.divisions[0] }
  return context.write(about, async (_, whole) => {
    const before = (await whole.get<DoorDoc>('doors', input.household)) ?? (await derived(whole, input.household, context))
    const grid = before && gridThen(before, at, context.divisions)
    if (!before || !grid) throw notThere('visits', '这一户')
    about.division = grid
    const visit = visitOf(context, input, { id, at, grid, door: before })
    const after = knocked(before, remembered(visit))
    await whole.insert('visits', visit)
    await whole.put('doors', after)
    await count(whole, visit, { knocked: 1, met: visit.form.outcome === 'met' ? 1 : 0, done: visit.listed ? 1 : 0 })
    const urgent = await tell(whole, { visit, before, after, kinds: reader.kinds, now: context.now })
    await alarm(whole, urgent)
    if (visit.fromFormerGrid && visit.form.photos.length > 0)
      await whole.happened('visits.photos_moved', { files: visit.form.photos, grid: before.grid })
    await whole.happened('visits.logged', loggedFacts(visit))
    // a welfare check may have ended by this knock
    return answerOf(visit, (await whole.get<DoorDoc>('doors', input.household)) ?? after, reader)
  })
}

/** What others need to know of a knock. */
export const loggedFacts = ({ _id, household, at, by, account, form }: VisitDoc) => ({
  ...{ visit: _id, household, at, by, account, outcome: form.outcome, words: summary(form) },
  ...(form.wellbeing ? { wellbeing: form.wellbeing } : {}),
  needs: form.needs.map(({ category, urgent }) => ({ category, urgent })),
})

function momentOf(said: number, now: number): number {
  const moment = heard(said, now)
  if ('at' in moment) return moment.at
  if (moment.refused === 'too_old') throw refuse('visits.too_old', '这次敲门过去 30 天以上了，请告诉社区，由社区补记', 'at')
  throw refuse('visits.in_the_future', '手机的日期比今天还晚，请先把手机时间调准，再上传这次敲门', 'at')
}

/**
 * The caller's grid that the household was in: the one now, or one it left on the day of the visit or later, since a worker without signal
 * goes by that day's list. Undefined when it is neither: then the household is as if absent.
 */
function gridThen(door: DoorDoc, at: number, divisions: string[]): string | undefined {
  if (isWithin(door.grid, divisions)) return door.grid
  return door.grids.find(one => dayOf(one.until) >= dayOf(at) && isWithin(one.grid, divisions))?.grid
}

function visitOf(context: Context, input: Input, known: { id: string; at: number; grid: string; door: DoorDoc }): VisitDoc {
  const { id, at, grid, door } = known
  const on = dayOf(at)
  return {
    ...{ _id: id, household: door._id, grid, community: grid.slice(0, 12), at, said: input.at, arrived: context.now, on },
    ...{ account: context.person?.id ?? '', by: context.person?.name ?? '', form: input.form, version: 1, earlier: [] },
    listed: door.due !== undefined && door.due <= on,
    ...(grid === door.grid ? {} : { fromFormerGrid: true as const }),
  }
}

/** What the door remembers of a visit. */
export const remembered = ({ _id, at, on, form }: VisitDoc): Remembered => ({
  ...{ visit: _id, at, on, outcome: form.outcome, worrying: form.wellbeing === 'worrying' },
  words: summary(form),
})

const URGENT: { [kind: string]: string } = { worrying: '敲门的人看着不放心', need: '急着要帮忙' }
/** Tells the community's people of what cannot wait; what exactly stands behind the door, not in the notice. */
export async function alarm(tx: WriteTx, matters: MatterDoc[]) {
  for (const { _id, at, community, label, kind } of matters)
    await tx.happened('visits.urgent', {
      matter: _id,
      at,
      community,
      title: '有一户要马上管',
      body: `${label}：${URGENT[kind] ?? '要人去看看'}`,
      to: '/visits/pages/matters/index',
    })
}

export const answerOf = (visit: VisitDoc, door: DoorDoc, reader: Reader) => ({
  id: visit._id,
  due: door.due ?? visit.on,
  why: door.ended ? '这一户已经不在册了，这次敲门记在它的历史里' : whyOf(door, reader),
})
