/**
 * WeChat Pay, API v3: requests signed with the merchant's key, answers and notifications checked against the platform's, the notification's
 * content opened with the API v3 key. Shapes after pay.weixin.qq.com/doc/v3 (签名生成, 签名验证, 解密回调报文, JSAPI下单, Native下单, 退款申请).
 */
import { createDecipheriv, createSign, createVerify, randomBytes } from 'node:crypto'
import type { Notified, Paying, Ready } from '../../_kit/paying'

export interface Merchant {
  appid: string
  mchid: string
  /** The serial number of the merchant's certificate, and its private key (PEM). */
  serial: string
  privateKey: string
  /** The API v3 key: 32 bytes. */
  apiKey: string
  /** The platform's public keys (PEM) by serial number. */
  platform: { [serial: string]: string }
  /** Where WeChat tells of a payment: https://.../pay/wechat */
  notifyUrl: string
}
/** Sends a request; the stand-in of the tests is another one. */
export type Send = (url: string, init: { method: string; headers: { [name: string]: string }; body: string }) => Promise<Sent>
export interface Sent {
  status: number
  headers: { [name: string]: string | undefined }
  body: string
}

export const GATEWAY = 'https://api.mch.weixin.qq.com'
/** A notification or an answer older or newer than this is not taken. */
export const WINDOW = 5 * 60_000

const sign = (key: string, ...lines: string[]) =>
  createSign('RSA-SHA256')
    .update(`${lines.join('\n')}\n`)
    .sign(key, 'base64')
const nonce = () => randomBytes(16).toString('hex')
const seconds = (ms: number) => String(Math.floor(ms / 1000))

/** `now` is the time requests are signed with. */
export function wechatPay(merchant: Merchant, send: Send, now: () => number): Paying {
  const { appid, mchid } = merchant
  const post = async (path: string, content: object) => {
    const body = JSON.stringify(content)
    const headers = {
      ...{ authorization: authorization(merchant, 'POST', path, body, now()), accept: 'application/json' },
      'content-type': 'application/json',
    }
    const answer = await send(GATEWAY + path, { method: 'POST', headers, body })
    if (answer.status >= 300) throw new Error(`WeChat Pay answered ${answer.status} to ${path}`)
    assertGenuine(merchant, answer.headers, answer.body, now())
    return JSON.parse(answer.body) as { [field: string]: string }
  }
  return {
    async prepare({ trade, fen, words, openid }) {
      const order = {
        ...{
          appid,
          mchid,
          description: words,
          out_trade_no: trade,
          notify_url: merchant.notifyUrl,
          amount: { total: fen, currency: 'CNY' },
        },
      }
      if (!openid) return { kind: 'code', url: (await post('/v3/pay/transactions/native', order)).code_url }
      const { prepay_id } = await post('/v3/pay/transactions/jsapi', { ...order, payer: { openid } })
      return readyFor(merchant, prepay_id, now())
    },
    async refund({ trade, refund, total, fen, why }) {
      const amount = { refund: fen, total, currency: 'CNY' }
      await post('/v3/refund/domestic/refunds', { out_trade_no: trade, out_refund_no: refund, reason: why.slice(0, 80), amount })
    },
    notified: (headers, body, at) => opened(merchant, headers, body, at),
  }
}

/** WECHATPAY2-SHA256-RSA2048 over method, path with query, time, nonce and body. */
export function authorization({ mchid, serial, privateKey }: Merchant, method: string, path: string, body: string, at: number): string {
  const [timestamp, once] = [seconds(at), nonce()]
  const signature = sign(privateKey, method, path, timestamp, once, body)
  const fields = { mchid, nonce_str: once, signature, timestamp, serial_no: serial }
  const said = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${said.join(',')}`
}

function readyFor({ appid, privateKey }: Merchant, prepay: string, at: number): Ready {
  const [timeStamp, nonceStr, what] = [seconds(at), nonce(), `prepay_id=${prepay}`]
  const paySign = sign(privateKey, appid, timeStamp, nonceStr, what)
  return { kind: 'wechat', timeStamp, nonceStr, package: what, signType: 'RSA', paySign }
}

/** Signed by a key of the platform, a short while ago. */
function assertGenuine({ platform }: Merchant, headers: Sent['headers'], body: string, now: number) {
  const said = (name: string) => headers[`wechatpay-${name}`] ?? ''
  const key = Object.hasOwn(platform, said('serial')) ? platform[said('serial')] : undefined
  const timestamp = said('timestamp')
  if (!key || !/^\d{1,12}$/.test(timestamp)) throw new Error('not signed by WeChat Pay')
  if (Math.abs(Number(timestamp) * 1000 - now) > WINDOW) throw new Error('signed too long ago')
  const verify = createVerify('RSA-SHA256').update(`${timestamp}\n${said('nonce')}\n${body}\n`)
  if (!verify.verify(key, said('signature'), 'base64')) throw new Error('the signature does not fit')
}

interface Transaction {
  appid: string
  mchid: string
  out_trade_no: string
  transaction_id: string
  trade_state: string
  amount: { total: number; currency: string }
}
function opened(merchant: Merchant, headers: Sent['headers'], body: string, now: number): Notified | null {
  assertGenuine(merchant, headers, body, now)
  const { event_type, resource } = JSON.parse(body) as { event_type: string; resource: Resource }
  if (event_type !== 'TRANSACTION.SUCCESS') return null
  const paid = JSON.parse(decrypted(merchant.apiKey, resource)) as Transaction
  if (paid.appid !== merchant.appid || paid.mchid !== merchant.mchid) throw new Error('a payment to somebody else')
  if (paid.trade_state !== 'SUCCESS') return null
  if (paid.amount.currency !== 'CNY' || !Number.isInteger(paid.amount.total)) throw new Error('not in 分')
  return { trade: paid.out_trade_no, transaction: paid.transaction_id, fen: paid.amount.total }
}

export interface Resource {
  algorithm: string
  ciphertext: string
  associated_data?: string
  nonce: string
}
/** AES-256-GCM; the last 16 bytes are the tag. */
function decrypted(apiKey: string, { algorithm, ciphertext, associated_data = '', nonce: iv }: Resource): string {
  if (algorithm !== 'AEAD_AES_256_GCM') throw new Error(`cannot open ${algorithm}`)
  const bytes = Buffer.from(ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', apiKey, iv, { authTagLength: 16 })
  decipher.setAuthTag(bytes.subarray(-16))
  decipher.setAAD(Buffer.from(associated_data))
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
}
