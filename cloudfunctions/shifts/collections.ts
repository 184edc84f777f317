/** What the volunteers' service keeps, how it is reached, and the indexes its queries lean on. Each part adds its own in its collections.ts. */
import type { Collections } from '../_kit/store/port'
import { collections as day } from './day/collections'
import { collections as desk } from './desk/collections'
import { collections as hours } from './hours/collections'
import { collections as people } from './people/collections'
import { collections as plan } from './plan/collections'
import { collections as signing } from './signing/collections'
import { collections as word } from './word/collections'

export const collections: Collections = {
  volunteers: {
    reach: { division: 'community' },
    indexes: [
      { fields: ['community', 'state'] },
      { fields: ['community', 'pinyin'] },
      { fields: ['community', 'expires'] },
      { fields: ['community', 'askedAt'] },
      { fields: ['state', 'lastOn'] },
      { fields: ['expires'] },
      { fields: ['community', 'unchecked'] },
      { fields: ['dueOn'] },
      { fields: ['community'], has: 'teams' },
      { fields: ['community'], has: 'asks' },
      { fields: ['community', 'cityId'] },
      { fields: ['community', 'since'] },
    ],
  },
  teams: { reach: { division: 'community' }, indexes: [{ fields: ['community'] }] },
  shifts: {
    reach: { division: 'community' },
    indexes: [
      { fields: ['community', 'day'] },
      { fields: ['series', 'day'] },
      { fields: ['team', 'day'] },
      { fields: ['day'] },
      { fields: ['to'] },
    ],
  },
  /** `${shift}|${role}` */
  seats: { reach: { division: 'community' }, indexes: [{ fields: ['shift'] }, { fields: ['waiting'] }] },
  /** `${shift}|${account}` */
  signups: {
    reach: { division: 'community' },
    indexes: [
      { fields: ['shift'] },
      { fields: ['account', 'from'] },
      { fields: ['community', 'day'] },
      { fields: ['state', 'until'] },
      { fields: ['state', 'from'] },
      { fields: ['state', 'to'] },
      { fields: ['group'] },
      { fields: ['community', 'state', 'from'] },
      { fields: ['community', 'cover.at'] },
      { fields: ['cover.at'] },
    ],
  },
  /** `${account}|${monday}` */
  busy_weeks: { reach: 'system', indexes: [] },
  ...people,
  ...plan,
  ...signing,
  ...day,
  ...hours,
  ...word,
  ...desk,
}
