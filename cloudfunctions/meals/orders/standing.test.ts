import type { OrderForm, StandingForm } from '@domain/meals/contract/orders'
import type { Doc, Query, Store } from '../../_kit/store/port'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { reactions } from '../../reactions'
import type { AwayDoc, KitchenDoc, MenuDoc, OrderDoc } from '../docs'
import { type Dish, daughterOf, eaterIn, kitchenIn, menuNow, menuOn, type TestEater, type TestKitchen } from '../town'
import { make } from './make'
import { waiting } from './sitting'

const SATURDAY = '2026-11-21'
const SUNDAY = '2026-11-22'
const MONDAY = '2026-11-23'
let town: Town
let kitchen: TestKitchen
let eater: TestEater
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T08:00' })
  kitchen = await kitchenIn(town)
  eater = await eaterIn(town)
})
afterEach(() => town.close())

const weekly = (dishes: Dish[] = ['main'], more: Partial<StandingForm> = {}): StandingForm => ({
  ...{ kitchen: kitchen.id, meal: 'lunch', pay: 'cash', since: SATURDAY },
  days: [0, 1, 2, 3, 4, 5, 6].map(weekday => ({
    ...{ weekday, quantity: 1, way: 'delivery' as const, dishes: dishes.map(dish => kitchen.dishes[dish]) },
  })),
  ...more,
})
const set = (form = weekly(), version = 0, who: TestEater = eater) => who.me.call('meals.set_standing', { eater: who.id, version, form })
const form = (dish: Dish, day: string): OrderForm => ({
  ...{ kitchen: kitchen.id, day, meal: 'lunch', way: 'pickup', pay: 'cash', lines: [{ dish: kitchen.dishes[dish], quantity: 1 }] },
})
const doc = (day: string, who = eater) => town.store.get<OrderDoc>('orders', `${who.id}|${day}|lunch`)
const left = async (dish: Dish, day: string) => {
  const item = (await menuNow(kitchen, day)).items.find(one => one.dish === kitchen.dishes[dish])
  return [item?.left, item?.held, item?.sold]
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    error => error.code,
  )
const evening = async (day: string) => {
  town.moveTo(`${day}T18:00`)
  await town.tick()
}
const inbox = async (who: Someone) => (await who.call('notices.list', {})).items.map(({ title, body }) => `${title} ${body}`)

test('a standing order holds its portion from the day the menu is published, and becomes an order the evening before', async () => {
  await set()
  await menuOn(town, kitchen, SUNDAY, { portions: { main: 1 } })
  await town.tick()
  expect([await doc(SUNDAY), await left('main', SUNDAY)]).toEqual([null, [0, 1, 0]])
  const other = await eaterIn(town)
  expect(await code(other.me.call('meals.order', { eater: other.id, forms: [form('main', SUNDAY)] }))).toBe('meals.sold_out')
  const table = await eater.me.call('meals.table', { eater: eater.id, from: SUNDAY, days: 1 })
  expect(table.days[0].expected).toEqual([{ dish: kitchen.dishes.main, name: '红烧肉', quantity: 1, way: 'delivery' }])
  await evening(SATURDAY)
  expect(await doc(SUNDAY)).toMatchObject({ state: 'open', placed: { how: 'standing' }, touched: false, lines: [{ name: '红烧肉' }] })
  expect(await left('main', SUNDAY)).toEqual([0, 0, 1])
  await town.tick()
  await town.tick()
  expect(await left('main', SUNDAY)).toEqual([0, 0, 1])
})

test('the eater may order their held portion by hand', async () => {
  await set()
  await menuOn(town, kitchen, SUNDAY, { portions: { main: 1 } })
  await town.tick()
  await eater.me.call('meals.order', { eater: eater.id, forms: [form('main', SUNDAY)] })
  await evening(SATURDAY)
  expect([await left('main', SUNDAY), (await doc(SUNDAY))?.placed.how]).toEqual([[0, 0, 1], 'self'])
})

