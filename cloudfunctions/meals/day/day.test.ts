/** From orders to paper: what stands in the way is named, nothing is dropped, what comes later is said. */
import type { OrderForm } from '@domain/meals/contract/orders'
import { openTown, type Town } from '../../_kit/testing'
import type { DinerDoc, OrderDoc, PortionsDoc } from '../docs'
import { orderId } from '../docs'
import { COMMUNITY, crowdIn, eaterIn, GRID, kitchenIn, menuOn, type TestKitchen } from '../town'

const DAY = '2026-11-24'
let town: Town
let kitchen: TestKitchen
const slot = () => ({ kitchen: kitchen.id, day: DAY, meal: 'lunch' as const })

beforeEach(async () => {
  town = await openTown({ now: `${DAY}T08:00` })
  kitchen = await kitchenIn(town)
  const { other } = kitchen.dishes
  await menuOn(town, kitchen, DAY, { items: { main: { instead: other } } })
})
afterEach(() => town.close())

const route = { by: 'foot' as const, capacity: 20 }
const passes = (buildings: string[], version = 0, capacity = 20) =>
  kitchen.cook.call('meals.save_routes', {
    kitchen: kitchen.id,
    version,
    routes: [{ ...route, capacity, id: 'r1', name: '东线', buildings }],
  })
const diner = (eater: string, more: Partial<DinerDoc>) =>
  town.store.load('diners', [
    { _id: eater, home: GRID, ingredients: [], allergens: [], dislikes: [], textures: [], pay: 'cash', version: 1, ...more } as DinerDoc,
  ])
const order = async (eater: string, dish: keyof TestKitchen['dishes'], more: Partial<OrderForm> = {}) => {
  const form: OrderForm = { ...slot(), lines: [{ dish: kitchen.dishes[dish], quantity: 1 }], way: 'delivery', pay: 'cash', ...more }
  await kitchen.cook.call('meals.order', { eater, forms: [form] })
  return orderId(eater, DAY, 'lunch')
}
const prep = () => kitchen.cook.call('meals.prep', slot())
const papers = () => kitchen.cook.call('meals.papers', slot())
const printed = async (what: 'prep' | 'labels' | 'sheets') =>
  kitchen.cook.call('meals.print', { ...slot(), what, mark: (await papers()).mark })
const left = async (dish: keyof TestKitchen['dishes']) => {
  const doc = await town.store.get<PortionsDoc>('portions', `${kitchen.id}|${DAY}|lunch|${kitchen.dishes[dish]}`)
  return { left: doc?.left, sold: doc?.sold }
}

test("what staff know of somebody's food stands on the prep sheet until its last day; other alerts do not", async () => {
  const zhang = await eaterIn(town, GRID, { name: '张桂兰', building: '3', unit: '2', room: '501' })
  await passes(['3'])
  await order(zhang.id, 'other')
  const office = await town.as('community', COMMUNITY)
  const note = { kind: 'food' as const, alert: true, words: '刚出院，少盐' }
  await office.call('meals.add_note', { eater: zhang.id, form: { ...note, until: DAY } })
  await office.call('meals.add_note', { eater: zhang.id, form: { ...note, kind: 'door', words: '狗凶' } })
  await office.call('meals.add_note', { eater: zhang.id, form: { ...note, alert: false, words: '爱吃软的' } })
  expect((await prep()).notes.map(({ call, words }) => [call, words])).toEqual([['张奶奶', '刚出院，少盐']])
})

test('one order without a route and one clash: both are named, nothing is printed; settled one by one, everything is', async () => {
  const zhang = await eaterIn(town, GRID, { name: '张桂兰', building: '3', unit: '2', room: '501' })
  const wang = await eaterIn(town, GRID, { name: '王建国', sex: 'male', building: '5' })
  await passes(['5'])
  await order(zhang.id, 'other')
  const clashing = await order(wang.id, 'main')
  await diner(wang.id, { ingredients: ['猪肉'] })
  const { blocked, covers } = await prep()
  expect(covers).toBe(2)
  expect(blocked.map(({ call, why }) => [call, why]).sort()).toEqual([
    ['张奶奶', 'route'],
    ['王爷爷', 'clash'],
  ])
  await expect(papers()).rejects.toMatchObject({
    code: 'meals.not_ready',
    message: expect.stringMatching(/2 份.*张奶奶.*没有人送 3 号楼.*王爷爷.*红烧肉：里面有猪肉/),
  })
  const clash = blocked.find(one => one.why === 'clash')
  expect(clash?.instead?.name).toBe('清炖鸡块')
  const give = { order: clashing, version: clash?.version ?? 0, dish: clash?.dish ?? '', give: clash?.instead?.dish }
  await kitchen.cook.call('meals.settle_clash', give)
  const stuck = orderId(zhang.id, DAY, 'lunch')
  await expect(kitchen.cook.call('meals.find_route', { order: stuck })).rejects.toMatchObject({ code: 'meals.no_route' })
  await passes(['3', '5'], 1)
  await kitchen.cook.call('meals.find_route', { order: stuck })
  const sheet = await prep()
  expect(sheet.blocked).toEqual([])
  expect(sheet.swaps).toMatchObject([{ from: '红烧肉', to: '清炖鸡块', quantity: 1, who: [{ call: '王爷爷' }] }])
  expect(sheet.dishes.find(one => one.name === '清炖鸡块')?.quantity).toBe(2)
  expect(await left('main')).toEqual({ left: 50, sold: 0 })
  expect(await left('other')).toEqual({ left: 48, sold: 2 })
  expect(await printed('prep')).toMatchObject({ n: 1, covers: 2, by: '张玉华' })
})

