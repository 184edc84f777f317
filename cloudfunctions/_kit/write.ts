/** The one transaction of a write: the body, its idempotency record, its audit entry and the reactions commit together or not at all. */
import { type About, entryOf } from './audit'
import type { Context, Secrets, WriteTx } from './context'
import { inputHash, type Once, onceId, recordOf, replayed } from './once'
import type { Reach } from './reach'
import { type Reactions, telling } from './react'
import { scopedTx } from './scope'
import { type Collections, Duplicate, type Json, type Store } from './store/port'

export interface Writing {
  store: Store
  secrets: Secrets
  collections: Collections
  reactions: Reactions
  reach: Reach
  when: { now: number; today: string; id(): string }
  /** What the audit entry says but for its target. */
  about: Omit<About, 'now' | 'id' | 'target' | 'division' | 'ok'>
  /** Where it is filed when the operation does not say. */
  division: string
  /** Absent for keyless operations. */
  once?: { id: string; input: string }
}

/** Names a write's idempotency record. */
export const onceOf = (person: string, operation: string, key: string, input: unknown) => ({
  id: onceId(person, operation, key),
  input: inputHash(input),
})

/** The stored answer of an earlier call with this key, if any. */
export async function earlier(writing: Pick<Writing, 'store' | 'secrets' | 'once'>): Promise<{ answer: Json } | null> {
  if (!writing.once) return null
  const record = await writing.store.get<Once>('keys', writing.once.id)
  return record && { answer: replayed(writing.secrets, record, writing.once.input) }
}

/** Thrown out of an operation when a twin of the call committed first: the door answers with the twin's answer. */
export class Twin extends Error {
  constructor(readonly answer: Json) {
    super('answered before')
  }
}

/** Makes `context.write`. `result` tells the door what was written, once it is durable. */
export function writer(writing: Writing): { write: Context['write']; result(): { answer: unknown } | null } {
  let state: 'fresh' | 'begun' = 'fresh'
  let result: { answer: unknown } | null = null
  const write: Context['write'] = async (about, work) => {
    if (state !== 'fresh') throw new Error('an operation writes exactly once')
    state = 'begun'
    const out = await attempt(writing, about, work)
    if ('twin' in out) throw new Twin(replayed(writing.secrets, out.twin, writing.once?.input ?? ''))
    result = { answer: out.answer }
    return out.answer
  }
  return { write, result: () => result }
}

async function attempt<T>(
  writing: Writing,
  about: Parameters<Context['write']>[0],
  work: (tx: WriteTx, whole: WriteTx) => Promise<T>,
): Promise<{ answer: T } | { twin: Once }> {
  const { store, secrets, once, when } = writing
  try {
    return await store.transaction(async tx => {
      const twin = once && (await tx.get<Once>('keys', once.id))
      if (twin) return { twin }
      const whole = telling(tx, writing.reactions, when)
      const answer = await work({ ...scopedTx(tx, writing.collections, writing.reach), happened: whole.happened }, whole)
      const { target, note, division = writing.division } = about
      await tx.insert('audit', entryOf({ ...writing.about, now: when.now, id: when.id(), ok: true, target, note, division }))
      if (once) await tx.insert('keys', recordOf(secrets, { ...once, now: when.now }, answer))
      return { answer }
    })
  } catch (error) {
    // an engine that takes snapshots lets both twins read "absent"; ids are unique, so one of them ends here
    const twin = error instanceof Duplicate && error.collection === 'keys' && once && (await store.get<Once>('keys', once.id))
    if (twin) return { twin }
    throw error
  }
}
