/** The books: what moved, what stands where, and what an order has paid so far. */
import type { Doc } from '../../_kit/store/port'

/**
 * One movement on one account: 分, more (+) or less (-). Never changed, never removed; a mistake is put right by another entry (`corrects`).
 * Accounts: `eater:<resident>` the meal account; `bill:<resident>` what they owe by monthly bill; `payer:<kind>|<kitchen>` what government,
 * enterprise or charity owe the kitchen for meals taken; `till:<kitchen>` cash that should lie in the till.
 */
export type EntryDoc = Doc & {
  account: string
  fen: number
  what: What
  /** The business day it belongs to: the serving day of a meal, the day at the desk of everything else. */
  day: string
  at: number
  by: string
  community: string
  kitchen: string
  eater?: string
  order?: string
  /** The number on the paper the eater was given. */
  receipt?: string
  corrects?: string
  words?: string
}
/**
 * top_up 充值, pay_out 退余额, charge 订餐扣款, refund 退款, meal 用餐, pay_bill 交月结, banked 交款, difference 长短款, correction 更正, online 微信充值, gift 捐款.
 */
export type What =
  | 'top_up'
  | 'pay_out'
  | 'charge'
  | 'refund'
  | 'meal'
  | 'pay_bill'
  | 'banked'
  | 'difference'
  | 'correction'
  | 'online'
  | 'gift'

/** Under the account's name: the sum of its entries, never below zero. Changed only by one conditional `inc`, with its entry. */
export type BalanceDoc = Doc & { fen: number; community: string; at: number }

/** Under the order's id: what it has moved so far, so that nothing is charged or settled twice. `seq` numbers its entries. */
export type OrderMoneyDoc = Doc & { community: string; seq: number; paid: number; settled: { account: string; fen: number }[] | null }

export const eaterAccount = (eater: string) => `eater:${eater}`
export const billAccount = (eater: string) => `bill:${eater}`
export const tillAccount = (kitchen: string) => `till:${kitchen}`
/** Money given to a kitchen. */
export const giftAccount = (kitchen: string) => `gift:${kitchen}`
export const payerAccount = (kind: 'government' | 'enterprise' | 'charity', kitchen: string) => `payer:${kind}|${kitchen}`

/** `${kitchen}|${receipt}`, encoded: a paper receipt is used once. */
export type ReceiptDoc = Doc & {
  kitchen: string
  community: string
  eater: string
  what: What
  at: number
  number: string
  moves: { account: string; fen: number }[]
  /** The entry that took it back. */
  takenBack?: string
}
export const receiptId = (kitchen: string, receipt: string) => `${kitchen}|${encodeURIComponent(receipt.trim())}`

/** `${kitchen}|${day}`: the till as it was counted. */
export type ClosingDoc = Doc & {
  kitchen: string
  community: string
  day: string
  at: number
  by: string
  expected: number
  counted: number
  why: string
}

/** Under its trade number: a top-up on the phone. */
export type PaymentDoc = Doc & {
  eater: string
  kitchen: string
  community: string
  fen: number
  at: number
  by: string
  state: 'asked' | 'paid'
  /** What was given back of it so far. */
  refunded: number
  /** The provider's number. */
  transaction?: string
  paidAt?: number
}
/** Under its number, which after this prefix is also its entry's in the ledger. */
export const REFUND = 'refund|'
export type RefundDoc = Doc & { trade: string; total: number; fen: number; why: string; at: number; state: 'asked' | 'sent' }
