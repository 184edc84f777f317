/** What prices and money keep. */
import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {
  price_rules: { reach: { division: 'division' }, indexes: [{ fields: ['division'] }] },
  price_versions: { reach: { division: 'division' }, indexes: [{ fields: ['place', 'version'] }] },
  /** Append-only. */
  ledger: {
    reach: { division: 'community' },
    indexes: [
      { fields: ['account', 'at'] },
      { fields: ['account', 'day'] },
      { fields: ['kitchen', 'day'] },
      { fields: ['community', 'day'] },
    ],
  },
  balances: { reach: 'system', indexes: [{ fields: ['community'] }] },
  receipts: { reach: 'system', indexes: [{ fields: ['kitchen', 'at'] }] },
  till_closings: { reach: { division: 'community' }, indexes: [{ fields: ['kitchen', 'day'] }] },
  payments: { reach: 'system', indexes: [{ fields: ['eater', 'state', 'paidAt'] }] },
  refunds: { reach: 'system', indexes: [{ fields: ['state', 'at'] }] },
  order_money: { reach: 'system', indexes: [] },
}
