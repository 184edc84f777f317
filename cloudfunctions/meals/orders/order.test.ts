import type { OrderForm } from '@domain/meals/contract/orders'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { OrderDoc } from '../docs'
import { crowdIn, type Dish, daughterOf, eaterIn, kitchenIn, menuNow, menuOn, type TestEater, type TestKitchen } from '../town'

const TODAY = '2026-11-21'
const TOMORROW = '2026-11-22'
let town: Town
let kitchen: TestKitchen
let eater: TestEater
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T08:00' })
  kitchen = await kitchenIn(town)
  await menuOn(town, kitchen, TODAY)
  await menuOn(town, kitchen, TOMORROW)
  eater = await eaterIn(town)
})
afterEach(() => town.close())

const form = (dishes: Dish[] = ['main'], more: Partial<OrderForm> = {}): OrderForm => ({
  ...{ kitchen: kitchen.id, day: TODAY, meal: 'lunch', way: 'pickup', pay: 'cash' },
  lines: dishes.map(dish => ({ dish: kitchen.dishes[dish], quantity: 1 })),
  ...more,
})
const order = (who: Someone, ...forms: OrderForm[]) =>
  who.call('meals.order', { eater: eater.id, forms: forms.length > 0 ? forms : [form()] })
const refused = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 'fine', message: '' }),
    ({ code, message }) => ({ code, message }),
  )
const code = async (work: Promise<unknown>) => (await refused(work)).code
const left = async (dish: Dish, day = TODAY) => {
  const item = (await menuNow(kitchen, day)).items.find(one => one.dish === kitchen.dishes[dish])
  return [item?.left, item?.held, item?.sold]
}
const doc = async (day = TODAY) => (await town.store.get<OrderDoc>('orders', `${eater.id}|${day}|lunch`)) as OrderDoc

test('somebody orders their lunch, sees it on the table and in their orders, and the portion is gone', async () => {
  const { orders } = await order(eater.me, form(['main', 'side'], { way: 'delivery', note: '送到门口' }))
  expect(orders).toMatchObject([{ id: `${eater.id}|${TODAY}|lunch`, price: { total: 1300 }, undoUntil: town.now() + 600_000 }])
  const table = await eater.me.call('meals.table', { eater: eater.id })
  expect(table.days.find(one => one.day === TODAY)).toMatchObject({ state: 'open', order: { state: 'open', note: '送到门口' } })
  expect((await eater.me.call('meals.orders', { eater: eater.id })).items).toMatchObject([{ state: 'open', placed: { how: 'self' } }])
  expect([await left('main'), await left('side')]).toEqual([
    [49, 0, 1],
    [49, 0, 1],
  ])
})

test('a daughter orders for her mother, and so does the kitchen; a stranger sees nobody', async () => {
  const daughter = await daughterOf(town, eater)
  await order(daughter, form())
  expect((await doc()).placed).toMatchObject({ how: 'family', by: '王秀兰' })
  await order(kitchen.cook, form(['main'], { day: TOMORROW }))
  expect((await doc(TOMORROW)).placed.how).toBe('staff')
  const stranger = await eaterIn(town)
  expect(await code(order(stranger.me, form()))).toBe('meals.not_there')
})

test('one order a meal, in whichever kitchen; several days at once are all ordered or none', async () => {
  const second = await kitchenIn(town, kitchen.community, { name: '第二厨房' })
  await menuOn(town, second, TODAY)
  await order(eater.me, form())
  const there = form(['main'], { kitchen: second.id, lines: [{ dish: second.dishes.main, quantity: 1 }] })
  expect(await code(order(eater.me, there))).toBe('meals.already_ordered')
  expect(await code(order(eater.me, form(['main'], { day: TOMORROW }), form()))).toBe('meals.already_ordered')
  expect(await left('main', TOMORROW)).toEqual([50, 0, 0])
})

test('the cut-off is by the clock of the server, to the minute', async () => {
  town.moveTo('2026-11-21T09:29:59')
  await order(eater.me)
  town.moveTo('2026-11-21T09:30:00')
  const other = await eaterIn(town)
  expect(await code(other.me.call('meals.order', { eater: other.id, forms: [form()] }))).toBe('meals.too_late')
  const late = { eater: eater.id, order: `${eater.id}|${TODAY}|lunch` }
  expect(await refused(eater.me.call('meals.cancel', late))).toEqual({
    ...{ code: 'meals.too_late', message: '11月21日的午饭到 9:30 就截止了，厨房已经备料了，来不了请打电话给厨房' },
  })
  expect(await code(eater.me.call('meals.undo', late))).toBe('meals.too_late')
  expect(await code(kitchen.cook.call('meals.cancel', late))).toBe('meals.too_late')
  await kitchen.cook.call('meals.cancel', { ...late, why: '住院了' })
  expect(await doc()).toMatchObject({ state: 'explained', explained: { why: '住院了' } })
  expect(await left('main')).toEqual([49, 0, 1])
})

