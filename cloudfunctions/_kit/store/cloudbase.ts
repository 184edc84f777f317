/** The store over WeChat cloud's document database (wx-server-sdk). The platform's traps are listed in CLOUDBASE.md §1; each is met where it bites. */
import { apply } from './change'
import { checkId, toText } from './check'
import { compareKeys, fromCursor, type Key, pick, toCursor, toKey } from './keys'
import { type Command, type Filter, filterOf } from './mongo'
import { type Branch, branches, direction, inBranches, serve } from './plan'
import {
  type Change,
  type Collection,
  type Collections,
  type Doc,
  Duplicate,
  type Page,
  type Query,
  type Store,
  type Tx,
  Unstorable,
  type Where,
} from './port'
import { isDuplicate, isMissing, isNoCollection, retried } from './retry'

/** What is used of the SDK, spelled out: its own typings answer `void | string` and `any`. */
export interface CloudDatabase {
  command: Command
  collection(name: string): CloudCollection
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<CloudTransaction>
}
export interface CloudTransaction {
  collection(name: string): Pick<CloudCollection, 'doc' | 'add'>
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}
interface CloudCollection {
  doc(id: string): {
    get(): Promise<{ data: Doc | null }>
    set(it: { data: object }): Promise<unknown>
    remove(): Promise<{ stats: { removed: number } }>
  }
  add(it: { data: object | object[] }): Promise<unknown>
  where(filter: Filter): CloudQuery
  aggregate(): CloudPipeline
}
interface CloudQuery {
  orderBy(field: string, way: 'asc' | 'desc'): CloudQuery
  limit(most: number): CloudQuery
  get(): Promise<{ data: Doc[] }>
  count(): Promise<{ total: number }>
}
interface CloudPipeline {
  match(filter: Filter): CloudPipeline
  group(by: object): CloudPipeline
  limit(most: number): CloudPipeline
  end(): Promise<{ list: { _id: unknown; count: number; sum: number }[] }>
}

/** The SDK gives at most this many at a time, whatever is asked. */
const MOST = 1000

export function openCloudStore({ db, collections }: { db: CloudDatabase; collections: Collections }): Store {
  const known = (name: string): Collection => {
    if (!Object.hasOwn(collections, name)) throw new Unstorable(`collection ${name} is not declared`)
    return collections[name]
  }
  const read = <T>(name: string, ask: (at: CloudCollection, declared: Collection) => Promise<T>): Promise<T> =>
    made(db, name, () => ask(db.collection(name), known(name)))
  return {
    get: async <D extends Doc>(name: string, id: string) => {
      checkId(id)
      return read(name, at => absent(at.doc(id).get())) as Promise<D | null>
    },
    find: async <D extends Doc>(name: string, query: Query) =>
      read(name, (at, declared) => find<D>(db.command, at, { name, declared, query })),
    count: async (name, where) => read(name, (at, declared) => count(db.command, at, planned(name, declared, where))),
    tally: async (name, query) => read(name, (at, declared) => tally(db.command, at, planned(name, declared, query.where), query)),
    transaction: work => {
      const manner = { careful: false }
      return retried(() => runOnce(db, known, work, manner))
    },
    load: async (name, docs) => {
      known(name)
      for (let i = 0; i < docs.length; i += 100) await made(db, name, () => putMany(db.collection(name), docs.slice(i, i + 100)))
    },
    close: async () => {},
  }
}

/** A collection is made when it is first used: without it every call fails. */
async function made<T>(db: CloudDatabase, name: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!isNoCollection(error)) throw error
    // Another instance may have made it meanwhile.
    await db.createCollection(name).catch(() => {})
    return ask()
  }
}

/** A missing document is an error unless the database was opened with throwOnNotFound false, and in a transaction perhaps even then. */
const absent = (asked: Promise<{ data: Doc | null }>): Promise<Doc | null> =>
  asked.then(
    answer => answer.data ?? null,
    error => {
      if (isMissing(error)) return null
      throw error
    },
  )

