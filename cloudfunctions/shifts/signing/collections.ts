import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  /** `accounts` are the two; whether it still can be is decided when it is answered. */
  swaps: { reach: { division: 'community' }, indexes: [{ fields: ['state'], has: 'accounts' }, { fields: ['state', 'until'] }] },
  /** Under the community the set that holds, under `${community}|${version}` every one that ever did. */
  signup_rules: { reach: { division: 'community' }, indexes: [] },
  /** Two who go together, under both accounts, the smaller first. */
  pairs: { reach: 'system', indexes: [{ fields: ['state'], has: 'accounts' }] },
}
