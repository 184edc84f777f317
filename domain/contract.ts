/** How an operation is declared: what goes in and out, who may, how far it reaches, and one sentence. */
import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/** Everybody who can act. admin, security and auditor never meet in one person (separation of duties, GB/T 22239). */
export const ROLES = [
  'resident',
  'family',
  'volunteer',
  'lead',
  'kitchen',
  'grid',
  'community',
  'street',
  'district',
  'city',
  'admin',
  'security',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/**
 * How far an operation reaches, settled by the door before it runs:
 * - public: anybody, signed in or not; - signed: anybody signed in, about themselves;
 * - division: documents whose division code starts with the scope of one of the caller's memberships in `roles`;
 * - self: the caller's own resident record;
 * - ward: the resident named by `eater` in the input: the caller's own record, somebody who let them act by recorded consent, or, for `roles`,
 *   somebody registered in their divisions. The same action, on behalf of, everywhere.
 */
export type Scope = 'public' | 'signed' | 'division' | 'self' | 'ward'

export interface Operation<I extends GenericSchema = GenericSchema, O extends GenericSchema = GenericSchema> {
  /** One sentence for a developer; shown in /openapi.json. */
  about: string
  kind: 'read' | 'write'
  scope: Scope
  /** Who may call it. Empty for public and signed operations; for ward ones, which staff may besides the person and their family. */
  roles: readonly Role[]
  input: I
  output: O
  /** A write that takes no idempotency key, and why (only account.enter*, whose answer must not be stored). */
  keyless?: string
  /** Exists in demo mode only. */
  demo?: true
}

/** Declares an operation; the identity function that gives it its type. */
export const operation = <I extends GenericSchema, O extends GenericSchema>(it: Operation<I, O>): Operation<I, O> => it

export type Feature = Record<string, Operation>
export type Input<T> = T extends Operation<infer I, GenericSchema> ? InferInput<I> : never
export type Output<T> = T extends Operation<GenericSchema, infer O> ? InferOutput<O> : never

/** What a person is told when something cannot be done: a dotted code, one Chinese sentence, and the field it is about. */
export interface Refused {
  code: string
  message: string
  at?: string
}

/** What every call answers. */
export type Answer<T> = { ok: T } | { refused: Refused }
