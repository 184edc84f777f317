/** Files beside the operations: `PUT` and `GET /api/files/<sha256>`. Who is calling is settled before a byte is read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../_kit/context'
import { identify } from '../_kit/identity'
import { notThere, Refusal, refuse } from '../_kit/refuse'
import type { House } from '../_kit/serve'
import { statusOf } from '../_kit/status'
import { dayOf } from '../_kit/time'
import { accept, mayRead } from '../files/uploads'
import { bearer, isOperator } from './server'

/** The largest file there is: a workbook of 30 MB. A photo's own limit is the business of filing it. */
const LARGEST = 30 * 1024 * 1024

type Files = { Params: { file: string } }
const KINDS: [string, number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
]
const kindOf = (bytes: Uint8Array) =>
  KINDS.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0] ?? 'application/octet-stream'

/** Puts bytes up in somebody's name. Refuses: files.hash_wrong, files.too_large. */
export const putBytes = (house: House, file: string, bytes: Uint8Array, by: string) => accept(house, { file, bytes, by, now: house.now() })

export function fileRoutes(house: House, operator: string) {
  const callers = new WeakMap<FastifyRequest, Person>()
  const settle = async (request: FastifyRequest) => {
    const now = house.now()
    const caller = isOperator(request, operator) ? { operator: true as const } : { token: bearer(request) }
    const person = await identify(house.store, caller, { now, today: dayOf(now) })
    if (!person) throw refuse('call.nobody', '请先登录')
    callers.set(request, person)
  }
  return async (app: FastifyInstance) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_, body, done) => done(null, body))
    app.addHook('onRequest', settle)
    app.setErrorHandler((error, _, reply) => answered(error, reply))
    app.put<Files>('/api/files/:file', { bodyLimit: LARGEST }, async (request, reply) => {
      const { file } = request.params
      if (!/^[0-9a-f]{64}$/.test(file) || !Buffer.isBuffer(request.body)) throw refuse('files.hash_wrong', '文件没有传完整，请再传一次')
      await putBytes(house, file, request.body, callers.get(request)?.id ?? '')
      return reply.send({ ok: { id: file } })
    })
    app.get<Files>('/api/files/:file', async (request, reply) => {
      const { file } = request.params
      const bytes = (await mayRead(house.store, callers.get(request) ?? null, file)) ? await house.blobs.get(file) : null
      if (!bytes) throw notThere('files', '这个文件')
      return reply
        .headers({ 'cache-control': 'no-store', 'content-disposition': 'attachment' })
        .type(kindOf(bytes))
        .send(Buffer.from(bytes))
    })
  }
}

/** A refusal as the door would answer it; what the transport could not take is left to the server's own handler. */
function answered(error: unknown, reply: FastifyReply) {
  if (!(error instanceof Refusal)) throw error
  return reply.code(statusOf(error.code)).send({ refused: { code: error.code, message: error.message } })
}
