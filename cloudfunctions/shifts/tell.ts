/** What volunteers are told. It is an event in the cause's own transaction; the inbox and every other way follow from it (../reactions.ts). */
import { dayOf } from '@domain/days'
import type { WriteTx } from '../_kit/context'

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

/** '11月28日 周六 09:00' in Shanghai. */
export function sayWhen(from: number): string {
  const at = new Date(from + 8 * 3_600_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 周${'日一二三四五六'[at.getUTCDay()]} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/** Until when, as one says it to somebody now: '14:30', on another day '11月29日 周日 08:00'. */
export const sayUntil = (until: number, now: number) =>
  dayOf(until) === dayOf(now) ? ` ${sayWhen(until).slice(-5)}` : ` ${sayWhen(until)}`
