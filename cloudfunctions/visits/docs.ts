/** The shapes of what visits keep, and of what they read from the registry. */

import type { Part } from '@domain/days'
import type { Matter, VisitForm } from '@domain/visits/contract'
import type { Span } from '@domain/visits/interval'
import type { Knock, Reason, Try } from '@domain/visits/plan'
import type { Doc } from '../_kit/store/port'

/** A household as the registry keeps it (its owner is people). */
export type HouseholdDoc = Doc & {
  grid: string
  community: string
  label: string
  walk: string
  head: string
  /** Ids of those who have not moved away or died. */
  members: string[]
  ended?: { on: string; reason: string }
}
export type ResidentDoc = Doc & {
  household: string
  name: string
  born?: string
  relation: string
  living: string
  tags: Span[]
}

/** Somebody behind a door, as far as lists show them: the name is masked. */
export type Behind = { id: string; name: string; relation: string; born?: string; tags: Span[] }
/** A knock as the door remembers it, with a line for the next visitor. */
export type Remembered = Knock & { words: string }

export type Asked = { check: string; at: number; on: string; words: string }

export type DoorDoc = Doc & {
  grid: string
  community: string
  label: string
  walk: string
  people: Behind[]
  /** Codes of the tags that hold, the most frequent first. */
  tags: string[]
  every: number
  weight: number
  /** The day the household came in. */
  since: string
  /** The latest knocks in the order they happened, and where the row of tries stood before them. */
  knocks: Remembered[]
  before: Try[]
  /** Absent when the household has ended. */
  due?: string
  reason: Reason
  part?: Part
  urgent: boolean
  /** The day on which a tag begins or has ended: the clock works the door out anew. */
  turn?: string
  /** The grids the household was in before, each until a moment (ms): a visit from then is still taken. */
  grids: { grid: string; until: number }[]
  ended?: true
  /** Welfare checks that want this door knocked at once, the first that asked first; each with its sentence. */
  asked?: Asked[]
}

export type Kept = { at: number; by: string; reason: string; form: VisitForm }
export type VisitDoc = Doc & {
  household: string
  grid: string
  community: string
  /** When it happened as it counts, what the phone said, and when it arrived (ms). */
  at: number
  said: number
  arrived: number
  on: string
  account: string
  by: string
  form: VisitForm
  version: number
  earlier: Kept[]
  /** The door was on the day's list when it was knocked. */
  listed: boolean
  /** The household was in another grid by the time the visit arrived. */
  fromFormerGrid?: true
}

export type MatterDoc = Doc & {
  kind: Matter['kind']
  household: string
  label: string
  grid: string
  community: string
  street: string
  district: string
  city: string
  words: string
  tags: string[]
  urgent: boolean
  at: number
  visit: string
  open: boolean
  sort: string
  settled?: { at: number; by: string; words: string }
}

export type KnocksDoc = Doc & { grid: string; community: string; day: string; knocked: number; met: number; done: number }
