/** What an operation is given. It never reads a clock, a random number, an identity or a key from anywhere else. */
import type { Role } from '@domain/contract'
import type { Paying } from './paying'
import type { Push } from './push'
import type { Anchors } from './seal'
import type { Store, Tx } from './store/port'

export interface Membership {
  id: string
  role: Role
  scope: string
}
/** Who is calling, settled by the runtime. */
export interface Person {
  /** The account's id. */
  id: string
  name: string
  /** The resident record the account is linked to. */
  resident?: string
  /** The memberships that hold today. */
  memberships: Membership[]
}

/** As the person themselves, as family with their recorded consent, or as staff of where they live. */
export type Acting = 'self' | 'family' | 'staff'

/** Where a write happened, so that reactions, idempotency and the audit entry travel in its transaction. */
export interface WriteTx extends Tx {
  /** Tells the reactions table what happened; see reactions.ts. At most five by-id writes each, or an `events` document. */
  happened(name: string, facts: { [field: string]: unknown }): Promise<void>
}

export interface Context {
  /** Milliseconds since 1970. */
  now: number
  /** The business day in Shanghai, 'YYYY-MM-DD'. */
  today: string
  /** A new random id, 24 characters, URL-safe. */
  id(): string
  person: Person | null
  /** The roles of the caller that this operation accepts (after the door). */
  roles: Role[]
  /** The division prefixes those roles reach. */
  divisions: string[]
  /** Of a ward operation: as whom the caller acts for the `eater` of the input. */
  acting?: Acting
  /** Reaches only what the caller reaches in this operation; outside it, documents are as if absent. */
  store: Pick<Store, 'get' | 'find' | 'count' | 'tally'>
  /** The whole store: for what has no division (sessions, another person's inbox, names of divisions). */
  system: Store
  /**
   * The one transaction of a write operation: the body, the idempotency record, the audit entry (about `target`) and the reactions commit together.
   * The tx is scoped like `store`; `whole` widens it for documents the operation has itself checked.
   * `division` is where the audit entry is filed (its community's chain); `work` may still set it, once it has read where the subject is.
   * What `work` returns is recorded under the idempotency key, so a write operation must answer exactly that: `return context.write(...)`.
   */
  write<T>(about: { target: string; division?: string; note?: string }, work: (tx: WriteTx, whole: WriteTx) => Promise<T>): Promise<T>
  secrets: Secrets
  blobs: Blobs
  pictures: Pictures
  /** The heads of the audit chains as they were written down outside the store. */
  anchors: Pick<Anchors, 'last'>
  /** Sends a one-time code to a phone (console in dev, an HTTP hook for a real provider). Only account uses it. */
  sendCode(phone: string, code: string): Promise<void>
  /** Paying on a phone; absent where it is not set up. */
  pay?: Paying
  /** Ways out of the house besides the inbox; only what is set up. */
  push?: Push
  /** The platform identity of this call (WeChat OPENID), settled by the runtime; absent elsewhere. */
  platform?: { openid: string; appid: string }
  demo: boolean
  requestId: string
  /** The idempotency key of a write. */
  key?: string
  /** Where the call came from, for rate limits; the bearer of this session, for leaving it. Only account uses them. */
  ip?: string
  token?: string
}

/** Field encryption and blind indexes (NORMS S14): AES-256-GCM, 12-byte IV, AAD = collection/id/field, key id in the text. */
export interface Secrets {
  seal(plain: string, at: { collection: string; id: string; field: string }): string
  open(sealed: string, at: { collection: string; id: string; field: string }): string
  /** HMAC-SHA256(field, 0, value) with a key apart from the data's; equal values find each other. */
  blind(field: string, value: string): string
}

/** Private bytes by their SHA-256. */
export interface Blobs {
  put(id: string, bytes: Uint8Array): Promise<void>
  get(id: string): Promise<Uint8Array | null>
  remove(id: string): Promise<void>
}

/** What is done to a photo before anybody may see it: place, camera and time are taken out, and where it can be the picture is made smaller. */
export interface Pictures {
  /** Throws when the bytes are no picture after all. */
  clean(bytes: Uint8Array): Promise<Uint8Array>
}

/** An operation's code: context and checked input in, output out; throws `refuse(...)` for what cannot be done. */
export type Work<I, O> = (context: Context, input: I) => Promise<O>
