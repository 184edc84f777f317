/** How many text messages somebody got on a day: they cost money and ring. */
import type { Doc, Tx } from '../_kit/store/port'

/** To one person on one day. */
export const MOST_TEXTS = 3
type Texted = Doc & { day: string; count: number }
const idOf = (account: string, day: string) => `${account}|${day}`

/** Counts one more; false when the day's are used up. */
export async function countText(tx: Tx, account: string, day: string): Promise<boolean> {
  const _id = idOf(account, day)
  const before = (await tx.get<Texted>('texted', _id)) ?? { _id, day, count: 0 }
  if (before.count >= MOST_TEXTS) return false
  await tx.put<Texted>('texted', { ...before, count: before.count + 1 })
  return true
}

/** It did not leave after all. */
export async function uncountText(tx: Tx, account: string, day: string): Promise<void> {
  await tx.update('texted', idOf(account, day), { inc: { count: -1 } }, { when: { count: { gte: 1 } } })
}
