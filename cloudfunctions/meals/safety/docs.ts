/** The food safety log. An entry is never changed or removed; what becomes of a sample stands beside it. */
import type { Meal } from '@domain/meals/contract'
import type { SafetyEntry } from '@domain/meals/contract/safety'
import type { Collections, Doc } from '../../_kit/store/port'

export type SafetyDoc = Doc & {
  kitchen: string
  community: string
  day: string
  at: number
  by: string
  account: string
  kind: SafetyEntry['kind']
  entry: SafetyEntry
  /** Of the dish. */
  name: string
  words: string
  ok: boolean
  action?: string
}
/** Under its entry's id: a sample that is kept until a moment, then removed. `told`: its people were reminded. */
export type SampleDoc = Doc & {
  kitchen: string
  community: string
  day: string
  meal: Meal
  dish: string
  name: string
  place: string
  grams: number
  by: string
  until: number
  kept: boolean
  told: boolean
}

export const collections: Collections = {
  safety: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen', 'day'] }, { fields: ['kitchen', 'at'] }] },
  samples: {
    reach: { division: 'community' },
    indexes: [{ fields: ['kitchen', 'kept', 'until'] }, { fields: ['kept', 'told', 'until'] }],
  },
}
