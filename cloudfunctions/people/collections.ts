/** What the registry keeps, how it is reached, and the indexes its queries lean on. */
import type { Collections } from '../_kit/store/port'
import { collections as importing } from './import/docs'

export const collections: Collections = {
  ...importing,
  divisions: { reach: 'open', indexes: [{ fields: ['parent'] }, { fields: ['level'] }] },
  grids: { reach: { division: '_id' }, indexes: [{ fields: ['community'] }] },
  households: {
    reach: { division: 'grid' },
    indexes: [
      { fields: ['grid', 'walk'] },
      { fields: ['community', 'walk'] },
      { fields: ['grid', 'walk'], has: 'tags' },
      { fields: ['community', 'walk'], has: 'tags' },
      { fields: ['grid', 'ended.on'] },
      { fields: ['community', 'address.building'] },
    ],
  },
  /** A door that is not at its own id, because an address was corrected: { household }. See doors.ts. */
  door_claims: { reach: 'system', indexes: [] },
  residents: {
    reach: { division: 'grid' },
    indexes: [
      { fields: ['household'] },
      { fields: ['community', 'name'] },
      { fields: ['community', 'pinyin'] },
      { fields: ['community', 'initials'] },
      { fields: ['community', 'born'] },
      { fields: ['idBlind'] },
      { fields: [], has: 'phoneBlinds' },
      { fields: ['retag'] },
    ],
  },
  /** One current resident per ID number and community: { resident, household }. The id makes it race-safe. */
  id_claims: { reach: 'system', indexes: [] },
  tag_kinds: { reach: 'open', indexes: [] },
  /** Who changed what on a household, when; never a number's value. Read after its household has been reached. */
  people_changes: { reach: 'system', indexes: [{ fields: ['household', 'at'] }] },
  consents: { reach: 'system', indexes: [{ fields: ['resident'] }, { fields: ['phoneBlind'] }] },
  /** When somebody saw a whole number, per account and day: { at: moments }. */
  reveals: { reach: 'system', indexes: [] },
}
