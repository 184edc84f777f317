/**
 * The volunteers' two rates: sign-ups into one popular shift with durable commits, beside raw fsynced writes of the same rows; the week's board of a
 * community with 500 volunteers and 200 shifts, beside reading its rows raw.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnection } from '../cloudfunctions/_kit/store/sqlite'
import { COMMUNITY } from '../cloudfunctions/shifts/town'
import { seconds, together } from './callers'
import { type Figure, figure, median } from './figure'
import type { Bare } from './hot'
import { DAYS, HELPERS, type Popular, popularShift, SHIFTS, WEEK } from './popular'

const ROUNDS = 5
const BOARDS = 30

export async function shifts(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianglin-bench-'))
  const { open, bare } = await popularShift(folder)
  const popular = await open()
  try {
    const shared = await signUps(popular, bare, 64, DAYS.slice(1, ROUNDS + 2))
    const single = await signUps(popular, bare, 1, DAYS.slice(ROUNDS + 2, 2 * ROUNDS + 3))
    return [
      figure('sign-ups into one popular shift, 64 at a time', 'sign-ups/s', ...shared),
      figure('sign-ups into one popular shift, one at a time', 'sign-ups/s', ...single),
      ...(await board(popular, join(folder, 'ours.db'))),
    ]
  } finally {
    bare.close()
    await popular.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rounds of both, one after the other; every round is a shift of its own. The first warms both up. */
async function signUps(popular: Popular, bare: Bare, callers: number, days: string[]): Promise<[number, number]> {
  const many = callers === 1 ? HELPERS / 4 : HELPERS
  const found: [number[], number[]] = [[], []]
  for (const [round, day] of days.entries()) {
    const ours = many / (await seconds(() => together(callers, many, n => popular.signUp(n, day))))
    const raw = many / (await seconds(() => bare.write(many, callers)))
    if (round > 0) for (const [side, rate] of [ours, raw].entries()) found[side].push(rate)
  }
  return [median(found[0]), median(found[1])]
}

/** The board through the door; raw: the same shifts and sign-ups read and parsed. Also in milliseconds, beside the 200 that are allowed. */
async function board(popular: Popular, file: string): Promise<Figure[]> {
  const db = await openConnection(file, true)
  const read = (table: string) =>
    db
      .sql(`SELECT doc FROM "${table}" WHERE k_community = ? AND k_day >= ? AND k_day < ?`)
      .all(COMMUNITY, WEEK, '2027-03-08')
      .map(row => JSON.parse(String(row.doc)) as object)
  const raw = () => [read('shifts'), read('signups')]
  const [rows] = raw()
  if (rows.length !== SHIFTS) throw new Error(`${rows.length} shifts of ${SHIFTS}`)
  const rate = async (work: () => unknown) => {
    await work()
    return (
      BOARDS /
      (await seconds(async () => {
        for (let n = 0; n < BOARDS; n++) await work()
      }))
    )
  }
  const [ours, bare] = [await rate(() => popular.board()), await rate(raw)]
  db.close()
  return [
    figure('boards of 500 volunteers and 200 shifts', 'boards/s', ours, bare),
    figure('one such board, beside the 200 ms allowed', 'ms', 1000 / ours, 200),
  ]
}
