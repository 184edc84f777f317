/**
 * How a command (`npm run import`, `npm run member`) reaches a data folder: through the running server when there is one, else by opening the
 * store itself. Either way every write goes through the door, as the operator of this machine, and is audited.
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { InputOf, Name, OutputOf } from '@domain'
import { OPERATOR } from '../_kit/identity'
import { Refusal } from '../_kit/refuse'
import type { Body } from '../_kit/serve'
import { Unusable } from '../_kit/store/port'
import { putBytes } from './bytes'
import { serverFile } from './folder'
import { openHouse } from './house'
import { openLog } from './log'

export interface Operator {
  /** The output, or throws the Refusal. */
  call<N extends Name>(name: N, input: InputOf<N>, more?: { key?: string }): Promise<OutputOf<N>>
  /** Puts a file up; answers its id, to be filed with `files.file`. */
  put(bytes: Uint8Array): Promise<string>
  /** Lets jobs that wait for the clock run now. With a server running its own clock does. */
  tick(): Promise<void>
  close(): Promise<void>
}

type Answering = (name: string, input: unknown, key: string) => Promise<Body>
interface Running {
  pid: number
  port: number
  host: string
  tls: boolean
  token: string
}

/** Opens a data folder for a command. Throws Unusable when it cannot be used. */
export async function openOperator(data: string): Promise<Operator> {
  const running = await findServer(data)
  return running ? throughServer(running) : ownHouse(data)
}

/** The server that has this folder open, if it still answers: after a kill its file stays, and its port may be somebody else's by now. */
async function findServer(data: string): Promise<Running | null> {
  if (!existsSync(serverFile(data))) return null
  const running = JSON.parse(readFileSync(serverFile(data), 'utf8')) as Running
  const answer = await send(running, 'POST', '/api/people.tag_kinds', jsonOf({})).catch(() => null)
  return answer && 'ok' in answer ? running : null
}

const jsonOf = (input: unknown, key?: string): Sent => ({ type: 'application/json', bytes: Buffer.from(JSON.stringify(input)), key })

function caller(answer: Answering): Operator['call'] {
  return async <N extends Name>(name: N, input: InputOf<N>, more: { key?: string } = {}) => {
    const body = await answer(name, input, more.key ?? randomBytes(18).toString('base64url'))
    if ('ok' in body) return body.ok as OutputOf<N>
    throw new Refusal(body.refused.code, body.refused.message, body.refused.at)
  }
}

const idOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const GONE = '正在运行的服务停了。请重新启动再试一次：没做完的导入会自己接着做，做过的不会重复。'

function throughServer(running: Running): Operator {
  const ask = (method: string, path: string, sent: Sent) =>
    send(running, method, path, sent).catch(error => {
      throw new Unusable(GONE, { cause: error })
    })
  return {
    call: caller((name, input, key) => ask('POST', `/api/${name}`, jsonOf(input, key))),
    async put(bytes) {
      const body = await ask('PUT', `/api/files/${idOf(bytes)}`, { type: 'application/octet-stream', bytes })
      if ('refused' in body) throw new Refusal(body.refused.code, body.refused.message)
      return idOf(bytes)
    },
    tick: async () => undefined,
    close: async () => undefined,
  }
}

interface Sent {
  type: string
  bytes: Uint8Array
  key?: string
}

/** The server's own certificate need not be known to this machine: the request never leaves it. */
function send(running: Running, method: string, path: string, { type, bytes, key }: Sent): Promise<Body> {
  const open = running.tls ? overHttps : overHttp
  const headers = {
    authorization: `Bearer ${running.token}`,
    'content-type': type,
    'content-length': bytes.length,
    ...(key ? { 'idempotency-key': key } : {}),
  }
  const host = /^(0\.0\.0\.0|::)$/.test(running.host) ? '127.0.0.1' : running.host
  return new Promise((resolve, reject) => {
    const request = open({ host, port: running.port, method, path, headers, rejectUnauthorized: false }, response => {
      const pieces: Buffer[] = []
      response.on('data', piece => pieces.push(piece))
      response.on('end', () => resolve(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Body))
    })
    request.on('error', reject)
    request.end(bytes)
  })
}

async function ownHouse(data: string): Promise<Operator> {
  const opened = await openHouse({ data, demo: false, log: openLog(process.env.LIANGLIN_LOG ?? 'off') })
  return {
    call: caller(async (name, input, key) => (await opened.door.answer({ name, input, key, operator: true })).body),
    async put(bytes) {
      await putBytes(opened.house, idOf(bytes), bytes, OPERATOR.id)
      return idOf(bytes)
    },
    tick: async () => void (await opened.tick()),
    close: () => opened.close(),
  }
}
