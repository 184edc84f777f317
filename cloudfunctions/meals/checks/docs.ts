/** What is kept of welfare checks. */
import type { Meal } from '@domain/meals/contract'
import type { CheckOutcome, MissedWhy } from '@domain/meals/contract/checks'
import type { Limits, Result, Rung } from '@domain/meals/ladder'
import type { Collections, Doc } from '../../_kit/store/port'

export type StepDoc = {
  rung: Rung
  at: number
  by: string
  account: string
  result: Result
  words: string
  /** Said instead of the usual line of its result. */
  said?: string
  /** The knock it comes from: told twice, it counts once. */
  visit?: string
}
export type MissedDoc = { order: string; kitchen: string; meal: Meal; why: MissedWhy; at: number; taken?: number }
export type ClosedDoc = { at: number; by: string; account: string; outcome: CheckOutcome; words: string; until?: string; visit?: string }

/** One a person and day, `${eater}|${day}`. A check that had ended and is needed again begins a new round; the former is in `earlier`. */
export type CheckDoc = Doc & CheckFields
export type CheckFields = {
  eater: string
  day: string
  call: string
  age?: number
  household: string
  building: string
  door: string
  grid: string
  community: string
  street: string
  district: string
  city: string
  /** The communities of the kitchens that cooked, and their streets: a kitchen's people stand at either. */
  cooks: string[]
  meals: MissedDoc[]
  /** When it was there (end of service, or the moment at the door), and when it opened. */
  since: number
  opened: number
  fast: boolean
  limits: Limits
  steps: StepDoc[]
  /** The rungs that have opened, each with when it should have and when it did. */
  rungs: { rung: Rung; from: number; opened: number }[]
  /** When the clock looks again; absent when closed. */
  next?: number
  open: boolean
  /** Open: the longest first; closed: the latest first. */
  sort: string
  closed?: ClosedDoc
  earlier: { since: number; opened: number; steps: StepDoc[]; rungs: { rung: Rung; from: number; opened: number }[]; closed: ClosedDoc }[]
  version: number
}
export const checkId = (eater: string, day: string) => `${eater}|${day}`
/** Under the household's id: its latest checks, so that a knock finds them by id. */
export type CheckDoorDoc = Doc & { checks: string[] }
/** Under the community's id. */
export type LadderDoc = Doc & { community: string; normal: Limits; fast: Limits; version: number }
export type NeighbourDoc = Doc & {
  community: string
  building: string
  kind: 'lead' | 'neighbour'
  name: string
  about?: string
  /** Sealed. */
  phone: string
  phoneMask: string
  version: number
}
/** `${grid}|${day}`: counted in the transaction of what is counted. */
export type CheckCountDoc = Doc & { grid: string; community: string; street: string; district: string; city: string; day: string } & {
  [count: string]: number | string
}

const LEVELS = ['grid', 'community', 'street', 'district', 'city']
export const collections: Collections = {
  checks: {
    reach: { division: 'grid' },
    indexes: [
      ...['grid', 'community'].map(level => ({ fields: [level, 'open', 'sort'] })),
      { fields: ['open', 'sort'], has: 'cooks' },
      { fields: ['day'], has: 'cooks' },
      { fields: ['open', 'next'] },
      { fields: ['eater', 'day'] },
    ],
  },
  check_doors: { reach: 'system', indexes: [] },
  check_counts: { reach: { division: 'grid' }, indexes: LEVELS.map(level => ({ fields: [level, 'day'] })) },
  ladders: { reach: { division: 'community' }, indexes: [] },
  neighbours: { reach: { division: 'community' }, indexes: [{ fields: ['community', 'building'] }] },
}
