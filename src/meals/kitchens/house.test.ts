import type { Kitchen } from '@domain/meals/contract/kitchens'
import { formOf, houseOf, NEW_HOUSE, sayServing, wrong } from './house'

const kitchen: Kitchen = {
  ...{ id: 'k', community: '210102025015', name: '妈妈厨房', kind: 'kitchen', address: '5 号楼', weekdays: [1], holidays: [], version: 3 },
  servings: [{ meal: 'lunch', from: '11:00', to: '12:30', cutoff: '09:30', before: 0 }],
  ...{ serves: ['210102025015'], ways: ['pickup'], phone: '024' },
}

test('what was kept comes back as it was', () => {
  const { id: _, community: __, version: ___, ...form } = kitchen
  expect(formOf(houseOf(kitchen))).toEqual(form)
})

test('a point cooks nothing and belongs to a central kitchen', () => {
  const point = { ...houseOf(kitchen), kind: 'drop' as const }
  expect(wrong(point)).toHaveProperty('parent')
  expect(formOf({ ...point, parent: 'c' })).toMatchObject({ servings: [], parent: 'c' })
  expect(formOf({ ...houseOf(kitchen), parent: 'c' })).not.toHaveProperty('parent')
})

test('what is missing is said where it is missing', () => {
  expect(Object.keys(wrong(NEW_HOUSE)).sort()).toEqual(['address', 'name'])
  const late = { ...NEW_HOUSE.servings.lunch, cutoff: '9:30' }
  expect(wrong({ ...houseOf(kitchen), servings: { ...NEW_HOUSE.servings, lunch: late } }).times).toMatch('09:30')
})

test('times are said as people say them', () => {
  expect(sayServing(kitchen.servings[0])).toBe('11:00 到 12:30，当天 09:30 前订')
  expect(sayServing({ ...kitchen.servings[0], before: 1, cutoff: '18:00' })).toContain('前一天 18:00 前订')
})
