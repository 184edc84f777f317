/** The kitchens of the demo community: 妈妈厨房, a canteen, and a central kitchen elsewhere with a drop point here. */
import type { KitchenForm } from '@domain/meals/contract/kitchens'
import { COMMUNITY } from '../places'

const lunch = { meal: 'lunch' as const, from: '11:00', to: '12:30', cutoff: '09:30', before: 0 }
const breakfast = { meal: 'breakfast' as const, from: '07:00', to: '08:30', cutoff: '18:00', before: 1 }
const dinner = { meal: 'dinner' as const, from: '17:00', to: '18:30', cutoff: '15:00', before: 0 }
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const base = { weekdays: EVERY_DAY, holidays: [], serves: [COMMUNITY] }

export const MAMA: KitchenForm = {
  ...{ ...base, name: '妈妈厨房', kind: 'kitchen', address: '5 号楼一层，社区院里', phone: '024-2388 0031' },
  servings: [breakfast, lunch, dinner],
  ways: ['delivery', 'pickup', 'eatin'],
}
export const CANTEEN: KitchenForm = {
  ...{ ...base, name: '南市长者食堂', kind: 'canteen', address: '10 号楼东侧', phone: '024-2388 0032', weekdays: [1, 2, 3, 4, 5] },
  servings: [lunch, dinner],
  ways: ['pickup', 'eatin'],
}
/** In 群芳社区. */
export const CENTRAL_AT = '210102025003'
export const CENTRAL: KitchenForm = {
  ...{
    ...base,
    name: '和平中央厨房',
    kind: 'central',
    address: '群芳社区 2 号院',
    phone: '024-2388 0033',
    serves: [CENTRAL_AT, COMMUNITY],
  },
  servings: [{ ...lunch, cutoff: '16:00', before: 1 }],
  ways: ['pickup'],
}
export const DROP = (parent: string): KitchenForm => ({
  ...{ ...base, name: '9 号楼配送点', kind: 'drop', address: '9 号楼门厅', parent, servings: [] },
  ways: ['pickup'],
})