test('a changed standing order reaches every day not yet made, and what was changed by hand stays', async () => {
  await set()
  for (const day of [SUNDAY, MONDAY]) await menuOn(town, kitchen, day)
  await evening(SATURDAY)
  await eater.me.call('meals.change', {
    ...{ eater: eater.id, order: `${eater.id}|${SUNDAY}|lunch`, version: 1 },
    form: form('soup', SUNDAY),
  })
  await set(weekly(['other']), 1)
  await town.tick()
  expect([await left('main', MONDAY), await left('other', MONDAY)]).toEqual([
    [50, 0, 0],
    [49, 1, 0],
  ])
  await evening(SUNDAY)
  expect([(await doc(SUNDAY))?.lines[0].name, (await doc(MONDAY))?.lines[0].name]).toEqual(['萝卜汤', '清炖鸡块'])
})

test('a day that was cancelled or skipped is not made again; a skip that is taken back is', async () => {
  await set()
  for (const day of [SUNDAY, MONDAY, '2026-11-24']) await menuOn(town, kitchen, day)
  await evening(SATURDAY)
  await eater.me.call('meals.cancel', { eater: eater.id, order: `${eater.id}|${SUNDAY}|lunch` })
  for (const day of [MONDAY, '2026-11-24']) await eater.me.call('meals.skip', { eater: eater.id, kitchen: kitchen.id, day, meal: 'lunch' })
  await eater.me.call('meals.undo', { eater: eater.id, order: `${eater.id}|2026-11-24|lunch` })
  await town.tick()
  expect([await left('main', SUNDAY), await left('main', MONDAY), await left('main', '2026-11-24')]).toEqual([
    [50, 0, 0],
    [50, 0, 0],
    [49, 1, 0],
  ])
  await evening(SUNDAY)
  await evening(MONDAY)
  expect([(await doc(SUNDAY))?.state, (await doc(MONDAY))?.state, (await doc('2026-11-24'))?.state]).toEqual([
    'cancelled',
    'cancelled',
    'open',
  ])
  const skip = { eater: eater.id, kitchen: kitchen.id, meal: 'lunch' as const }
  expect(await code(eater.me.call('meals.skip', { ...skip, day: MONDAY }))).toBe('meals.too_late')
})

test('a pause cancels what it can, says what still comes, and ends by its date; a resumed day is made again', async () => {
  await set()
  for (const day of [SATURDAY, SUNDAY, MONDAY]) await menuOn(town, kitchen, day)
  await town.tick()
  expect((await doc(SATURDAY))?.state).toBe('open')
  await evening(SATURDAY)
  town.moveTo('2026-11-22T09:30')
  const paused = await eater.me.call('meals.pause', { eater: eater.id, from: SUNDAY, why: 'hospital' })
  expect(paused).toMatchObject({
    ...{ cancelled: 0, kept: [{ day: SUNDAY, meal: 'lunch' }] },
    words: '11月22日起不送餐，什么时候恢复您说了算。11月22日的午饭厨房已经备料，还会做好',
  })
  await evening(SUNDAY)
  expect([await doc(MONDAY), await left('main', MONDAY)]).toEqual([null, [50, 0, 0]])
  const { away } = (await eater.me.call('meals.table', { eater: eater.id, from: MONDAY, days: 1 })).days[0]
  await eater.me.call('meals.resume', { eater: eater.id, away: away?.id ?? '', on: MONDAY })
  await town.tick()
  expect((await doc(MONDAY))?.state).toBe('open')
  const again = await eater.me.call('meals.pause', { eater: eater.id, from: MONDAY, until: MONDAY, why: 'children' })
  expect(again).toMatchObject({ cancelled: 1, kept: [], words: '11月23日到11月23日不送餐，11月24日起照常。取消了 1 份订好的' })
  expect((await doc(MONDAY))?.state).toBe('cancelled')
  await eater.me.call('meals.resume', { eater: eater.id, away: again.id, on: MONDAY })
  await town.tick()
  expect([(await doc(MONDAY))?.state, await left('main', MONDAY)]).toEqual(['open', [49, 0, 1]])
})

