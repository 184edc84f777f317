/** Looking at shifts: one, or those of some days. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { Context, Work } from '../../_kit/context'
import type { Store } from '../../_kit/store/port'
import type { SeatDoc, ShiftDoc, SignupDoc } from '../docs'
import { mayLead, shiftIn } from '../reach'
import { cardsOf, seatsOf, signUpOf } from './card'
import { formOf } from './form'

/** Refuses: shifts.not_there. */
export const readShift: Work<InputOf<'shifts.shift'>, OutputOf<'shifts.shift'>> = async (context, { shift: id }) => {
  const shift = await shiftIn(context.store, id)
  const [card] = await cardsOf(context.system, [shift])
  const leads = await mayLead(context, context.system, shift)
  const begun = shift.from <= context.now
  if (!leads) return { card, leads, begun }
  return { card, leads, begun, form: formOf(shift), people: await peopleIn(context, shift) }
}

async function peopleIn({ system }: Pick<Context, 'system'>, shift: ShiftDoc) {
  const [signups, seats] = await Promise.all([signupsOf(system, shift._id), seatsOf(system, [shift._id])])
  const queue = (role: string) => seats.find((one: SeatDoc) => one.role === role)?.queue
  return signups.sort(byCame).map(one => signUpOf(one, shift, queue(one.role)))
}
const byCame = (a: SignupDoc, b: SignupDoc) => (a.history[0]?.at ?? 0) - (b.history[0]?.at ?? 0) || (a._id < b._id ? -1 : 1)

/** Every sign-up a shift ever had, page by page. */
export async function signupsOf(store: Pick<Store, 'find'>, shift: string): Promise<SignupDoc[]> {
  const found: SignupDoc[] = []
  let after: string | undefined
  do {
    const page = await store.find<SignupDoc>('signups', { where: { shift }, limit: 1000, after })
    found.push(...page.items)
    after = page.after
  } while (after)
  return found
}

export const listShifts: Work<InputOf<'shifts.list'>, OutputOf<'shifts.list'>> = async (
  context,
  { community, from, days, team, kitchen },
) => {
  const found: ShiftDoc[] = []
  let after: string | undefined
  do {
    const where = { community, day: { gte: from, lt: addDays(from, days) } }
    const page = await context.store.find<ShiftDoc>('shifts', { where, order: ['day'], limit: 1000, after })
    found.push(...page.items)
    after = page.after
  } while (after)
  const wanted = found.filter(one => (!team || one.team === team) && (!kitchen || one.kitchen === kitchen))
  return cardsOf(
    context.system,
    wanted.sort((a, b) => a.from - b.from || (a._id < b._id ? -1 : 1)),
  )
}
