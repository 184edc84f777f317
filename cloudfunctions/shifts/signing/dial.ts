/** Calling whoever leads a shift one is in: the shift is the reason, and every look is written down. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work, WriteTx } from '../../_kit/context'
import type { Account } from '../../_kit/identity'
import { refuse } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import { type ShiftDoc, type SignupDoc, signupId } from '../docs'
import { shiftIn } from '../reach'
import { isLive } from '../seat'
import { leadersOf } from './leaders'

type Looks = Doc & { at: number[] }
const A_DAY = 20

/** Refuses: see shifts.dial_lead. */
export const dialLead: Work<InputOf<'shifts.dial_lead'>, OutputOf<'shifts.dial_lead'>> = async (context, { shift: id }) => {
  const { person, now, store, system, secrets } = context
  const seen = await store.get<ShiftDoc>('shifts', id)
  const [leader] = seen ? await leadersOf(system, seen, now) : []
  const about = { target: id, division: context.divisions[0], note: '给队长打电话' }
  return context.write(about, async (tx, whole) => {
    const shift = await shiftIn(tx, id)
    about.division = shift.community
    const signup = await whole.get<SignupDoc>('signups', signupId(id, person?.id ?? ''))
    if (!signup || !isLive(signup)) throw refuse('shifts.not_in_it', '报了这个班才能给队长打电话')
    const account = leader ? await whole.get<Account>('accounts', leader) : null
    if (!account?.phone) throw refuse('shifts.no_phone', '这个班没有留电话，请打给社区')
    await countLook(context, whole)
    return { name: account.name, number: secrets.open(account.phone, { collection: 'accounts', id: account._id, field: 'phone' }) }
  })
}

async function countLook({ person, now }: Context, tx: WriteTx) {
  const id = `shifts|${person?.id ?? ''}|${dayOf(now)}`
  const looks = (await tx.get<Looks>('reveals', id))?.at ?? []
  if (looks.length >= A_DAY) throw refuse('shifts.too_many_looks', '今天看电话的次数太多了，请打给社区')
  await tx.put<Looks>('reveals', { _id: id, at: [...looks, now] })
}
