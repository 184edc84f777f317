/** Counters of a grid and day. Blind: nobody reads one to write it. */
import type { Tx } from '../_kit/store/port'
import type { KnocksDoc, VisitDoc } from './docs'

export type Step = { knocked: number; met: number; done: number }

/** Adds to the counter of the day and grid a visit happened in. */
export async function count(tx: Tx, { grid, community, on }: Pick<VisitDoc, 'grid' | 'community' | 'on'>, step: Step) {
  const id = `${grid}|${on}`
  if (await tx.update('knocks', id, { inc: step })) return
  await tx.insert<KnocksDoc>('knocks', { _id: id, grid, community, day: on, ...step })
}