/** `undefined` would be dropped or widen a filter on its way: nothing goes out that was not checked and written as JSON. */
const data = (doc: Doc): Doc => JSON.parse(toText(doc)) as Doc
function body(doc: Doc): object {
  const { _id, ...rest } = data(doc)
  return rest
}

function planned(name: string, declared: Collection, where: Where, order: string[] = []): Branch[] {
  const ways = branches(where)
  for (const way of ways) serve(name, declared, way, order)
  return ways
}

async function find<D extends Doc>(
  _: Command,
  at: CloudCollection,
  asked: { name: string; declared: Collection; query: Query },
): Promise<Page<D>> {
  const { limit, order, where, after } = asked.query
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new Unstorable(`limit ${limit} is not from 1 to 1000`)
  const { fields, down } = direction(order)
  const ways = planned(asked.name, asked.declared, where, fields)
  let keys = after === undefined ? undefined : fromCursor(after, fields.length + 1)
  const found: Doc[] = []
  while (ways.length && found.length <= limit) {
    const most = Math.min(limit + 1 - found.length, MOST)
    const list = await chunk(at, filterOf(_, ways, keys && { fields, keys, down }), { fields, down, most })
    // A list may match where one of its members does: the declared meaning decides.
    found.push(...list.filter(doc => inBranches(doc, ways)))
    if (isLast(list.length, most)) break
    keys = keysOf(list[list.length - 1], fields)
  }
  const items = found.slice(0, limit) as D[]
  return { items, ...(found.length > limit && { after: toCursor(keysOf(items[limit - 1], fields)) }) }
}

/** Sources disagree whether the platform stops at 100 or at 1,000: a round hundred is asked on. */
const isLast = (got: number, most: number) => got === 0 || (got < most && got % 100 !== 0)
const keysOf = (doc: Doc, fields: string[]): Key[] => [...fields.map(field => toKey(pick(doc, field))), doc._id]

async function chunk(
  at: CloudCollection,
  filter: Filter,
  { fields, down, most }: { fields: string[]; down: boolean; most: number },
): Promise<Doc[]> {
  let query = at.where(filter)
  for (const field of [...fields, '_id']) query = query.orderBy(field, down ? 'desc' : 'asc')
  return (await query.limit(most).get()).data
}

async function count(_: Command, at: CloudCollection, ways: Branch[]): Promise<number> {
  return ways.length ? (await at.where(filterOf(_, ways)).count()).total : 0
}

async function tally(_: Command, at: CloudCollection, ways: Branch[], { by, sum }: { by: string; sum?: string }) {
  direction([by])
  if (sum) direction([sum])
  if (!ways.length) return []
  const adds = { _id: `$${by}`, count: _.aggregate.sum(1), sum: _.aggregate.sum(sum ? `$${sum}` : 0) }
  // Without a limit the platform answers twenty groups, even to a cloud function.
  const { list } = await at.aggregate().match(filterOf(_, ways)).group(adds).limit(10_000).end()
  const groups = new Map<string, { by: string; count: number; sum: number }>()
  for (const group of list) {
    if (group._id === null || group._id === undefined || typeof group._id === 'object') continue
    const name = String(group._id)
    const before = groups.get(name)
    groups.set(name, { by: name, count: group.count + (before?.count ?? 0), sum: group.sum + (before?.sum ?? 0) })
  }
  return [...groups.values()].sort((a, b) => compareKeys(a.by, b.by))
}

/** New documents go in a hundred at a time; where one is there already, each of them is put. */
async function putMany(at: CloudCollection, docs: Doc[]): Promise<void> {
  const list = docs.map(data)
  try {
    await at.add({ data: list })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    for (let i = 0; i < list.length; i += 10) await Promise.all(list.slice(i, i + 10).map(doc => at.doc(doc._id).set({ data: body(doc) })))
  }
}

