/** Whose birthday a month has: everybody of the community from an age on, and younger ones who eat with its kitchens. Who died or moved away never is. */
import { addDays } from '@domain/days'
import { becomes, birthdaySaid, keptIn, registered } from '@domain/meals/birthday'
import type { Birthday, PartyRules } from '@domain/meals/contract/table'
import { all } from '../../_kit/pages'
import type { Doc, Store } from '../../_kit/store/port'
import { type Eater, eaterOn } from '../eaters'
import type { BirthdayDoc } from './docs'
import { almanacFor } from './keeping'

/** Who ordered within this many days eats here. */
const EATS = 60

export interface Celebrated {
  eater: Eater
  day: string
  words: string
  age?: number
  eats: boolean
}
type Born = Doc & { born?: string }
interface Asked {
  community: string
  month: string
  today: string
  rules: PartyRules
}

/** In order of the days. Reads across parts with `system`: the operation has checked that the community is the caller's. */
export async function celebratedIn(system: Store, asked: Asked): Promise<Celebrated[]> {
  const { community, month, today } = asked
  const [eating, chosen] = await Promise.all([eatersOf(system, community, today), chosenBy(system, community)])
  const born = await bornOf(system, asked, [...eating, ...chosen.keys()])
  const keeping = [...new Set([...born.keys(), ...chosen.keys()])].flatMap(id => {
    const own = born.get(id)
    const birthday = chosen.get(id) ?? (own ? registered(own) : undefined)
    return birthday ? [{ id, birthday }] : []
  })
  const book = await almanacFor(keeping.map(one => one.birthday))
  const kept = keeping.flatMap(({ id, birthday }) => keptIn(month, birthday, book).map(day => ({ id, birthday, day })))
  const people = await Promise.all(kept.map(one => celebrated(system, one, eating.has(one.id))))
  return people
    .flatMap(one => (one && (one.eats || (one.age ?? 0) >= asked.rules.age) ? [one] : []))
    .sort((a, b) => a.day.localeCompare(b.day) || a.eater.walk.localeCompare(b.eater.walk))
}

async function celebrated(
  system: Store,
  { id, birthday, day }: { id: string; birthday: Birthday; day: string },
  eats: boolean,
): Promise<Celebrated | null> {
  const eater = await eaterOn(system, id, day)
  if (!eater?.here) return null
  const age = eater.born ? becomes(eater.born, day) : undefined
  return { eater, day, words: birthdaySaid(birthday), eats, ...(age === undefined ? {} : { age }) }
}

async function eatersOf(system: Store, community: string, today: string): Promise<Set<string>> {
  const rows = await system.tally('orders', {
    where: { community, day: { gte: addDays(today, -EATS), lte: addDays(today, EATS) } },
    by: 'eater',
  })
  return new Set(rows.map(one => one.by).filter(id => !id.startsWith('guest')))
}

const chosenBy = async (system: Store, community: string) =>
  new Map((await all<BirthdayDoc>(system, 'birthdays', { where: { community } })).map(one => [one._id, one.birthday]))

/** Birth dates of the community's people who reach the age within the year, and of those who eat here whatever their age and home. */
async function bornOf(system: Store, { community, month, rules }: Asked, more: string[]): Promise<Map<string, string | undefined>> {
  const latest = `${Number(month.slice(0, 4)) - rules.age}-12-31`
  const old = await all<Born>(system, 'residents', { where: { community, born: { gt: '', lte: latest } } })
  const found = new Map(old.map(one => [one._id, one.born]))
  for (const id of more) if (!found.has(id)) found.set(id, (await system.get<Born>('residents', id))?.born)
  return found
}