test('the eater pays what they would have paid, whatever dish the kitchen gives', async () => {
  const { id } = await eaterIn(town, GRID)
  const placed = await order(id, 'main', { way: 'pickup' })
  await diner(id, { dislikes: ['红烧肉'] })
  const before = await town.store.get<OrderDoc>('orders', placed)
  const { main, other } = kitchen.dishes
  await kitchen.cook.call('meals.settle_clash', { order: placed, version: 1, dish: main, give: other })
  const after = await town.store.get<OrderDoc>('orders', placed)
  expect(after?.lines).toEqual([{ dish: other, name: '清炖鸡块', kind: 'main', quantity: 1, price: 1000, instead: '红烧肉' }])
  expect(after?.price).toEqual(before?.price)
})

test('asked and wanted all the same: the cook reads it, and it does not come back', async () => {
  const { id } = await eaterIn(town, GRID)
  const placed = await order(id, 'main', { way: 'pickup' })
  await diner(id, { ingredients: ['猪肉'] })
  await kitchen.cook.call('meals.settle_clash', { order: placed, version: 1, dish: kitchen.dishes.main })
  const sheet = await prep()
  expect(sheet.blocked).toEqual([])
  expect(sheet.kept).toMatchObject([{ name: '红烧肉', who: [{ call: '张奶奶', why: '里面有猪肉' }] }])
})

test('what is given instead must be on the menu, must not clash itself, and must be left', async () => {
  const { id } = await eaterIn(town, GRID)
  const placed = await order(id, 'main', { way: 'pickup' })
  await diner(id, { ingredients: ['猪肉'], allergens: ['花生'] })
  const { main, set, dessert, other, soup } = kitchen.dishes
  const settle = (give: string, version = 1) => kitchen.cook.call('meals.settle_clash', { order: placed, version, dish: main, give })
  await expect(settle(set)).rejects.toMatchObject({ code: 'meals.clash' })
  await expect(settle(dessert)).rejects.toMatchObject({ code: 'meals.clash', message: expect.stringContaining('花生') })
  await expect(settle('nothing')).rejects.toMatchObject({ code: 'meals.not_on_menu' })
  await expect(settle(other, 7)).rejects.toMatchObject({ code: 'meals.changed_meanwhile' })
  await town.store.transaction(tx => tx.update('portions', `${kitchen.id}|${DAY}|lunch|${other}`, { set: { left: 0 } }))
  await expect(settle(other)).rejects.toMatchObject({ code: 'meals.sold_out' })
  expect(await left('main')).toEqual({ left: 49, sold: 1 })
  await settle(soup)
})

test('an order after printing shows as added; a reprint counts anew, and only its label is fresh', async () => {
  await passes(['3', '5'])
  const [one, two] = await Promise.all(['3', '5'].map(building => eaterIn(town, GRID, { building })))
  await order(one.id, 'other')
  await printed('prep')
  await printed('labels')
  expect((await prep()).since).toEqual({ words: '', orders: [], dishes: [] })
  await order(two.id, 'main', { lines: [{ dish: kitchen.dishes.main, quantity: 1 }], note: '多给汤' })
  const { since } = await prep()
  expect(since).toMatchObject({ words: '加了 1 份', orders: [{ call: '张奶奶', what: 'added' }], dishes: [{ name: '红烧肉', by: 1 }] })
  const { labels, mark } = await papers()
  expect(labels.map(({ order: id, fresh }) => [id.split('|')[0], fresh])).toEqual([
    [one.id, false],
    [two.id, true],
  ])
  await kitchen.cook.call('meals.cancel', { eater: one.id, order: orderId(one.id, DAY, 'lunch') })
  await expect(kitchen.cook.call('meals.print', { ...slot(), what: 'prep', mark })).rejects.toMatchObject({
    code: 'meals.changed_meanwhile',
  })
  expect((await prep()).since?.words).toBe('加了 1 份，少了 1 份')
  expect(await printed('prep')).toMatchObject({ n: 2, covers: 1 })
  expect((await prep()).since?.words).toBe('')
})

