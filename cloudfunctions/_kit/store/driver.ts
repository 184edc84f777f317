/** One face for two synchronous SQLite drivers: node:sqlite where Node has it (22.13 and up), else better-sqlite3 12. */
import { Unusable } from './port'

/** What may be bound and read back. A boolean, undefined or a Date throws in one driver and lies in the other. */
export type Cell = number | string | Uint8Array
export type Row = { [column: string]: Cell }
export interface Statement {
  run(...cells: Cell[]): { changes: number; rowid: number }
  get(...cells: Cell[]): Row | undefined
  all(...cells: Cell[]): Row[]
}
export interface Database {
  exec(sql: string): void
  /** Prepared once per text. */
  sql(text: string): Statement
  close(): void
}

/** What both drivers' connections and statements look like; each has more. */
interface RawStatement {
  run(...cells: Cell[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  get(...cells: Cell[]): unknown
  all(...cells: Cell[]): unknown[]
}
interface RawDatabase {
  exec(sql: string): unknown
  prepare(sql: string): RawStatement
  close(): unknown
}
interface Builtin {
  DatabaseSync: new (file: string) => RawDatabase
}
type Opener = (file: string) => RawDatabase

let opener: Promise<Opener> | undefined

/** A connection with nothing set on it yet. */
export async function connect(file: string): Promise<Database> {
  opener ??= findDriver()
  return wrap((await opener)(file))
}

async function findDriver(): Promise<Opener> {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) {
    const { DatabaseSync } = quietly(() => process.getBuiltinModule('node:sqlite')) as unknown as Builtin
    return file => new DatabaseSync(file)
  }
  try {
    const { default: Better } = await import('better-sqlite3')
    return file => new Better(file) as unknown as RawDatabase
  } catch (cause) {
    throw new Unusable('这台机器上的 Node 版本没有自带数据库，请装 Node 22.13 或更新的版本', { cause })
  }
}

/** Node 22 calls node:sqlite experimental in English on the first load; nobody at the machine can act on that. */
function quietly<T>(load: () => T): T {
  const emit = process.emitWarning
  process.emitWarning = () => {}
  try {
    return load()
  } finally {
    process.emitWarning = emit
  }
}

function wrap(raw: RawDatabase): Database {
  const known = new Map<string, Statement>()
  return {
    exec: text => void raw.exec(text),
    close: () => void raw.close(),
    sql(text) {
      const ready = known.get(text)
      if (ready) return ready
      if (known.size > 500) known.clear()
      const fresh = prepared(raw.prepare(text))
      known.set(text, fresh)
      return fresh
    },
  }
}

function prepared(raw: RawStatement): Statement {
  return {
    run(...cells) {
      const { changes, lastInsertRowid } = raw.run(...cells)
      return { changes: Number(changes), rowid: Number(lastInsertRowid) }
    },
    get: (...cells) => raw.get(...cells) as Row | undefined,
    all: (...cells) => raw.all(...cells) as Row[],
  }
}

/** SQLite's primary result code (SQLITE_FULL is 13), from either driver's error; 0 when it is none. */
export function resultCode(error: unknown): number {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown }
  if (typeof errcode === 'number') return errcode & 0xff
  if (typeof code !== 'string') return 0
  return Object.entries(CODES).find(([name]) => code === name || code.startsWith(`${name}_`))?.[1] ?? 0
}
const CODES = {
  SQLITE_PERM: 3,
  SQLITE_BUSY: 5,
  SQLITE_NOMEM: 7,
  SQLITE_READONLY: 8,
  SQLITE_IOERR: 10,
  SQLITE_CORRUPT: 11,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_NOTADB: 26,
}
/** Nothing that is written after one of these can be trusted. */
export const isFatal = (error: unknown) => [3, 7, 8, 10, 11, 13, 14, 26].includes(resultCode(error))
export const isBusy = (error: unknown) => resultCode(error) === 5
