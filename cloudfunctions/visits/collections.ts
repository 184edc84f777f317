/** What visits keep, and the indexes that serve their lists. */
import type { Collections } from '../_kit/store/port'

const LEVELS = ['grid', 'community', 'street', 'district', 'city']

export const collections: Collections = {
  /** One a household, under its id: what the lists need, and the due date as a cache. */
  doors: {
    reach: { division: 'grid' },
    indexes: [
      { fields: ['grid', 'due'] },
      { fields: ['grid', 'walk'] },
      { fields: ['community', 'due'] },
      { fields: ['community'], has: 'tags' },
      { fields: ['turn'] },
    ],
  },
  /** Every knock, with the grid it happened in. */
  visits: {
    reach: { division: 'grid' },
    indexes: [{ fields: ['household', 'at'] }, { fields: ['grid', 'on'] }],
  },
  /** What the community has to decide; `sort` puts open ones by urgency and age, settled ones newest first. */
  matters: {
    reach: { division: 'grid' },
    indexes: [...LEVELS.map(level => ({ fields: [level, 'open', 'sort'] })), { fields: ['household'] }],
  },
  /** Counters of a grid and day, `grid|day`: knocked, met, and how many doors of the day's list were done. */
  knocks: {
    reach: { division: 'grid' },
    indexes: [{ fields: ['grid', 'day'] }, { fields: ['community', 'day'] }],
  },
}
