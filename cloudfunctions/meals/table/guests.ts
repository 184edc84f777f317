/** Who is invited to a group birthday, what they answered, and who came. */
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import { eaterOn } from '../eaters'
import type { GuestDoc, PartyDoc } from './docs'
import { invitedWords, toldOf } from './party'

const guestId = (party: string, eater: string) => `${party}|${eater}`
const noParty = () => notThere('meals', '这次生日会')

/** Refuses: meals.not_there, meals.gone. */
export const invite: Work<InputOf<'meals.invite'>, OutputOf<'meals.invite'>> = async (context, { party: id, eaters }) => {
  const party = await context.store.get<PartyDoc>('parties', id)
  if (!party) throw noParty()
  const asked = [...new Set(eaters)]
  const people = await Promise.all(asked.map(one => invitable(context, one, party)))
  const gone = people.find(one => !one.here)
  if (gone) throw refuse('meals.gone', `${gone.call}已经不在这里住了，不能请`, 'eaters')
  return context.write({ target: id, division: party.community }, async tx => {
    const fresh: GuestDoc[] = []
    for (const eater of asked) if (!(await tx.get('party_guests', guestId(id, eater)))) fresh.push(guestOf(party, eater))
    for (const one of fresh) await tx.insert('party_guests', one)
    if (fresh.length > 0) await tx.happened('meals.eaters_told', await toldOf(context, fresh, invitedWords(party)))
    return { invited: fresh.length }
  })
}

/** Somebody registered in the caller's divisions, or somebody from elsewhere who eats with the community's kitchens. */
async function invitable(context: Parameters<typeof invite>[0], id: string, { community }: PartyDoc) {
  const eater = await eaterOn(context.system, id, context.today)
  const eats = () => context.system.find('orders', { where: { eater: id }, order: ['-day'], limit: 50 })
  const known = eater && (eater.home.startsWith(community) || (await eats()).items.some(one => one.community === community))
  if (!eater || !known) throw notThere('meals', '这位居民')
  return eater
}

const guestOf = ({ _id: party, community, day }: PartyDoc, eater: string): GuestDoc => ({
  ...{ _id: guestId(party, eater), party, eater, community, day, answer: 'asked', companions: 0, came: false },
})

export const parties: Work<InputOf<'meals.parties'>, OutputOf<'meals.parties'>> = async (context, { eater }) => {
  const where = { eater, day: { gte: context.today } }
  const { items } = await context.system.find<GuestDoc>('party_guests', { where, order: ['day'], limit: 12 })
  const found = await Promise.all(
    items.map(async ({ party: id, answer, companions }) => {
      const party = await context.system.get<PartyDoc>('parties', id)
      if (!party || party.cancelled) return []
      const { day, from, place, note } = party
      return [{ party: id, day, from, place, answer, companions, ...(note ? { note } : {}) }]
    }),
  )
  return found.flat()
}

/** Refuses: meals.not_there, meals.too_late. */
export const answer_party: Work<InputOf<'meals.answer_party'>, OutputOf<'meals.answer_party'>> = async (context, input) => {
  const { eater, party: id, answer, companions } = input
  return context.write({ target: id, division: id.slice(0, 12) }, async (_, whole) => {
    const party = await whole.get<PartyDoc>('parties', id)
    const guest = await whole.get<GuestDoc>('party_guests', guestId(id, eater))
    if (!party || !guest) throw noParty()
    if (party.cancelled || party.day < context.today) throw refuse('meals.too_late', '这次生日会已经结束或者不办了')
    const set = { answer, companions: answer === 'cannot' ? 0 : companions }
    await whole.update('party_guests', guest._id, { set })
    return { id: guest._id }
  })
}

/** Refuses: meals.not_there. */
export const attend: Work<InputOf<'meals.attend'>, OutputOf<'meals.attend'>> = async (context, { party: id, eater, came }) =>
  context.write({ target: id, division: id.slice(0, 12) }, async tx => {
    if (!(await tx.update('party_guests', guestId(id, eater), { set: { came } }))) throw noParty()
    return { id: guestId(id, eater) }
  })