test('a skip goes by the cut-off of the kitchen that cooks, whichever kitchen is named', async () => {
  const late = [{ meal: 'lunch' as const, from: '11:00', to: '12:30', cutoff: '11:00', before: 0 }]
  const other = await kitchenIn(town, undefined, { name: '晚截止的厨房', servings: late })
  await order(eater.me)
  town.moveTo('2026-11-21T10:00')
  const skip = eater.me.call('meals.skip', { eater: eater.id, kitchen: other.id, day: TODAY, meal: 'lunch' })
  expect(await code(skip)).toBe('meals.too_late')
  expect((await doc()).state).toBe('open')
  expect(await left('main')).toEqual([49, 0, 1])
})

test('cancelled portions come back, and ordering again brings the same order to life with its history', async () => {
  await order(eater.me)
  await eater.me.call('meals.cancel', { eater: eater.id, order: `${eater.id}|${TODAY}|lunch`, why: '今天不舒服' })
  expect(await left('main')).toEqual([50, 0, 0])
  await order(eater.me, form(['other']))
  const { state, earlier, version } = await doc()
  expect([state, earlier.map(one => one.what), version]).toEqual(['open', ['ordered', 'cancelled', 'ordered'], 3])
  expect([await left('main'), await left('other')]).toEqual([
    [50, 0, 0],
    [49, 0, 1],
  ])
})

test('a change gives portions back and takes new ones; undo puts it back, cancels what was ordered and reopens what was cancelled', async () => {
  const undo = () => eater.me.call('meals.undo', { eater: eater.id, order: `${eater.id}|${TODAY}|lunch` })
  await order(eater.me)
  const id = `${eater.id}|${TODAY}|lunch`
  await eater.me.call('meals.change', { eater: eater.id, order: id, version: 1, form: form(['other', 'soup'], { way: 'delivery' }) })
  expect(await code(eater.me.call('meals.change', { eater: eater.id, order: id, version: 1, form: form() }))).toBe(
    'meals.changed_meanwhile',
  )
  expect([await left('main'), await left('other')]).toEqual([
    [50, 0, 0],
    [49, 0, 1],
  ])
  await undo()
  expect(await doc()).toMatchObject({ way: 'pickup', lines: [{ name: '红烧肉' }], price: { total: 1000 }, state: 'open' })
  expect(await code(undo())).toBe('meals.too_late')
  await eater.me.call('meals.cancel', { eater: eater.id, order: id })
  await undo()
  expect([(await doc()).state, await left('main')]).toEqual(['open', [49, 0, 1]])
  await eater.me.call('meals.cancel', { eater: eater.id, order: id })
  await order(eater.me)
  await undo()
  expect([(await doc()).state, await left('main')]).toEqual(['cancelled', [50, 0, 0]])
  await order(eater.me)
  town.moveTo('2026-11-21T08:10:01')
  expect(await code(undo())).toBe('meals.too_late')
})

test('"sold out" says what is left', async () => {
  await kitchen.cook.call('meals.save_menu', {
    ...{ kitchen: kitchen.id, day: TODAY, meal: 'lunch', version: 2 },
    items: [
      { dish: kitchen.dishes.main, portions: 1 },
      { dish: kitchen.dishes.other, portions: 5 },
      { dish: kitchen.dishes.side, portions: 5 },
    ],
  })
  const two = form(['main'], { lines: [{ dish: kitchen.dishes.main, quantity: 2 }] })
  expect(await refused(order(eater.me, two))).toEqual({ code: 'meals.sold_out', message: '红烧肉只剩 1 份了，还有清炖鸡块' })
  const [first] = await crowdIn(town, 1)
  await kitchen.cook.call('meals.order', { eater: first, forms: [form()] })
  expect(await refused(order(eater.me, form(['side', 'main'])))).toEqual({
    code: 'meals.sold_out',
    message: '红烧肉刚刚订完了，还有清炖鸡块',
  })
  expect(await left('side')).toEqual([5, 0, 0])
})

