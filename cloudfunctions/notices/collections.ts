import type { Collections } from '../_kit/store/port'

/** A person's inbox. `read` is 0 until it was read. */
export const collections: Collections = {
  notices: { reach: { person: 'account' }, indexes: [{ fields: ['account', 'at'] }, { fields: ['account', 'read'] }] },
}
