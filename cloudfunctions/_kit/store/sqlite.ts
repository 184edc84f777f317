/** The embedded store: one SQLite file, one writer, durable. STORE.md has what was measured and the traps. */
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { apply } from './change'
import { checkId } from './check'
import { connect, type Database, resultCode } from './driver'
import { groupCommit, LIMITS, type Limits } from './group'
import { layOut } from './layout'
import { takeLock } from './lock'
import { branches, inBranches } from './plan'
import { type Change, type Collections, type Doc, type Query, type Store, type Tx, Unstorable, Unusable, type Where } from './port'
import { count, find, tally } from './sql'
import { type Table, type Writer, writer } from './table'

export interface Opening {
  /** A path, or ':memory:' for a private store that is gone when it is closed. */
  file: string
  collections: Collections
  limits?: Limits
}

/** Opens (or makes) a store. Throws Unusable with one Chinese sentence when it is in use, damaged, or of a newer shape. */
export async function openStore({ file, collections, limits = LIMITS }: Opening): Promise<Store> {
  const place = file === ':memory:' ? passing() : { file, gone() {} }
  if (!existsSync(dirname(place.file))) throw new Unusable(`打不开数据文件（${place.file}），因为没有这个文件夹`)
  const unlock = await takeLock(place.file).catch(error => explain(place.file, error))
  const opened: Database[] = []
  const close = () => {
    for (const db of opened) db.close()
    unlock()
    place.gone()
  }
  try {
    const durable = file !== ':memory:'
    // SQLite gives the files beside it the same rights: personal data is for the owner's eyes.
    closeSync(openSync(place.file, 'a', 0o600))
    const db = await openConnection(place.file, durable, opened)
    checkSound(db, place.file)
    const tables = layOut(db, collections)
    const reader = await openConnection(place.file, durable, opened)
    reader.exec('PRAGMA query_only=ON')
    return assemble(db, reader, tables, limits, close)
  } catch (error) {
    close()
    return explain(place.file, error)
  }
}

/** A store in memory cannot have a second connection that sees only what is committed, so it is a passing file instead. */
function passing() {
  const folder = mkdtempSync(join(tmpdir(), 'lianglin-'))
  const gone = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', gone)
  return {
    file: join(folder, 'memory.db'),
    gone() {
      process.off('exit', gone)
      gone()
    },
  }
}

/** What the file must answer after opening. better-sqlite3 reopens a WAL file at synchronous=NORMAL: set on every open, then asked. */
export async function openConnection(file: string, durable: boolean, opened: Database[] = []): Promise<Database> {
  const db = await connect(file)
  opened.push(db)
  // The writer waits by its own retry: SQLite's would stop the whole process.
  for (const pragma of ['busy_timeout=0', 'journal_mode=WAL', `synchronous=${durable ? 'FULL' : 'OFF'}`, 'cache_size=-65536'])
    db.exec(`PRAGMA ${pragma}`)
  for (const pragma of [
    'journal_size_limit=67108864',
    'fullfsync=ON',
    'checkpoint_fullfsync=ON',
    'trusted_schema=OFF',
    'temp_store=MEMORY',
  ])
    db.exec(`PRAGMA ${pragma}`)
  assertDurable(db, durable)
  return db
}

/** A second for a gigabyte, so larger files are only checked by `npm run backup`. */
const CHECKED = 256 * 1024 * 1024
function checkSound(db: Database, file: string): void {
  if (statSync(file).size > CHECKED) return
  const found = db.sql('PRAGMA quick_check(1)').get()?.quick_check
  if (found !== 'ok') throw new Unusable(damaged(file), { cause: found })
}
const damaged = (file: string) => `数据文件坏了（${file}），请用 npm run restore 换回最近的备份`

/** Throws when the connection would answer before the disk has it. */
export function assertDurable(db: Database, durable = true): void {
  const mode = db.sql('PRAGMA journal_mode').get()?.journal_mode
  const level = Number(db.sql('PRAGMA synchronous').get()?.synchronous)
  if (mode !== 'wal' || level !== (durable ? 2 : 0)) throw new Error(`journal_mode ${mode}, synchronous ${level}`)
}

/** The system's own words for a file that cannot be opened for writing. */
const DENIED = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOENT'])