/** A transaction that has failed inside cannot be committed, whatever its body made of the failure. */
interface Attempt {
  over: boolean
  failed?: unknown
}

/** `careful` looks before it inserts: an id that is taken ends the platform's transaction, even where the body could go on. */
type Manner = { careful: boolean }

async function runOnce<T>(
  db: CloudDatabase,
  known: (name: string) => Collection,
  work: (tx: Tx) => Promise<T>,
  manner: Manner,
): Promise<T> {
  const raw = await db.startTransaction()
  const state: Attempt = { over: false }
  let value: T
  try {
    value = await inTime(work(txOn(raw, known, state, manner)))
    if (state.failed !== undefined) throw new Error('its body went on after a failure')
  } catch (error) {
    state.over = true
    await raw.rollback().catch(() => {})
    throw await reasonOf(db, state.failed ?? error, error, manner)
  }
  state.over = true
  await raw.commit()
  return value
}

/** Why the attempt failed, as `retried` reads it: the first failure inside, unless the body itself gave up on a Duplicate. */
async function reasonOf(db: CloudDatabase, first: unknown, last: unknown, manner: Manner): Promise<unknown> {
  if (first instanceof NoCollection) await db.createCollection(first.collection).catch(() => {})
  if (!(first instanceof Duplicate) || first === last) return first
  manner.careful = true
  return new Error('TRANSACTION_CONFLICT: the body goes on after an id that is taken', { cause: last })
}

/** The platform ends a transaction after 30 s; a body that waits for the outside world is thrown out before. */
const PATIENCE = 20_000
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`a transaction body took more than ${PATIENCE} ms`))
    const timer = setTimeout(late, PATIENCE)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Which collection is missing is not said by the platform in a form to rely on: the attempt remembers it. */
class NoCollection extends Error {
  constructor(
    readonly collection: string,
    cause: unknown,
  ) {
    super(`-502005 ${collection} is not there`, { cause })
  }
}
/** Only calls on documents: `where` on a transaction would run outside it. Whole documents go back, since the SDK's update merges objects and loses empty ones. */
function txOn(raw: CloudTransaction, known: (name: string) => Collection, state: Attempt, manner: Manner): Tx {
  const at = async <T>(name: string, ask: (collection: Pick<CloudCollection, 'doc' | 'add'>) => Promise<T>): Promise<T> => {
    if (state.over) throw new Error('the transaction is over: something in its body was not awaited')
    known(name)
    try {
      return await ask(raw.collection(name))
    } catch (error) {
      const reason = isNoCollection(error) ? new NoCollection(name, error) : error
      if (!(error instanceof Unstorable)) state.failed ??= reason
      throw reason
    }
  }
  const get = (name: string, id: string) => {
    checkId(id)
    return at(name, it => absent(it.doc(id).get()))
  }
  const set = (name: string, doc: Doc) => at(name, it => it.doc(doc._id).set({ data: body(doc) }))
  return {
    get: async <D extends Doc>(name: string, id: string) => (await get(name, id)) as D | null,
    async insert(name, doc) {
      const fresh = data(doc)
      if (manner.careful && (await get(name, doc._id))) throw new Duplicate(name, doc._id)
      await at(name, it =>
        it.add({ data: fresh }).catch(error => Promise.reject(isDuplicate(error) ? new Duplicate(name, doc._id) : error)),
      )
    },
    async update<D extends Doc>(name: string, id: string, change: Change, options?: { when?: Where }) {
      const ways = options?.when === undefined ? undefined : branches(options.when)
      const doc = await get(name, id)
      if (!doc || (ways && !inBranches(doc, ways))) return null
      const next = data(apply(doc, change))
      await set(name, next)
      return next as D
    },
    async put(name, doc) {
      checkId(doc._id)
      await set(name, doc)
    },
    async remove(name, id) {
      checkId(id)
      return (await at(name, it => it.doc(id).remove())).stats.removed > 0
    },
  }
}
