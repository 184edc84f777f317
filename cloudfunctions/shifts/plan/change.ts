/** A lead changes one shift, or looks first at whom that would touch. */
import type { InputOf, OutputOf } from '@domain'
import { differences, touchesPeople } from '@domain/shifts/changed'
import type { ShiftForm } from '@domain/shifts/contract/plan'
import type { Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { ShiftDoc } from '../docs'
import { ledShift } from '../reach'
import { isLive } from '../seat'
import { applyChange } from './apply'
import { fieldsOf, mustBeSound, mustFitIn } from './form'
import { signupsOf } from './read'
import { touchedOf, verdictOn } from './verdict'

/** Refuses: shifts.cancelled, shifts.begun. */
export function mustBeAhead(shift: ShiftDoc, now: number): void {
  if (shift.cancelled) throw refuse('shifts.cancelled', '这个班已经取消了，要用请另开一个', 'shift')
  if (shift.from <= now) throw refuse('shifts.begun', '这个班已经开始了，谁来谁没来请在点名里记', 'shift')
}

/** The shift as a form makes it. Changed by hand: its series leaves it alone from now on. */
function changed(before: ShiftDoc, form: ShiftForm, companion: ShiftDoc['with']): ShiftDoc {
  const { _id, community, series, by, version } = before
  return { _id, community, ...fieldsOf(form, companion), ...(series ? { series, loose: true } : {}), by, version: version + 1 }
}

/** Refuses: see shifts.change_shift. */
export const changeShift: Work<InputOf<'shifts.change_shift'>, OutputOf<'shifts.change_shift'>> = async (
  context,
  { shift: id, version, form },
) => {
  const seen = await ledShift(context, context.store, id)
  mustBeSound(form, context)
  const companion = await mustFitIn(context, seen.community, form)
  const people = (await signupsOf(context.system, id)).filter(isLive)
  return context.write({ target: id, division: seen.community }, async (_, whole) => {
    const before = await ledShift(context, whole, id)
    mustBeAhead(before, context.now)
    if (before.version !== version) throw refuse('shifts.changed_meanwhile', '这个班刚被别人改过，请看一眼新的再改', 'version')
    const doing = { at: context.now, by: context.person?.name ?? '' }
    await applyChange(whole, { before, after: changed(before, form, companion), people, doing })
    return { id }
  })
}

/** Refuses: see shifts.preview_change. */
export const previewChange: Work<InputOf<'shifts.preview_change'>, OutputOf<'shifts.preview_change'>> = async (
  context,
  { shift: id, form },
) => {
  const before = await ledShift(context, context.store, id)
  mustBeAhead(before, context.now)
  mustBeSound(form, context)
  const after = changed(before, form, await mustFitIn(context, before.community, form))
  const people = (await signupsOf(context.system, id)).filter(isLive)
  const told = differences(before, after).join('。')
  if (!touchesPeople(before, after) && told === '') return { people: [], told }
  const verdicts = await Promise.all(people.map(async one => touchedOf(before, one, await verdictOn(context.system, before, after, one))))
  return { people: verdicts, told }
}
