/** What a worker's phone knows of a grid, and what it makes of it: pure, so that it can be tested without a phone. */
import type { OutputOf } from '@domain'
import { daysBetween } from '@domain/days'
import type { Door, VisitForm } from '@domain/visits/contract'

export type Packed = OutputOf<'visits.pack'>['items'][number]
export type Counts = OutputOf<'visits.today'>['counts']

/** The day's list as the server gave it: in its order, with its counts. */
export interface Listed {
  day: string
  /** When it was answered (ms, this phone's clock), and how far the server's clock was before it (ms); a list kept by an older version has none. */
  at: number
  ahead?: number
  counts: Counts
  doors: Door[]
}
/** All doors of the grid in walking order, for when there is no signal. `ahead`: how far the server's clock is before this phone's (ms). */
export interface Pack {
  day: string
  at: number
  ahead: number
  items: Packed[]
}
/** A knock logged on this phone that the list may not know of yet. */
export interface Knock {
  /** The key of its parcel in the outbox. */
  key: string
  household: string
  label: string
  outcome: VisitForm['outcome']
  /** The door was on the list. */
  listed: boolean
  /** When (ms). */
  at: number
  /** The server's answer has been written into the pack. */
  learned?: true
}
export interface Seen {
  counts: Counts
  doors: Door[]
}

const none: Counts = { due: 0, done: 0, knocked: 0, met: 0 }

/** The list of a day: the server's when it is of that day, else made from the pack in the same order. */
export function listOn(day: string, listed: Listed | null, pack: Pack | null): Seen {
  if (listed?.day === day) return { counts: listed.counts, doors: listed.doors }
  const doors = (pack?.items ?? [])
    .map(({ door }) => ({ ...door, over: daysBetween(door.due, day) }))
    .filter(door => door.over >= 0)
    .sort((a, b) => a.band - b.band)
  return { counts: { ...none, due: doors.length }, doors }
}

/** The list with what this phone has logged since: the door is gone, the counts are up. */
export function merged({ counts, doors }: Seen, knocks: Knock[]): Seen {
  const gone = new Set(knocks.map(knock => knock.household))
  const left = doors.filter(door => !gone.has(door.household))
  const done = doors.length - left.length
  return {
    doors: left,
    counts: {
      due: Math.max(0, counts.due - done),
      done: counts.done + done,
      knocked: counts.knocked + knocks.length,
      met: counts.met + knocks.filter(knock => knock.outcome === 'met').length,
    },
  }
}

/**
 * The knocks a new list does not know of yet: those that waited in the outbox when it was asked for, and those logged since.
 * One that is neither has been taken by the server, or thrown away by the person.
 */
export const unknownTo = (asked: { at: number; waiting: string[] }, knocks: Knock[]): Knock[] =>
  knocks.filter(knock => knock.at >= asked.at || asked.waiting.includes(knock.key))

/** The pack with what the server answered to a knock: when the door is due next, and why. */
export const learned = (pack: Pack, household: string, next: { due: string; why: string }, last: Door['last']): Pack => ({
  ...pack,
  items: pack.items.map(one => (one.door.household === household ? { ...one, door: { ...one.door, ...next, urgent: false, last } } : one)),
})

/** The door to go to after this one: the next on the list, else its first. */
export function nextAfter(doors: Door[], household: string): Door | undefined {
  const at = doors.findIndex(door => door.household === household)
  const rest = doors.filter(door => door.household !== household)
  return at < 0 ? rest[0] : (rest[at] ?? rest[0])
}
