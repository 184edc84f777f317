/** Makes the file fit the declared collections: tables, columns, indexes; and the stamp that says which data shape it holds. */
import type { Database } from './driver'
import { pick, toKey } from './keys'
import { type Collections, type Doc, Unusable } from './port'
import { addMembers, column, indexName, quoted, type Side, type Table, tableOf } from './table'

/** The shape of the data. Raise it when an older program could no longer read the file. */
export const SHAPE = 1

/** Tables by collection. Everything happens in one transaction: a killed upgrade leaves the file as it was. */
export function layOut(db: Database, collections: Collections): Map<string, Table> {
  const tables = new Map(Object.entries(collections).map(([name, collection]) => [name, tableOf(name, collection)]))
  db.exec('BEGIN IMMEDIATE')
  try {
    stamp(db)
    for (const table of tables.values()) layTable(db, table)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
  return tables
}

/** The shape a file holds; 0 for a fresh one. */
export function shapeOf(db: Database): number {
  if (!db.sql("SELECT 1 AS it FROM sqlite_master WHERE name = '_meta'").get()) return 0
  return Number(db.sql("SELECT value FROM _meta WHERE key = 'shape'").get()?.value ?? 0)
}

function stamp(db: Database): void {
  const shape = shapeOf(db)
  if (shape > SHAPE) throw new Unusable(`这份数据是更新版本的程序写的（数据版本 ${shape}，这里只认到 ${SHAPE}），请先升级程序`)
  db.exec('CREATE TABLE IF NOT EXISTS _meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)')
  const put = db.sql('INSERT INTO _meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value')
  put.run('shape', String(SHAPE))
  put.run('build', process.env.LIANGLIN_BUILD ?? 'source')
}

function layTable(db: Database, table: Table): void {
  const fresh = !known(db, 'table', table.name)
  // k_* have no type: with one, "1604" would become a number.
  db.exec(`CREATE TABLE IF NOT EXISTS ${quoted(table.name)}(n INTEGER PRIMARY KEY, id TEXT NOT NULL, doc TEXT NOT NULL)`)
  db.exec(`CREATE UNIQUE INDEX IF NOT EXISTS ${quoted(`${table.name}/id`)} ON ${quoted(table.name)}(id)`)
  const there = new Set(
    db
      .sql(`SELECT name FROM pragma_table_info('${table.name}')`)
      .all()
      .map(row => row.name),
  )
  const missing = table.columns.filter(field => !there.has(`k_${field}`))
  for (const field of missing) db.exec(`ALTER TABLE ${quoted(table.name)} ADD COLUMN ${column(field)}`)
  const sides = table.sides.filter(side => !known(db, 'table', side.name))
  for (const side of sides) laySide(db, side)
  if (!fresh && (missing.length || sides.length)) fill(db, table, missing, sides)
  layIndexes(db, table)
  dropStale(db, table, [...there].map(String))
}

/** Keys nobody keeps up to date any more must go: declared again one day, they would lie. */
function dropStale(db: Database, table: Table, there: string[]): void {
  const tables = db
    .sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(row => String(row.name))
  const sides = tables.filter(name => name.startsWith(`${table.name}/`) && !table.sides.some(side => side.name === name))
  for (const name of sides) db.exec(`DROP TABLE ${quoted(name)}`)
  const stale = there.filter(name => name.startsWith('k_') && !table.columns.includes(name.slice(2)))
  for (const name of stale) db.exec(`ALTER TABLE ${quoted(table.name)} DROP COLUMN ${quoted(name)}`)
}

function layIndexes(db: Database, table: Table): void {
  const wanted = new Set([`${table.name}/id`])
  for (const index of table.collection.indexes.filter(index => !index.has)) {
    const name = indexName(table.name, index)
    wanted.add(name)
    db.exec(`CREATE INDEX IF NOT EXISTS ${quoted(name)} ON ${quoted(table.name)}(${[...index.fields.map(column), 'id'].join(', ')})`)
  }
  const all = db.sql("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL").all(table.name)
  for (const { name } of all) if (!wanted.has(String(name))) db.exec(`DROP INDEX ${quoted(String(name))}`)
}

function laySide(db: Database, side: Side): void {
  const fields = side.index.fields.map(column)
  const key = ['member', ...fields, 'id'].join(', ')
  const columns = ['member NOT NULL', ...fields.map(name => `${name} NOT NULL`), 'id TEXT NOT NULL', 'n INTEGER NOT NULL']
  db.exec(`CREATE TABLE ${quoted(side.name)}(${columns.join(', ')}, PRIMARY KEY(${key})) WITHOUT ROWID`)
}

const known = (db: Database, type: string, name: string) =>
  db.sql('SELECT 1 AS it FROM sqlite_master WHERE type = ? AND name = ?').get(type, name) !== undefined

/** A new index on old data: its keys are computed from the documents, a thousand at a time. */
function fill(db: Database, table: Table, missing: string[], sides: Side[]): void {
  const page = db.sql(`SELECT n, doc FROM ${quoted(table.name)} WHERE n > ? ORDER BY n LIMIT 1000`)
  const set = missing.map(field => `${column(field)} = ?`).join(', ')
  for (let rows = page.all(-1); rows.length; rows = page.all(rows[rows.length - 1].n))
    for (const row of rows) {
      const doc = JSON.parse(String(row.doc)) as Doc
      if (set) db.sql(`UPDATE ${quoted(table.name)} SET ${set} WHERE n = ?`).run(...missing.map(field => toKey(pick(doc, field))), row.n)
      for (const side of sides) addMembers(db, side, doc, Number(row.n))
    }
}
