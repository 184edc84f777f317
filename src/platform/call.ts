import type { InputOf, Name, OutputOf } from '@domain'
import type { Answer } from '@domain/contract'
import { FRONT, transport } from '@/platform/transport'
import { Broken, Offline, Refused } from './failures'
import { newId } from './id'
import { answered } from './network'

export interface CallOptions {
  /** The idempotency key of a write; made afresh when absent. Give the same key when trying the same thing again. */
  key?: string
  /** Milliseconds to wait for an answer; 15 s when absent. */
  patience?: number
}

/** Where the bearer comes from and what happens when it no longer counts; session.ts puts itself here. */
export const identity = { token: (): string | undefined => undefined, turn: () => 0, lost: () => {} }

/** Codes that mean "nobody is signed in", whatever carried them. */
export const isSignedOut = (problem: unknown) => problem instanceof Refused && problem.code === 'call.nobody'

const isAnswer = (body: unknown): body is Answer<unknown> =>
  typeof body === 'object' && body !== null && ('ok' in body || 'refused' in body)

/**
 * Calls an operation by name; input and output are typed by the contract.
 * Throws Refused (the server said no), Offline (no answer came) or Broken (a bug on the other side).
 */
export async function call<N extends Name>(name: N, input: InputOf<N>, options: CallOptions = {}): Promise<OutputOf<N>> {
  const token = identity.token()
  const turn = identity.turn()
  const envelope = { key: options.key ?? newId(), token, patience: options.patience ?? 15_000 }
  const reply = await transport(name, input, envelope).catch(() => null)
  answered(reply !== null)
  if (!reply) throw new Offline()
  if (isAnswer(reply.body) && 'ok' in reply.body) return reply.body.ok as OutputOf<N>
  const refused = isAnswer(reply.body) && 'refused' in reply.body ? reply.body.refused : undefined
  if ([502, 503, 504].includes(reply.status)) throw new Offline()
  if (reply.status === 401 || refused?.code === 'call.nobody') return signedOut(turn, token, refused?.message)
  if (refused?.code === 'call.bug') throw new Broken(reply.requestId, refused.message)
  if (refused) throw new Refused(refused.code, refused.message, refused.at)
  throw new Broken(reply.requestId)
}

/** A 401 locks the session only of who asked: a late answer to somebody who was here before, or to nobody, must not. */
function signedOut(turn: number, token?: string, message = '请先登录'): never {
  if (turn === identity.turn() && (token || FRONT === 'cloud')) identity.lost()
  throw new Refused('call.nobody', message)
}