test('a pause that comes between reading and writing wins', async () => {
  await set()
  const slot = await menuOn(town, kitchen, SUNDAY)
  const [sitting] = await waiting(town.store, { kitchen: kitchen.id, day: SUNDAY, meal: 'lunch' })
  const at = {
    kitchen: (await town.store.get<KitchenDoc>('kitchens', kitchen.id)) as KitchenDoc,
    menu: (await town.store.get<MenuDoc>('menus', slot)) as MenuDoc,
  }
  let paused = false
  const store: Store = {
    ...town.store,
    async find<D extends Doc>(collection: string, query: Query) {
      const page = await town.store.find<D>(collection, query)
      if (collection === 'aways' && !paused) {
        paused = true
        await eater.me.call('meals.pause', { eater: eater.id, from: SUNDAY, why: 'travel' })
      }
      return page
    },
  }
  const kit = { store, now: town.now(), today: SATURDAY, id: () => 'made', reactions }
  expect(await make(kit, at, sitting)).toBe('there')
  expect([paused, await doc(SUNDAY), await left('main', SUNDAY)]).toEqual([true, null, [50, 0, 0]])
})

test('an order made between the look and the pause is cancelled too', async () => {
  await set()
  await menuOn(town, kitchen, SUNDAY)
  await town.tick()
  town.moveTo('2026-11-21T18:00')
  await Promise.all([town.tick(), eater.me.call('meals.pause', { eater: eater.id, from: SUNDAY, why: 'travel' })])
  await town.tick()
  expect([null, 'cancelled']).toContain((await doc(SUNDAY))?.state ?? null)
  expect(await left('main', SUNDAY)).toEqual([50, 0, 0])
})

test('whoever must not eat pork gets what the kitchen gives instead, counted as its own line; else the next dish without a clash', async () => {
  const eats = { ingredients: ['猪肉'], allergens: [], dislikes: [], textures: [], pay: 'cash' as const }
  await eater.me.call('meals.set_diner', { eater: eater.id, version: 0, form: eats })
  await set()
  await menuOn(town, kitchen, SUNDAY, { items: { main: { instead: kitchen.dishes.side } } })
  await menuOn(town, kitchen, MONDAY)
  await menuOn(town, kitchen, '2026-11-24', { only: ['main', 'set'] })
  await town.tick()
  const list = await kitchen.cook.call('meals.clashes', { kitchen: kitchen.id, from: SATURDAY, days: 7 })
  expect(list.map(({ day, clash, settled }) => [day, clash.name, clash.instead?.name, settled])).toEqual([
    [SUNDAY, '红烧肉', '炒土豆丝', true],
    [MONDAY, '红烧肉', undefined, true],
    ['2026-11-24', '红烧肉', undefined, false],
  ])
  for (const day of [SATURDAY, SUNDAY, MONDAY]) await evening(day)
  expect((await doc(SUNDAY))?.lines).toMatchObject([{ name: '炒土豆丝', instead: '红烧肉', quantity: 1 }])
  expect((await doc(MONDAY))?.lines).toMatchObject([{ name: '清炖鸡块' }])
  expect((await doc('2026-11-24'))?.lines).toMatchObject([{ name: '红烧肉' }])
  expect((await eater.me.call('meals.orders', { eater: eater.id })).items[0].clashes).toMatchObject([{ name: '红烧肉', why: '里面有猪肉' }])
})

test('a clash is refused until it is agreed to by name, and the substitute is named', async () => {
  const eats = { ingredients: [], allergens: ['花生'], dislikes: [], textures: [], pay: 'cash' as const }
  await eater.me.call('meals.set_diner', { eater: eater.id, version: 0, form: eats })
  await menuOn(town, kitchen, SUNDAY, { items: { dessert: { instead: kitchen.dishes.soup } } })
  const lines = [kitchen.dishes.other, kitchen.dishes.dessert].map(dish => ({ dish, quantity: 1 }))
  const asked = { ...form('other', SUNDAY), lines }
  await expect(eater.me.call('meals.order', { eater: eater.id, forms: [asked] })).rejects.toMatchObject({
    ...{ code: 'meals.clash', message: '花生糕里面有花生（过敏），可以换成萝卜汤。要是还想要，请确认一次' },
  })
  expect((await eater.me.call('meals.quote', { eater: eater.id, form: asked })).clashes).toMatchObject([
    { name: '花生糕', instead: { name: '萝卜汤' } },
  ])
  await eater.me.call('meals.order', { eater: eater.id, forms: [{ ...asked, accepted: [kitchen.dishes.dessert] }] })
  expect((await eater.me.call('meals.orders', { eater: eater.id })).items[0].clashes).toEqual([])
})

