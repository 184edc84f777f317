/** Paying on a phone, as small as it is needed here. Absent where it is not set up: then nothing in the app offers it. */

/** What a phone needs to show the payment: the parameters of WeChat's own call, or, outside WeChat, an address to draw as a code. */
export type Ready =
  | { kind: 'wechat'; timeStamp: string; nonceStr: string; package: string; signType: 'RSA'; paySign: string }
  | { kind: 'code'; url: string }

export interface Paying {
  /** Asking again for the same trade is answered again. `fen` whole 分, `openid` of who pays inside WeChat. */
  prepare(asked: { trade: string; fen: number; words: string; openid?: string }): Promise<Ready>
  /** Gives a payment back, whole or in part. The same `refund` twice is once. */
  refund(asked: { trade: string; refund: string; total: number; fen: number; why: string }): Promise<void>
  /** Checks a notification as it came over the wire; throws when it is not genuine. Null: genuine, but no payment that succeeded. */
  notified(headers: { [name: string]: string | undefined }, body: string, now: number): Notified | null
}
export interface Notified {
  trade: string
  /** The provider's own number. */
  transaction: string
  fen: number
}
