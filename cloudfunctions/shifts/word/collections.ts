import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  /** Shortage calls: `${shift}|${n}`, n from 1, so that no shift has more than it may. */
  help_calls: { reach: { division: 'community' }, indexes: [{ fields: ['shift'] }, { fields: ['state', 'goes'] }] },
  /** `${shift}|${account}|${which}|${from}`: a reminder that was given. A shift moved to another time is another reminder. */
  reminders: { reach: 'system', indexes: [{ fields: ['from'] }] },
  /** The calendar somebody publishes of their shifts, under their account's id; of its secret only the hash. */
  feeds: { reach: { person: 'account' }, indexes: [{ fields: ['hash'] }] },
}
