/** One community, many volunteers, a popular shift a day with a seat for each of them; and the same rows written raw, as durable as the other. */
import { randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { LONGEST, type SessionDoc, tokenHash } from '../cloudfunctions/_kit/identity'
import { openConnection } from '../cloudfunctions/_kit/store/sqlite'
import { openTown, type Town } from '../cloudfunctions/_kit/testing'
import { addDays } from '../cloudfunctions/_kit/time'
import { type ShiftDoc, type SignupDoc, signupId } from '../cloudfunctions/shifts/docs'
import { makeShift } from '../cloudfunctions/shifts/plan/make'
import { roleForm, shiftForm } from '../cloudfunctions/shifts/plan/town'
import { COMMUNITY, crowd } from '../cloudfunctions/shifts/town'
import { type Bare, bareOf, doorOf } from './hot'
import { tape } from './tape'

export const HELPERS = 960
const NOW = '2026-11-21T08:00'
/** A shift a round, each on a day of its own: nobody is asked for more than two hours a day. */
export const DAYS = Array.from({ length: 14 }, (_, n) => addDays('2026-11-23', n))
/** The week of the board: 500 people, 200 shifts of four seats each. */
export const WEEK = '2027-03-01'
export const SHIFTS = 200
const PEOPLE = 500
const SEATS = 4

export interface Popular {
  /** Volunteer `n` signs up for the day's popular shift through the door. */
  signUp(n: number, day: string): Promise<void>
  board(): Promise<void>
  close(): Promise<void>
}

/** Settles everything, writes down what one sign-up writes, and copies the file for the raw side. */
export async function popularShift(folder: string): Promise<{ open(): Promise<Popular>; bare: Bare }> {
  const file = join(folder, 'ours.db')
  const recorder = await tape()
  const town = await openTown({ now: NOW, file })
  const people = (await crowd(town, HELPERS + 2)).map(one => one.id)
  const desk = (await town.as('community', COMMUNITY)).id
  for (const day of DAYS) await hold(town, `popular-${day}`, day, HELPERS + 2)
  await busyWeek(town, people)
  const popular = await popularOn(town, people, desk)
  // the first may do what later ones need not
  await popular.signUp(HELPERS, DAYS[0])
  const steps = await recorder.of(() => popular.signUp(HELPERS + 1, DAYS[0]))
  recorder.end()
  await town.close()
  cpSync(file, join(folder, 'raw.db'))
  const open = async () => popularOn(await openTown({ now: NOW, file }), people, desk)
  return { open, bare: bareOf(await openConnection(join(folder, 'raw.db'), true), steps) }
}

const hold = (town: Town, id: string, day: string, need: number, from = '09:00', to = '11:00'): Promise<ShiftDoc> =>
  town.store.transaction(tx =>
    makeShift(tx, shiftForm(town, { day, from, to, roles: [roleForm('a', need)] }), { id, community: COMMUNITY, by: '社区' }),
  )

/** A week that everybody has signed up for: put into the store, since it is only looked at. */
async function busyWeek(town: Town, people: string[]) {
  for (let n = 0; n < SHIFTS; n++) {
    const hour = 8 + ((n * 2) % 12)
    const [from, to] = [hour, hour + 2].map(one => `${String(one).padStart(2, '0')}:00`)
    const shift = await hold(town, `week-${n}`, addDays(WEEK, n % 7), SEATS, from, to)
    const signups = Array.from({ length: SEATS }, (_, seat) => signedUp(shift, people[(n * SEATS + seat) % PEOPLE]))
    await town.store.load('signups', signups)
  }
}
const signedUp = ({ _id, community, kind, day, from, to }: ShiftDoc, account: string): SignupDoc => ({
  ...{ _id: signupId(_id, account), shift: _id, community, account, name: account, role: 'a', kind, day, from, to },
  ...{ state: 'on', how: 'self', history: [{ at: from, by: account, what: 'on' }], version: 1 },
})

/** The door as it is in use, and a session for each volunteer. */
async function popularOn(town: Town, people: string[], desk: string): Promise<Popular> {
  const [door, mark, { store }] = [doorOf(town), `bench-${randomBytes(9).toString('hex')}`, town]
  const session = (account: string): SessionDoc => ({
    ...{ _id: tokenHash(mark + account), account, since: town.now(), until: town.now() + LONGEST, seen: town.now() },
  })
  await store.load('sessions', [...people, desk].map(session))
  let key = 0
  const call = async (account: string, name: string, input: object) => {
    const { body } = await door.answer({ name, input, token: mark + account, key: `${mark}-${key++}` })
    if ('refused' in body) throw new Error(`${name}: ${body.refused.message}`)
  }
  return {
    signUp: (n, day) => call(people[n], 'shifts.sign_up', { shift: `popular-${day}`, role: 'a' }),
    board: () => call(desk, 'shifts.board', { community: COMMUNITY, week: WEEK }),
    close: () => town.close(),
  }
}
