import type { OrderForm, StandingForm } from '@domain/meals/contract/orders'
import { openTown, type Town } from '../../_kit/testing'
import type { OrderDoc, PortionsDoc } from '../docs'
import { crowdIn, GRID, kitchenIn, menuOn, type TestKitchen } from '../town'

jest.setTimeout(120_000)
const SUNDAY = '2026-11-22'
let town: Town
let kitchen: TestKitchen
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T08:00' })
  kitchen = await kitchenIn(town)
})
afterEach(() => town.close())

const form = (quantity = 1): OrderForm => ({
  ...{ kitchen: kitchen.id, day: SUNDAY, meal: 'lunch', way: 'pickup', pay: 'cash' },
  lines: [{ dish: kitchen.dishes.main, quantity }],
})
const portions = async (slot: string) => (await town.store.get<PortionsDoc>('portions', `${slot}|${kitchen.dishes.main}`)) as PortionsDoc
async function ordersAt(slot: string): Promise<OrderDoc[]> {
  const { items } = await town.store.find<OrderDoc>('orders', { where: { slot, state: 'open' }, limit: 1000 })
  return items
}

test.each([1, 3, 50])('a thousand people race for the last %d portions: exactly so many get one', async last => {
  const slot = await menuOn(town, kitchen, SUNDAY, { portions: { main: last } })
  const crowd = await crowdIn(town, 1000)
  const answers = await Promise.all(crowd.map(eater => kitchen.cook.answer('meals.order', { eater, forms: [form()] })))
  const codes = answers.map(({ body }) => ('ok' in body ? 'ok' : body.refused.code))
  expect([codes.filter(one => one === 'ok').length, codes.filter(one => one === 'meals.sold_out').length]).toEqual([last, 1000 - last])
  expect(await portions(slot)).toMatchObject({ left: 0, held: 0, sold: last })
  const orders = await ordersAt(slot)
  expect(orders).toHaveLength(last)
  expect(new Set(orders.map(one => one.code)).size).toBe(last)
})

test('who takes two where one is left takes none; who cancels in the race gives theirs to another', async () => {
  const slot = await menuOn(town, kitchen, SUNDAY, { portions: { main: 5 } })
  const crowd = await crowdIn(town, 200)
  await Promise.all(crowd.slice(0, 5).map(eater => kitchen.cook.call('meals.order', { eater, forms: [form()] })))
  const cancels = crowd.slice(0, 3).map(eater => kitchen.cook.answer('meals.cancel', { eater, order: `${eater}|${SUNDAY}|lunch` }))
  const tries = crowd.slice(5).map((eater, n) => kitchen.cook.answer('meals.order', { eater, forms: [form(1 + (n % 2))] }))
  await Promise.all([...cancels, ...tries])
  const { left, held, sold } = await portions(slot)
  const lines = (await ordersAt(slot)).flatMap(one => one.lines)
  expect([left + held + sold, lines.reduce((sum, line) => sum + line.quantity, 0)]).toEqual([5, sold])
  expect(left).toBeLessThan(2)
})

test('held portions are not sold to the crowd: everybody with a standing order gets theirs', async () => {
  const crowd = await crowdIn(town, 300)
  const regulars = crowd.slice(0, 40)
  const weekly: StandingForm = {
    ...{ kitchen: kitchen.id, meal: 'lunch', pay: 'cash', since: SUNDAY },
    days: [{ weekday: 0, dishes: [kitchen.dishes.main], quantity: 1, way: 'delivery' }],
  }
  for (const eater of regulars) await kitchen.cook.call('meals.set_standing', { eater, version: 0, form: weekly })
  const slot = await menuOn(town, kitchen, SUNDAY, { portions: { main: 50 } })
  await town.tick()
  expect(await portions(slot)).toMatchObject({ left: 10, held: 40, sold: 0 })
  await Promise.all(crowd.slice(40).map(eater => kitchen.cook.answer('meals.order', { eater, forms: [form()] })))
  expect(await portions(slot)).toMatchObject({ left: 0, held: 40, sold: 10 })
  town.moveTo('2026-11-21T18:00')
  await Promise.all([town.tick(), town.tick()])
  expect(await portions(slot)).toMatchObject({ left: 0, held: 0, sold: 50 })
  const orders = await ordersAt(slot)
  expect(orders.filter(one => regulars.includes(one.eater) && one.placed.how === 'standing')).toHaveLength(40)
})

test('seven hundred standing orders become orders in chunks, each once, and those there is nothing for are told', async () => {
  const crowd = await crowdIn(town, 700)
  const days = [{ weekday: 0, dishes: [kitchen.dishes.main], quantity: 1, way: 'delivery' as const }]
  const base = { kitchen: kitchen.id, community: kitchen.community, home: GRID, meal: 'lunch', pay: 'cash', since: SUNDAY, days }
  await town.store.load(
    'standings',
    crowd.map(eater => ({ ...base, _id: `${eater}|${kitchen.id}|lunch`, eater, rev: 1, version: 1 })),
  )
  const slot = await menuOn(town, kitchen, SUNDAY, { portions: { main: 650 }, only: ['main'] })
  await town.tick()
  expect(await portions(slot)).toMatchObject({ left: 0, held: 650, sold: 0 })
  town.moveTo('2026-11-21T18:00')
  for (let n = 0; n < 3; n++) await town.tick()
  expect(await portions(slot)).toMatchObject({ left: 0, held: 0, sold: 650 })
  expect([(await ordersAt(slot)).length, await town.store.count('standing_misses', { slot })]).toEqual([650, 50])
})
