/** What a change means for somebody in a shift: they keep their place, or they are off, and why. Asked by the preview and by the change itself. */
import type { Touched } from '@domain/shifts/contract/plan'
import { saidOf } from '@domain/shifts/words'
import type { Tx } from '../../_kit/store/port'
import type { ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { isSeated } from '../seat'

export type Verdict = Pick<Touched, 'fate' | 'why'>
const STAYS: Verdict = { fate: 'stays', why: '' }

/**
 * A clash always takes somebody off. What else stands in the way does so only when it did not before: whoever a lead put there all the same is not
 * thrown out by a change of something else. Guests without an account have nothing that could stand in the way.
 */
export async function verdictOn(tx: Pick<Tx, 'get'>, before: ShiftDoc, after: ShiftDoc, signup: SignupDoc): Promise<Verdict> {
  const [was, role] = [before, after].map(shift => shift.roles.find(one => one.id === signup.role))
  if (!role) return { fate: 'off', why: '这个岗位不要了' }
  if (!isSeated(signup)) return { fate: 'waits', why: '' }
  const helper = signup.account ? await tx.get<VolunteerDoc>('volunteers', signup.account) : null
  if (!helper) return STAYS
  const fits = await fitsIn(tx, helper, after, role)
  if (fits.state === 'free') return STAYS
  const earlier = fits.state === 'clashes' || !was ? null : await fitsIn(tx, helper, before, was)
  if (earlier && 'code' in earlier && earlier.code === fits.code) return STAYS
  return { fate: 'off', why: fits.why }
}

/** For whoever decides about the change. */
export const touchedOf = (shift: ShiftDoc, signup: SignupDoc, { fate, why }: Verdict): Touched => ({
  ...{ account: signup.account || signup._id, name: signup.name, state: signup.state, fate, why: saidOf(why) },
  role: shift.roles.find(one => one.id === signup.role)?.name ?? '',
})