test('what cannot be ordered says why', async () => {
  const other = await kitchenIn(town, '210102025014', { name: '别处' })
  expect(await code(order(eater.me, form(['main'], { kitchen: other.id })))).toBe('meals.not_served_here')
  expect(await code(order(eater.me, form(['main'], { kitchen: 'nowhere' })))).toBe('meals.not_there')
  expect(await code(order(eater.me, form(['main'], { point: other.id })))).toBe('meals.not_served_here')
  expect(await code(order(eater.me, form(['main'], { day: '2026-11-23' })))).toBe('meals.not_on_menu')
  expect(await code(order(eater.me, form([], { lines: [{ dish: other.dishes.main, quantity: 1 }] })))).toBe('meals.not_on_menu')
  expect(await code(order(eater.me, form(['main'], { meal: 'dinner' })))).toBe('meals.not_served_here')
  const office = await town.as('community', kitchen.community)
  await office.call('people.end_resident', { resident: eater.id, on: TODAY, why: 'moved' })
  expect(await code(order(office, form()))).toBe('meals.gone')
})

test("the price is quoted with its reason, and a quote refuses nothing that is one's own already", async () => {
  const quoted = await eater.me.call('meals.quote', { eater: eater.id, form: form(['main', 'soup']) })
  expect(quoted).toEqual({
    price: { total: 1200, payers: { eater: 1200, government: 0, enterprise: 0, charity: 0 }, why: '没有优惠' },
    clashes: [],
  })
  await order(eater.me)
  expect((await eater.me.call('meals.quote', { eater: eater.id, form: form(['other']) })).price.total).toBe(900)
})

test('one subsidised meal a day: the other says where it went, and takes it over when that one is cancelled', async () => {
  const half = {
    id: 'half',
    ages: { from: 80 },
    effect: { kind: 'percent', percent: 50 },
    shares: { government: 100, enterprise: 0, charity: 0 },
  }
  await town.store.load('price_rules', [
    { _id: kitchen.id, division: kitchen.community, kitchen: kitchen.id, rules: [half], names: {}, version: 1, at: 0, by: '' },
  ])
  const second = await kitchenIn(town, kitchen.community, {
    ...{ name: '第二厨房', servings: [{ meal: 'dinner', from: '17:00', to: '18:30', cutoff: '15:00', before: 0 }] },
  })
  await menuOn(town, second, TODAY, { meal: 'dinner' })
  const dinner = form(['main'], { kitchen: second.id, meal: 'dinner', lines: [{ dish: second.dishes.main, quantity: 1 }] })
  await town.store.load('price_rules', [
    { _id: second.id, division: kitchen.community, kitchen: second.id, rules: [half], names: {}, version: 1, at: 0, by: '' },
  ])
  const { orders } = await order(eater.me, form(), dinner)
  expect(orders.map(one => [one.price.payers.eater, one.price.why])).toEqual([
    [500, '80 岁以上，便宜 50%，政府出 5 元'],
    [1000, '今天的优惠已经用在午饭上了'],
  ])
  await eater.me.call('meals.cancel', { eater: eater.id, order: `${eater.id}|${TODAY}|lunch` })
  expect(await town.store.get('orders', `${eater.id}|${TODAY}|dinner`)).toMatchObject({ price: { payers: { eater: 500 } } })
  await eater.me.call('meals.undo', { eater: eater.id, order: `${eater.id}|${TODAY}|lunch` })
  expect((await doc()).price).toMatchObject({ payers: { eater: 1000 }, why: '今天的优惠已经用在晚饭上了' })
})

test('the usual is what was ordered most of late, as it can be had next, for one tap', async () => {
  for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) {
    town.moveTo(`${day}T08:00`)
    await menuOn(town, kitchen, day)
    await order(eater.me, form([day === '2026-11-19' ? 'soup' : 'main'], { day }))
  }
  town.moveTo('2026-11-21T08:00')
  const { usual } = await eater.me.call('meals.table', { eater: eater.id })
  expect(usual).toMatchObject({ words: '今天午饭：红烧肉', form: { day: TODAY }, price: { total: 1000 } })
  await order(eater.me, usual?.form as OrderForm)
  expect((await eater.me.call('meals.table', { eater: eater.id })).usual).toMatchObject({
    words: '明天午饭：红烧肉',
    form: { day: TOMORROW },
  })
})
