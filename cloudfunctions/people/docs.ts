/** The registry's documents. Field names are relied on by visits and the import: change them nowhere else. */
import type { Address, TagKind } from '@domain/people/contract'
import type { GridKind } from '@domain/people/size'
import type { Doc } from '../_kit/store/port'

export type Level = 'city' | 'district' | 'street' | 'community'
/** `children` counts the divisions directly below. */
export type DivisionDoc = Doc & { name: string; level: Level; parent: string; children: number }
/** `households` and `residents` count what has not ended. */
export type GridDoc = Doc & { community: string; name: string; kind: GridKind; households: number; residents: number }
export type KindDoc = Doc & TagKind

export type HouseholdDoc = Doc & {
  grid: string
  community: string
  /** The door's id (doors.ts); equal to _id unless the address was corrected. */
  door: string
  address: Address
  /** Sort key of a walk. */
  walk: string
  label: string
  /** Masked name of the head; '' while nobody is registered. */
  head: string
  /** Residents who have not moved away or died, and their ids. */
  count: number
  members: string[]
  /** Codes that hold today on any of them. */
  tags: string[]
  ended?: { on: string; reason: string }
  version: number
  changedBy?: string
}

export type Living = 'living' | 'away' | 'moved' | 'deceased' | 'unknown'
export type HeldTag = { code: string; since: string; until?: string; by: string }
export type ResidentDoc = Doc & {
  household: string
  grid: string
  community: string
  /** The household's label, so that a list needs no second look. */
  label: string
  name: string
  pinyin: string
  initials: string
  sex?: 'male' | 'female'
  born?: string
  /** Sealed; `idBlind` finds it. */
  idNumber?: string
  idBlind?: string
  /** Each sealed; blind and masked beside. */
  phones: string[]
  phoneBlinds: string[]
  phoneMasks: string[]
  relation: string
  living: Living
  tags: HeldTag[]
  tagCodes: string[]
  /** The next day on which tagCodes change. */
  retag?: string
  note?: string
  ended?: { on: string; why: 'moved' | 'deceased'; note?: string }
  /** What was corrected by hand: blind marks of the values before, and the names before. See replaced.ts. */
  replaced?: string[]
  former?: string[]
  /** Households a hand moved them out of. */
  homes?: string[]
  version: number
  changedBy?: string
}

export type ClaimDoc = Doc & { resident: string; household: string }
export type ChangeDoc = Doc & { household: string; resident?: string; at: number; who: string; what: string }
export type ConsentDoc = Doc & {
  resident: string
  carer: string
  /** Sealed. */
  phone: string
  phoneBlind: string
  phoneMask: string
  relation: string
  since: string
  until?: string
  how: 'in_person' | 'paper' | 'phone'
  by: string
}

/** Whether a record is of somebody who is still here. */
export const isCurrent = (living: Living) => living !== 'moved' && living !== 'deceased'
