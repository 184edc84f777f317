/** Which birthday somebody keeps: the one they chose, else the registered one. */
import type { InputOf, OutputOf } from '@domain'
import { type Almanac, becomes, birthdaySaid, greetingOf, isBirthday, keptIn, nextKept, registered } from '@domain/meals/birthday'
import type { Birthday } from '@domain/meals/contract/table'
import type { Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Store } from '../../_kit/store/port'
import { type Eater, eaterOn } from '../eaters'
import { almanac, noAlmanac } from './almanac'
import type { BirthdayDoc } from './docs'

/** The calendar that these birthdays need: the lunar one is loaded only when one of them is lunar. */
export const almanacFor = async (birthdays: readonly (Birthday | undefined)[]): Promise<Almanac> =>
  birthdays.some(one => one?.calendar === 'lunar') ? almanac() : noAlmanac

const keptBy = (chosen: BirthdayDoc | null, { born }: Pick<Eater, 'born'>): Birthday | undefined =>
  chosen?.birthday ?? (born ? registered(born) : undefined)

/** What the table says to an eater on their birthday; undefined on all other days. */
export async function greetingFor(from: Pick<Store, 'get'>, eater: Eater, today: string): Promise<string | undefined> {
  const birthday = keptBy(await from.get<BirthdayDoc>('birthdays', eater.id), eater)
  if (!birthday || !eater.here) return undefined
  const kept = keptIn(today.slice(0, 7), birthday, await almanacFor([birthday])).includes(today)
  return kept ? greetingOf(eater.born ? becomes(eater.born, today) : undefined) : undefined
}

/** Refuses: meals.not_there. */
export const birthday: Work<InputOf<'meals.birthday'>, OutputOf<'meals.birthday'>> = async (context, { eater: id }) => {
  const eater = await eaterOn(context.system, id, context.today)
  if (!eater) throw notThere('meals', '这位居民')
  const chosen = await context.system.get<BirthdayDoc>('birthdays', id)
  const kept = keptBy(chosen, eater)
  if (!kept) return { call: eater.call, chosen: false }
  const next = nextKept(context.today, kept, await almanacFor([kept]))
  const greeting = await greetingFor(context.system, eater, context.today)
  return {
    ...{ call: eater.call, birthday: kept, chosen: chosen !== null, words: birthdaySaid(kept) },
    ...(next ? { next } : {}),
    ...(greeting ? { greeting } : {}),
  }
}

/** Refuses: meals.not_there, meals.no_such_day. */
export const set_birthday: Work<InputOf<'meals.set_birthday'>, OutputOf<'meals.set_birthday'>> = async (context, input) => {
  const eater = await eaterOn(context.system, input.eater, context.today)
  if (!eater) throw notThere('meals', '这位居民')
  if (input.birthday && !isBirthday(input.birthday)) throw refuse('meals.no_such_day', '没有这一天，请再看看日子', 'birthday.day')
  return context.write({ target: eater.id, division: eater.home }, async (_, whole) => {
    const doc = input.birthday && { _id: eater.id, home: eater.home, community: eater.home.slice(0, 12), birthday: input.birthday }
    if (doc) await whole.put<BirthdayDoc>('birthdays', doc)
    else await whole.remove('birthdays', eater.id)
    return { id: eater.id }
  })
}
