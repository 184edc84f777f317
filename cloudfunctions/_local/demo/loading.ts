/** How the demo community is loaded: through the door, with a clock that is moved from day to day. */
import { randomBytes } from 'node:crypto'
import type { InputOf, Name, OutputOf } from '@domain'
import { type SessionDoc, tokenHash } from '../../_kit/identity'
import type { Log } from '../../_kit/react'
import { createDoor, type House } from '../../_kit/serve'
import { addDays, dayOf, startOf } from '../../_kit/time'
import { clockOf, type PastClock } from './clock'

const QUIET: Log = { info() {}, warn() {}, error() {} }
/** The community was registered this many days ago. */
export const BEGUN = 150
/** Calls that run at once: enough for the store to commit them together. */
const TOGETHER = 64

export type Ask = <N extends Name>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
export interface Loading extends PastClock {
  house: House
  /** Days before today, at a minute of the day; what the clock shows while something is loaded. */
  moveTo(ago: number, minute?: number): void
  day(ago: number): string
  /** The minute of today at which the demonstration begins. */
  minute: number
  operator: Ask
  /** Acts as somebody, with a session of the moment. */
  as(account: string): Promise<Ask>
}

export function loading(house: House): Loading {
  const today = dayOf(house.now())
  let now = house.now()
  const door = createDoor({ ...house, log: QUIET, now: () => now })
  const asking = (who: { operator: true } | { token: string }): Ask => {
    return async <N extends Name>(name: N, input: InputOf<N>) => {
      const { body } = await door.answer({ name, input, key: randomBytes(12).toString('base64url'), ...who })
      if ('ok' in body) return body.ok as OutputOf<N>
      throw new Error(
        `the demo community could not be settled: ${name} ${body.refused.code} ${body.refused.message} ${body.refused.at ?? ''}`,
      )
    }
  }
  return {
    house,
    moveTo(ago, minute = 600) {
      now = startOf(addDays(today, -ago)) + minute * 60_000
    },
    day: ago => addDays(today, -ago),
    minute: Math.floor((house.now() - startOf(today)) / 60_000),
    ...clockOf(house, () => now),
    operator: asking({ operator: true }),
    async as(account) {
      const token = randomBytes(32).toString('base64url')
      const session: SessionDoc = { _id: tokenHash(token), account, since: now, until: now + 3600_000, seen: now }
      await house.store.transaction(tx => tx.insert('sessions', session))
      return asking({ token })
    },
  }
}

/** Runs work on many things, a batch at a time, in order of the batches. */
export async function each<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += TOGETHER) done.push(...(await Promise.all(items.slice(at, at + TOGETHER).map(work))))
  return done
}
