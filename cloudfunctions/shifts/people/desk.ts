/** What the community's office does for somebody who comes to the desk or rings up. */
import type { InputOf, OutputOf } from '@domain'
import { ageOn } from '@domain/days'
import { OF_AGE } from '@domain/shifts/load'
import { accountOf, settledAccount } from '../../_kit/accounts'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import { wake } from '../../_kit/wake'
import type { VolunteerDoc } from '../docs'
import { approved } from './approve'
import { back, byCaller, gone, rest, takenIn } from './pause'
import { byMe, changed, foundBy, volunteerIn } from './record'
import { bornOf, checkedBorn, checkedElsewhere, communityName, enlisted, sealedContact } from './register'

/** Refuses: shifts.no_community, shifts.born_missing, shifts.too_young, shifts.registered_elsewhere. */
export const addVolunteer: Work<InputOf<'shifts.add_volunteer'>, OutputOf<'shifts.add_volunteer'>> = async (context, input) => {
  const { community, phone, ...form } = input
  if (!(await communityName(context.system, community))) throw refuse('shifts.no_community', '没有找到这个社区，请重新选', 'community')
  const known = await accountOf(context.system, context.secrets, phone)
  const born = checkedBorn((await bornOf(context.system, known?.resident)) ?? form.born, context.today)
  const about = { target: known?._id ?? 'new', division: community }
  return context.write(about, async (_, whole) => {
    const account = await settledAccount(whole, context.secrets, known, { phone, name: form.name })
    about.target = account._id
    const before = await whole.get<VolunteerDoc>('volunteers', account._id)
    await checkedElsewhere(whole, before, community)
    // whoever is under 18 waits for the paper of a guardian
    const given = ageOn(born, context.today) >= OF_AGE
    const after = enlisted(context, before, { account, community, form, born, given })
    await whole.put('volunteers', after)
    if (after.state === 'active' && before?.state !== 'active') await approved(whole, after, context.today, context.person?.id ?? '')
    return { id: account._id }
  })
}

type Editing = InputOf<'shifts.edit_volunteer'>
function edited(context: Context, volunteer: VolunteerDoc, edit: Editing): Partial<VolunteerDoc> {
  const { name, born, skills, times, emergency, cityId } = edit
  const contact = emergency ? sealedContact(context.secrets, volunteer._id, emergency) : undefined
  return {
    ...(name ? { name, pinyin: foundBy(name) } : {}),
    ...(born ? { born: checkedBorn(born, context.today) } : {}),
    ...(skills ? { skills: [...new Set(skills)] } : {}),
    ...(times ? { times: [...new Set(times)] } : {}),
    ...(emergency === undefined ? {} : { emergency: contact }),
    ...(cityId ? { cityId } : {}),
  }
}

/** One volunteer of the community, changed in one transaction: who, and what is done. Refuses shifts.not_there. */
export async function onVolunteer<T>(
  context: Context,
  account: string,
  work: (volunteer: VolunteerDoc, tx: WriteTx, whole: WriteTx) => Promise<T>,
  note?: string,
): Promise<T> {
  const { community } = await volunteerIn(context.store, account)
  return context.write({ target: account, division: community, ...(note ? { note } : {}) }, async (tx, whole) =>
    work(await volunteerIn(tx, account), tx, whole),
  )
}

/** Refuses: shifts.not_there, shifts.changed_meanwhile, shifts.born_missing, shifts.too_young. */
export const editVolunteer: Work<Editing, OutputOf<'shifts.edit_volunteer'>> = (context, edit) =>
  onVolunteer(context, edit.account, async (volunteer, tx) => {
    if (volunteer.version !== edit.version) throw refuse('shifts.changed_meanwhile', '刚刚有人改过，请看看新的再改')
    await tx.put('volunteers', changed(volunteer, edited(context, volunteer, edit), byMe(context, 'changed')))
    return { id: edit.account }
  })

/** Refuses: shifts.not_there, shifts.not_active, shifts.pause_dates_wrong. */
export const pauseVolunteer: Work<InputOf<'shifts.pause_volunteer'>, OutputOf<'shifts.pause_volunteer'>> = async (context, input) => {
  const { account, ...pausing } = input
  await volunteerIn(context.store, account)
  const taken = await takenIn(context, account, pausing)
  const done = await onVolunteer(context, account, async (volunteer, _, whole) => {
    await rest(context, whole, volunteer, pausing)
    return { id: account, taken }
  })
  wake()
  return done
}

/** Refuses: shifts.not_there. */
export const returnVolunteer: Work<InputOf<'shifts.return_volunteer'>, OutputOf<'shifts.return_volunteer'>> = (context, { account }) =>
  onVolunteer(context, account, async (volunteer, _, whole) => {
    await back(context, whole, volunteer)
    return { id: account }
  })

/** Refuses: shifts.not_there; somebody who has left is not there any more. */
export const endVolunteer: Work<InputOf<'shifts.end_volunteer'>, OutputOf<'shifts.end_volunteer'>> = async (context, { account, why }) => {
  const end = async (volunteer: VolunteerDoc, _: WriteTx, whole: WriteTx) => {
    if (volunteer.state === 'left') throw notThere('shifts', '这位志愿者')
    await gone(whole, volunteer, byCaller(context, why))
    return { id: account }
  }
  const done = await onVolunteer(context, account, end, why)
  wake()
  return done
}
