/** WeChat Pay, the same on own servers and in the cloud: set up by the environment, told of payments by POST /pay/wechat. Not set up: there is neither. */
import { readFileSync } from 'node:fs'
import type { Paying } from './_kit/paying'
import type { House } from './_kit/serve'
import { Unusable } from './_kit/store/port'
import { paid } from './meals/money/online'
import { type Merchant, type Send, wechatPay } from './meals/money/wechatpay'

/**
 * LIANGLIN_WXPAY, or a file named by LIANGLIN_WXPAY_FILE: JSON with appid, mchid, serial, privateKey, apiKey, platform, notifyUrl.
 * Throws Unusable when it cannot be used.
 */
export function payingFrom(env: { [name: string]: string | undefined }, now: () => number): Paying | undefined {
  const { LIANGLIN_WXPAY: text, LIANGLIN_WXPAY_FILE: file } = env
  if (!text && !file) return undefined
  try {
    const merchant = JSON.parse(text || readFileSync(String(file), 'utf8')) as Merchant
    const missing = FIELDS.filter(field => !merchant[field])
    if (missing.length === 0) return wechatPay(merchant, overHttp, now)
    throw new Error(missing.join('、'))
  } catch (error) {
    throw new Unusable(`微信支付的设置用不了：${(error as Error).message}`)
  }
}
const FIELDS = ['appid', 'mchid', 'serial', 'privateKey', 'apiKey', 'platform', 'notifyUrl'] as const

const overHttp: Send = async (url, { method, headers, body }) => {
  const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(8_000) })
  return { status: answer.status, headers: Object.fromEntries(answer.headers.entries()), body: await answer.text() }
}

export interface Noted {
  status: 204 | 401 | 404
  body: string
}
/**
 * What WeChat says of a payment, `body` byte for byte as it was signed: nobody is signed in, the signature says who is calling.
 * 204: taken, also when it was known. 401: not taken, and whoever sent it learns nothing; why is in the log.
 */
export async function notePayment(
  { pay, store, now, log }: Pick<House, 'pay' | 'store' | 'now' | 'log'>,
  headers: { [name: string]: string | undefined },
  body: string,
): Promise<Noted> {
  if (!pay) return { status: 404, body: '' }
  try {
    const told = pay.notified(headers, body, now())
    if (told) await paid(store, told, now())
    return { status: 204, body: '' }
  } catch (error) {
    log.warn({ why: String(error) }, 'a payment notice was not taken')
    return { status: 401, body: JSON.stringify({ code: 'FAIL', message: '没有处理' }) }
  }
}
