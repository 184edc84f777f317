/** Tells those who fit that somebody asks to be replaced: once a request, never in the night. */
import { isQuiet } from '@domain/shifts/offer'
import type { Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { LIVE, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'

const [LOOKED, MOST] = [500, 30]
const MONTH = 30 * 86_400_000

export async function tellCovers(kit: Ticking): Promise<number> {
  if (isQuiet(kit.now)) return 0
  const asking = await kit.store.find<SignupDoc>('signups', { where: { 'cover.at': { gt: kit.now - MONTH } }, limit: 500 })
  let done = 0
  for (const one of asking.items) if (!one.cover?.told && one.state === 'on' && one.from > kit.now) done += await callFor(kit, one)
  return done
}

async function callFor(kit: Ticking, { _id, shift: id, role }: SignupDoc): Promise<number> {
  const shift = await kit.store.get<ShiftDoc>('shifts', id)
  const accounts = shift ? await whoFits(kit, shift, role) : []
  return kit.store.transaction(async tx => {
    const signup = await tx.get<SignupDoc>('signups', _id)
    if (!signup?.cover || signup.cover.told) return 0
    await tx.put<SignupDoc>('signups', { ...signup, cover: { ...signup.cover, told: true } })
    if (!shift) return 1
    const body = `${sayWhen(shift.from)} ${shift.title}，${shift.place.name}。${signup.cover.why}。您要是有空，点开就能接。`
    const told = { topic: 'shortage' as const, accounts, title: `${signup.name}想请人替个班`, body, to: shiftPage(id), at: kit.now }
    await tell(telling(tx, kit.reactions, { now: kit.now, today: kit.today, id: kit.id }), told)
    return 1
  })
}

/** Who may take it and is not in it; least recently asked first, and not who does not want to be asked. */
async function whoFits({ store }: Ticking, shift: ShiftDoc, id: string): Promise<string[]> {
  const role = shift.roles.find(one => one.id === id)
  if (!role) return []
  const where = { community: shift.community, state: 'active' }
  const page = await store.find<VolunteerDoc>('volunteers', { where, limit: LOOKED })
  const there = await store.find<SignupDoc>('signups', { where: { shift: shift._id }, limit: 500 })
  const taken = new Set(there.items.filter(one => LIVE.includes(one.state)).map(one => one.account))
  const asked = page.items.filter(one => !taken.has(one._id) && !one.mute.includes('shortage')).sort((a, b) => a.askedAt - b.askedAt)
  const fitting: string[] = []
  for (const one of asked) if (fitting.length < MOST && (await fitsIn(store, one, shift, role)).state === 'free') fitting.push(one._id)
  return fitting
}
