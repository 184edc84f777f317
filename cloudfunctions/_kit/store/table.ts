/** A collection as tables: the document as text, the declared fields as untyped columns, array members in a side table. STORE.md §3 says why. */
import { checkCollection, checkField, checkId, toText } from './check'
import type { Cell, Database } from './driver'
import { compareKeys, type Key, pick, toKey } from './keys'
import { reachField } from './plan'
import { type Collection, type Doc, Duplicate, type Index, type Json } from './port'

export interface Table {
  name: string
  collection: Collection
  /** Fields that have a column of their own. */
  columns: string[]
  /** Indexes on array members. */
  sides: Side[]
}
export interface Side {
  name: string
  index: Index
  list: string
}

export const quoted = (name: string) => `"${name}"`
export const column = (field: string) => quoted(`k_${field}`)
export const indexName = (table: string, index: Index) => [table, ...(index.has ? [`has.${index.has}`] : []), ...index.fields].join('/')

export function tableOf(name: string, collection: Collection): Table {
  checkCollection(name)
  const reach = reachField(collection)
  const fields = new Set([...collection.indexes.flatMap(index => index.fields), ...(reach ? [reach] : [])])
  fields.delete('_id')
  fields.forEach(checkField)
  const sides = collection.indexes.flatMap(index => (index.has ? [{ name: indexName(name, index), index, list: index.has }] : []))
  return { name, collection, columns: [...fields], sides }
}

interface Stored {
  n: number
  text: string
}
/** By-id writes of one collection on one connection; each inside the transaction that is open there. */
export interface Writer {
  read(id: string): Stored | null
  insert(doc: Doc): void
  replace(stored: Stored, doc: Doc): void
  remove(stored: Stored): void
}

export function writer(db: Database, table: Table): Writer {
  const names = table.columns.map(column)
  const insert = `INSERT INTO ${quoted(table.name)}(id, doc${names.map(name => `, ${name}`).join('')}) VALUES(?, ?${', ?'.repeat(names.length)}) ON CONFLICT(id) DO NOTHING`
  const read = `SELECT n, doc FROM ${quoted(table.name)} WHERE id = ?`
  const drop = `DELETE FROM ${quoted(table.name)} WHERE n = ?`
  return {
    read(id) {
      checkId(id)
      const row = db.sql(read).get(id)
      return row ? { n: Number(row.n), text: String(row.doc) } : null
    },
    insert(doc) {
      const text = toText(doc)
      const { changes, rowid } = db.sql(insert).run(doc._id, text, ...keysOf(table, doc))
      if (!changes) throw new Duplicate(table.name, doc._id)
      for (const side of table.sides) addMembers(db, side, doc, rowid)
    },
    replace(stored, doc) {
      const before = JSON.parse(stored.text) as Doc
      setRow(db, table, stored.n, before, doc)
      for (const side of table.sides) moveMembers(db, side, before, doc, stored.n)
    },
    remove(stored) {
      const doc = JSON.parse(stored.text) as Doc
      for (const side of table.sides) dropMembers(db, side, doc)
      db.sql(drop).run(stored.n)
    },
  }
}

export const keysOf = (table: Table, doc: Doc): Key[] => table.columns.map(field => toKey(pick(doc, field)))

/** Sets only the columns that changed: each one set rewrites its indexes (1.7 times slower when all are). */
function setRow(db: Database, table: Table, n: number, before: Doc, doc: Doc): void {
  const old = keysOf(table, before)
  const now = keysOf(table, doc)
  const cells: Cell[] = [toText(doc)]
  let set = 'doc = ?'
  table.columns.forEach((field, i) => {
    if (compareKeys(old[i], now[i]) === 0) return
    set += `, ${column(field)} = ?`
    cells.push(now[i])
  })
  db.sql(`UPDATE ${quoted(table.name)} SET ${set} WHERE n = ?`).run(...cells, n)
}

/** The texts in the list, once each. */
export function members(list: Json): string[] {
  return Array.isArray(list) ? [...new Set(list.filter(item => typeof item === 'string'))] : []
}

const sideKeys = (side: Side, doc: Doc) => side.index.fields.map(field => toKey(pick(doc, field)))

export function addMembers(db: Database, side: Side, doc: Doc, n: number, only = members(pick(doc, side.list))): void {
  const fields = side.index.fields
  const sql = `INSERT INTO ${quoted(side.name)}(member, ${fields.map(field => `${column(field)}, `).join('')}id, n) VALUES(?, ${'?, '.repeat(fields.length)}?, ?)`
  for (const member of only) db.sql(sql).run(member, ...sideKeys(side, doc), doc._id, n)
}

function dropMembers(db: Database, side: Side, doc: Doc, only = members(pick(doc, side.list))): void {
  const sql = `DELETE FROM ${quoted(side.name)} WHERE member = ?${side.index.fields.map(field => ` AND ${column(field)} = ?`).join('')} AND id = ?`
  for (const member of only) db.sql(sql).run(member, ...sideKeys(side, doc), doc._id)
}

function moveMembers(db: Database, side: Side, before: Doc, doc: Doc, n: number): void {
  const keys = sideKeys(side, before)
  const stays = sideKeys(side, doc).every((key, i) => compareKeys(key, keys[i]) === 0)
  const old = members(pick(before, side.list))
  const now = members(pick(doc, side.list))
  dropMembers(db, side, before, stays ? old.filter(member => !now.includes(member)) : old)
  addMembers(db, side, doc, n, stays ? now.filter(member => !old.includes(member)) : now)
}