test('a menu that clashes is told when it is published, also to the daughter, once', async () => {
  const daughter = await daughterOf(town, eater)
  const eats = { ingredients: ['猪肉'], allergens: [], dislikes: [], textures: [], pay: 'cash' as const }
  await daughter.call('meals.set_diner', { eater: eater.id, version: 0, form: eats })
  await set()
  await menuOn(town, kitchen, '2026-11-28', { only: ['main', 'side'], items: { main: { instead: kitchen.dishes.side } } })
  for (let n = 0; n < 3; n++) await town.tick()
  expect(await inbox(eater.me)).toEqual(['11月28日的午饭有不能吃的 红烧肉里面有猪肉，到时给换成炒土豆丝'])
  // her account is the one her consent has made
  const [family] = (
    await town.store.find<Doc & { account: string }>('memberships', { where: { scope: kitchen.community }, limit: 99 })
  ).items
    .filter(one => one._id.startsWith('family|'))
    .map(one => town.again(one.account))
  expect(await inbox(family)).toEqual(['张奶奶：11月28日的午饭有不能吃的 红烧肉里面有猪肉，到时给换成炒土豆丝'])
})

test('whoever gets no meal by their standing order is told, and so is the kitchen; more portions make it after all', async () => {
  await set()
  await menuOn(town, kitchen, SUNDAY, { portions: 0, only: ['main'] })
  await town.tick()
  await evening(SATURDAY)
  for (let n = 0; n < 3; n++) await town.tick()
  expect(await doc(SUNDAY)).toBeNull()
  expect(await inbox(eater.me)).toEqual(['11月22日的午饭没订上 菜都订完了。可以改订别的，或者打电话给妈妈厨房'])
  expect((await inbox(kitchen.cook))[0]).toMatch(/有人的长期订餐没订上：11月22日的午饭 .* 张奶奶：菜都订完了/)
  const items = [{ dish: kitchen.dishes.main, portions: 3 }]
  await kitchen.cook.call('meals.save_menu', { kitchen: kitchen.id, day: SUNDAY, meal: 'lunch', version: 2, items })
  for (let n = 0; n < 2; n++) await town.tick()
  expect([(await doc(SUNDAY))?.state, await left('main', SUNDAY)]).toEqual(['open', [2, 0, 1]])
})

test('a clock that slept until the meal was served tells whoever waited for it, and the kitchen', async () => {
  await set()
  await menuOn(town, kitchen, SUNDAY)
  await town.tick()
  town.moveTo(`${SUNDAY}T13:00`)
  for (let n = 0; n < 3; n++) await town.tick()
  expect(await doc(SUNDAY)).toBeNull()
  expect(await inbox(eater.me)).toEqual(['11月22日的午饭没订上 系统停过一阵，没赶上订餐。可以改订别的，或者打电话给妈妈厨房'])
  expect((await inbox(kitchen.cook))[0]).toMatch(/有人的长期订餐没订上：11月22日的午饭 .* 张奶奶/)
})

test('a standing order begun after a meal was served misses nothing', async () => {
  await menuOn(town, kitchen, SATURDAY)
  town.moveTo(`${SATURDAY}T13:00`)
  await set()
  for (let n = 0; n < 2; n++) await town.tick()
  expect(await inbox(eater.me)).toEqual([])
})

test('a kitchen without a menu for tomorrow is told in the afternoon who waits for it, once', async () => {
  await set()
  for (const hour of ['14:00', '15:00', '15:40', '17:00']) {
    town.moveTo(`${SATURDAY}T${hour}`)
    for (let n = 0; n < 2; n++) await town.tick()
  }
  expect(await inbox(kitchen.cook)).toEqual(['妈妈厨房11月22日的午饭还没有菜单 有 1 份长期订餐等着，菜单发布以后才能订上'])
})

