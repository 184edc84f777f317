import type { Collections } from '../_kit/store/port'

export const collections: Collections = {
  /** Bytes that were put up: _id is their SHA-256. `filed` is 0 until somebody files them; the clock removes what nobody filed for a day. */
  uploads: { reach: 'system', indexes: [{ fields: ['filed', 'at'] }] },
  /** A file under a division: _id is `file|division`. */
  filings: { reach: { division: 'division' }, indexes: [{ fields: ['file'] }] },
  /** Pieces of a file on its way up: _id is `file|account|part`. */
  pieces: { reach: 'system', indexes: [{ fields: ['at'] }, { fields: ['whole', 'part'] }] },
}
