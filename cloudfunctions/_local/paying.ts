/** WeChat Pay on this machine: set up by a file, told of payments by POST /pay/wechat. Without the file there is neither. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { Paying } from '../_kit/paying'
import type { House } from '../_kit/serve'
import { Unusable } from '../_kit/store/port'
import { paid } from '../meals/money/online'
import { type Merchant, type Send, wechatPay } from '../meals/money/wechatpay'

/** LIANGLIN_WXPAY_FILE: a JSON file with appid, mchid, serial, privateKey, apiKey, platform, notifyUrl. Throws Unusable when it cannot be used. */
export function payingFrom(env: { [name: string]: string | undefined }, now: () => number): Paying | undefined {
  if (!env.LIANGLIN_WXPAY_FILE) return undefined
  try {
    const merchant = JSON.parse(readFileSync(env.LIANGLIN_WXPAY_FILE, 'utf8')) as Merchant
    const missing = FIELDS.filter(field => !merchant[field])
    if (missing.length === 0) return wechatPay(merchant, overHttp, now)
    throw new Error(missing.join('、'))
  } catch (error) {
    throw new Unusable(`微信支付的设置文件用不了：${(error as Error).message}`)
  }
}
const FIELDS = ['appid', 'mchid', 'serial', 'privateKey', 'apiKey', 'platform', 'notifyUrl'] as const

const overHttp: Send = async (url, { method, headers, body }) => {
  const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(8_000) })
  return { status: answer.status, headers: Object.fromEntries(answer.headers.entries()), body: await answer.text() }
}

/** No session: the signature says who is calling. The raw body is what was signed. */
export function payRoutes({ pay, store, now, log }: House) {
  return async (app: FastifyInstance) => {
    if (!pay) return
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body))
    app.post('/pay/wechat', async (request, reply) => {
      try {
        const told = pay.notified(request.headers as { [name: string]: string | undefined }, String(request.body), now())
        if (told) await paid(store, told, now())
        return reply.code(204).send()
      } catch (error) {
        // what is wrong with it is for the log; whoever sent it learns nothing
        log.warn({ why: String(error) }, 'a payment notice was not taken')
        return reply.code(401).send({ code: 'FAIL', message: '没有处理' })
      }
    })
  }
}
