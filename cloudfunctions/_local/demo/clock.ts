/** The clock's work at moments long past, many things at once where the real clock goes one by one: a demonstration is loaded in seconds. */
import type { Ticking } from '../../_kit/clock'
import type { WriteTx } from '../../_kit/context'
import { type Event, type Log, telling } from '../../_kit/react'
import type { House } from '../../_kit/serve'
import { dayOf } from '../../_kit/time'
import { jobs as checking } from '../../meals/checks/clock'
import type { DueDoc } from '../../meals/orders/due'
import { tend } from '../../meals/orders/tend'
import { job as makeRounds } from '../../meals/rounds/job'

const QUIET: Log = { info() {}, warn() {}, error() {} }
const MOST = 1000

export interface PastClock {
  /** What follows from what happened, and standing orders. */
  follow(): Promise<void>
  /** The day's rounds. */
  rounds(): Promise<void>
  /** Meals that nobody took. */
  checks(): Promise<void>
}

export function clockOf(house: House, now: () => number): PastClock {
  const kit = (): Ticking => {
    const anchors = { append: async () => {}, last: house.anchors.last }
    return { ...house, anchors, now: now(), today: dayOf(now()), log: QUIET }
  }
  const follow = async () => {
    while ((await drained(kit())) > 0);
    while ((await tended(kit())) > 0);
  }
  return {
    follow,
    rounds: async () => void (await makeRounds.run(kit())),
    async checks() {
      for (const job of checking) await job.run(kit())
      await follow()
    },
  }
}

/** Runs what waits, all of it together. */
async function drained(kit: Ticking): Promise<number> {
  const { items } = await kit.store.find<Event>('events', { where: { due: { lte: kit.now } }, order: ['due'], limit: MOST })
  const write = <T>(work: (tx: WriteTx) => Promise<T>) => kit.store.transaction(tx => work(telling(tx, kit.reactions, kit)))
  await Promise.all(
    items.map(async event => {
      for (const react of kit.reactions[event.name]?.later ?? []) await react({ ...kit, write }, event.facts, event._id)
      await kit.store.transaction(tx => tx.remove('events', event._id))
    }),
  )
  return items.length
}

/** Holds portions for standing orders, and makes orders of those whose time has come. */
async function tended(kit: Ticking): Promise<number> {
  const { items } = await kit.store.find<DueDoc>('standing_due', { where: { due: { lte: kit.now } }, order: ['due'], limit: MOST })
  await Promise.all(items.map(one => tend(kit, one)))
  return items.length
}
