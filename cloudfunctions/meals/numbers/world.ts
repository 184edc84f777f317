import type { numbers as declared } from '@domain/meals/contract/numbers'
import { atCommunity, type Sample, wide } from '../../_kit/sample'

export const samples: { [N in `meals.${keyof typeof declared}`]: Sample<N> } = {
  'meals.numbers': wide(({ community }) => ({ division: community, period: '2026-11' })),
  'meals.export_numbers': atCommunity(({ community }) => ({ division: community, period: '2026-11', form: 'csv' })),
}
