/** Somebody's own page, and what they change of it. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work } from '../../_kit/context'
import type { Account } from '../../_kit/identity'
import type { VolunteerDoc } from '../docs'
import { byMe, changed, myself } from './record'
import { bornOf, communityName, isGiven, sealedContact } from './register'
import { shownProfile } from './show'

/** The community somebody belongs to already: of a role of theirs, or of their resident record. */
async function homeOf({ person, system }: Context): Promise<string | undefined> {
  const record = person?.resident ? await system.get<VolunteerDoc>('residents', person.resident) : null
  return record?.community ?? person?.memberships.find(({ scope }) => scope.length >= 12)?.scope.slice(0, 12)
}

export const myProfile: Work<InputOf<'shifts.my_profile'>, OutputOf<'shifts.my_profile'>> = async context => {
  const { person, system, today: day } = context
  const volunteer = await system.get<VolunteerDoc>('volunteers', person?.id ?? '')
  const account = await system.get<Account>('accounts', person?.id ?? '')
  const home = await homeOf(context)
  const name = home && (await communityName(system, home))
  return {
    day,
    ...(volunteer ? { profile: await shownProfile(context, volunteer, 'self') } : {}),
    known: {
      ...{ name: person?.name ?? '', phone: account?.phoneMask ?? '', born: Boolean(await bornOf(system, person?.resident)) },
      ...(home && name ? { community: home, communityName: name } : {}),
      given: home !== undefined && isGiven(context, home),
    },
  }
}

/** Refuses: shifts.not_registered. */
export const changeProfile: Work<InputOf<'shifts.change_profile'>, OutputOf<'shifts.change_profile'>> = (context, change) => {
  const me = context.person?.id ?? ''
  const about = { target: me, division: '' }
  return context.write(about, async (_, whole) => {
    const volunteer = await myself(context, whole)
    about.division = volunteer.community
    const { skills, times, emergency, cityId } = change
    const contact = emergency ? sealedContact(context.secrets, me, emergency) : undefined
    const said: Partial<VolunteerDoc> = {
      ...(skills ? { skills: [...new Set(skills)] } : {}),
      ...(times ? { times: [...new Set(times)] } : {}),
      ...(emergency === undefined ? {} : { emergency: contact }),
      ...(cityId ? { cityId } : {}),
    }
    await whole.put('volunteers', changed(volunteer, said, byMe(context, 'changed')))
    return { id: me }
  })
}
