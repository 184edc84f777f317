/** The mechanics of reactions: what one feature sets off in another, in the cause's own transaction or later by the clock. The table is ../reactions.ts. */
import type { Blobs, Secrets, WriteTx } from './context'
import type { Paying } from './paying'
import type { Push } from './push'
import type { Doc, Json, Store, Tx } from './store/port'

export type Facts = { [field: string]: unknown }
export interface When {
  now: number
  today: string
}
/** At once: at most five by-id writes in the cause's transaction. */
export type Reaction = (tx: WriteTx, facts: Facts, when: When) => Promise<void>
/** What a later reaction and a clock's job may use. */
export interface Kit {
  store: Store
  secrets: Secrets
  blobs: Blobs
  /** Absent where paying on a phone is not set up. */
  pay?: Paying
  /** Ways out of the house besides the inbox; only what is set up. */
  push?: Push
  now: number
  today: string
  id(): string
  log: Log
}
export interface Log {
  info(fields: { [name: string]: unknown }, words: string): void
  warn(fields: { [name: string]: unknown }, words: string): void
  error(fields: { [name: string]: unknown }, words: string): void
}
/** Later: drained by the clock, may be run twice, hence idempotent by `event`. It writes in transactions of its own, through `write`. */
export type Later = (kit: Kit & { write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> }, facts: Facts, event: string) => Promise<void>

export type Reactions = { [event: string]: { now?: Reaction[]; later?: Later[] } }

/** An event that waits for the drain. */
export type Event = Doc & { name: string; facts: { [field: string]: Json }; at: number; due: number; tries: number }

const MOST_WRITES = 5

/** A transaction whose `happened` runs the table; a reaction's own `happened` goes through the same table. */
export function telling(tx: Tx, reactions: Reactions, when: When & { id(): string }, depth = 0): WriteTx {
  const happened = async (name: string, facts: Facts) => {
    if (depth > 3) throw new Error(`reactions go round in a circle at ${name}`)
    const row = reactions[name]
    for (const react of row?.now ?? []) {
      const { counted, writes } = counting(tx)
      await react(telling(counted, reactions, when, depth + 1), facts, when)
      if (writes() > MOST_WRITES)
        throw new Error(`a reaction to ${name} wrote ${writes()} documents; more than ${MOST_WRITES} belong to 'later'`)
    }
    if (row?.later?.length) {
      const event: Event = { _id: when.id(), name, facts: facts as { [field: string]: Json }, at: when.now, due: when.now, tries: 0 }
      await tx.insert('events', event)
    }
  }
  return { ...tx, happened }
}

function counting(tx: Tx): { counted: Tx; writes(): number } {
  let writes = 0
  const one = <A extends unknown[], R>(work: (...args: A) => R) => {
    return (...args: A): R => {
      writes++
      return work(...args)
    }
  }
  const counted = { ...tx, insert: one(tx.insert), update: one(tx.update), put: one(tx.put), remove: one(tx.remove) } as Tx
  return { counted, writes: () => writes }
}

/** Runs what waits, oldest first. What fails is tried again later (1, 2, 4 ... 60 minutes) and never lost. Answers how many were done. */
export async function drain(kit: Kit, reactions: Reactions, limit = 100): Promise<number> {
  const waiting = await kit.store.find<Event>('events', { where: { due: { lte: kit.now } }, order: ['due'], limit })
  let done = 0
  for (const event of waiting.items) {
    const write = <T>(work: (tx: WriteTx) => Promise<T>) => kit.store.transaction(tx => work(telling(tx, reactions, kit)))
    try {
      for (const react of reactions[event.name]?.later ?? []) await react({ ...kit, write }, event.facts, event._id)
      await kit.store.transaction(tx => tx.remove('events', event._id))
      done++
    } catch (error) {
      kit.log.error({ event: event._id, name: event.name, tries: event.tries + 1, error: String(error) }, 'a reaction failed')
      const due = kit.now + 60_000 * Math.min(60, 2 ** event.tries)
      await kit.store.transaction(tx => tx.update('events', event._id, { set: { due }, inc: { tries: 1 } }))
    }
  }
  return done
}
