/** What volunteers are told. It is an event in the cause's own transaction; the inbox and every other way follow from it (../reactions.ts). */
import type { WriteTx } from '../_kit/context'

export { sayUntil, sayWhen } from '@domain/shifts/when'

/** What it is about: decides by which template it goes out of the house, and what a person may not want. */
export type Topic =
  | 'offer'
  | 'queue'
  | 'changed'
  | 'cancelled'
  | 'reminder'
  | 'shortage'
  | 'answer'
  | 'hours'
  | 'papers'
  | 'thanks'
  | 'lead'
export interface Told {
  topic: Topic
  /** Accounts. */
  accounts: string[]
  title: string
  body: string
  to?: string
  /** Rings at night when the morning would be too late for `when`. */
  urgent?: boolean
  /** ms */
  at: number
  /** The moment it is about (ms): when the shift begins. */
  when?: number
  /** Not worth saying from then on (ms); it stays in the inbox. */
  until?: number
}
export const tell = async (tx: WriteTx, told: Told): Promise<void> => {
  if (told.accounts.length > 0) await tx.happened('shifts.told', { ...told })
}
