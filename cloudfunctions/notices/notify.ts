/** How a reaction tells a person something. One document by its own id: part of the cause's transaction, or drained later. */
import { timedId } from '../_kit/audit'
import type { Doc, Tx } from '../_kit/store/port'

export type NoticeDoc = Doc & {
  account: string
  at: number
  title: string
  body: string
  to?: string
  urgent: boolean
  read: number
  readAt?: number
}

export interface Telling {
  account: string
  title: string
  body: string
  /** Where a tap leads inside the app. */
  to?: string
  urgent?: boolean
}

/** Puts a notice into somebody's inbox and answers its id. The same `id` tells the same thing once, however often a reaction runs; what was read stays read. */
export async function notify(
  tx: Tx,
  at: { now: number; id: string },
  { account, title, body, to, urgent = false }: Telling,
): Promise<string> {
  const doc: NoticeDoc = { _id: timedId(at.now, at.id), account, at: at.now, title, body, urgent, read: 0, ...(to ? { to } : {}) }
  if (!(await tx.get('notices', doc._id))) await tx.put('notices', doc)
  return doc._id
}
