import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  shift_codes: { reach: 'system', indexes: [] },
  shift_tries: { reach: 'system', indexes: [] },
  shift_watches: { reach: 'system', indexes: [{ fields: ['due'] }] },
}
