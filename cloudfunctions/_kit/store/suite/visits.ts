/** The collections the crash tests write. */
import type { Collections } from '../port'

export const visits: Collections = {
  visits: { reach: { division: 'grid' }, indexes: [{ fields: ['grid', 'at'] }, { fields: ['grid'], has: 'tags' }] },
  keys: { reach: 'system', indexes: [] },
  doors: { reach: 'open', indexes: [] },
}
