/** Shopping and stock: bought, used, thrown away, counted; every movement stays. */
import { openTown, type Town } from '../../_kit/testing'
import { crowdIn, DISHES, GRID, kitchenIn, menuOn, type TestKitchen } from '../town'
import type { MoveDoc, StockDoc } from './docs'

const DAY = '2026-11-24'
let town: Town
let kitchen: TestKitchen
const needs = [
  { ingredient: '猪肉', unit: 'g' as const, amount: 80.5 },
  { ingredient: '鸡蛋', unit: 'piece' as const, amount: 0.5 },
]
beforeEach(async () => {
  town = await openTown({ now: `${DAY}T08:00` })
  kitchen = await kitchenIn(town)
  const form = { ...DISHES.main, ingredients: ['猪肉', '鸡蛋', '酱油'], needs }
  await kitchen.cook.call('meals.save_dish', { kitchen: kitchen.id, dish: kitchen.dishes.main, version: 1, form })
  await menuOn(town, kitchen, DAY, { only: ['main', 'side'], portions: 20 })
})
afterEach(() => town.close())

const list = (plan: 'ordered' | 'full' = 'ordered', days = 1) =>
  kitchen.cook.call('meals.shopping', { kitchen: kitchen.id, from: DAY, days, plan })
const bought = (amount: number, expires?: string, cost = 1000) =>
  kitchen.cook.call('meals.buy', {
    kitchen: kitchen.id,
    form: {
      day: DAY,
      buyer: '老刘',
      shop: '早市',
      items: [{ ingredient: '猪肉', unit: 'g', amount, cost, ...(expires ? { expires } : {}) }],
    },
  })
const stockOf = async (ingredient = '猪肉') =>
  (await kitchen.cook.call('meals.stock', { kitchen: kitchen.id })).items.find(one => one.ingredient === ingredient)
const sell = async (many: number) => {
  const form = { kitchen: kitchen.id, day: DAY, meal: 'lunch' as const, way: 'pickup' as const, pay: 'cash' as const }
  for (const eater of await crowdIn(town, many, GRID))
    await kitchen.cook.call('meals.order', { eater, forms: [{ ...form, lines: [{ dish: kitchen.dishes.main, quantity: 1 }] }] })
}

test('the list is count times needs less what is there, and names what nobody has written an amount for', async () => {
  await sell(3)
  await bought(200)
  expect((await list()).items).toEqual([
    { ingredient: '猪肉', unit: 'g', need: 241.5, have: 200, buy: 41.5, dishes: ['红烧肉'] },
    { ingredient: '鸡蛋', unit: 'piece', need: 1.5, have: 0, buy: 1.5, dishes: ['红烧肉'] },
  ])
  expect((await list('full')).items[0]).toMatchObject({ need: 1610, buy: 1410 })
  expect((await list('full', 2)).unknown).toEqual([
    { ingredient: '酱油', dishes: ['红烧肉'] },
    { ingredient: '土豆', dishes: ['炒土豆丝'] },
  ])
  expect(await list('full', 2)).toMatchObject({ open: ['2026-11-25'], until: '2026-11-25', portions: 40 })
})

test('what will have expired by the day is bought anew', async () => {
  await sell(1)
  await bought(500, '2026-11-23')
  expect((await list()).items.find(one => one.ingredient === '猪肉')).toMatchObject({ have: 0, buy: 80.5 })
  expect(await stockOf()).toMatchObject({ amount: 500, expired: 500, expires: '2026-11-23' })
})

test('a trip is in stock with its cost; the lot that expires first is used first', async () => {
  await bought(300, '2026-12-05')
  await bought(300, '2026-11-26', 1234)
  const { trips } = await list()
  expect(trips.map(one => one.total).sort()).toEqual([1000, 1234])
  await kitchen.cook.call('meals.move_stock', { kitchen: kitchen.id, ingredient: '猪肉', unit: 'g', why: 'used', amount: 400 })
  expect(await stockOf()).toMatchObject({ amount: 200, lots: [{ amount: 200, expires: '2026-12-05' }] })
})

test('what a meal has used goes out of stock once, and what is missing is said', async () => {
  await sell(4)
  await bought(300)
  const use = () => kitchen.cook.call('meals.use_stock', { kitchen: kitchen.id, day: DAY, meal: 'lunch' })
  expect((await use()).short).toEqual([
    { ingredient: '猪肉', unit: 'g', missing: 22 },
    { ingredient: '鸡蛋', unit: 'piece', missing: 2 },
  ])
  await expect(use()).rejects.toMatchObject({ code: 'meals.already_used' })
  expect(await stockOf()).toBeUndefined()
})

test('nothing goes out that is not there; counting puts it right; the movements add up to the stock', async () => {
  const move = (why: 'used' | 'wasted' | 'counted' | 'donated', amount: number) =>
    kitchen.cook.call('meals.move_stock', { kitchen: kitchen.id, ingredient: '猪肉', unit: 'g', why, amount })
  await bought(100.25)
  await expect(move('wasted', 100.5)).rejects.toMatchObject({ code: 'meals.not_so_much', message: expect.stringContaining('100.25 克') })
  await move('donated', 50)
  await move('counted', 120.1)
  await move('wasted', 20.1)
  await move('counted', 130)
  const { items } = await town.store.find<MoveDoc>('stock_moves', { where: { kitchen: kitchen.id }, order: ['at'], limit: 100 })
  expect(items).toHaveLength(5)
  const sum = items.reduce((all, one) => all + Math.round(one.moved * 100), 0)
  const stocks = await town.store.find<StockDoc>('stocks', { where: { kitchen: kitchen.id }, limit: 10 })
  expect(stocks.items[0].amount).toBe(130)
  expect(sum).toBe(13000)
})

test('portions thrown away are kept with why, for the numbers', async () => {
  await kitchen.cook.call('meals.waste', { kitchen: kitchen.id, day: DAY, meal: 'lunch', name: '红烧肉', portions: 3, why: 'left' })
  const { wastes } = await kitchen.cook.call('meals.stock', { kitchen: kitchen.id })
  expect(wastes).toMatchObject([{ day: DAY, meal: 'lunch', name: '红烧肉', portions: 3, why: 'left', by: '张玉华' }])
})
