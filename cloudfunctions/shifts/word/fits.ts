/** Who fits a role that lacks people, right now: in the order in which they are asked. */
import type { RoleForm } from '@domain/shifts/contract'
import { fit } from '@domain/shifts/fit'
import { ASK_AGAIN, inOrder, mayAsk, timeOf } from '@domain/shifts/helpers'
import type { Store, Tx } from '../../_kit/store/port'
import { type ShiftDoc, signupId, type VolunteerDoc } from '../docs'
import { fitsIn, helperOf, papersOf, spanOf } from '../person'

const PAGE = 500
/** Pages of a community's volunteers that are looked at. */
const PAGES = 10

type Reading = Pick<Store, 'get' | 'find'>
/** Whether they could take it if they had nothing else: no reading of what they have taken on. */
const couldTake = (one: VolunteerDoc, shift: ShiftDoc, role: RoleForm) =>
  fit(helperOf(one), papersOf(one), [], { span: spanOf(shift), day: shift.day, role, ...(shift.team ? { team: shift.team } : {}) })
    .state === 'free'

/** At most `most` people, the first to be asked first. Whoever already said something to this shift, also that they go, is left alone. */
export async function fitting(
  store: Reading,
  shift: ShiftDoc,
  role: RoleForm,
  asked: { now: number; most: number },
): Promise<VolunteerDoc[]> {
  const able = (await active(store, shift.community)).filter(one => mayAsk(one, asked.now) && couldTake(one, shift, role))
  const found: VolunteerDoc[] = []
  for (const one of inOrder(able, timeOf(shift))) {
    if (found.length >= asked.most) break
    if (await stillFits(store, one, shift, role)) found.push(one)
  }
  return found
}

/** By what the store says now; inside a transaction this is the decision. */
export async function stillFits(tx: Pick<Store, 'get'>, one: VolunteerDoc, shift: ShiftDoc, role: RoleForm): Promise<boolean> {
  if (await tx.get('signups', signupId(shift._id, one._id))) return false
  return (await fitsIn(tx, one, shift, role)).state === 'free'
}

/** Those who still may be asked and still fit, marked as asked: whoever is asked for two shifts at once is asked for one. */
export async function chosen(
  tx: Tx,
  people: readonly VolunteerDoc[],
  { shift, role, now }: { shift: ShiftDoc; role: RoleForm; now: number },
): Promise<VolunteerDoc[]> {
  const asked: VolunteerDoc[] = []
  for (const { _id } of people) {
    const one = await tx.get<VolunteerDoc>('volunteers', _id)
    if (!one || !mayAsk(one, now) || !(await stillFits(tx, one, shift, role))) continue
    const when = { askedAt: { lte: now - ASK_AGAIN } }
    if (await tx.update('volunteers', _id, { set: { askedAt: now } }, { when })) asked.push(one)
  }
  return asked
}

async function active(store: Reading, community: string): Promise<VolunteerDoc[]> {
  const all: VolunteerDoc[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const { items, after: next } = await store.find<VolunteerDoc>('volunteers', {
      where: { community, state: 'active' },
      limit: PAGE,
      after,
    })
    all.push(...items)
    if (!next) break
    after = next
  }
  return all
}
