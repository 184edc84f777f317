/** When everything is said of somebody's shift: it is settled once, its minutes are counted, and what it means for the volunteer is written down. */
import { attended, without } from '@domain/shifts/absence'
import type { WriteTx } from '../../_kit/context'
import type { ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { countSettled } from '../hours/count'
import { changed } from '../people/record'
import { sayWhen, tell } from '../tell'

const HOME = '/pages/home/index'

/** Nobody has to confirm anything any more. */
export const isSure = ({ came, went }: Pick<SignupDoc, 'came' | 'went'>) =>
  came !== undefined && went !== undefined && !came.unsure && !went.unsure
/** Counted: only two people can change it now (hours). */
export const isCounted = (signup: SignupDoc) => signup.settled === true && !signup.absent && isSure(signup)

/** Settles a sign-up as it stands; what is unsure counts for nothing. A second time changes nothing. */
export async function settle(tx: WriteTx, shift: ShiftDoc, signup: SignupDoc, now: number): Promise<SignupDoc> {
  if (signup.settled) return signup
  const after: SignupDoc = { ...signup, settled: true, version: signup.version + 1 }
  await tx.put('signups', after)
  await countSettled(tx, after, shift, now)
  await remember(tx, after, now)
  await tx.happened('shifts.settled', { signup: after._id, shift: shift._id, account: after.account, day: after.day })
  return after
}

/** What was settled is open again, as long as nothing was counted; a miss that was written down is taken back. */
export async function reopen(tx: WriteTx, signup: SignupDoc): Promise<SignupDoc> {
  if (!signup.settled) return signup
  if (signup.absent && !signup.absent.excused) await forget(tx, signup)
  const { settled: _, ...open } = signup
  return open as SignupDoc
}

async function remember(tx: WriteTx, { account, day, from, absent, ...signup }: SignupDoc, now: number) {
  const helper = account ? await tx.get<VolunteerDoc>('volunteers', account) : null
  if (!helper) return
  if (!absent) return isSure(signup) ? thank(tx, helper, day, now) : undefined
  if (absent.excused) return
  await tx.put('volunteers', changed(helper, { missed: [...helper.missed, day] }))
  const body = `${sayWhen(from)}的班记成了没来。有原因就说一声，7 天里都可以。`
  await tell(tx, { topic: 'answer', accounts: [account], title: '这一班没见到您', body, to: HOME, at: now })
}

/** They came: lapsing starts anew, and every third time an old miss is forgiven; the history keeps it. */
async function thank(tx: WriteTx, helper: VolunteerDoc, day: string, now: number) {
  const { missed, amends, forgiven } = attended({ missed: helper.missed, amends: helper.amends ?? 0 })
  const lastOn = day > helper.lastOn ? day : helper.lastOn
  const happened = forgiven ? { at: now, by: '', what: 'forgiven', why: `又来了三次，${forgiven} 没来的那次不算了` } : undefined
  await tx.put('volunteers', changed(helper, { missed, amends, lastOn }, happened))
}

async function forget(tx: WriteTx, { account, day }: SignupDoc) {
  const helper = account ? await tx.get<VolunteerDoc>('volunteers', account) : null
  if (helper) await tx.put('volunteers', changed(helper, { missed: without(helper.missed, day) }))
}
