/** What a change of a series would do, before it is done: the same questions as keep.ts asks, and nothing written. */
import type { InputOf, OutputOf } from '@domain'
import type { SeriesTouched } from '@domain/shifts/contract/plan'
import { fateOf, planOn, runsOn } from '@domain/shifts/rhythm'
import type { Context, Work } from '../../_kit/context'
import type { ShiftDoc, SignupDoc } from '../docs'
import { isLive } from '../seat'
import type { SeriesDoc } from './docs'
import { aheadOf, canChange, isEmpty, missing, shutFor, wantedOf } from './keep'
import { signupsOf } from './read'
import { ledSeries, mustBeSound, planOf, withPlan } from './series'
import { touchedOf, verdictOn } from './verdict'

/** Refuses: see shifts.preview_series. */
export const previewSeries: Work<InputOf<'shifts.preview_series'>, OutputOf<'shifts.preview_series'>> = async (context, input) => {
  const { series: id, since, form, too } = input
  const before = await ledSeries(context, context.store, id)
  mustBeSound(form, since, context.today)
  const after = withPlan(before, planOf(form, since, too, undefined), form)
  const shut = await shutFor(context.system, after)
  const standing = await aheadOf(context.system, id, context)
  const out: SeriesTouched = { added: missing(after, standing, shut, context), follows: [], removed: [], loose: [], people: [] }
  for (const shift of standing.filter(one => !one.cancelled)) await sortIn(context, out, after, shift, shut(shift.day))
  return out
}

async function sortIn(context: Context, out: SeriesTouched, series: SeriesDoc, shift: ShiftDoc, closed: string | undefined) {
  const { day, loose = false } = shift
  const plan = closed ? null : runsOn(series, day)
  const wanted = plan && wantedOf(shift, { ...plan, ...(shift.with ? { companion: shift.with } : {}) })
  const empty = await isEmpty(context.system, shift)
  const too = closed !== undefined || (planOn(series, day)?.too ?? false)
  const planned = fateOf({ loose, empty, same: wanted?.same ?? false }, { runs: plan !== null, too })
  if (planned === 'loose' || planned === 'follows' || planned === 'removed') out[planned].push(day)
  if (planned !== 'kept' && planned !== 'changes' && planned !== 'cancelled') return
  const live = (await signupsOf(context.system, shift._id)).filter(isLive)
  const after = wanted?.after ?? shift
  const fate = planned === 'changes' && !(await canChange(context.system, shift, after, live.length)) ? 'kept' : planned
  out.people.push({ shift: shift._id, day, fate, people: await peopleIn(context, { shift, after, live }, fate) })
}

type Seen = { shift: ShiftDoc; after: ShiftDoc; live: readonly SignupDoc[] }
async function peopleIn({ system }: Context, { shift, after, live }: Seen, fate: 'kept' | 'changes' | 'cancelled') {
  return Promise.all(
    live.map(async one => {
      if (fate === 'kept') return touchedOf(shift, one, { fate: one.state === 'waiting' ? 'waits' : 'stays', why: '' })
      if (fate === 'cancelled') return touchedOf(shift, one, { fate: 'off', why: '这一天没有这个班了' })
      return touchedOf(shift, one, await verdictOn(system, shift, after, one))
    }),
  )
}
