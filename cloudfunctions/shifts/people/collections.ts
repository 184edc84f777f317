import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  /** `${community}|${day}`: the community heard of papers that end soon on that day. */
  paper_days: { reach: 'system', indexes: [] },
}
