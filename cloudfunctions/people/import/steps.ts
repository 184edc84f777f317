/** How a job moves on: claimed by one process, its progress kept, stopped when somebody says so. Every step is one small transaction. */
import type { Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { Json, Tx } from '../../_kit/store/port'
import type { JobDoc } from './docs'

/** A process that has not said anything for this long is taken to be dead. The longest silence is reading a large workbook. */
const LEASE = 15_000

/** Thrown where a job is no longer to go on: somebody cancelled it, or another process has taken it over. */
export class Stopped extends Error {}

/** One job in one process. */
export class Steps {
  private began = performance.now()
  private percent: number

  constructor(
    readonly kit: Ticking,
    public job: JobDoc,
    /** What the job must still be in to go on. */
    private state: JobDoc['state'],
  ) {
    this.percent = job.done
  }

  /** The tick's time goes on while the job runs. */
  now = () => Math.round(this.kit.now + performance.now() - this.began)

  /** A transaction that goes through only while the job may go on, and notes how far it is. Progress never goes back. */
  async step<T>(done: number, work: (tx: ReturnType<typeof telling>) => Promise<T>, more: { [field: string]: Json } = {}): Promise<T> {
    this.percent = Math.max(this.percent, Math.floor(done))
    return this.kit.store.transaction(async plain => {
      await this.mustGoOn(plain)
      const result = await work(telling(plain, this.kit.reactions, this.kit))
      const set = { ...more, done: this.percent, lease: this.now() + LEASE }
      this.job = (await plain.update<JobDoc>('import_jobs', this.job._id, { set })) ?? this.job
      return result
    })
  }

  /** Only says how far it is, when that has moved. */
  async reach(done: number): Promise<void> {
    if (Math.floor(done) > this.percent) await this.step(done, async () => undefined)
  }

  private async mustGoOn(tx: Tx) {
    const now = await tx.get<JobDoc>('import_jobs', this.job._id)
    if (now?.state !== this.state) throw new Stopped()
  }
}

/** Takes a job that waits, or one whose process has died; null when somebody else has it. */
export async function take(kit: Ticking, id: string): Promise<JobDoc | null> {
  return kit.store.transaction(async tx => {
    const job = await tx.get<JobDoc>('import_jobs', id)
    const open = job && ['waiting', 'running', 'undoing'].includes(job.state) && job.lease <= kit.now
    if (!open) return null
    const state = job.state === 'undoing' ? 'undoing' : 'running'
    return tx.update<JobDoc>('import_jobs', id, { set: { state, lease: kit.now + LEASE } })
  })
}
