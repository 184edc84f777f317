/**
 * The audit entry: who did what to what, when, and whether it was let through. It travels in the operation's transaction, unchained; the clock
 * seals it within 60 seconds (seal.ts). Targets are ids and notes are words of the operation: no name is written here, and a
 * number somebody typed into a reason is blotted out.
 */
import type { Doc } from './store/port'

export type Entry = Doc & {
  /** Milliseconds since 1970. */
  at: number
  /** The account; '' when nobody was signed in. */
  who: string
  /** The roles acted in. */
  role: string
  operation: string
  target: string
  /** Where it happened; `chain` is its community (or the shorter code). */
  division: string
  chain: string
  ok: boolean
  code?: string
  note?: string
  requestId: string
  /** 0 until the clock has chained it, then 1 with `seq`, `prev` and `hash`. */
  sealed: number
  seq?: number
  prev?: string
  hash?: string
}

export interface About {
  now: number
  id: string
  who: string
  role: string
  operation: string
  target: string
  division: string
  ok: boolean
  code?: string
  note?: string
  requestId: string
}

/** The chain an entry is sealed into: one per community, one per wider division, '-' for what happened nowhere. */
export const chainOf = (division: string) => division.slice(0, 12) || '-'

/** Ids sort by time, so that equal moments keep their order in a list. */
export const timedId = (now: number, id: string) => `${now.toString(36).padStart(9, '0')}${id}`

const DIGITS = /[\d０-９]/g
/** A number somebody typed is blotted out, also one written in pieces (138-0013-8000); a date is none. */
const blotted = (note: string) =>
  note.replace(/[\d０-９](?:[\s－—-]?[\d０-９]){4,}/g, run =>
    /[\s－—-]/.test(run) && (run.match(DIGITS) ?? []).length < 9 ? run : run.replace(DIGITS, '*'),
  )

export function entryOf(about: About): Entry {
  const { now, id, code, note, ...rest } = about
  return {
    _id: timedId(now, id),
    at: now,
    ...rest,
    chain: chainOf(about.division),
    ...(code ? { code } : {}),
    ...(note ? { note: blotted(note) } : {}),
    sealed: 0,
  }
}
