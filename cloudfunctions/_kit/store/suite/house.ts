/** The collections and doors the suite works with. */
import type { Collections, Doc } from '../port'

export const collections: Collections = {
  doors: {
    reach: { division: 'grid' },
    indexes: [
      { fields: ['grid', 'due'] },
      { fields: ['grid', 'walk', 'floor'] },
      { fields: ['due'] },
      { fields: ['street', 'open'] },
      { fields: ['address.building'] },
      { fields: ['street', 'due'], has: 'tags' },
    ],
  },
  notes: { reach: 'system', indexes: [] },
}

export interface Door extends Doc {
  grid: string
  due: number
  tags: string[]
}
/** A door of grid 001, due on day 5, with nothing special. */
export const door = (id: string, more: { [field: string]: Doc[string] } = {}): Door => ({
  _id: id,
  grid: '001',
  street: 's1',
  due: 5,
  tags: [],
  ...more,
})
export const ids = (page: { items: Doc[] }) => page.items.map(item => item._id)
