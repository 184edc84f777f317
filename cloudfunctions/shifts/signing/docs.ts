/** What signing up keeps besides sign-ups and seats. */
import type { RuleSet } from '@domain/shifts/contract/rules'
import type { SWAP_STATES } from '@domain/shifts/contract/signing'
import type { Doc } from '../../_kit/store/port'
import type { Happened } from '../docs'

/** `gives` is the shift of `from` (who asked); `takes` that of `to`, absent when it is only given. */
export type SwapDoc = Doc & {
  community: string
  from: string
  fromName: string
  to: string
  toName: string
  accounts: string[]
  gives: string
  takes?: string
  state: (typeof SWAP_STATES)[number]
  until: number
  words: string
  history: Happened[]
}
export type RulesDoc = Doc & RuleSet & { community: string; version: number; by: string; at: number }

/** `by` asked; the other says yes or not. */
export type PairDoc = Doc & {
  accounts: string[]
  names: { [account: string]: string }
  by: string
  state: 'asked' | 'together' | 'ended'
  history: Happened[]
}
export const pairId = (a: string, b: string) => [a, b].sort().join('|')
