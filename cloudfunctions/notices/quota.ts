/**
 * The ledger of WeChat's one-time messages. WeChat has no way to ask how many are left: every accept is one more, every message one less, and
 * when WeChat says there was none (43101) the ledger is emptied. What holds always: left = granted - spent - void, left >= 0.
 */
import type { Doc, Tx } from '../_kit/store/port'

export type QuotaDoc = Doc & { account: string; template: string; left: number; granted: number; spent: number; void: number }
export const quotaId = (account: string, template: string) => `${account}|${template}`

/** `more` accepts. Answers how many are left. */
export async function grant(tx: Tx, account: string, template: string, more: number): Promise<number> {
  const _id = quotaId(account, template)
  const before = (await tx.get<QuotaDoc>('quotas', _id)) ?? { _id, account, template, left: 0, granted: 0, spent: 0, void: 0 }
  if (more > 0) await tx.put<QuotaDoc>('quotas', { ...before, left: before.left + more, granted: before.granted + more })
  return before.left + more
}

/** Takes one before it is sent; false when there is none. */
export const spend = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.update('quotas', id, { inc: { left: -1, spent: 1 } }, { when: { left: { gte: 1 } } })) !== null

/** It was not used after all. */
export const giveBack = (tx: Tx, id: string) => tx.update('quotas', id, { inc: { left: 1, spent: -1 } })

/** WeChat knows of none: what is left counts for nothing, and so does the one that was just tried. */
export async function empty(tx: Tx, id: string): Promise<void> {
  const before = await tx.get<QuotaDoc>('quotas', id)
  if (before) await tx.put<QuotaDoc>('quotas', { ...before, left: 0, spent: before.spent - 1, void: before.void + before.left + 1 })
}