/** Turns SQLite's codes into a sentence for whoever runs the machine. */
function explain(file: string, error: unknown): never {
  const code = resultCode(error)
  const cause = { cause: error }
  if (code === 26 || code === 11) throw new Unusable(damaged(file), cause)
  if (code === 14 || code === 8 || code === 3 || DENIED.has(String((error as { code?: unknown }).code)))
    throw new Unusable(`打不开数据文件（${file}），请看看这个文件夹在不在、能不能写`, cause)
  if (code === 13 || code === 10) throw new Unusable(`磁盘满了或坏了，打不开数据文件（${file}）`, cause)
  throw error
}

function assemble(db: Database, reader: Database, tables: Map<string, Table>, limits: Limits, close: () => void): Store {
  const group = groupCommit(db, limits)
  const writers = new Map([...tables].map(([name, table]) => [name, writer(db, table)]))
  const table = (name: string) => known(tables, name)
  const transaction = <T>(work: (tx: Tx) => Promise<T>) => group.push(() => withTx(writers, group.failed, work))
  return {
    async get<D extends Doc>(collection: string, id: string) {
      checkId(id)
      const row = reader.sql(`SELECT doc FROM "${table(collection).name}" WHERE id = ?`).get(id)
      return row ? (JSON.parse(String(row.doc)) as D) : null
    },
    find: async <D extends Doc>(collection: string, query: Query) => find<D>(reader, table(collection), query),
    count: async (collection, where) => count(reader, table(collection), where),
    tally: async (collection, query) => tally(reader, table(collection), query),
    transaction,
    async load(collection, docs) {
      table(collection)
      for (let i = 0; i < docs.length; i += 500) await transaction(tx => putAll(tx, collection, docs.slice(i, i + 500)))
    },
    async close() {
      await group.drain()
      close()
    },
  }
}

async function putAll(tx: Tx, collection: string, docs: Doc[]): Promise<void> {
  for (const doc of docs) await tx.put(collection, doc)
}

function known<T>(all: Map<string, T>, name: string): T {
  const it = all.get(name)
  if (!it) throw new Unstorable(`collection ${name} is not declared`)
  return it
}

/** Runs a body with a tx that is dead afterwards: a forgotten await must not write into somebody else's savepoint. */
async function withTx<T>(writers: Map<string, Writer>, failed: (error: unknown) => void, work: (tx: Tx) => Promise<T>): Promise<T> {
  let over = false
  const guarded = <R>(collection: string, act: (at: Writer) => R): R => {
    if (over) throw new Error('the transaction is over: something in its body was not awaited, or waited for something else than the store')
    try {
      return act(known(writers, collection))
    } catch (error) {
      failed(error)
      throw error
    }
  }
  try {
    return await work(txOn(guarded))
  } finally {
    over = true
  }
}

type Guarded = <R>(collection: string, act: (at: Writer) => R) => R

function txOn(at: Guarded): Tx {
  return {
    get: async <D extends Doc>(collection: string, id: string) => at(collection, it => parsed<D>(it.read(id))),
    insert: async (collection, doc) => at(collection, it => it.insert(doc)),
    update: async <D extends Doc>(collection: string, id: string, change: Change, options?: { when?: Where }) =>
      at(collection, it => update(it, id, change, options?.when) as D | null),
    put: async (collection, doc) => at(collection, it => put(it, doc)),
    remove: async (collection, id) => at(collection, it => remove(it, id)),
  }
}

const parsed = <D extends Doc>(stored: { text: string } | null) => (stored ? (JSON.parse(stored.text) as D) : null)

function update(it: Writer, id: string, change: Change, when: Where | undefined): Doc | null {
  const ways = when === undefined ? undefined : branches(when)
  const stored = it.read(id)
  const doc = parsed(stored)
  if (!stored || !doc || (ways && !inBranches(doc, ways))) return null
  it.replace(stored, apply(doc, change))
  return doc
}

function put(it: Writer, doc: Doc): void {
  const stored = it.read(doc._id)
  if (stored) it.replace(stored, doc)
  else it.insert(doc)
}

function remove(it: Writer, id: string): boolean {
  const stored = it.read(id)
  if (stored) it.remove(stored)
  return stored !== null
}
