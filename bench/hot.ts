/** One kitchen, many eaters, a menu a day with portions for all; and the same rows written raw. Each on a file of its own, as durable as the other. */
import { randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '@domain/meals/contract/prices'
import { LONGEST, type SessionDoc, tokenHash } from '../cloudfunctions/_kit/identity'
import { createDoor, type Door } from '../cloudfunctions/_kit/serve'
import type { Database } from '../cloudfunctions/_kit/store/driver'
import type { Json, Store } from '../cloudfunctions/_kit/store/port'
import { openConnection } from '../cloudfunctions/_kit/store/sqlite'
import { openTown, type Town } from '../cloudfunctions/_kit/testing'
import { addDays } from '../cloudfunctions/_kit/time'
import { collections, operations } from '../cloudfunctions/features'
import { COMMUNITY, crowdIn, kitchenIn, menuOn, type TestKitchen } from '../cloudfunctions/meals/town'
import { reactions } from '../cloudfunctions/reactions'
import { type Step, tape } from './tape'

export const EATERS = 1280
const NOW = '2026-11-21T08:00'
/** A meal a round: so many orders a second are one kitchen's lunch, not one person's year. */
export const DAYS = Array.from({ length: 16 }, (_, n) => addDays('2026-11-22', n))
const shares = { government: 60, enterprise: 10, charity: 30 }
export const RULES: Rule[] = [
  { id: 'a', ages: { from: 60, to: 79 }, effect: { kind: 'off', fen: 100 }, shares },
  { id: 'b', ages: { from: 80, to: 89 }, effect: { kind: 'percent', percent: 30 }, shares },
  { id: 'c', ages: { from: 90 }, effect: { kind: 'free' }, shares },
  { id: 'd', categories: ['low_income'], effect: { kind: 'fixed', fen: 300 }, shares },
  { id: 'e', ages: { from: 60 }, delivered: true, least: 1500, effect: { kind: 'off', fen: 200 }, shares },
]
export const LINES = [
  { dish: 'main', quantity: 1, price: 1000 },
  { dish: 'side', quantity: 1, price: 300 },
]

export interface Hot {
  store: Store
  eaters: string[]
  kitchen: { _id: string; community: string }
  slot(day: string): string
  /** Eater `n` orders a main dish and a side through the door. */
  order(n: number, day: string): Promise<void>
  prep(day: string): Promise<void>
  close(): Promise<void>
}
export interface Bare {
  /** Writes the rows of so many orders, `group` a commit. */
  write(many: number, group: number): void
  close(): void
}

const QUIET = { info() {}, warn() {}, error: (fields: object) => console.error(fields) }

/** Settles everything, writes down what one order writes, and copies the file for the raw side. */
export async function hotMenu(folder: string): Promise<{ open(): Promise<Hot>; bare: Bare }> {
  const file = join(folder, 'ours.db')
  const recorder = await tape()
  const town = await openTown({ now: NOW, file })
  const kitchen = await kitchenIn(town)
  const eaters = await crowdIn(town, EATERS)
  const [first, one] = await crowdIn(town, 2)
  const rules = { rules: RULES as unknown as Json[], names: {}, version: 1, at: 0, by: '' }
  await town.store.load('price_rules', [{ _id: kitchen.id, division: COMMUNITY, kitchen: kitchen.id, ...rules }])
  for (const day of DAYS) await menuOn(town, kitchen, day, { portions: 5000 })
  const hot = await hotOn(town, kitchen, [first, one])
  // the first may do what later ones need not
  await hot.order(0, DAYS[15])
  const steps = await recorder.of(() => hot.order(1, DAYS[15]))
  recorder.end()
  await town.close()
  cpSync(file, join(folder, 'raw.db'))
  const open = async () => hotOn(await openTown({ now: NOW, file }), kitchen, eaters)
  return { open, bare: bareOf(await openConnection(join(folder, 'raw.db'), true), steps) }
}

/** The door as it is in use: tests hold answers against their schemas, a server does not. */
export function doorOf({ store, secrets, blobs, anchors, now }: Town): Door {
  const pictures = { clean: async (bytes: Uint8Array) => bytes }
  const id = () => randomBytes(18).toString('base64url')
  return createDoor({
    ...{ store, secrets, blobs, anchors, now, pictures, id, demo: false, log: QUIET },
    ...{ sendCode: async () => {}, operations, collections, reactions },
  })
}

async function hotOn(town: Town, kitchen: TestKitchen, eaters: string[]): Promise<Hot> {
  const [door, token, { store }] = [doorOf(town), `bench-${randomBytes(9).toString('hex')}`, town]
  const session: SessionDoc = {
    _id: tokenHash(token),
    account: kitchen.cook.id,
    since: town.now(),
    until: town.now() + LONGEST,
    seen: town.now(),
  }
  await store.load('sessions', [session])
  let key = 0
  const call = async (name: string, input: object) => {
    const { body } = await door.answer({ name, input, token, key: `${token}-${key++}` })
    if ('refused' in body) throw new Error(`${name}: ${body.refused.message}`)
  }
  const slot = { kitchen: kitchen.id, meal: 'lunch' as const }
  const lines = [kitchen.dishes.main, kitchen.dishes.side].map(dish => ({ dish, quantity: 1 }))
  return {
    ...{ store, eaters, kitchen: { _id: kitchen.id, community: COMMUNITY }, slot: day => `${kitchen.id}|${day}|lunch` },
    order: (n, day) => call('meals.order', { eater: eaters[n], forms: [{ ...slot, day, lines, way: 'pickup', pay: 'cash' }] }),
    prep: day => call('meals.prep', { ...slot, day }),
    close: () => town.close(),
  }
}

/** What one order writes, as plain statements: new rows get an id of their own each time, the portions of the same two dishes go down. */
export function bareOf(db: Database, steps: Step[]): Bare {
  const writes = steps.filter(one => one.how === 'run')
  let round = 0
  const one = () => {
    round++
    for (const { sql, cells } of writes)
      db.sql(sql).run(...(sql.startsWith('INSERT') ? cells.map((cell, at) => (at === 0 ? `${cell}-${round}` : cell)) : cells))
  }
  return {
    write(many, group) {
      for (let n = 0; n < many; n += group) {
        db.exec('BEGIN IMMEDIATE')
        for (let i = n; i < Math.min(n + group, many); i++) one()
        db.exec('COMMIT')
      }
    },
    close: () => db.close(),
  }
}