test('with too little in the meal account the meal still comes, paid at the door', async () => {
  await set(weekly(['main'], { pay: 'account' }))
  await menuOn(town, kitchen, SUNDAY)
  await evening(SATURDAY)
  expect(await doc(SUNDAY)).toMatchObject({ state: 'open', pay: 'cash' })
})

test('a death ends the standing order, cancels what is to come and explains what is being cooked', async () => {
  for (const day of [SATURDAY, SUNDAY, MONDAY]) await menuOn(town, kitchen, day)
  await set()
  await eater.me.call('meals.order', { eater: eater.id, forms: [form('main', MONDAY)] })
  await town.tick()
  town.moveTo('2026-11-21T10:00')
  const office = await town.as('community', kitchen.community)
  await office.call('people.end_resident', { resident: eater.id, on: SATURDAY, why: 'deceased' })
  for (let n = 0; n < 2; n++) await town.tick()
  await evening(SATURDAY)
  expect([(await doc(SATURDAY))?.state, await doc(SUNDAY), (await doc(MONDAY))?.state]).toEqual(['explained', null, 'cancelled'])
  expect([await left('main', SUNDAY), await left('main', MONDAY)]).toEqual([
    [50, 0, 0],
    [50, 0, 0],
  ])
})

test('a corrected address is where the meals of the coming days go', async () => {
  await menuOn(town, kitchen, SUNDAY)
  await eater.me.call('meals.order', { eater: eater.id, forms: [{ ...form('main', SUNDAY), way: 'delivery' }] })
  const office = await town.as('community', kitchen.community)
  const address = { building: '7', unit: '3', room: '502' }
  await office.call('people.correct_household', { household: eater.household, version: 1, address })
  await town.tick()
  expect(await doc(SUNDAY)).toMatchObject({ door: '7号楼 3单元 502', building: '7' })
})

test('two kitchens cannot both bring the same meal of a weekday', async () => {
  const second = await kitchenIn(town, kitchen.community, { name: '第二厨房' })
  await set()
  expect(await code(set(weekly([], { kitchen: second.id })))).toBe('meals.dates_wrong')
  await eater.me.call('meals.end_standing', { eater: eater.id, standing: `${eater.id}|${kitchen.id}|lunch`, on: SUNDAY })
  expect(await code(set(weekly([], { kitchen: second.id, since: MONDAY })))).toBe('fine')
})

test('only staff write the alert, and only they read it', async () => {
  const eats = { ingredients: [], allergens: [], dislikes: [], textures: [], pay: 'cash' as const }
  expect(await code(eater.me.call('meals.set_diner', { eater: eater.id, version: 0, form: eats, alert: '当心' }))).toBe('meals.staff_only')
  await kitchen.cook.call('meals.set_diner', { eater: eater.id, version: 0, form: eats, alert: '有狗' })
  await eater.me.call('meals.set_diner', { eater: eater.id, version: 1, form: { ...eats, doorNote: '敲门' } })
  expect(await eater.me.call('meals.diner', { eater: eater.id })).toMatchObject({ doorNote: '敲门', version: 2 })
  expect(await eater.me.call('meals.diner', { eater: eater.id })).not.toHaveProperty('alert')
  expect(await kitchen.cook.call('meals.diner', { eater: eater.id })).toMatchObject({ alert: '有狗' })
})

test('staff may write down that somebody has been away for days', async () => {
  expect(await code(eater.me.call('meals.pause', { eater: eater.id, from: '2026-11-19', why: 'hospital' }))).toBe('meals.dates_wrong')
  const { id } = await kitchen.cook.call('meals.pause', { eater: eater.id, from: '2026-11-19', why: 'hospital' })
  expect(await town.store.get<AwayDoc>('aways', id)).toMatchObject({ from: '2026-11-19', why: 'hospital' })
})

test('a day that will be ordered by itself is shown before its menu is out, without a dish', async () => {
  await menuOn(town, kitchen, SUNDAY)
  await set(weekly([]))
  const { days } = await eater.me.call('meals.table', { eater: eater.id, days: 3 })
  expect(days.map(({ day, expected }) => [day, expected?.map(one => one.dish)])).toEqual([
    [SATURDAY, [undefined]],
    [SUNDAY, [kitchen.dishes.set]],
    [MONDAY, [undefined]],
  ])
})
