/** A lead adds a shift. */
import type { InputOf, OutputOf } from '@domain'
import type { Work, WriteTx } from '../../_kit/context'
import type { ShiftDoc } from '../docs'
import { sayWhen, tell } from '../tell'
import { mustBeSound, mustFitIn } from './form'
import { makeShift } from './make'

/** Refuses: see shifts.add_shift. */
export const addShift: Work<InputOf<'shifts.add_shift'>, OutputOf<'shifts.add_shift'>> = async (context, { community, form }) => {
  mustBeSound(form, context)
  const companion = await mustFitIn(context, community, form)
  const id = context.id()
  return context.write({ target: id, division: community }, async (_, whole) => {
    const by = context.person?.name ?? ''
    const shift = await makeShift(whole, form, { id, community, by, ...(companion ? { with: companion } : {}) })
    await tellCompanion(whole, shift, context.now)
    return { id }
  })
}

/** The grid worker who is gone along with knows when and where. */
export async function tellCompanion(tx: WriteTx, shift: ShiftDoc, now: number): Promise<void> {
  if (!shift.with) return
  const body = `${sayWhen(shift.from)}，${shift.place.name}。有志愿者陪您一起走访。`
  await tell(tx, { topic: 'changed', accounts: [shift.with.account], title: `${shift.title}：和志愿者一起走访`, body, at: now })
}
