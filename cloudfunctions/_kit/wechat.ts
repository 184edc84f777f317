/** WeChat's subscription messages over HTTP, for own servers: an access token by appid and secret, kept until shortly before it ends. */
import { BUSY, neverLeft, type WechatMessage } from './push'

/** One HTTP call; a stand-in in tests. */
export type Post = (url: string, body: unknown) => Promise<{ [field: string]: unknown }>
export interface App {
  appid: string
  secret: string
}

const API = 'https://api.weixin.qq.com'
const PATIENCE = 8_000
/** A token that ends within five minutes is fetched anew. */
const EARLY = 300_000
/** The token is no longer good: it is fetched anew, once. */
const STALE = new Set([40001, 40014, 42001])

export const overHttp: Post = async (url, body) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) })
  if (!answer.ok) throw new Error(`WeChat answered ${answer.status}`)
  return (await answer.json()) as { [field: string]: unknown }
}

/** Sends with a token of this app. The stable kind of token may be asked for by several processes. */
export function wechatOverHttp({ appid, secret }: App, post: Post, now: () => number): (message: WechatMessage) => Promise<number> {
  let token: { text: string; until: number } | undefined
  async function fresh(): Promise<string | null> {
    if (token && token.until - EARLY > now()) return token.text
    // whatever goes wrong here, no message has left
    const got = await post(`${API}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid, secret }).catch(() => null)
    if (typeof got?.access_token !== 'string') return null
    token = { text: got.access_token, until: now() + Number(got.expires_in ?? 0) * 1000 }
    return token.text
  }
  const once = async ({ openid, template, page, data }: WechatMessage): Promise<number> => {
    const text = await fresh()
    if (text === null) return BUSY
    const url = `${API}/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(text)}`
    const body = { touser: openid, template_id: template, ...(page ? { page } : {}), data, lang: 'zh_CN' }
    try {
      return Number((await post(url, body)).errcode ?? 0)
    } catch (error) {
      if (neverLeft(error)) return BUSY
      throw error
    }
  }
  return async message => {
    const code = await once(message)
    if (!STALE.has(code)) return code
    token = undefined
    return once(message)
  }
}
