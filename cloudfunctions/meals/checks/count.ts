/** Checks counted by grid and day. Blind: nobody reads a counter to write it. */
import type { Tx } from '../../_kit/store/port'
import type { CheckCountDoc, CheckDoc } from './docs'

type Where = Pick<CheckDoc, 'grid' | 'day'>

/** The levels a grid's code holds. */
export const levelsOf = (grid: string) => ({
  ...{ grid, community: grid.slice(0, 12), street: grid.slice(0, 9), district: grid.slice(0, 6), city: grid.slice(0, 4) },
})

/** Adds to the counter of a grid and day: 'opened', 'late', 'rung_call', 'as_well' ... One write. */
export async function count(tx: Tx, { grid, day }: Where, step: { [count: string]: number }) {
  const id = `${grid}|${day}`
  if (await tx.update('check_counts', id, { inc: step })) return
  await tx.insert<CheckCountDoc>('check_counts', { _id: id, ...levelsOf(grid), day, ...step })
}
