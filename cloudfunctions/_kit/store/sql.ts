/** A branch of a query as SQL over the index that serves it. */

import { checkField } from './check'
import type { Cell, Database } from './driver'
import { compareKeys, fromCursor, fromKey, type Key, NOTHING, pick, toCursor, toKey } from './keys'
import { type Branch, branches, direction, type Range, type Served, serve } from './plan'
import { type Doc, type Page, type Query, Unstorable, type Where } from './port'
import { column, indexName, quoted, type Table } from './table'

interface Sql {
  text: string
  cells: Cell[]
}
/** A document with what it is sorted by. */
interface Found {
  keys: Key[]
  doc: Doc
}

export function find<D extends Doc>(db: Database, table: Table, query: Query): Page<D> {
  const { limit } = query
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new Unstorable(`limit ${limit} is not from 1 to 1000`)
  const { fields, down } = direction(query.order)
  const ways = branches(query.where)
  const after = query.after === undefined ? undefined : fromCursor(query.after, fields.length + 1)
  const found = ways.flatMap(way => run(db, pageSql(table, way, fields, down, after, limit + 1), fields))
  const items = ways.length > 1 ? merged(found, down) : found
  const page = items.slice(0, limit)
  const last = page[page.length - 1]
  return { items: page.map(it => it.doc as D), ...(items.length > limit && { after: toCursor(last.keys) }) }
}

const run = (db: Database, sql: Sql, fields: string[]): Found[] =>
  db
    .sql(sql.text)
    .all(...sql.cells)
    .map(row => found(JSON.parse(String(row.doc)) as Doc, fields))

const found = (doc: Doc, fields: string[]): Found => ({ doc, keys: [...fields.map(field => toKey(pick(doc, field))), doc._id] })

/** Sorted as one list; a document that matches twice is there once. */
function merged(list: Found[], down: boolean): Found[] {
  const sorted = list.sort((a, b) => (down ? -1 : 1) * compareLists(a.keys, b.keys))
  return sorted.filter((it, i) => i === 0 || it.doc._id !== sorted[i - 1].doc._id)
}

function compareLists(a: Key[], b: Key[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareKeys(a[i], b[i])
    if (order) return order
  }
  return 0
}

/** The tables and conditions of one branch. */
function source(table: Table, branch: Branch, order: string[]) {
  const served = serve(table.name, table.collection, branch, order)
  const side = served.index?.has ? quoted(indexName(table.name, served.index)) : undefined
  // `h` carries the index's fields beside the member; the rest is on the document's row.
  const at = (field: string) =>
    (side && (field === '_id' || served.index?.fields.includes(field)) ? 'h.' : 't.') + (field === '_id' ? 'id' : column(field))
  const { text, cells } = conditions(branch, at)
  return { from: from(table, served, side, branch), at, where: text, cells }
}

function from(table: Table, { index }: Served, side: string | undefined, branch: Branch): string {
  if (side) return `${side} h CROSS JOIN ${quoted(table.name)} t ON t.n = h.n`
  const name = index ? indexName(table.name, index) : `${table.name}/id`
  const byId = index === null || branch.equal.has('_id')
  return `${quoted(table.name)} t INDEXED BY ${quoted(byId ? `${table.name}/id` : name)}`
}

function conditions(branch: Branch, at: (field: string) => string): Sql {
  const parts: string[] = []
  const cells: Cell[] = []
  for (const member of branch.has.values()) add('h.member = ?', member)
  for (const [field, key] of branch.equal) add(`${at(field)} = ?`, key)
  for (const [field, range] of branch.range) addRange(at(field), range)
  function add(text: string, ...keys: Key[]) {
    parts.push(text)
    cells.push(...keys)
  }
  function addRange(name: string, range: Range) {
    add(`${name} ${range.lowOpen ? '>' : '>='} ?`, range.low)
    add(`${name} ${range.highOpen ? '<' : '<='} ?`, range.high)
  }
  return { text: parts.join(' AND ') || '1', cells }
}

