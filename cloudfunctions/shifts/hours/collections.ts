/** What the hours keep. */
import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  /** Append-only. */
  hours: {
    reach: { division: 'community' },
    indexes: [
      { fields: ['account', 'day'] },
      { fields: ['account', 'at'] },
      { fields: ['community', 'day'] },
      { fields: ['community', 'at'] },
      { fields: ['team', 'day'] },
    ],
  },
  /** `${shift}|${account}` */
  hours_tallies: { reach: { division: 'community' }, indexes: [] },
  /** `${account}|${day}` */
  hours_days: { reach: 'system', indexes: [] },
}
