/** Counting the minutes of a settled sign-up. Called in the transaction that settles it, as often as it is settled anew. */
import { countedMinutes, lengthOf } from '@domain/shifts/counted'
import type { Tx } from '../../_kit/store/port'
import type { ShiftDoc, SignupDoc } from '../docs'
import { book } from './book'
import { type HourDoc, type TallyDoc, tallyId } from './docs'

/** Somebody came and went, and nobody has to confirm it any more. */
const isSure = ({ settled, came, went, absent }: SignupDoc): boolean =>
  settled === true && !absent && came !== undefined && went !== undefined && !came.unsure && !went.unsure

/**
 * Brings the ledger to what the sign-up says, once: the first time an automatic entry, later one that says the difference. What is unsure counts
 * for nothing until it is confirmed and this is called again; what two people have corrected stays, and what they added leaves that much less
 * room. `tx` is the whole transaction (the second argument of context.write's work). Answers the minutes that are counted of this shift now.
 */
export async function countSettled(tx: Tx, signup: SignupDoc, shift: ShiftDoc, now: number): Promise<number> {
  if (!signup.account) return 0
  const tally = await tallyOf(tx, { _id: tallyId(shift._id, signup.account), community: shift.community })
  const came = isSure(signup)
  const auto = Math.min(came ? minutesIn(signup, shift) : 0, Math.max(0, lengthOf(shift) - tally.added))
  const minutes = auto - tally.auto
  if (tally.fixed || (minutes === 0 && came === tally.came)) return tally.auto + tally.added
  const seq = tally.seq + 1
  await tx.put<TallyDoc>('hours_tallies', { ...tally, auto, came, seq })
  const entry = entryOf(signup, shift, {
    _id: `${tally._id}|${seq}`,
    root: tally._id,
    minutes,
    at: now,
    what: seq === 1 ? 'counted' : 'recounted',
  })
  await book(tx, entry, { came: Number(came) - Number(tally.came) })
  return auto + tally.added
}

/** What stands in the ledger under a root, nothing at first. */
export const tallyOf = async (tx: Pick<Tx, 'get'>, { _id, community }: Pick<TallyDoc, '_id' | 'community'>): Promise<TallyDoc> =>
  (await tx.get<TallyDoc>('hours_tallies', _id)) ?? { _id, community, auto: 0, added: 0, seq: 0, came: false, fixed: false }

const minutesIn = ({ came, went }: SignupDoc, shift: ShiftDoc) =>
  came && went ? countedMinutes({ came: came.at, went: went.at }, shift) : 0

const entryOf = (signup: SignupDoc, shift: ShiftDoc, more: Pick<HourDoc, '_id' | 'root' | 'minutes' | 'at' | 'what'>): HourDoc => ({
  ...{ ...more, account: signup.account, name: signup.name, community: shift.community, day: shift.day, by: '' },
  ...{ source: 'auto', shift: shift._id, title: shift.title, kind: shift.kind },
  ...(shift.team ? { team: shift.team } : {}),
})
