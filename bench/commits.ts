/**
 * Durable visit commits per second through the store port, beside raw inserts of the same rows: the same driver, tables, indexes and fsync
 * (journal_mode=WAL, synchronous=FULL), the same number of visits a commit. Rounds of both are interleaved; the median counts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../cloudfunctions/_kit/store/driver'
import { layOut } from '../cloudfunctions/_kit/store/layout'
import type { Doc, Store } from '../cloudfunctions/_kit/store/port'
import { openConnection, openStore } from '../cloudfunctions/_kit/store/sqlite'
import { column, keysOf, quoted, type Table } from '../cloudfunctions/_kit/store/table'
import { type Figure, figure, median, print } from './figure'
import { collections, DOORS, door, rowsOf } from './rows'

const ROUNDS = 5
/** Visits a round, when 64 callers share commits and when one waits for each. */
const SIZES = { shared: 3_200, single: 600 }

/** Visits a second of one round. */
type Round = (first: number, visits: number) => Promise<number>

export async function commits(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianglin-bench-'))
  const store = await openStore({ file: join(folder, 'ours.db'), collections })
  const raw = await openConnection(join(folder, 'raw.db'), true)
  try {
    await store.load(
      'doors',
      Array.from({ length: DOORS }, (_, i) => door(i)),
    )
    const tables = layOut(raw, collections)
    const shared = await interleaved(SIZES.shared, ours(store, 64), baseline(raw, tables, 64))
    const single = await interleaved(SIZES.single, ours(store, 1), baseline(raw, tables, 1))
    return [figure('visit commits, 64 at a time', 'visits/s', ...shared), figure('visit commits, one at a time', 'visits/s', ...single)]
  } finally {
    await store.close()
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

let next = 0
async function interleaved(visits: number, ours: Round, baseline: Round): Promise<[number, number]> {
  const found: [number[], number[]] = [[], []]
  for (let round = -1; round < ROUNDS; round++) {
    const pair = [await ours(next, visits), await baseline(next, visits)]
    next += visits
    // the first round warms both up
    if (round >= 0) for (const side of [0, 1]) found[side].push(pair[side])
  }
  return [median(found[0]), median(found[1])]
}

const timed = async (visits: number, work: () => Promise<void> | void): Promise<number> => {
  const began = performance.now()
  await work()
  return (visits * 1000) / (performance.now() - began)
}

/** Callers that each log one visit after the other, as the visit operation does: look for the key, read the door, write all four. */
function ours(store: Store, callers: number): Round {
  return (first, visits) =>
    timed(visits, async () => {
      let n = first
      const caller = async () => {
        while (n < first + visits) await logOne(store, n++)
      }
      await Promise.all(Array.from({ length: callers }, caller))
    })
}

async function logOne(store: Store, n: number): Promise<void> {
  const { visit, key, audit } = rowsOf(n)
  await store.transaction(async tx => {
    if (await tx.get('keys', key._id)) return
    const before = await tx.get('doors', String(visit.household))
    if (!before) throw new Error('no door')
    await tx.insert('visits', visit)
    await tx.put('doors', door(n % DOORS, 1 + Math.floor(n / DOORS)))
    await tx.insert('audit', audit)
    await tx.insert('keys', key)
  })
}

/** The same rows as plain INSERTs, `group` visits a commit. */
function baseline(db: Database, tables: Map<string, Table>, group: number): Round {
  const insert = new Map([...tables].map(([name, table]) => [name, inserter(db, table)]))
  const put = (name: string, doc: Doc) => insert.get(name)?.(doc)
  return (first, visits) =>
    timed(visits, () => {
      for (let n = first; n < first + visits; n += group) {
        db.exec('BEGIN IMMEDIATE')
        for (let i = n; i < Math.min(n + group, first + visits); i++) {
          const { visit, key, audit } = rowsOf(i)
          put('visits', visit)
          put('doors', { ...door(i % DOORS, 1 + Math.floor(i / DOORS)), _id: `household-${i}` })
          put('audit', audit)
          put('keys', key)
        }
        db.exec('COMMIT')
      }
    })
}

function inserter(db: Database, table: Table): (doc: Doc) => void {
  const names = table.columns.map(column)
  const sql = `INSERT INTO ${quoted(table.name)}(id, doc${names.map(name => `, ${name}`).join('')}) VALUES(?, ?${', ?'.repeat(names.length)})`
  const statement = db.sql(sql)
  const side = table.sides[0]
  const member = side && db.sql(`INSERT INTO ${quoted(side.name)}(member, ${side.index.fields.map(column)}, id, n) VALUES(?, ?, ?, ?)`)
  return doc => {
    const { rowid } = statement.run(doc._id, JSON.stringify(doc), ...keysOf(table, doc))
    if (member) for (const tag of doc.tags as string[]) member.run(tag, String(doc.community), doc._id, rowid)
  }
}

/** `--json`: one line a figure. */
export async function run(argv: string[]): Promise<number> {
  print(await commits(), argv.includes('--json'))
  return 0
}
