/** What the hours keep. */
import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  /** Append-only. */
  hours: {
    reach: { division: 'community' },
    indexes: [
      { fields: ['account', 'day'] },
      { fields: ['community', 'day'] },
      { fields: ['community', 'at'] },
      { fields: ['team', 'day'] },
      { fields: ['root'] },
    ],
  },
  /** By root: `${shift}|${account}`, or an id of its own. */
  hours_tallies: { reach: { division: 'community' }, indexes: [] },
  /** `${account}|${day}` */
  hours_days: { reach: 'system', indexes: [] },
  hours_asks: {
    reach: { division: 'community' },
    indexes: [{ fields: ['community', 'state', 'at'] }, { fields: ['account', 'state'] }],
  },
  hours_certificates: {
    reach: { division: 'community' },
    indexes: [{ fields: ['account', 'at'] }, { fields: ['community', 'at'] }, { fields: ['key'] }],
  },
  hours_issuers: { reach: { division: 'community' }, indexes: [] },
  /** `${community}|${year}` */
  hours_numbers: { reach: 'system', indexes: [] },
  hours_prefixes: { reach: 'system', indexes: [] },
}
