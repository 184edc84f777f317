import { type Choosable, type Chosen, chosen } from './choose'

const dish = (name: string, kind: Choosable['kind'], ingredients: string[], instead?: string): Choosable => ({
  ...{ dish: name, name, kind, price: 1000, ingredients, allergens: [], textures: [] },
  ...(instead ? { instead } : {}),
})
const MENU = [
  dish('汤', 'soup', ['萝卜']),
  dish('红烧肉', 'main', ['猪肉'], '豆腐'),
  dish('豆腐', 'main', ['豆腐']),
  dish('鱼', 'main', ['鱼']),
  dish('套餐', 'set', ['猪肉', '米饭']),
]
const diner = (...ingredients: string[]) => ({ ingredients, allergens: [], dislikes: [], textures: [] })
const take = (dishes: string[], avoid: string[] = [], left: { [dish: string]: number } = {}) =>
  chosen({ dishes, quantity: 1 }, MENU, diner(...avoid), name => left[name] ?? 9)
const said = (found: Chosen | undefined) => found && [found.line.name, found.line.instead, found.clash]

test('the first wish that is cooked that day, else the set, else a main dish', () => {
  expect(said(take(['饺子', '鱼', '红烧肉']))).toEqual(['鱼', undefined, false])
  expect(said(take([]))).toEqual(['套餐', undefined, false])
  expect(said(take([], [], { 套餐: 0 }))).toEqual(['红烧肉', undefined, false])
})

test('a clash gives what the kitchen gives instead, and says for which dish', () => {
  expect(said(take(['红烧肉'], ['猪肉']))).toEqual(['豆腐', '红烧肉', false])
})

test('without a substitute, or when it is gone, the next dish without a clash', () => {
  expect(said(take(['红烧肉', '鱼'], ['猪肉'], { 豆腐: 0 }))).toEqual(['鱼', undefined, false])
  expect(said(take(['套餐'], ['猪肉'], { 豆腐: 0 }))).toEqual(['鱼', undefined, false])
})

test('when everything clashes the first wish is marked, so that somebody settles it', () => {
  expect(said(take(['套餐'], ['猪肉', '豆腐', '鱼']))).toEqual(['套餐', undefined, true])
})

test('nothing left is nothing; soup and dessert are no meal by themselves', () => {
  expect(said(take(['红烧肉'], [], { 红烧肉: 0, 豆腐: 0, 鱼: 0, 套餐: 0 }))).toBeUndefined()
})
