import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BUSY, templatesFrom } from './push'
import { pushFrom } from './pushing'
import { textsByHook } from './sms'
import { type Ask, wechatOverHttp } from './wechat'

const MESSAGE = {
  openid: 'oWang',
  template: 'TEMPLATE',
  page: 'shifts/pages/shift/index?shift=s1',
  data: { thing1: { value: '快到班了' } },
}
let now = 0
let asked: { url: string; body: { [field: string]: unknown } }[]
/** Answers to sending, in order; then 0. */
let codes: (number | Error)[]
const post: Ask = async (url, body) => {
  asked.push({ url, body: body as { [field: string]: unknown } })
  if (url.includes('stable_token')) return { access_token: `token${asked.length}`, expires_in: 7200 }
  const code = codes.shift() ?? 0
  if (code instanceof Error) throw code
  return { errcode: code }
}
const paths = () => asked.map(one => new URL(one.url).pathname)
beforeEach(() => {
  ;[now, asked, codes] = [1_000_000, [], []]
})

test('a message goes out as WeChat wants it, with a token that is asked for once in two hours', async () => {
  const { send } = wechatOverHttp({ appid: 'wx1', secret: 's' }, post, () => now)
  expect([await send(MESSAGE), await send(MESSAGE)]).toEqual([0, 0])
  expect(paths()).toEqual(['/cgi-bin/stable_token', '/cgi-bin/message/subscribe/send', '/cgi-bin/message/subscribe/send'])
  expect(asked[0].body).toEqual({ grant_type: 'client_credential', appid: 'wx1', secret: 's' })
  expect(asked[1].url).toContain('access_token=token1')
  expect(asked[1].body).toEqual({ touser: 'oWang', template_id: 'TEMPLATE', page: MESSAGE.page, data: MESSAGE.data, lang: 'zh_CN' })
  now += 7_000_000
  await send(MESSAGE)
  expect(paths().slice(3)).toEqual(['/cgi-bin/stable_token', '/cgi-bin/message/subscribe/send'])
})

test('a token that is no longer good is replaced once, and what WeChat says is passed on', async () => {
  const { send } = wechatOverHttp({ appid: 'wx1', secret: 's' }, post, () => now)
  codes = [42001]
  expect(await send(MESSAGE)).toBe(0)
  codes = [40001, 40001, 43101]
  expect([await send(MESSAGE), await send(MESSAGE)]).toEqual([40001, 43101])
})

test('without a way to WeChat nothing left; without an answer nobody knows', async () => {
  const { send } = wechatOverHttp({ appid: 'wx1', secret: 's' }, post, () => now)
  codes = [Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })]
  expect(await send(MESSAGE)).toBe(BUSY)
  codes = [new Error('timed out')]
  await expect(send(MESSAGE)).rejects.toThrow('timed out')
  const { send: without } = wechatOverHttp(
    { appid: 'wx1', secret: 's' },
    async () => ({ errcode: 40013 }),
    () => now,
  )
  expect(await without(MESSAGE)).toBe(BUSY)
})

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}

test('the text hook gets phone, words and a number of its own, with the bearer; a hook that is down is tried again', async () => {
  const got: unknown[] = []
  const server: Server = createServer((request, response) => {
    let text = ''
    request.on('data', piece => {
      text += piece
    })
    request.on('end', () => {
      got.push([request.headers.authorization, JSON.parse(text)])
      response.writeHead(got.length > 1 ? 503 : 204).end()
    })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const hook = textsByHook({ LIANGLIN_TEXT_URL: url, LIANGLIN_TEXT_TOKEN: 'secret' })
  const text = { phone: '13900001234', words: '明天九点', id: 'n1' }
  expect([await hook?.(text), await hook?.(text)]).toEqual([true, false])
  expect(got[0]).toEqual(['Bearer secret', text])
  await new Promise(done => server.close(done))
  const nobody = textsByHook({ LIANGLIN_TEXT_URL: `http://127.0.0.1:${await freePort()}/` })
  expect(await nobody?.(text)).toBe(false)
  expect(textsByHook({})).toBeUndefined()
})

test('whose phone it is says WeChat alone, for a code that is good once', async () => {
  const told: string[] = []
  const ask: Ask = async (url, body) => {
    told.push(`${body === undefined ? 'GET' : 'POST'} ${url}`)
    return url.includes('js_code=good') ? { openid: 'oWang', session_key: 'k' } : { errcode: 40029 }
  }
  const { openidOf } = wechatOverHttp({ appid: 'wx1', secret: 's' }, ask, () => now)
  expect([await openidOf?.('good'), await openidOf?.('b&d')]).toEqual(['oWang', null])
  expect(told[1]).toBe('GET https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=s&js_code=b%26d&grant_type=authorization_code')
})

test('templates are read from one line of JSON, and what is wrong in it is said', () => {
  const good = '{"reminder":{"id":"abc_DEF-123","values":{"thing1":"title","time2":"when"}}}'
  expect(templatesFrom(good)).toEqual({ reminder: { id: 'abc_DEF-123', values: { thing1: 'title', time2: 'when' } } })
  for (const wrong of [
    '{',
    '{"reminder":{"id":"x","values":{}}}',
    '{"reminder":{"id":"abcdef","values":{"thing1":"name"}}}',
    '{"reminder":{"id":"abcdef","values":{"thing":"title"}}}',
  ])
    expect(() => pushFrom({ LIANGLIN_WX_TEMPLATES: wrong }, { send: async () => 0 })).toThrow('LIANGLIN_WX_TEMPLATES 用不了')
  expect(pushFrom({ LIANGLIN_WX_TEMPLATES: good }, undefined)).toBeUndefined()
  expect(pushFrom({}, { send: async () => 0 })).toBeUndefined()
})
