/** The one way money moves: an entry and its balance, together. */
import { type Refusal, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import type { BalanceDoc, EntryDoc } from './docs'

/** When something is booked and by whom; a context and a name make one. */
export interface When {
  /** ms. */
  now: number
  /** The name of whoever does it. */
  by: string
}

/**
 * Books an entry and moves its balance, the hot document last. Throws what `short` makes when the balance would fall below zero; without it,
 * meals.changed_meanwhile. An id that is taken throws Duplicate: the same movement is never booked twice.
 */
export async function book(tx: Tx, entry: EntryDoc, short: () => Promise<Refusal> = changed): Promise<void> {
  if (entry.fen === 0) return
  await tx.insert('ledger', entry)
  if (!(await moved(tx, entry))) throw await short()
}

const changed = async () => refuse('meals.changed_meanwhile', '账上的数刚刚变了，请再看一眼')

async function moved(tx: Tx, { account, fen, community, at }: EntryDoc): Promise<boolean> {
  const change = { inc: { fen }, set: { at } }
  if (fen < 0) return (await tx.update<BalanceDoc>('balances', account, change, { when: { fen: { gte: -fen } } })) !== null
  if (!(await tx.update<BalanceDoc>('balances', account, change)))
    await tx.insert<BalanceDoc>('balances', { _id: account, fen, community, at })
  return true
}
