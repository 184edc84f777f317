/**
 * Who in the roster is whom in the registry: by the ID number, else by household and name. A guess across households is never made.
 * Numbers come as blind indexes: nothing here can read one.
 */
import { plain } from '../text'
import type { Decision } from './kinds'

/** Somebody of the roster at a door. */
export interface Asked {
  row: number
  household: string
  name: string
  blind?: string
  born?: string
  sex?: 'male' | 'female'
  relation: string
  /** Somebody said that this is where they live. */
  here: boolean
}

/** Somebody of the registry. */
export interface Known {
  _id: string
  household: string
  name: string
  idBlind?: string
  born?: string
  sex?: 'male' | 'female'
  relation: string
  current: boolean
  /** Names a hand has corrected: an older workbook still calls them so. */
  former?: string[]
  /** Households a hand moved them out of: an older workbook still has them there. */
  homes?: string[]
}

export type Match<K extends Known> =
  | { to: 'new' }
  /** `doubt`: taken, but a question remains; the ID number of the roster is left out. */
  | { to: 'same'; known: K; doubt?: Decision }
  | { to: 'move'; known: K }
  | { to: 'wait'; why: Decision }

/** One match a row. Those found by number come first, so that a namesake is not taken for them. */
export function match<K extends Known>(people: Asked[], registry: K[]): Map<number, Match<K>> {
  const found = new Map<number, Match<K>>()
  const taken = new Set<string>()
  const byBlind = new Map<string, K>()
  for (const one of registry) if (one.idBlind && (one.current || !byBlind.has(one.idBlind))) byBlind.set(one.idBlind, one)
  const byHousehold = groups(registry, one => one.household)
  const byFormer = groups(
    registry.flatMap(one => (one.current ? (one.homes ?? []) : []).map(home => ({ home, one }))),
    ({ home }) => home,
  )
  const settle = (row: number, match: Match<K>) => {
    found.set(row, match)
    if ('known' in match) taken.add(match.known._id)
  }
  for (const person of people) {
    const known = person.blind === undefined ? undefined : byBlind.get(person.blind)
    if (known) settle(person.row, byNumber(person, known))
  }
  const left = people.filter(person => !found.has(person.row))
  const namesakes = groups(left, person => `${person.household}|${person.name}`)
  for (const person of left) {
    const free = called(person.name, byHousehold.get(person.household) ?? []).filter(one => !taken.has(one._id))
    const alone = (namesakes.get(`${person.household}|${person.name}`)?.length ?? 0) === 1
    const found = byName(person, free, alone)
    const gone =
      found.to === 'new'
        ? called(
            person.name,
            (byFormer.get(person.household) ?? []).map(({ one }) => one),
          )
        : []
    settle(
      person.row,
      movedOut(
        person,
        gone.filter(one => !taken.has(one._id)),
      ) ?? found,
    )
  }
  return found
}

/** Those of this name; where nobody has it, those who were called so before a hand corrected it. */
function called<K extends Known>(name: string, at: K[]): K[] {
  const now = at.filter(one => plain(one.name) === plain(name))
  return now.length > 0 ? now : at.filter(one => one.former?.includes(name))
}

function byNumber<K extends Known>(person: Asked, known: K): Match<K> {
  if (!known.current) return { to: 'wait', why: 'left_before' }
  if (called(person.name, [known]).length === 0) return { to: 'wait', why: 'name_differs' }
  if (known.household === person.household) return { to: 'same', known }
  return person.here ? { to: 'move', known } : { to: 'wait', why: 'person_in_two_households' }
}

function byName<K extends Known>(person: Asked, free: K[], alone: boolean): Match<K> {
  const fits = free.filter(known => mayBe(person, known, alone && free.length === 1))
  const here = fits.filter(known => known.current)
  if (here.length === 1) return { to: 'same', known: here[0], ...(otherNumber(person, here[0]) ? { doubt: 'id_differs' as const } : {}) }
  if (here.length > 1) return { to: 'wait', why: 'maybe_repeated' }
  return fits.length > 0 ? { to: 'wait', why: 'left_before' } : { to: 'new' }
}

/** Somebody of the name has been moved from this door to another one: a question, unless the row answers it. */
function movedOut<K extends Known>(person: Asked, gone: K[]): Match<K> | undefined {
  const fits = gone.filter(known => !otherNumber(person, known) && mayBe(person, known, false))
  if (fits.length === 0) return undefined
  return person.here && fits.length === 1 ? { to: 'move', known: fits[0] } : { to: 'wait', why: 'person_in_two_households' }
}

const otherNumber = (person: Asked, known: Known) =>
  person.blind !== undefined && known.idBlind !== undefined && person.blind !== known.idBlind
const differ = <T>(a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined && a !== b

/**
 * Two numbers of one birthday may be one person with a number mistaken (asked); of two birthdays they are two people, a father and his son.
 * Where a number came in for somebody without one, another birthday is a correction, if nobody else of the name could be meant.
 */
function mayBe(person: Asked, known: Known, only: boolean): boolean {
  if (differ(person.sex, known.sex)) return false
  if (!differ(person.born, known.born)) return true
  return only && !otherNumber(person, known) && person.relation !== '' && person.relation === known.relation
}

function groups<T>(list: T[], key: (one: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const one of list) {
    const group = map.get(key(one))
    if (group) group.push(one)
    else map.set(key(one), [one])
  }
  return map
}
