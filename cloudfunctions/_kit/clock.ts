/** The clock: short jobs, each in chunks and idempotent, since a platform's timer may fire twice. One tick a minute; each job has its own interval. */
import type { Kit, Log, Reactions } from './react'
import type { Anchors } from './seal'
import type { Doc, Store } from './store/port'
import { dayOf } from './time'

/** What a job is given: the whole store as the system, and the time of the tick. */
export interface Ticking extends Kit {
  reactions: Reactions
  anchors: Anchors
}
export interface Job {
  name: string
  /** Milliseconds between runs. */
  every: number
  /** How many things were done; a job that did a full chunk is run again in the same tick, up to `ROUNDS` times. 0: nothing left. */
  run(kit: Ticking): Promise<number>
}

type Ran = Doc & { at: number; done: number }
const ROUNDS = 20

export interface ClockHouse extends Omit<Kit, 'now' | 'today'> {
  now(): number
  log: Log
  reactions: Reactions
  anchors: Anchors
}

/** One tick: every job whose time has come, one after the other; one that fails neither stops the others nor the clock. */
export function createClock(house: ClockHouse, jobs: Job[]): { tick(): Promise<{ [job: string]: number }> } {
  return {
    async tick() {
      const done: { [job: string]: number } = {}
      for (const job of jobs) {
        const now = house.now()
        if (!(await claimed(house.store, job, now))) continue
        try {
          done[job.name] = await rounds(job, { ...house, now, today: dayOf(now) })
        } catch (error) {
          house.log.error({ job: job.name, stack: error instanceof Error ? error.stack : String(error) }, 'a job failed')
        }
      }
      return done
    },
  }
}

/** Only one process runs a job at a time: the claim is one conditional write. A second's slack, because timers are not exact. */
async function claimed(store: Store, job: Job, now: number): Promise<boolean> {
  return store.transaction(async tx => {
    const last = await tx.get<Ran>('jobs', job.name)
    if (last && last.at + job.every - 1000 > now && last.at <= now) return false
    await tx.put<Ran>('jobs', { _id: job.name, at: now, done: 0 })
    return true
  })
}

async function rounds(job: Job, kit: Ticking): Promise<number> {
  let sum = 0
  for (let round = 0; round < ROUNDS; round++) {
    const done = await job.run(kit)
    sum += done
    if (done === 0) break
  }
  return sum
}
