/** What the hours' ledger keeps. */
import type { CertContent, CityColumn, HourWhat, Kind } from '@domain/shifts/contract'
import type { Doc } from '../../_kit/store/port'

/**
 * One movement of somebody's hours: whole minutes, more (+) or less (-). Never changed, never removed; a mistake is put right by another entry
 * that stands beside, under the same `root`. `source` says on which heap the minutes lie: automatic and added ones are never mixed.
 */
export type HourDoc = Doc & {
  account: string
  /** As it was then. */
  name: string
  /** Where it was served: that community writes it down, and certifies it. */
  community: string
  source: 'auto' | 'added'
  what: HourWhat
  minutes: number
  /** The tally it belongs to. */
  root: string
  /** The day it was served. */
  day: string
  /** When it was written down; it lies open for seven days from here (domain/shifts/open.ts). */
  at: number
  /** Who asked for it ('' the house itself), and the second one who confirmed it: accounts and names. */
  by: string
  byName?: string
  second?: string
  secondName?: string
  why?: string
  shift?: string
  team?: string
  title: string
  kind: Kind
  /** The file it came from. */
  file?: string
}

/**
 * What of one thing (a shift, an activity) is in the ledger for somebody so far, so that it is there once: `auto` by check-in and check-out,
 * `added` by people. Under `${shift}|${account}`, or an id of its own. Together never above the shift. `fixed`: two people have corrected it;
 * the roll-call no longer moves it. `seq` numbers its entries: `${root}|${seq}`.
 */
export type TallyDoc = Doc & { community: string; auto: number; added: number; seq: number; came: boolean; fixed: boolean }
export const tallyId = (shift: string, account: string) => `${shift}|${account}`

/** `${account}|${day}`: the minutes of a day in all. */
export type DayDoc = Doc & { account: string; minutes: number }
export const dayId = (account: string, day: string) => `${account}|${day}`

/** What waits for a second person. Answered ones stay. `root`: of a correction or an objection. */
export type AskDoc = Doc & {
  community: string
  what: 'add' | 'correct' | 'object' | 'certificate'
  account: string
  name: string
  day: string
  title: string
  kind: Kind
  minutes: number
  was?: number
  root?: string
  shift?: string
  team?: string
  range?: { from: string; until: string }
  why: string
  by: string
  byName: string
  at: number
  state: 'waiting' | 'yes' | 'no'
  answer?: { by: string; byName: string; at: number; why: string }
}

/** Under its id (domain certId): a certificate as it was issued; what is in `content` never changes. */
export type CertDoc = Doc & {
  community: string
  account: string
  /** How its number is looked up (domain numberKey). */
  key: string
  content: CertContent
  /** SHA-256 of the canonical text, hex. */
  hash: string
  at: number
  by: string
  revoked?: { at: number; by: string; why: string }
  replaces?: string
  replacedBy?: string
}

/** `${community}|${year}`: how many certificates have a number. */
export type CounterDoc = Doc & { n: number }
/** Under the prefix: whose it is, so that no two communities give out the same number. */
export type PrefixDoc = Doc & { community: string }

/** Under the community. */
export type IssuerDoc = Doc & {
  community: string
  name: string
  manager: string
  prefix: string
  columns: CityColumn[]
  version: number
}
