/** The HTTP transport: carries calls to the one door and its answers back. It settles who is calling from headers, never from bodies, and decides nothing else. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Refused } from '@domain/contract'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Log } from '../_kit/react'
import type { Door } from '../_kit/serve'
import { limiter } from './limits'

/** The most a call's body may be; files go beside the operations. */
export const BODY = 256 * 1024

export interface Serving {
  door: Door
  log: Log
  host: string
  port: number
  tls?: { cert: string; key: string }
  /** Requests a second and address; 0 for no limit. */
  rate: number
  /** On every answer. */
  headers: { [name: string]: string }
  health(): { [field: string]: unknown }
  openapi(): unknown
  /** The token of the command line on this machine, good from loopback only. */
  operator: string
  /** More routes: files, pages, the demo's clock. */
  routes: ((app: FastifyInstance) => Promise<void>)[]
}

const SENTENCES: { [status: number]: [code: string, message: string] } = {
  400: ['call.input', '提交的内容不对，请检查后再试'],
  404: ['call.unknown', '没有这个地址'],
  405: ['call.unknown', '没有这个地址'],
  413: ['call.too_large', '内容太多了，请分几次提交'],
  415: ['call.input', '提交的格式不对，请用 JSON'],
  422: ['call.input', '提交的内容不对，请检查后再试'],
  429: ['call.too_many', '点得太快了，请稍等几秒再试'],
  431: ['call.too_large', '内容太多了，请分几次提交'],
  503: ['call.closing', '系统正在重启，请稍等片刻再试'],
}

/** The refusal for a failure of the transport itself. */
export function failure(status: number): { refused: Refused } {
  const [code, message] = SENTENCES[status] ?? ['call.bug', '系统出了点问题，请稍后再试']
  return { refused: { code, message } }
}

/** Sends a status with its refusal; 429 and 503 say when to come back. */
export function refuseWith(reply: FastifyReply, status: number) {
  if (status === 429 || status === 503) reply.header('retry-after', status === 429 ? 1 : 5)
  return reply.code(status).send(failure(status))
}

/** Slow senders are cut off: headers within 10 s, everything within 3 min (a workbook of 30 MB over a poor line). */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 180_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 }
const SOCKETS = 2_000

export interface Served {
  port: number
  /** Stops taking work and waits for what is in flight, at most `patience` ms. */
  close(patience?: number): Promise<void>
}

/** Builds and starts the server. */
export async function serve(serving: Serving): Promise<Served> {
  const { tls } = serving
  const https = tls && { cert: readFileSync(tls.cert), key: readFileSync(tls.key) }
  // a proxy on this machine says who is behind it; nobody else is believed
  const behind = { trustProxy: 'loopback' } as const
  const options = {
    bodyLimit: BODY,
    logger: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: PATIENCE,
    ...behind,
  } as const
  const app = (https ? Fastify({ ...options, https: { ...https, ...PATIENCE } }) : Fastify(options)) as unknown as FastifyInstance
  app.server.maxConnections = SOCKETS
  let closing = false
  guard(app, serving, () => closing)
  parse(app)
  answers(app, serving)
  for (const route of serving.routes) await app.register(route)
  await app.listen({ host: serving.host, port: serving.port })
  return {
    port: (app.server.address() as AddressInfo).port,
    async close(patience = 10_000) {
      closing = true
      const timer = setTimeout(() => app.server.closeAllConnections(), patience)
      await app.close()
      clearTimeout(timer)
    },
  }
}

const atDoor = new WeakSet<FastifyRequest>()

/** What every request meets first, and how every failure looks. */
function guard(app: FastifyInstance, { log, rate, headers }: Serving, closing: () => boolean) {
  const allowed = limiter(rate)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (closing()) return refuseWith(reply.header('connection', 'close'), 503)
    if (!allowed(request.ip)) return refuseWith(reply, 429)
  })
  app.addHook('onSend', async (_, reply) => {
    // a connection kept open by whoever was just answered would hold up the stop
    if (closing()) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async (request, reply) => {
    // what came to the door is logged by the door; pages that were simply there need no line
    const { url } = request.routeOptions
    if (atDoor.has(request) || (reply.statusCode < 400 && !url?.startsWith('/api/'))) return
    log.info({ path: url ?? 'unknown', method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  app.setNotFoundHandler((_, reply) => refuseWith(reply, 404))
  app.setErrorHandler((error: { statusCode?: number; stack?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error({ requestId: request.id, path: request.routeOptions.url, stack: error.stack }, 'bug')
    // a body that could not be read is wrong input, as at the door
    return refuseWith(reply, status === 400 ? 422 : status)
  })
}

/** Bodies are JSON and nothing else. Plain JSON.parse: the door refuses `__proto__`, `$` and depth by walking what came out. */
function parse(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    try {
      done(null, JSON.parse(body as string))
    } catch {
      done(Object.assign(new Error('not JSON'), { statusCode: 422 }), undefined)
    }
  })
}

/** The bearer of a request, if it carries one. */
export const bearer = (request: FastifyRequest) => /^Bearer ([\w.-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
/** A server that listens on the network's address is reached by its own machine from that same address. */
const isHere = ({ socket }: FastifyRequest) =>
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') || socket.remoteAddress === socket.localAddress

/** Whether the command line of this machine is calling. */
export const isOperator = (request: FastifyRequest, operator: string) =>
  bearer(request) === operator && isHere(request) && request.headers['x-forwarded-for'] === undefined

function answers(app: FastifyInstance, { door, operator, health, openapi }: Serving) {
  app.post<{ Params: { name: string } }>('/api/:name', async (request, reply) => {
    atDoor.add(request)
    const key = request.headers['idempotency-key']
    const call = { name: request.params.name, input: request.body, key: typeof key === 'string' ? key : undefined, ip: request.ip }
    const who = isOperator(request, operator) ? { operator: true as const } : { token: bearer(request) }
    const { status, body } = await door.answer({ ...call, ...who })
    if (status === 429) reply.header('retry-after', 60)
    return reply.code(status).header('cache-control', 'no-store').send(body)
  })
  app.get('/health', async (_, reply) => reply.header('cache-control', 'no-store').send(health()))
  const description = JSON.stringify(openapi())
  app.get('/openapi.json', async (_, reply) => reply.type('application/json; charset=utf-8').send(description))
}
