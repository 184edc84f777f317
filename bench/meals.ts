/**
 * The kitchen's three rates: orders into one hot menu with durable commits, beside raw fsynced writes of the same rows; the prep sheet of 500 orders,
 * beside reading those orders raw; and prices, beside the 10,000 people a second that are asked for.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { priceOf, type RuleSet } from '@domain/meals/price'
import { openConnection } from '../cloudfunctions/_kit/store/sqlite'
import { eaterOn } from '../cloudfunctions/meals/eaters'
import { rulesFor } from '../cloudfunctions/meals/prices/price'
import { seconds, together } from './callers'
import { type Figure, figure, median } from './figure'
import { type Bare, DAYS, EATERS, type Hot, hotMenu, LINES, RULES } from './hot'

const ROUNDS = 5
const ASKED = 10_000
const SHEET = 500

export async function meals(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianglin-bench-'))
  const { open, bare } = await hotMenu(folder)
  const hot = await open()
  try {
    const shared = await orders(hot, bare, 64, DAYS.slice(0, ROUNDS + 1))
    const single = await orders(hot, bare, 1, DAYS.slice(ROUNDS + 1, 2 * ROUNDS + 2))
    return [
      figure('orders into one hot menu, 64 at a time', 'orders/s', ...shared),
      figure('orders into one hot menu, one at a time', 'orders/s', ...single),
      await sheet(hot, join(folder, 'ours.db')),
      await pure(),
      await registered(hot),
    ]
  } finally {
    bare.close()
    await hot.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rounds of both, one after the other; every round is a menu of its own. The first warms both up. */
async function orders(hot: Hot, bare: Bare, callers: number, days: string[]): Promise<[number, number]> {
  const many = callers === 1 ? EATERS / 4 : EATERS
  const found: [number[], number[]] = [[], []]
  for (const [round, day] of days.entries()) {
    const ours = many / (await seconds(() => together(callers, many, n => hot.order(n, day))))
    const raw = many / (await seconds(() => bare.write(many, callers)))
    if (round > 0) for (const [side, rate] of [ours, raw].entries()) found[side].push(rate)
  }
  return [median(found[0]), median(found[1])]
}

/** The sheet of a meal that 500 people ordered, through the door; raw: the same orders read and parsed. */
async function sheet(hot: Hot, file: string): Promise<Figure> {
  const day = DAYS[2 * ROUNDS + 2]
  await together(64, SHEET, n => hot.order(n, day))
  const db = await openConnection(file, true)
  const raw = () =>
    db
      .sql('SELECT doc FROM "orders" WHERE k_slot = ?')
      .all(hot.slot(day))
      .map(row => JSON.parse(String(row.doc)) as object)
  if (raw().length !== SHEET) throw new Error(`${raw().length} orders of ${SHEET}`)
  const rate = async (work: () => unknown) => 20 / (await seconds(async () => void (await repeat(20, work))))
  await hot.prep(day)
  const figures = figure('prep sheets of 500 orders', 'sheets/s', await rate(() => hot.prep(day)), await rate(raw))
  db.close()
  return figures
}

async function repeat(times: number, work: () => unknown): Promise<void> {
  for (let n = 0; n < times; n++) await work()
}

/** Rules alone, with people and days in mixed order. */
async function pure(): Promise<Figure> {
  const set: RuleSet = { rules: RULES }
  const asked = Array.from({ length: ASKED }, (_, n) => ({
    eater: { age: 55 + (n % 45), categories: n % 7 === 0 ? ['low_income'] : [], here: true },
    ...{ day: '2026-11-23', lines: LINES, way: n % 2 === 0 ? ('delivery' as const) : ('eatin' as const), subsidised: true },
  }))
  const all = () => asked.reduce((sum, one) => sum + priceOf(set, one).payers.eater, 0)
  all()
  return figure('prices by the rules', 'people/s', ASKED / (await seconds(all)), ASKED)
}

/** Registered people, each read from the store with their age and tags as of the day; the kitchen's rules once. */
async function registered({ store, eaters, kitchen }: Hot): Promise<Figure> {
  const work = async () => {
    const set = await rulesFor(store, kitchen)
    for (let n = 0; n < ASKED; n++) {
      const eater = await eaterOn(store, eaters[n % eaters.length], '2026-11-23')
      priceOf(set, { eater, day: '2026-11-23', lines: LINES, way: 'delivery', subsidised: true })
    }
  }
  return figure('prices of registered people, from the store', 'people/s', ASKED / (await seconds(work)), ASKED)
}
