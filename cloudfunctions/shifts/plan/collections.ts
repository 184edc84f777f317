import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  shift_templates: { reach: { division: 'community' }, indexes: [{ fields: ['community'] }] },
  shift_series: {
    reach: { division: 'community' },
    indexes: [{ fields: ['community'] }, { fields: ['made'] }, { fields: ['kitchen'] }],
  },
  /** Who always stands where. */
  shift_rosters: {
    reach: { division: 'community' },
    indexes: [{ fields: ['community'] }, { fields: ['series'] }, { fields: ['account'] }],
  },
}