test('prep sheet, labels, lists and the store hold the same meals, with the rounds as they were made', async () => {
  const eaters = await crowdIn(town, 60)
  const ways = ['delivery', 'pickup', 'eatin'] as const
  const dishes = ['set', 'main', 'other', 'side', 'soup', 'dessert'] as const
  await town.store.transaction(async tx => {
    for (const dish of dishes)
      await tx.update('portions', `${kitchen.id}|${DAY}|lunch|${kitchen.dishes[dish]}`, { set: { left: 999, portions: 999 } })
  })
  await passes(['200', '201'], 0, 6)
  for (const [n, eater] of eaters.entries()) {
    const picked = dishes.filter((_, at) => (n * 7 + at * 3) % 4 === 0)
    const lines = (picked.length > 0 ? picked : (['set'] as const)).map((dish, at) => ({
      dish: kitchen.dishes[dish],
      quantity: 1 + ((n + at) % 3),
    }))
    await order(eater, 'set', { lines, way: ways[n % 3] })
  }
  await kitchen.cook.call('meals.make_rounds', slot())
  const { prep: sheet, labels, sheets } = await papers()
  const kept = await town.store.find<OrderDoc>('orders', { where: { slot: `${kitchen.id}|${DAY}|lunch`, state: 'open' }, limit: 1000 })
  const count = (boxes: { name: string; quantity: number }[]) => {
    const sums: { [name: string]: number } = {}
    for (const { name, quantity } of boxes) if (quantity) sums[name] = (sums[name] ?? 0) + quantity
    return sums
  }
  const truth = count(kept.items.flatMap(one => one.lines))
  expect(count(sheet.dishes)).toEqual(truth)
  expect(count(labels.flatMap(one => one.dishes))).toEqual(truth)
  expect(count(sheets.flatMap(one => one.stops.flatMap(stop => stop.dishes)))).toEqual(truth)
  const ids = kept.items.map(one => one._id).sort()
  expect(labels.map(one => one.order).sort()).toEqual(ids)
  expect(
    sheets
      .flatMap(one => one.stops)
      .map(one => one.order)
      .sort(),
  ).toEqual(ids)
  // the lists of deliveries are the rounds as ROUNDS made them
  const rounds = await kitchen.cook.call('meals.rounds', { kitchen: kitchen.id, day: DAY, meal: 'lunch' })
  const walks = sheets.filter(one => one.way === 'delivery')
  expect(walks.map(one => one.stops.length)).toEqual(rounds.rounds.map(one => one.stops))
  expect(walks.length).toBeGreaterThan(1)
})

test('the home says the one thing to do now, from the menu to the till', async () => {
  const office = await town.as('community', COMMUNITY)
  const todo = async () => (await kitchen.cook.call('meals.kitchen_day', { community: COMMUNITY })).todo
  const { id } = await eaterIn(town, GRID)
  await order(id, 'other', { way: 'eatin' })
  expect(await todo()).toMatchObject({ what: 'publish', day: '2026-11-25' })
  town.moveTo(`${DAY}T09:40`)
  expect(await todo()).toMatchObject({ what: 'print', meal: 'lunch' })
  await printed('prep')
  town.moveTo(`${DAY}T10:20`)
  expect(await todo()).toMatchObject({ what: 'measure', words: '还有 5 道菜没量，要到 70 度' })
  for (const dish of Object.values(kitchen.dishes)) {
    const about = { meal: 'lunch' as const, dish }
    await kitchen.cook.call('meals.log_safety', { kitchen: kitchen.id, entry: { kind: 'core', ...about, celsius: 82 } })
    await kitchen.cook.call('meals.log_safety', { kitchen: kitchen.id, entry: { kind: 'sample', ...about, grams: 130, place: '留样柜' } })
  }
  expect((await todo()).what).toBe('publish')
  town.moveTo(`${DAY}T13:30`)
  expect((await todo()).what).toBe('till')
  const { meals } = await office.call('meals.kitchen_day', { community: COMMUNITY })
  expect(meals).toMatchObject([{ meal: 'lunch', covers: 1, ways: { eatin: 1 }, hot: 5, measured: 6 - 1, sampled: 6 }])
})

test('the sheet of a meal is read by its own kitchen only', async () => {
  const stranger = await town.as('kitchen', '210102026001')
  await expect(stranger.call('meals.prep', slot())).rejects.toMatchObject({ code: 'meals.not_there' })
  const { id } = await eaterIn(town, GRID)
  const placed = await order(id, 'main', { way: 'pickup' })
  const settle = stranger.call('meals.settle_clash', { order: placed, version: 1, dish: kitchen.dishes.main })
  await expect(settle).rejects.toMatchObject({ code: 'meals.not_there' })
})
