import type { Collections } from '../_kit/store/port'

export const collections: Collections = {
  /** A person's inbox. `read` is 0 until it was read. */
  notices: { reach: { person: 'account' }, indexes: [{ fields: ['account', 'at'] }, { fields: ['account', 'read'] }] },
  /** What somebody wants to hear; `_id` is the account. */
  wants: { reach: { person: 'account' }, indexes: [] },
  /** `${account}|${template}`: how many of WeChat's messages may still be sent. */
  quotas: { reach: { person: 'account' }, indexes: [{ fields: ['account'] }] },
  /** What goes out of the house beside the inbox, under its notice's id; kept when it is done, so that it never goes twice. */
  outgoing: { reach: 'system', indexes: [{ fields: ['state', 'due'] }] },
  /** `${account}|${day}`: text messages of a day. */
  texted: { reach: 'system', indexes: [{ fields: ['day'] }] },
}
