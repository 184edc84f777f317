/** What the hours' ledger keeps. */
import type { Kind } from '@domain/shifts/contract'
import type { Doc } from '../../_kit/store/port'

/** counted from check-in and check-out, recounted when the roll-call was put right, added by two people, corrected or voided by two people, imported from a city platform. */
export type What = 'counted' | 'recounted' | 'added' | 'corrected' | 'voided' | 'imported'

/**
 * One movement of somebody's hours: whole minutes, more (+) or less (-). Never changed, never removed; a mistake is put right by another entry
 * that stands beside (`of`). `source` says on which heap the minutes lie: automatic and added ones are never mixed.
 */
export type HourDoc = Doc & {
  account: string
  /** As it was then. */
  name: string
  /** Where it was served: that community writes it down, and certifies it. */
  community: string
  source: 'auto' | 'added'
  what: What
  minutes: number
  /** The day it was served. */
  day: string
  /** When it was written down; it lies open for seven days from here (domain/shifts/open.ts). */
  at: number
  /** The account that asked for it ('' the house itself), and the second one who confirmed it. */
  by: string
  second?: string
  why?: string
  shift?: string
  team?: string
  title: string
  kind: Kind
  /** The entry it corrects. */
  of?: string
  /** The file it came from. */
  file?: string
}

/**
 * `${shift}|${account}`: what of one shift is in the ledger so far, so that it is there once: `auto` by check-in and check-out, `more` added and
 * corrected (may be below zero). Together never above the shift. `fixed`: two people have corrected it; the roll-call no longer moves it.
 */
export type TallyDoc = Doc & { community: string; auto: number; more: number; seq: number; came: boolean; fixed: boolean }
export const tallyId = (shift: string, account: string) => `${shift}|${account}`

/** `${account}|${day}`: the minutes of a day in all. */
export type DayDoc = Doc & { account: string; minutes: number }
export const dayId = (account: string, day: string) => `${account}|${day}`
