/** The list of volunteers, and one of them. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { SOON } from '@domain/shifts/papers'
import { VOLUNTEER_STATES } from '@domain/shifts/standing'
import type { Context, Work } from '../../_kit/context'
import { typed } from '../../_kit/pinyin'
import type { Query } from '../../_kit/store/port'
import type { TeamDoc, VolunteerDoc } from '../docs'
import { volunteerIn } from './record'
import { shownCard, shownProfile } from './show'

type Asked = InputOf<'shifts.volunteers'>

/** A page is about so many people: whole chunks are looked through until it is full. */
const PAGE = 50
const CHUNK = 100

/** Waiting and the like are few: they have an index. Everybody goes by name. */
function queryOf({ community, state, team }: Asked): Query {
  if (team) return { where: { all: [{ community }, { teams: { has: team } }] }, limit: CHUNK }
  if (state) return { where: { community, state }, limit: CHUNK }
  return { where: { community }, order: ['pinyin'], limit: CHUNK }
}

/** What the index does not say: part of a name, its pinyin or initials ('张桂', 'zhanggui', 'zgl'), and skills. */
function matches({ words = '', state, skill }: Asked): (one: VolunteerDoc) => boolean {
  const [said, latin] = [words.replace(/\s/g, ''), typed(words)]
  const called = ({ name, pinyin }: VolunteerDoc) => name.includes(said) || (latin !== null && pinyin.includes(latin))
  return one => called(one) && (!state || one.state === state) && (!skill || one.skills.includes(skill))
}

export const volunteers: Work<Asked, OutputOf<'shifts.volunteers'>> = async (context, asked) => {
  const fits = matches(asked)
  const items: OutputOf<'shifts.volunteers'>['items'] = []
  let { after } = asked
  do {
    const page = await context.store.find<VolunteerDoc>('volunteers', { ...queryOf(asked), ...(after ? { after } : {}) })
    const cards = await Promise.all(page.items.filter(fits).map(one => shownCard(context, one)))
    items.push(...cards.filter(one => !asked.free || one.free))
    after = page.after
  } while (after && items.length < PAGE)
  return { items, ...(after ? { after } : {}) }
}

export const volunteersCount: Work<InputOf<'shifts.volunteers_count'>, OutputOf<'shifts.volunteers_count'>> = async (context, asked) => {
  const { store, today } = context
  const { community } = asked
  const states: { [state: string]: number } = {}
  for (const state of VOLUNTEER_STATES) states[state] = await store.count('volunteers', { community, state })
  const ending = (bounds: { gte?: string; lt?: string; lte?: string }) => store.count('volunteers', { community, expires: bounds })
  const { items: teams } = await store.find<TeamDoc>('teams', { where: { community }, limit: 1000 })
  return {
    states,
    teams: teams.filter(one => !one.ended).length,
    expired: await ending({ lt: today }),
    soon: await ending({ gte: today, lte: addDays(today, SOON) }),
    unchecked: await store.count('volunteers', { community, unchecked: { gte: 1 } }),
  }
}

/** Refuses: shifts.not_there. */
export const volunteer: Work<InputOf<'shifts.volunteer'>, OutputOf<'shifts.volunteer'>> = async (context, { account }) =>
  shownProfile(context, await volunteerIn(context.store, account), asOf(context))

const asOf = ({ roles }: Context) => (roles.includes('community') ? 'office' : 'lead')
