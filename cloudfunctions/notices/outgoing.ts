/** The queue of what goes out of the house beside the inbox. One document a notice and person, under the notice's own id: told twice is sent once. */
import { quietUntil } from '@domain/quiet'
import type { Doc, Tx } from '../_kit/store/port'
import type { Saying } from './message'

/** The ways in the order they are tried. */
export const WAYS = ['wechat', 'sms'] as const
export type Way = (typeof WAYS)[number]
/** How a way ended: sent; unknown (nobody knows, so it is not tried again); none (there was no way); or the code it was turned away with. */
export type Ended = string

export type OutDoc = Doc & {
  account: string
  topic: string
  title: string
  body: string
  to?: string
  when: number
  urgent: boolean
  /** Not worth saying from then on (ms). */
  until: number
  at: number
  /** sending: it was taken out of the queue and is on its way; whoever finds it so later must not send it again. */
  state: 'waiting' | 'sending' | 'done'
  /** The way that is next, or on. */
  way: Way
  due: number
  tries: number
  ended: { [way in Way]?: Ended }
}

/** What nobody needs after this. */
const FRESH = 48 * 3_600_000
export const dueAt = (at: number, urgent: boolean) => (urgent ? at : quietUntil(at))

export interface Sending extends Saying {
  account: string
  urgent: boolean
  at: number
  until?: number
}
/** Puts one into the queue, once. */
export async function enqueue(tx: Tx, id: string, { account, topic, title, body, to, when, urgent, at, until }: Sending): Promise<void> {
  if (await tx.get('outgoing', id)) return
  const due = dueAt(at, urgent)
  await tx.insert<OutDoc>('outgoing', {
    ...{ _id: id, account, topic, title, body, when, urgent, at, due, state: 'waiting', way: WAYS[0], tries: 0, ended: {} },
    until: until ?? due + FRESH,
    ...(to ? { to } : {}),
  })
}
