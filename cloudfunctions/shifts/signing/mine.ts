/** What somebody has taken on: next first, what was last first; never anybody else's. */
import type { InputOf, OutputOf } from '@domain'
import type { Mine } from '@domain/shifts/contract/signing'
import type { Work } from '../../_kit/context'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId } from '../docs'
import { isLive } from '../seat'
import { cards, signUpOf } from './show'
import { swapIn, swapsOf } from './swaps'

const PAGE = 20
const HALF_DAY = 12 * 3_600_000
/** What one did oneself needs no word among what comes. */
const QUIETLY = ['off', 'given']

export const myShifts: Work<InputOf<'shifts.my_shifts'>, OutputOf<'shifts.my_shifts'>> = async (context, { past, after }) => {
  const { system, person, now } = context
  const account = person?.id ?? ''
  const from = past ? { lte: now } : { gt: now - HALF_DAY }
  const page = await system.find<SignupDoc>('signups', {
    ...{ where: { account, from }, order: [past ? '-from' : 'from'], limit: PAGE, ...(after ? { after } : {}) },
  })
  const over = ({ to, settled }: SignupDoc) => to <= now || settled === true
  const wanted = page.items.filter(one => (past ? over(one) : !over(one) && (isLive(one) || !QUIETLY.includes(one.state))))
  const card = cards(system)
  const items = await Promise.all(
    wanted.map(async (signup): Promise<Mine[]> => {
      const shift = await system.get<ShiftDoc>('shifts', signup.shift)
      if (!shift) return []
      const seats = await system.get<SeatDoc>('seats', seatId(shift._id, signup.role))
      const swap = signup.swap ? await swapIn(context, signup.swap) : undefined
      return [{ shift: await card(shift), mine: signUpOf(signup, shift, now, seats), ...(swap ? { swap } : {}) }]
    }),
  )
  return { items: items.flat(), ...(page.after ? { after: page.after } : {}), now, swaps: after || past ? [] : await swapsOf(context) }
}
