/**
 * Group commit: waiting transactions run one after another and share one fsync. Nobody is answered, not even with a refusal, before the
 * commit: a refusal too may rest on what an earlier body of the group wrote.
 *
 * A savepoint around every body costs a third of the throughput (measured: 5.5k to 3.7k visits a second), and few bodies fail after they
 * have written. So bodies run without; when one does, the group is rolled back and run again with savepoints, and so are the next `WARY`.
 */
import { type Database, isBusy, isFatal } from './driver'
import { Unusable } from './port'

export interface Limits {
  /** Bodies that share one commit. */
  bodies: number
  /** ms after which a group takes no more bodies. */
  ms: number
  /** ms a body may wait for something that is not the store. It should wait for nothing at all. */
  patience: number
}
export const LIMITS: Limits = { bodies: 64, ms: 20, patience: 2000 }

/** Bodies that get a savepoint after one has failed with something written. */
const WARY = 500

export interface Group {
  push<T>(body: () => Promise<T>): Promise<T>
  /** Told of an error a body met in the database, so that a body that swallows it cannot have its half committed. */
  failed(error: unknown): void
  /** Refuses new bodies, finishes the waiting ones. */
  drain(): Promise<void>
}
interface Job {
  /** Answered already: it waited for the outside world and is not run again. */
  given?: true
  body: () => Promise<unknown>
  answer(value: unknown): void
  refuse(error: unknown): void
}

export function groupCommit(db: Database, limits: Limits = LIMITS): Group {
  const queue: Job[] = []
  let running: Promise<void> | undefined
  let broken: Unusable | undefined
  let closed = false
  let fatal: unknown
  let wary = 0

  async function drain(): Promise<void> {
    // Let everything that arrives in this turn of the loop share the first commit.
    await new Promise(resolve => setImmediate(resolve))
    while (queue.length) {
      if (broken) refuseAll(queue.splice(0), broken)
      else await oneGroup()
    }
    running = undefined
  }

  async function oneGroup(): Promise<void> {
    const jobs: Job[] = []
    try {
      await begin(db)
      const settle = await runBodies(jobs)
      if (fatal !== undefined) throw fatal
      if (settle === SPOILT) return again(jobs)
      db.sql('COMMIT').run()
      for (const tell of settle) tell()
    } catch (error) {
      stop(error, jobs.length ? jobs : queue.splice(0))
    }
  }

  async function runBodies(jobs: Job[]): Promise<(() => void)[] | typeof SPOILT> {
    const settle: (() => void)[] = []
    const until = performance.now() + limits.ms
    const run = wary > 0 ? guarded : bare
    while (queue.length && jobs.length < limits.bodies && fatal === undefined && performance.now() < until) {
      const job = queue.shift() as Job
      jobs.push(job)
      const tell = await run(db, job, limits.patience)
      if (tell === SPOILT) return SPOILT
      settle.push(tell)
      wary--
    }
    return settle
  }

  /** Nothing of the group was kept or answered: everybody runs again, now each in a savepoint. */
  function again(jobs: Job[]): void {
    db.sql('ROLLBACK').run()
    wary = WARY
    queue.unshift(...jobs.filter(job => !job.given))
  }

  /** After a failed write, fsync or commit nothing is known about the file: roll back, say so to everyone, write no more. */
  function stop(error: unknown, jobs: Job[]): void {
    try {
      db.exec('ROLLBACK')
    } catch {}
    const reason = new Unusable(isBusy(error) ? BUSY : BROKEN, { cause: error })
    if (!isBusy(error)) broken = reason
    refuseAll(jobs, reason)
  }

  return {
    push<T>(body: () => Promise<T>): Promise<T> {
      if (closed) return Promise.reject(new Unusable('服务正在停止，没有保存，请稍后再试'))
      return new Promise<T>((resolve, reject) => {
        queue.push({ body, answer: value => resolve(value as T), refuse: reject })
        running ??= drain()
      })
    },
    failed(error) {
      if (isFatal(error)) fatal = error
    },
    async drain() {
      closed = true
      await running
    },
  }
}

const BROKEN = '数据写不进磁盘了（可能是磁盘满了或坏了），没有保存。请清理或更换磁盘，再重新启动'
const BUSY = '数据文件被别的程序占着，没有保存。请关掉那个程序，再试一次'

const refuseAll = (jobs: Job[], error: unknown) => {
  for (const job of jobs) job.refuse(error)
}

/** Only this process writes, but a checkpoint or a backup may hold the file for a moment. */
async function begin(db: Database): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      db.sql('BEGIN IMMEDIATE').run()
      return
    } catch (error) {
      if (!isBusy(error) || tries > 2000) throw error
      await new Promise(resolve => setTimeout(resolve, 1 + Math.random() * 4))
    }
}

/** A body failed with something written: the whole group has to go. */
const SPOILT = Symbol('spoilt')
const changes = (db: Database) => Number(db.sql('SELECT total_changes() AS it').get()?.it)

/** Runs one body. What it gives back tells the caller, after the commit. */
async function bare(db: Database, job: Job, patience: number): Promise<(() => void) | typeof SPOILT> {
  const before = changes(db)
  try {
    const value = await within(patience, job.body)
    return () => job.answer(value)
  } catch (error) {
    if (changes(db) === before) return () => job.refuse(error)
    if (error instanceof Late) {
      job.given = true
      job.refuse(error)
    }
    return SPOILT
  }
}

/** The same in a savepoint: what a failing body wrote is undone alone. */
async function guarded(db: Database, job: Job, patience: number): Promise<() => void> {
  db.sql('SAVEPOINT body').run()
  try {
    const value = await within(patience, job.body)
    db.sql('RELEASE body').run()
    return () => job.answer(value)
  } catch (error) {
    db.sql('ROLLBACK TO body').run()
    db.sql('RELEASE body').run()
    return () => job.refuse(error)
  }
}

/** A bug: nothing inside a transaction waits for anything but the store. */
class Late extends Error {}

function within<T>(ms: number, body: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Late(`a transaction body waited ${ms} ms for something that is not the store`))
    const timer = setTimeout(late, ms)
    body()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
