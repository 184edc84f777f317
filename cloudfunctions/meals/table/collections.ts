/** What is kept around the table, how it is reached, and its indexes. */
import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  /** How a meal was, under the order's id. */
  ratings: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen', 'day'] }] },
  /** Which birthday somebody keeps, under their id; absent: the registered one. */
  birthdays: { reach: { division: 'home' }, indexes: [{ fields: ['community'] }] },
  /** One group birthday a community and month, `${community}|${month}`. */
  parties: { reach: { division: 'community' }, indexes: [{ fields: ['community', 'month'] }] },
  /** `${party}|${eater}` */
  party_guests: { reach: { division: 'community' }, indexes: [{ fields: ['party'] }, { fields: ['eater', 'day'] }] },
  /** From which age, which cakes: under the community's code. */
  party_rules: { reach: { division: 'community' }, indexes: [] },
  /** `sort`: alerts first, the newest first. */
  meal_notes: {
    reach: { division: 'home' },
    indexes: [{ fields: ['community', 'open', 'sort'] }, { fields: ['eater', 'open', 'sort'] }, { fields: ['open', 'until'] }],
  },
  donations: { reach: { division: 'community' }, indexes: [{ fields: ['community', 'day'] }] },
}
