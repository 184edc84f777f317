/** The monthly group birthday (生日会): whose birthday it is, when and where, how many cakes. */
import type { InputOf, OutputOf } from '@domain'
import { cakesFor, headsOf, RULES } from '@domain/meals/cakes'
import type { Party, PartyForm } from '@domain/meals/contract/table'
import type { Context, Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import { notThere, refuse } from '../../_kit/refuse'
import type { Store } from '../../_kit/store/port'
import { eaterOn } from '../eaters'
import type { GuestDoc, PartyDoc, RulesDoc } from './docs'
import { celebratedIn } from './people'
import { dayWords } from './saying'

const partyId = (community: string, month: string) => `${community}|${month}`
const rulesOf = async (from: Pick<Store, 'get'>, community: string) => {
  const own = await from.get<RulesDoc>('party_rules', community)
  return own ? { age: own.age, cakes: own.cakes } : RULES
}

export const party: Work<InputOf<'meals.party'>, OutputOf<'meals.party'>> = async (context, { community, month }) => {
  const id = partyId(community, month)
  const rules = await rulesOf(context.system, community)
  const [people, doc, guests] = await Promise.all([
    celebratedIn(context.system, { community, month, today: context.today, rules }),
    context.store.get<PartyDoc>('parties', id),
    all<GuestDoc>(context.store, 'party_guests', { where: { party: id } }),
  ])
  const invited = new Set(guests.map(one => one.eater))
  const days = new Map(people.map(one => [one.eater.id, one.day]))
  const birthdays = people.map(({ eater, ...one }) => ({ ...one, ...named(eater), invited: invited.has(eater.id) }))
  const shown = await Promise.all(guests.map(one => guestOf(context, one, days.get(one.eater))))
  const here = shown.filter(one => one !== null).sort((a, b) => a.walk.localeCompare(b.walk))
  const party = doc && partyOf(doc, here, rules.cakes)
  return { month, rules, birthdays, ...(party ? { party } : {}), guests: here.map(({ walk: _, ...one }) => one) }
}

const named = ({ id, call, door }: { id: string; call: string; door: string }) => ({ eater: id, call, door })

/** Null for who has died or moved away since: they are on no list. */
async function guestOf({ system, today }: Context, { eater: id, answer, companions, came }: GuestDoc, birthday: string | undefined) {
  const eater = await eaterOn(system, id, today)
  if (!eater?.here) return null
  return { ...named(eater), ...{ answer, companions, came, walk: eater.walk }, ...(birthday ? { birthday } : {}) }
}

function partyOf(doc: PartyDoc, guests: Pick<GuestDoc, 'answer' | 'companions'>[], sizes: Parameters<typeof cakesFor>[1]): Party {
  const { _id: id, day, from, place, helpers, note, cancelled, version } = doc
  const { heads, most } = headsOf(guests, helpers)
  return {
    ...{
      id,
      day,
      from,
      place,
      helpers,
      version,
      heads,
      cakes: cakesFor(heads, sizes),
      most: { heads: most, cakes: cakesFor(most, sizes) },
    },
    ...(note ? { note } : {}),
    ...(cancelled ? { cancelled } : {}),
  }
}

export const set_party_rules: Work<InputOf<'meals.set_party_rules'>, OutputOf<'meals.set_party_rules'>> = (context, { community, rules }) =>
  context.write({ target: community, division: community }, async tx => {
    await tx.put<RulesDoc>('party_rules', { _id: community, community, ...rules })
    return { id: community }
  })

/** Refuses: meals.changed_meanwhile, meals.dates_wrong. */
export const set_party: Work<InputOf<'meals.set_party'>, OutputOf<'meals.set_party'>> = async (
  context,
  { community, month, version, form },
) => {
  if (form.day < context.today) throw refuse('meals.dates_wrong', '这一天已经过去了，请另选一天', 'form.day')
  if (!form.day.startsWith(month)) throw refuse('meals.dates_wrong', '生日会要在当月办，请另选一天', 'form.day')
  const id = partyId(community, month)
  const guests = await all<GuestDoc>(context.system, 'party_guests', { where: { party: id } })
  return context.write({ target: id, division: community }, async tx => {
    const before = await tx.get<PartyDoc>('parties', id)
    if ((before?.version ?? 0) !== version) throw refuse('meals.changed_meanwhile', '别人刚刚改过，请看一眼再改')
    await tx.put<PartyDoc>('parties', { _id: id, community, month, ...form, version: version + 1 })
    for (const one of guests) await tx.update('party_guests', one._id, { set: { day: form.day } })
    if (before && moved(before, form)) await tx.happened('meals.eaters_told', await toldOf(context, guests, changedWords(form)))
    return { id }
  })
}
const moved = (before: PartyForm & { cancelled?: string }, after: PartyForm) =>
  before.cancelled !== undefined || before.day !== after.day || before.from !== after.from || before.place !== after.place

/** Refuses: meals.not_there. */
export const cancel_party: Work<InputOf<'meals.cancel_party'>, OutputOf<'meals.cancel_party'>> = async (context, { party: id, why }) => {
  const guests = await all<GuestDoc>(context.store, 'party_guests', { where: { party: id } })
  return context.write({ target: id, division: id.slice(0, 12) }, async tx => {
    const doc = await tx.update<PartyDoc>('parties', id, { set: { cancelled: why }, inc: { version: 1 } })
    if (!doc) throw notThere('meals', '这次生日会')
    const words = { title: '生日会不办了', body: `${dayWords(doc.day)}的生日会不办了：${why}` }
    await tx.happened('meals.eaters_told', await toldOf(context, guests, words))
    return { id }
  })
}

interface Words {
  title: string
  body: string
}
const placeWords = ({ day, from, place }: PartyForm) => `${dayWords(day)} ${from}，在${place}`
export const invitedWords = (form: PartyForm): Words => ({
  title: '请您来过集体生日',
  body: `${placeWords(form)}。点开说一声来不来，要人接也可以说`,
})
const changedWords = (form: PartyForm): Words => ({ title: '生日会改了', body: `改到${placeWords(form)}` })

/** The facts of telling guests: who said they cannot come is left in peace. */
export async function toldOf({ system, today, now }: Context, guests: Pick<GuestDoc, 'eater' | 'answer'>[], words: Words) {
  const eaters = await Promise.all(guests.filter(one => one.answer !== 'cannot').map(one => eaterOn(system, one.eater, today)))
  const here = eaters.flatMap(one => (one?.here ? [{ eater: one.id, call: one.call }] : []))
  return { eaters: here, ...words, to: '/meals/pages/invited/index', at: now }
}
