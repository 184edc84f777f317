/** What the kitchen's day keeps: what was printed. */
import type { PrintWhat } from '@domain/meals/contract/day'
import type { Remembered } from '@domain/meals/since'
import type { Collections, Doc } from '../../_kit/store/port'

/** One printing, with the numbers on the paper. */
export type PrintingDoc = { what: PrintWhat; n: number; at: number; by: string; covers: number; mark: string }
/** Under the slot's id. `last`: what each kind of paper says, as it was printed last. */
export type PrintsDoc = Doc & {
  kitchen: string
  community: string
  day: string
  /** All of them, the first first; the last 100. */
  log: PrintingDoc[]
  last: { [W in PrintWhat]?: Remembered }
}

export const collections: Collections = {
  prints: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen', 'day'] }] },
}
