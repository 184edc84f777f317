/**
 * A stand-in for WeChat cloud's database gateway, for tests: the real wx-server-sdk talks to it on loopback (CLOUDBASE.md §5). Queries run on
 * mingo. It keeps snapshots, write locks and the platform's error texts; index use, latency and the 5 s limit it does not know.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EJSON } from 'bson'
import { Aggregator, Query } from 'mingo'
import { bucket } from './bucket'
import { type OpenApi, openApi } from './openapi'
import type { Doc } from './port'

type Docs = Map<string, Doc>
interface Session {
  /** Each collection as it was when the transaction began. */
  snapshot: Map<string, Docs>
  written: Map<string, Map<string, Doc | null>>
}
interface Ask {
  action: string
  collectionName: string
  transactionId?: string
  query?: string
  order?: string
  data?: string | string[]
  limit?: number
  offset?: number
  merge?: boolean
  stages?: { stageKey: string; stageValue: string }[]
}
class Trouble extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const conflict = () =>
  new Trouble(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )
const taken = (name: string, id: string) =>
  new Trouble('DATABASE_REQUEST_FAILED', `E11000 duplicate key error collection: tnt-test.${name} index: _id_ dup key: { _id: "${id}" }`)

export interface Gateway {
  url: string
  close(): Promise<void>
  /** Forgets everything. */
  clear(): void
  /** What lies in the file storage, by path. */
  files: Map<string, Buffer>
  /** How often each action was asked. */
  asked: Map<string, number>
  /** What was asked of WeChat's server APIs. */
  wechat: Pick<OpenApi, 'asked' | 'codes'>
}

/** Starts one on a free port of loopback. */
export async function startGateway(): Promise<Gateway> {
  const collections = new Map<string, Docs>()
  const sessions = new Map<string, Session>()
  const asked = new Map<string, number>()
  const base = baseOf(collections, sessions)
  const [storage, wechat] = [bucket(), openApi()]
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', piece => pieces.push(piece))
    request.on('end', async () => {
      const body = Buffer.concat(pieces)
      if (storage.serve(request, response, body)) return
      const said = wechat.serve(String(request.headers['content-type']), body)
      if (said) return void response.end(said)
      const ask = JSON.parse(body.toString()) as Ask
      asked.set(ask.action, (asked.get(ask.action) ?? 0) + 1)
      response.setHeader('content-type', 'application/json')
      const kept = storage.act(ask, `http://${request.headers.host}`)
      response.end(JSON.stringify(kept ? { requestId: randomUUID(), ...kept } : await answer(base, ask)))
    })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    asked,
    files: storage.files,
    wechat,
    clear: () => collections.clear(),
    close: () => stopped(server),
  }
}

const stopped = (server: Server) =>
  new Promise<void>(done => {
    server.closeAllConnections()
    server.close(() => done())
  })

type Base = ReturnType<typeof baseOf>
async function answer(base: Base, ask: Ask): Promise<object> {
  const requestId = randomUUID()
  try {
    const action = ACTIONS[ask.action]
    if (!action) throw new Trouble('INVALID_PARAM', `unknown action ${ask.action}`)
    return { requestId, ...(await action(base, ask)) }
  } catch (error) {
    if (!(error instanceof Trouble)) return { requestId, code: 'SYS_ERR', message: String(error) }
    if (ask.transactionId) base.sessions.delete(ask.transactionId)
    return { requestId, code: error.code, message: error.message }
  }
}

/** Reading and writing documents, inside a transaction or not. */
function baseOf(collections: Map<string, Docs>, sessions: Map<string, Session>) {
  const existing = (name: string): Docs => {
    const docs = collections.get(name)
    if (!docs) throw new Trouble('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}.`)
    return docs
  }
  const sessionOf = (id: string | undefined): Session | undefined => {
    if (!id) return undefined
    const session = sessions.get(id)
    if (!session) throw new Trouble('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionNotExist] Transaction does not exist.')
    return session
  }
  const lockedElsewhere = (mine: Session | undefined, name: string, id: string) =>
    [...sessions.values()].some(session => session !== mine && session.written.get(name)?.has(id))
  const seen = (session: Session | undefined, name: string): Docs => {
    const docs = existing(name)
    if (!session) return docs
    const view = new Map(session.snapshot.get(name) ?? [])
    for (const [id, doc] of session.written.get(name) ?? []) doc ? view.set(id, doc) : view.delete(id)
    return view
  }
  /** A transaction's write to what another one holds, or what changed since it began, fails at once; a plain write waits. */
  async function write(session: Session | undefined, name: string, id: string, doc: Doc | null): Promise<void> {
    const docs = existing(name)
    if (session) {
      if (lockedElsewhere(session, name, id) || docs.get(id) !== session.snapshot.get(name)?.get(id)) throw conflict()
      const written = session.written.get(name) ?? new Map<string, Doc | null>()
      session.written.set(name, written.set(id, doc))
      return
    }
    for (let waited = 0; lockedElsewhere(undefined, name, id); waited++) {
      if (waited > 2000) throw new Trouble('DATABASE_TIMEOUT', 'lock wait timed out')
      await new Promise(next => setTimeout(next, 2))
    }
    put(docs, id, doc)
  }
  const put = (docs: Docs, id: string, doc: Doc | null) => void (doc ? docs.set(id, doc) : docs.delete(id))
  return {
    sessions,
    collections,
    sessionOf,
    seen,
    write,
    begin(): string {
      const id = randomUUID()
      sessions.set(id, { snapshot: new Map([...collections].map(([name, docs]) => [name, new Map(docs)])), written: new Map() })
      return id
    },
    commit(id: string | undefined) {
      const session = sessionOf(id)
      if (!session || !id) throw new Trouble('INVALID_PARAM', 'transactionId')
      for (const [name, written] of session.written) for (const [key, doc] of written) put(existing(name), key, doc)
      sessions.delete(id)
    },
  }
}

/**
 * MongoDB compares texts by UTF-8, mingo by UTF-16 units. Moving the surrogates above 0xffff's block makes both orders one; it is undone on the
 * way out.
 */
const shifted = (text: string, up: boolean) =>
  text.replace(/[\ud800-\uffff]/g, unit => {
    const code = unit.charCodeAt(0)
    const top = up ? 0xe000 : 0xf800
    return String.fromCharCode(code >= top ? code - (up ? 0x800 : 0x2000) : code + (up ? 0x2000 : 0x800))
  })
function mapped(value: unknown, up: boolean): unknown {
  if (typeof value === 'string') return shifted(value, up)
  if (Array.isArray(value)) return value.map(item => mapped(item, up))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, up)]))
}
const parsed = (text: string | undefined) => mapped(EJSON.parse(text ?? '{}', { relaxed: true }), true) as Doc
const sent = (value: unknown) => EJSON.stringify(mapped(value, false) as object, { relaxed: false })