function pageSql(table: Table, branch: Branch, order: string[], down: boolean, after: Key[] | undefined, limit: number): Sql {
  const { from, at, where, cells } = source(table, branch, order)
  const names = [...order, '_id'].map(at)
  const beyond = after ? ` AND (${names.join(', ')}) ${down ? '<' : '>'} (${names.map(() => '?').join(', ')})` : ''
  const sorted = names.map(name => (down ? `${name} DESC` : name)).join(', ')
  return {
    text: `SELECT t.doc FROM ${from} WHERE ${where}${beyond} ORDER BY ${sorted} LIMIT ?`,
    cells: [...cells, ...(after ?? []), limit],
  }
}

/** Rows of all branches, once each. SQLite takes 500 parts of a compound query. */
function union(table: Table, ways: Branch[]): Sql {
  const parts = ways.map(way => source(table, way, []))
  return {
    text: parts.map(part => `SELECT t.n AS n FROM ${part.from} WHERE ${part.where}`).join(' UNION '),
    cells: parts.flatMap(part => part.cells),
  }
}

export function count(db: Database, table: Table, where: Where): number {
  const ways = branches(where)
  if (!ways.length) return 0
  if (ways.length > 1) {
    const { text, cells } = union(table, ways)
    return Number(db.sql(`SELECT COUNT(*) AS it FROM (${text})`).get(...cells)?.it)
  }
  const part = source(table, ways[0], [])
  return Number(db.sql(`SELECT COUNT(*) AS it FROM ${part.from} WHERE ${part.where}`).get(...part.cells)?.it)
}

interface Tally {
  by: string
  count: number
  sum: number
}

/** Groups by a field's text; documents without it (or with a list or object there) are left out. Only numbers are summed. */
export function tally(db: Database, table: Table, query: { where: Where; by: string; sum?: string }): Tally[] {
  checkField(query.by)
  if (query.sum) checkField(query.sum)
  const ways = branches(query.where)
  if (!ways.length) return []
  const all = ways.length === 1 ? source(table, ways[0], []) : union(table, ways)
  const rows = 'from' in all ? `${all.from} WHERE ${all.where}` : `${quoted(table.name)} t WHERE t.n IN (${all.text})`
  const total = query.sum ? `TOTAL(${numbers(table, query.sum)})` : '0'
  const found = db
    .sql(`SELECT ${texts(table, query.by)} AS it, COUNT(*) AS many, ${total} AS total FROM ${rows} GROUP BY 1`)
    .all(...all.cells)
  return gathered(found.map(row => ({ by: row.it, count: Number(row.many), sum: Number(row.total) })))
}

/** A field's column where it has one, else the document is read. */
const cell = (table: Table, field: string) => (table.columns.includes(field) ? `t.${column(field)}` : `json_extract(t.doc, '$.${field}')`)

/** NULL for what is no number: TOTAL skips it. */
function numbers(table: Table, field: string): string {
  if (!table.columns.includes(field))
    return `CASE WHEN json_type(t.doc, '$.${field}') IN ('integer', 'real') THEN ${cell(table, field)} END`
  return `CASE WHEN typeof(${cell(table, field)}) IN ('integer', 'real') AND ${cell(table, field)} > -9e999 THEN ${cell(table, field)} END`
}

/** json_extract would make true a 1 and a list a text. */
function texts(table: Table, field: string): string {
  if (table.columns.includes(field)) return cell(table, field)
  const kind = `json_type(t.doc, '$.${field}')`
  return `CASE WHEN ${kind} IN ('true', 'false') THEN ${kind} WHEN ${kind} IN ('text', 'integer', 'real') THEN ${cell(table, field)} END`
}

/** 1 and '1' are one group: `by` is a text. */
function gathered(rows: { by: Cell | null; count: number; sum: number }[]): Tally[] {
  const groups = new Map<string, Tally>()
  for (const { by: key, count, sum } of rows) {
    if (key === null || key === NOTHING || (typeof key === 'object' && key[0] > 1)) continue
    const by = String(fromKey(key))
    const known = groups.get(by)
    groups.set(by, { by, count: count + (known?.count ?? 0), sum: sum + (known?.sum ?? 0) })
  }
  return [...groups.values()].sort((a, b) => compareKeys(a.by, b.by))
}
