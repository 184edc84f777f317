/** WeChat's subscription messages over HTTP, for own servers: an access token by appid and secret, kept until shortly before it ends. */
import { BUSY, neverLeft, type Wechat, type WechatMessage } from './push'

/** One HTTP call, a POST when there is a body; a stand-in in tests. */
export type Ask = (url: string, body?: unknown) => Promise<{ [field: string]: unknown }>
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

export const overHttp: Ask = async (url, body) => {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(url, { ...(body === undefined ? {} : post), signal: AbortSignal.timeout(PATIENCE) })
  if (!answer.ok) throw new Error(`WeChat answered ${answer.status}`)
  return (await answer.json()) as { [field: string]: unknown }
}

/** Sends with a token of this app. The stable kind of token may be asked for by several processes. */
export function wechatOverHttp({ appid, secret }: App, ask: Ask, now: () => number): Omit<Wechat, 'templates'> {
  let token: { text: string; until: number } | undefined
  async function fresh(): Promise<string | null> {
    if (token && token.until - EARLY > now()) return token.text
    // whatever goes wrong here, no message has left
    const got = await ask(`${API}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid, secret }).catch(() => null)
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
      return Number((await ask(url, body)).errcode ?? 0)
    } catch (error) {
      if (neverLeft(error)) return BUSY
      throw error
    }
  }
  const send = async (message: WechatMessage) => {
    const code = await once(message)
    if (!STALE.has(code)) return code
    token = undefined
    return once(message)
  }
  return { send, openidOf: code => openidOf({ appid, secret }, ask, code) }
}

/** Whose phone it is: a code of wx.login is good once, for five minutes. */
async function openidOf({ appid, secret }: App, ask: Ask, code: string): Promise<string | null> {
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
  const got = await ask(`${API}/sns/jscode2session?${query}`).catch(() => null)
  return typeof got?.openid === 'string' ? got.openid : null
}
