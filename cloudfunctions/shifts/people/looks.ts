/** Numbers that are shown to ring somebody up: every look is written down, and there are only so many an hour and a day. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work, WriteTx } from '../../_kit/context'
import type { Account } from '../../_kit/identity'
import { refuse } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import { onVolunteer } from './desk'
import { openContact } from './register'

type Looks = Doc & { at: number[] }
/** A shortage has its lead ring up some twenty people in an hour. */
const AN_HOUR = 40
const A_DAY = 80
const HOUR = 3_600_000

/** Refuses shifts.too_many. */
async function countLook({ person, now, today }: Context, whole: WriteTx) {
  const id = `shifts|${person?.id ?? ''}|${today}`
  const looks = (await whole.get<Looks>('reveals', id))?.at ?? []
  const lately = looks.filter(at => at > now - HOUR).length
  if (lately >= AN_HOUR || looks.length >= A_DAY) throw refuse('shifts.too_many', '看电话的次数太多了，过一会儿再看')
  await whole.put<Looks>('reveals', { _id: id, at: [...looks, now] })
}

/** Refuses: shifts.not_there, shifts.no_phone, shifts.too_many. */
export const dialVolunteer: Work<InputOf<'shifts.dial_volunteer'>, OutputOf<'shifts.dial_volunteer'>> = (context, { account }) =>
  onVolunteer(
    context,
    account,
    async (_, __, whole) => {
      const sealed = (await whole.get<Account>('accounts', account))?.phone
      if (!sealed) throw refuse('shifts.no_phone', '这位志愿者没有留电话')
      await countLook(context, whole)
      return { number: context.secrets.open(sealed, { collection: 'accounts', id: account, field: 'phone' }) }
    },
    '打电话给志愿者',
  )

/** Refuses: shifts.not_there, shifts.no_emergency, shifts.too_many. */
export const emergency: Work<InputOf<'shifts.emergency'>, OutputOf<'shifts.emergency'>> = (context, { account, why }) =>
  onVolunteer(
    context,
    account,
    async (volunteer, _, whole) => {
      const contact = openContact(context.secrets, volunteer)
      if (!contact) throw refuse('shifts.no_emergency', '这位志愿者没有留紧急联系人，先打他本人的电话')
      await countLook(context, whole)
      return contact
    },
    `紧急联系人：${why}`,
  )
