import type { Dish, Menu } from '@domain/meals/contract/kitchens'
import { firstPortions, formsOf, listOf, plannedOf, promised } from './plan'

const dish = (id: string, more: Partial<Dish> = {}): Dish => ({
  ...{ id, kitchen: 'k', name: id, kind: 'main', ingredients: ['猪肉'], allergens: [], textures: [], price: 900, version: 1 },
  ...more,
})
const menu: Menu = {
  ...{ id: 'k|d|lunch', kitchen: 'k', day: '2026-11-26', meal: 'lunch', published: true, version: 2 },
  items: [
    { ...dish('a'), dish: 'a', portions: 30, left: 20, held: 4, sold: 6, special: '周四特供' },
    { ...dish('b'), dish: 'b', ingredients: ['牛肉'], price: 800, portions: 10, left: 10, held: 0, sold: 0, instead: 'a' },
  ],
}

test('what is as in the book is left to the book; what was changed for the day stays', () => {
  const planned = plannedOf(menu, [dish('a'), dish('b')])
  expect(planned).toEqual([
    { dish: 'a', portions: 30, special: '周四特供', instead: '' },
    { dish: 'b', portions: 10, special: '', instead: 'a', price: 800, ingredients: ['牛肉'] },
  ])
  expect(formsOf(planned)).toEqual([
    { dish: 'a', portions: 30, special: '周四特供' },
    { dish: 'b', portions: 10, instead: 'a', price: 800, ingredients: ['牛肉'] },
  ])
})

test('a substitute that left the menu is not sent', () => {
  expect(formsOf(plannedOf(menu, [dish('a'), dish('b')]).slice(1))).toEqual([
    { dish: 'b', portions: 10, price: 800, ingredients: ['牛肉'] },
  ])
})

test('a dish cannot go below what is ordered and held', () => {
  expect(promised(menu, 'a')).toBe(10)
  expect(promised(menu, 'c')).toBe(0)
})

test('a new dish begins with as many as the last of its kind', () => {
  const items = plannedOf(menu, [dish('a'), dish('b')])
  expect(firstPortions('main', items, [dish('a'), dish('b')])).toBe(10)
  expect(firstPortions('soup', items, [dish('a'), dish('b')])).toBe(40)
})

test('words are parted by whatever the cook types between them', () => {
  expect(listOf('猪肉、白菜 豆腐，葱,猪肉')).toEqual(['猪肉', '白菜', '豆腐', '葱'])
})
