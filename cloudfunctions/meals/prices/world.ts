/** Price rules at each place of the test world, and one good input an operation. */
import type { prices as declared, Rule } from '@domain/meals/contract/prices'
import { atCommunity, type Sample } from '../../_kit/sample'

const RULE: Rule = {
  id: 'a',
  ages: { from: 60 },
  effect: { kind: 'off', fen: 100 },
  shares: { government: 100, enterprise: 0, charity: 0 },
}

export const samples: { [N in `meals.${keyof typeof declared}`]: Sample<N> } = {
  'meals.price_rules': atCommunity(({ community, meals: { kitchen } }) => ({ division: community, kitchen })),
  'meals.save_rules': atCommunity(({ community }) => ({ division: community, version: 0, rules: [RULE] })),
  'meals.try_rules': atCommunity(({ community }) => ({
    ...{ division: community, rules: [RULE], who: { kind: 'anybody', age: 70, categories: [] }, price: 1200, way: 'eatin' },
  })),
  'meals.rules_history': atCommunity(({ community }) => ({ division: community })),
}
