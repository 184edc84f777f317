/** What is kept of the numbers. Everything here can be thrown away and is counted again. */
import type { Numbers } from '@domain/meals/contract/numbers'
import type { Collections, Doc } from '../../_kit/store/port'

/** `${kitchen}|${day}`. `due`: when the clock counts it again; absent once it is old. `at`: when it was counted, 0 never. */
export type DayDoc = Doc &
  Numbers & {
    kitchen: string
    community: string
    street: string
    district: string
    city: string
    day: string
    at: number
    due?: number
  }
export const dayId = (kitchen: string, day: string) => `${kitchen}|${day}`
/** Under the same id: who took a meal. Personal, and so kept apart from the numbers. */
export type EatersDoc = Doc & { kitchen: string; day: string; eaters: string[] }
/** `${kitchen}|${month}`: how many different people took one in a month. */
export type MonthDoc = Doc & {
  kitchen: string
  community: string
  street: string
  district: string
  city: string
  month: string
  people: number
}
/** Under the kitchen's id: the last day that is laid out for counting. */
export type RolledDoc = Doc & { until: string }

const LEVELS = ['community', 'street', 'district', 'city']
export const levelsOf = (community: string) => ({
  ...{ community, street: community.slice(0, 9), district: community.slice(0, 6), city: community.slice(0, 4) },
})
export const collections: Collections = {
  meal_days: {
    reach: { division: 'community' },
    indexes: [{ fields: ['due'] }, ...['kitchen', ...LEVELS].map(level => ({ fields: [level, 'day'] }))],
  },
  meal_eaters: { reach: 'system', indexes: [{ fields: ['kitchen', 'day'] }] },
  meal_months: { reach: { division: 'community' }, indexes: ['kitchen', ...LEVELS].map(level => ({ fields: [level, 'month'] })) },
  meal_rolls: { reach: 'system', indexes: [] },
}
