/** Tells those who fit that somebody asks to be replaced: once a request, never in the night. */
import { PER_HOLE } from '@domain/shifts/helpers'
import { isQuiet } from '@domain/shifts/offer'
import type { Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { ShiftDoc, SignupDoc } from '../docs'
import { shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { chosen, fitting } from '../word/fits'

/** It is one seat, and there is somebody on it still: so many are asked as for a hole three times over. */
const MOST = 3 * PER_HOLE
const MONTH = 30 * 86_400_000

export async function tellCovers(kit: Ticking): Promise<number> {
  if (isQuiet(kit.now)) return 0
  const asking = await kit.store.find<SignupDoc>('signups', { where: { 'cover.at': { gt: kit.now - MONTH } }, limit: 500 })
  let done = 0
  for (const one of asking.items) if (!one.cover?.told && one.state === 'on' && one.from > kit.now) done += await callFor(kit, one)
  return done
}

async function callFor(kit: Ticking, { _id, shift: id, role: roleId }: SignupDoc): Promise<number> {
  const shift = await kit.store.get<ShiftDoc>('shifts', id)
  const role = shift?.roles.find(one => one.id === roleId)
  const people = shift && role ? await fitting(kit.store, shift, role, { now: kit.now, most: MOST }) : []
  return kit.store.transaction(async tx => {
    const signup = await tx.get<SignupDoc>('signups', _id)
    if (!signup?.cover || signup.cover.told) return 0
    await tx.put<SignupDoc>('signups', { ...signup, cover: { ...signup.cover, told: true } })
    if (!shift || !role) return 1
    // a shortage call like any other: nobody hears two in three days
    const accounts = (await chosen(tx, people, { shift, role, now: kit.now })).map(one => one._id)
    const body = `${sayWhen(shift.from)} ${shift.title}，${shift.place.name}。${signup.cover.why}。您要是有空，点开就能接。`
    const told = {
      topic: 'shortage' as const,
      accounts,
      title: `${signup.name}想请人替个班`,
      body,
      to: shiftPage(id),
      at: kit.now,
      when: shift.from,
      until: shift.from,
    }
    await tell(telling(tx, kit.reactions, { now: kit.now, today: kit.today, id: kit.id }), told)
    return 1
  })
}
