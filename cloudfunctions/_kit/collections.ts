/** The collections the door and the clock keep for themselves. */
import type { Collections } from './store/port'

export const collections: Collections = {
  /** Idempotency keys (once.ts). */
  keys: { reach: 'system', indexes: [{ fields: ['at'] }] },
  /** Audit entries (audit.ts): sealing goes by `sealed`, a chain by `seq`, a community's trace by `chain`, a wider one by `at`. */
  audit: {
    reach: { division: 'division' },
    indexes: [{ fields: ['sealed', 'at'] }, { fields: ['chain', 'seq'] }, { fields: ['chain', 'at'] }, { fields: ['at'] }],
  },
  /** The head of each audit chain, and when the whole of it was last walked (seal.ts). */
  chains: { reach: 'system', indexes: [{ fields: ['checked'] }] },
  /** Events that wait for the drain (react.ts). */
  events: { reach: 'system', indexes: [{ fields: ['due'] }] },
  /** What this store was made with: { sealed, blind } of a known word, so that other keys are noticed before they write. */
  marks: { reach: 'system', indexes: [] },
  /** When each clock's job last ran. */
  jobs: { reach: 'system', indexes: [] },
}
