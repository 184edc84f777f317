/**
 * A cloud function's `main`: the same door as everywhere, with the identity WeChat settled. Every function is this bundle under another name,
 * so a reaction never needs a call. Secrets come from the function's environment variables.
 */
import { randomBytes } from 'node:crypto'
import cloud from 'wx-server-sdk'
import { jobs } from '../clock/jobs'
import { collections as features, operations } from '../features'
import { notePayment, payingFrom } from '../paying'
import { reactions } from '../reactions'
import { calendarAt } from './calendar'
import { createClock } from './clock'
import { cloudWechat } from './cloudwechat'
import { assertKeys, loadKeys } from './keys'
import { pushFrom } from './pushing'
import type { Log } from './react'
import { createSecrets } from './secrets'
import { type Body, createDoor, type Door } from './serve'
import { sendByHook } from './sms'
import { type CloudStorage, cloudAnchors, cloudBlobs, collections as own } from './storage'
import { type CloudDatabase, openCloudStore } from './store/cloudbase'
import { SHAPE } from './store/layout'
import { type Collections, type Doc, type Store, Unusable } from './store/port'
import { stripped } from './strip'

export const collections: Collections = { ...features, ...own }

/** What a front sends, what the platform's timer sends, or what its HTTP gateway sends. All of it was written by others. */
interface Event {
  operation?: unknown
  input?: unknown
  key?: unknown
  httpMethod?: unknown
  path?: unknown
  headers?: { [name: string]: string }
  body?: unknown
  isBase64Encoded?: unknown
}
interface House {
  door: Door
  /** Takes what WeChat Pay tells of a payment. */
  noted(headers: Headers, body: string): ReturnType<typeof notePayment>
  tick(): Promise<{ [job: string]: number }>
}
type Headers = { [name: string]: string }
/** Who is calling, read once: the SDK reads the process's environment, which the next call overwrites. */
interface Caller {
  OPENID?: string
  APPID?: string
  SOURCE?: string
}

const log: Log = {
  info: (fields, words) => console.log(JSON.stringify({ level: 'info', words, ...fields })),
  warn: (fields, words) => console.warn(JSON.stringify({ level: 'warn', words, ...fields })),
  error: (fields, words) => console.error(JSON.stringify({ level: 'error', words, ...fields })),
}

let house: Promise<House> | undefined

/** The `main` of the function `feature`. It answers refusals and bugs as values: a throw would carry the stack to the phone. */
export function serveCloud(feature: string): (event: Event) => Promise<unknown> {
  return async event => {
    try {
      const caller = identity()
      house ??= open()
      const here = await house
      if (feature === 'clock') return caller.SOURCE === 'wx_trigger' ? await here.tick() : nothing()
      return typeof event.httpMethod === 'string'
        ? await overHttp(here, event)
        : (await here.door.answer(callOf(feature, event, caller))).body
    } catch (error) {
      // The next call tries again from the start: the environment may have been put right.
      house = undefined
      return failed(error)
    }
  }
}

function identity(): Caller {
  // the typings say text; the constant is a symbol
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  return cloud.getWXContext() as Caller
}

/** The clock does nothing for anybody but the platform's timer. */
const nothing = (): Body => ({ refused: { code: 'call.unknown', message: '没有这个功能，请更新后再试' } })

function failed(error: unknown): Body {
  const requestId = randomBytes(9).toString('base64url')
  log.error({ requestId, stack: error instanceof Error ? error.stack : String(error) }, 'bug')
  if (error instanceof Unusable) return { refused: { code: 'call.closing', message: error.message } }
  return { refused: { code: 'call.bug', message: `系统出了点问题，请稍后再试。问题编号 ${requestId}` } }
}

/** A call from the mini-program. An answer over 1 MB or an `undefined` would not survive the way; the door's answers are JSON. */
function callOf(feature: string, event: Event, { OPENID, APPID }: Caller) {
  const platform = OPENID && APPID ? { openid: String(OPENID), appid: String(APPID) } : undefined
  const key = typeof event.key === 'string' ? event.key : undefined
  return { name: `${feature}.${String(event.operation).slice(0, 60)}`, input: event.input, key, platform }
}

