/** What the feature keeps: accounts, memberships, sessions by token hash, one-time codes by phone, and counters against guessing. */
import type { Collections } from '../_kit/store/port'

export const collections: Collections = {
  accounts: {
    reach: 'system',
    indexes: [{ fields: ['phoneBlind'] }, { fields: ['openid'] }, { fields: ['demo'] }, { fields: ['resident'] }],
  },
  memberships: { reach: { division: 'scope' }, indexes: [{ fields: ['account'] }, { fields: ['scope'] }, { fields: ['role', 'scope'] }] },
  sessions: { reach: 'system', indexes: [{ fields: ['until'] }, { fields: ['account'] }] },
  /** One code a phone: _id is the phone's blind index. */
  codes: { reach: 'system', indexes: [{ fields: ['until'] }] },
  /** Counters of tries: _id is 'phone:<blind>' or 'ip:<blind>'. */
  tries: { reach: 'system', indexes: [{ fields: ['until'] }] },
}