const matching = (base: Base, ask: Ask): Doc[] => {
  const query = new Query(parsed(ask.query) as object)
  return [...base.seen(base.sessionOf(ask.transactionId), ask.collectionName).values()].filter(doc => query.test(doc))
}
const idOf = (ask: Ask) => String(parsed(ask.query)._id)

type Action = (base: Base, ask: Ask) => Promise<object> | object
const ACTIONS: { [action: string]: Action } = {
  'database.getDocument': (base, ask) => {
    const order = ask.order ? (EJSON.parse(ask.order) as { field: string; direction: string }[] | { [field: string]: number }) : []
    const sort = Array.isArray(order) ? Object.fromEntries(order.map(it => [it.field, it.direction === 'desc' ? -1 : 1])) : order
    const all = new Query({}).find<Doc>(matching(base, ask)).skip(ask.offset ?? 0)
    const sorted = Object.keys(sort).length ? all.sort(sort) : all
    const found = sorted.limit(Math.min(ask.limit ?? 100, 1000)).all()
    return { data: { list: found.map(sent) } }
  },
  'database.insertDocument': async (base, ask) => {
    const session = base.sessionOf(ask.transactionId)
    const docs = (ask.data as string[]).map(parsed)
    for (const doc of docs) {
      if (base.seen(session, ask.collectionName).has(doc._id)) throw taken(ask.collectionName, doc._id)
      await base.write(session, ask.collectionName, doc._id, doc)
    }
    return { data: { insertedIds: docs.map(doc => shifted(doc._id, false)) } }
  },
  'database.modifyDocument': async (base, ask) => {
    if (ask.merge) throw new Trouble('INVALID_PARAM', 'this stand-in knows no update operators')
    const id = idOf(ask)
    const session = base.sessionOf(ask.transactionId)
    const there = base.seen(session, ask.collectionName).has(id)
    await base.write(session, ask.collectionName, id, { ...parsed(ask.data as string), _id: id })
    return { data: there ? { updated: 1 } : { updated: 0, upsert_id: id } }
  },
  'database.removeDocument': async (base, ask) => {
    const gone = matching(base, ask)
    for (const doc of gone) await base.write(base.sessionOf(ask.transactionId), ask.collectionName, doc._id, null)
    return { data: { deleted: gone.length } }
  },
  'database.calculateDocument': (base, ask) => ({ data: { total: matching(base, ask).length } }),
  'database.aggregateDocuments': (base, ask) => {
    const stages = (ask.stages ?? []).map(({ stageKey, stageValue }) => ({ [stageKey]: parsed(stageValue) as unknown }))
    // The platform's own limit, where no stage gives one.
    if (!stages.some(stage => '$limit' in stage)) stages.push({ $limit: 20 })
    const list = new Aggregator(stages as object[] as { $match: object }[]).run([...base.seen(undefined, ask.collectionName).values()])
    return { data: { list: list.map(sent) } }
  },
  'database.addCollection': (base, ask) => {
    if (base.collections.has(ask.collectionName)) throw new Trouble('DATABASE_REQUEST_FAILED', 'Table exist')
    base.collections.set(ask.collectionName, new Map())
    return { data: {} }
  },
  'database.startTransaction': base => ({ transactionId: base.begin() }),
  'database.commitTransaction': (base, ask) => {
    base.commit(ask.transactionId)
    return { data: {} }
  },
  'database.abortTransaction': (base, ask) => {
    base.sessions.delete(ask.transactionId ?? '')
    return { data: {} }
  },
}
