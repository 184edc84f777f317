import { needsOf, needsText, unread } from './needs'
import { formOf, recipeOf } from './recipe'

test('amounts are read as a cook writes them, and come back as they were kept', () => {
  const needs = needsOf('猪肉 1.5两，鸡蛋1个\n大米 80 克、牛奶 0.25 升')
  expect(needs).toEqual([
    { ingredient: '猪肉', unit: 'g', amount: 75 },
    { ingredient: '鸡蛋', unit: 'piece', amount: 1 },
    { ingredient: '大米', unit: 'g', amount: 80 },
    { ingredient: '牛奶', unit: 'ml', amount: 250 },
  ])
  expect(needsOf(needsText(needs))).toEqual(needs)
})

test('what cannot be read is said, not dropped', () => {
  expect(unread('猪肉 80 克、盐少许')).toBe('盐少许')
  expect(unread('猪肉 0 克')).toBe('猪肉 0 克')
  expect(unread('')).toBeUndefined()
})

test('a dish that is changed keeps its amounts', () => {
  const needs = [{ ingredient: '猪肉', unit: 'g' as const, amount: 80 }]
  const dish = {
    id: 'd',
    kitchen: 'k',
    version: 1,
    name: '红烧肉',
    kind: 'main' as const,
    ingredients: ['猪肉'],
    allergens: [],
    textures: [],
    price: 900,
    needs,
  }
  expect(formOf(recipeOf(dish)).needs).toEqual(needs)
  expect(formOf({ ...recipeOf(dish), needs: '' })).not.toHaveProperty('needs')
})
