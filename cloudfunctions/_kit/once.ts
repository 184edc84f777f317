/** Idempotency: a write's key, kept in the write's own transaction with what was asked (a hash) and what was answered (sealed). */
import { createHash } from 'node:crypto'
import type { Secrets } from './context'
import { refuse } from './refuse'
import type { Doc, Json } from './store/port'

/** A key is made by the client: up to 64 characters that survive a header. */
export const isKey = (key: unknown): key is string => typeof key === 'string' && /^[\x21-\x7e]{1,64}$/.test(key)

/** How long a key keeps answering; the clock purges what is older. */
export const KEPT = 30 * 86_400_000

export type Once = Doc & { at: number; input: string; answer: string }

const sha = (text: string) => createHash('sha256').update(text).digest('base64url')

/** One id for a person, an operation and a key. */
export const onceId = (person: string, operation: string, key: string) => sha(JSON.stringify([person, operation, key]))

/** The same input in another order of fields is the same input. */
export const inputHash = (input: unknown) => sha(JSON.stringify(sorted(input)))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}

const place = (id: string) => ({ collection: 'keys', id, field: 'answer' })

export const recordOf = (secrets: Secrets, at: { id: string; now: number; input: string }, answer: unknown): Once => ({
  _id: at.id,
  at: at.now,
  input: at.input,
  answer: secrets.seal(JSON.stringify(answer), place(at.id)),
})

/** What was answered the first time. Refuses another input under the same key. */
export function replayed(secrets: Secrets, record: Once, input: string): Json {
  if (record.input !== input) throw refuse('call.key_reused', '这次提交和之前的冲突了，请退出页面重新进来再提交')
  return JSON.parse(secrets.open(record.answer, place(record._id)))
}