/** A call of the staff's web pages, of a calendar or of WeChat Pay, through the platform's HTTP gateway: the same paths, headers and answers as on own servers. */
async function overHttp({ door, noted }: House, event: Event) {
  const headers = Object.fromEntries(Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
  const calendar = /\/calendar\/([\w.-]{3,120})$/.exec(String(event.path))?.[1]
  if (calendar) {
    const { status, headers: out, body } = await calendarAt(door, calendar)
    return { statusCode: status, headers: out, body }
  }
  if (String(event.path).endsWith('/pay/wechat')) {
    const { status, body } = await noted(headers, textOf(event))
    return { statusCode: status, headers: JSON_ONLY, body }
  }
  const name = /\/api\/([\w.]{3,60})$/.exec(String(event.path))?.[1] ?? ''
  const token = /^Bearer ([\w.-]{1,200})$/.exec(headers.authorization ?? '')?.[1]
  const { status, body } = await door.answer({ name, input: inputOf(event), key: headers['idempotency-key'], token })
  return { statusCode: status, headers: JSON_ONLY, body: JSON.stringify(body) }
}
const JSON_ONLY = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const textOf = ({ body, isBase64Encoded }: Event) =>
  isBase64Encoded ? Buffer.from(String(body ?? ''), 'base64').toString('utf8') : String(body ?? '')

/** What is no JSON is no object, which every schema refuses. */
function inputOf(event: Event): unknown {
  try {
    return JSON.parse(textOf(event))
  } catch {
    return null
  }
}

/** Once an instance: keys, store, door, clock. */
async function open(): Promise<House> {
  const { env } = process
  if (!env.LIANGLIN_DATA_KEY || !env.LIANGLIN_INDEX_KEY) throw new Error('LIANGLIN_DATA_KEY and LIANGLIN_INDEX_KEY are not set')
  const manner = { throwOnNotFound: false } as unknown as Parameters<typeof cloud.database>[0]
  const store = openCloudStore({ db: cloud.database(manner) as unknown as CloudDatabase, collections })
  await stamped(store)
  const storage = cloud as unknown as CloudStorage
  const [blobs, anchors] = [cloudBlobs(storage, store), cloudAnchors(storage, store)]
  const secrets = createSecrets(loadKeys({ env, file: '' }))
  await assertKeys(store, secrets)
  const push = setUp('messages', () => pushFrom(env, { send: cloudWechat(cloud as unknown as Parameters<typeof cloudWechat>[0]) }))
  const pay = setUp('payments', () => payingFrom(env, Date.now))
  const shared = { ...(push ? { push } : {}), ...(pay ? { pay } : {}), store, secrets, blobs, anchors, log, reactions, now: Date.now, id }
  const pictures = { clean: async (bytes: Uint8Array) => stripped(bytes) }
  const door = createDoor({ ...shared, pictures, demo: env.LIANGLIN_DEMO === 'on', sendCode: sendByHook(env), operations, collections })
  return { door, noted: (headers, body) => notePayment(shared, headers, body), tick: () => createClock(shared, jobs).tick() }
}

/** What is set up wrong is said in the log and is not there: everything else works on. */
function setUp<T>(what: string, make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    log.error({ why: String(error) }, `${what} are not set up`)
    return undefined
  }
}

const id = () => randomBytes(18).toString('base64url')

/** Refuses data of a newer program, as the embedded store does; a deployment that is half done answers so until it is whole. */
async function stamped(store: Store): Promise<void> {
  const known = await store.get<Doc & { shape: number }>('cloud_stamps', 'shape')
  if (known && known.shape > SHAPE) throw new Unusable('系统正在更新，请过几分钟再试')
  const build = process.env.LIANGLIN_BUILD ?? 'source'
  if (known?.shape !== SHAPE || known.build !== build)
    await store.transaction(tx => tx.put('cloud_stamps', { _id: 'shape', shape: SHAPE, build }))
}
