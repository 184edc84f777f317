/** Finding somebody: by the beginning of a name, its pinyin or its initials, by a door, or by an exact number through the blind index. */
import { walkPrefix } from '@domain/people/address'
import type { ResidentCard } from '@domain/people/contract'
import { tidyIdNumber } from '@domain/people/identity'
import { locate } from '@domain/people/located'
import { tidyPhone } from '@domain/people/phones'
import type { Context } from '../_kit/context'
import { typed } from '../_kit/pinyin'
import type { Operations } from '../_kit/serve'
import type { Where } from '../_kit/store/port'
import { communitiesIn } from './divisions'
import { type HouseholdDoc, isCurrent, type ResidentDoc } from './docs'
import { kindsIn } from './kinds'
import { blindIdNumber, blindPhone } from './person'
import { householdCard, residentCard } from './views'

const MOST = 50
/** Communities asked in one query; a query may fan out into at most 400. */
const AT_ONCE = 100

/** Asks every community of a division with the conditions given; stops when there is enough. */
async function ask(context: Context, division: string, conditions: Where[]): Promise<ResidentDoc[]> {
  const communities = await communitiesIn(context.system, division)
  const found = new Map<string, ResidentDoc>()
  for (let at = 0; at < communities.length && found.size < MOST; at += AT_ONCE) {
    const community = communities.length === 1 ? communities[0] : { in: communities.slice(at, at + AT_ONCE) }
    for (const condition of conditions) {
      const where = { community, ...(division.length === 15 ? { grid: division } : {}), ...condition } as Where
      const page = await context.store.find<ResidentDoc>('residents', { where, limit: MOST })
      for (const doc of page.items) found.set(doc._id, doc)
    }
  }
  return [...found.values()]
}

/** What words like "3-2-501", "3号楼2单元" or "3" can mean, the likelier first: "3-2" is room 2 of a building without staircases, or its staircase 2. */
function meanings(words: string): { prefix: string; room: string }[] {
  const place = locate(words) ?? locate(`${words}号楼`)
  if (!place) return []
  const { building, unit, room } = place
  const exact = { prefix: room || unit ? walkPrefix(building, unit) : walkPrefix(building), room }
  return room && !unit ? [exact, { prefix: walkPrefix(building, room), room: '' }] : [exact]
}

/** The doors that words mean. Needs a community: doors are numbered inside one. */
async function doorsOf(context: Context, division: string, words: string): Promise<HouseholdDoc[]> {
  if (division.length < 12) return []
  const within: Where = division.length === 15 ? { grid: division } : { community: division }
  for (const { prefix, room } of meanings(words)) {
    const page = await context.store.find<HouseholdDoc>('households', {
      where: { ...within, walk: { prefix } },
      order: ['walk'],
      limit: 200,
    })
    const doors = page.items.filter(doc => !room || doc.address.room === room)
    if (doors.length > 0) return doors.slice(0, MOST)
  }
  return []
}

/** Everybody behind those doors. */
async function behind(context: Context, division: string, words: string): Promise<ResidentDoc[]> {
  const people: ResidentDoc[] = []
  for (const door of await doorsOf(context, division, words)) {
    if (people.length >= MOST) break
    people.push(...(await context.store.find<ResidentDoc>('residents', { where: { household: door._id }, limit: 50 })).items)
  }
  return people
}

/** Those who live here before those who left, then as the caller typed them, then by name. */
async function cards(context: Context, docs: ResidentDoc[]): Promise<ResidentCard[]> {
  const kinds = await kindsIn(context.system)
  const rank = (doc: ResidentDoc) => `${isCurrent(doc.living) ? 0 : 1}${doc.pinyin}${doc._id}`
  return [...docs]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .slice(0, MOST)
    .map(doc => residentCard(context, doc, kinds))
}

export const search: Pick<Operations<'people'>, 'search' | 'doors' | 'find_exact'> = {
  async search(context, { division, words }) {
    const latin = typed(words)
    if (/\d/.test(words)) {
      const kinds = await kindsIn(context.system)
      return (await behind(context, division, words)).slice(0, MOST).map(doc => residentCard(context, doc, kinds))
    }
    const name = words.trim()
    const conditions: Where[] = latin ? [{ pinyin: { prefix: latin } }, { initials: { prefix: latin } }] : [{ name: { prefix: name } }]
    return cards(context, await ask(context, division, conditions))
  },

  async doors(context, { division, words }) {
    const kinds = await kindsIn(context.system)
    return (await doorsOf(context, division, words)).map(doc => householdCard(context, doc, kinds))
  },

  async find_exact(context, { division, number }) {
    const phone = tidyPhone(number)
    const id = tidyIdNumber(number)
    const { secrets } = context
    const condition: Where | null = phone
      ? { phoneBlinds: { has: blindPhone(secrets, phone) } }
      : /^\d{17}[\dX]$/.test(id)
        ? { idBlind: blindIdNumber(secrets, id) }
        : null
    if (!condition) return []
    const where = { ...condition, grid: { prefix: division } } as Where
    return cards(context, (await context.store.find<ResidentDoc>('residents', { where, limit: MOST })).items)
  },
}
