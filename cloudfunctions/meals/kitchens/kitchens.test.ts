/** Kitchens and the points of a central one: who may open what, and what they keep of each other. */
import type { KitchenForm } from '@domain/meals/contract/kitchens'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { KitchenDoc } from '../docs'
import { COMMUNITY, dishForm, eaterIn, kitchenForm, kitchenIn, menuNow, menuOn } from '../town'

const OTHER = '210102025014'
let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  office = await town.as('community', COMMUNITY)
})
afterEach(() => town.close())

const add = async (form: Partial<KitchenForm> = {}, community = COMMUNITY, who = office) =>
  (await who.call('meals.add_kitchen', { community, form: kitchenForm(form) })).id
const list = async (who = office, division = COMMUNITY) => (await who.call('meals.kitchens', { division })).map(one => one.name)
const parentWrong = { code: 'meals.parent_wrong' }

test('a kitchen feeds its own community whatever is ticked, and its words are tidied', async () => {
  await add({ name: ' 妈妈厨房 ', serves: [OTHER], phone: ' ' })
  const [kitchen] = await office.call('meals.kitchens', { division: COMMUNITY })
  expect(kitchen).toMatchObject({ name: '妈妈厨房', serves: [COMMUNITY, OTHER], version: 1 })
  expect(kitchen).not.toHaveProperty('phone')
})

describe('a central kitchen', () => {
  test('has points that it feeds, and is never one of its own', async () => {
    const central = await add({ name: '中央厨房', kind: 'central' })
    const point = await add({ name: '配送点', kind: 'drop', parent: central, servings: [] })
    expect(await list()).toEqual(['中央厨房', '配送点'])
    await expect(add({ kind: 'point' })).rejects.toMatchObject(parentWrong)
    await expect(add({ kind: 'point', parent: point, servings: [] })).rejects.toMatchObject(parentWrong)
    await expect(add({ kind: 'central', parent: central })).rejects.toMatchObject(parentWrong)
    const itself = { ...kitchenForm({ name: '中央厨房', kind: 'drop', parent: central, servings: [] }) }
    await expect(office.call('meals.save_kitchen', { kitchen: central, version: 1, form: itself })).rejects.toMatchObject(parentWrong)
  })

  test('stays central, open and feeding a place while a point there is open', async () => {
    const central = await add({ name: '中央厨房', kind: 'central', serves: [OTHER] })
    const there = await town.as('community', OTHER)
    const point = await add({ name: '配送点', kind: 'drop', parent: central, servings: [] }, OTHER, there)
    const save = (form: Partial<KitchenForm>) =>
      office.call('meals.save_kitchen', { kitchen: central, version: 1, form: kitchenForm(form) })
    await expect(save({ kind: 'kitchen', serves: [OTHER] })).rejects.toMatchObject(parentWrong)
    await expect(save({ kind: 'central', serves: [] })).rejects.toMatchObject(parentWrong)
    await expect(office.call('meals.end_kitchen', { kitchen: central, on: '2026-12-01' })).rejects.toMatchObject(parentWrong)
    await there.call('meals.end_kitchen', { kitchen: point, on: '2026-12-01' })
    await save({ name: '小厨房', kind: 'kitchen' })
  })

  test('of another community must feed this one before a point is opened here', async () => {
    const there = await town.as('community', OTHER)
    const central = await add({ name: '别处的', kind: 'central' }, OTHER, there)
    await expect(add({ kind: 'drop', parent: central, servings: [] })).rejects.toMatchObject(parentWrong)
  })

  test('cooks; its points do not: a menu is the central kitchen’s', async () => {
    const central = await add({ name: '中央厨房', kind: 'central' })
    const point = await add({ name: '配送点', kind: 'drop', parent: central, servings: [] })
    const menu = { kitchen: point, day: '2026-11-23', meal: 'lunch' as const, version: 0, items: [] }
    await expect(office.call('meals.save_menu', menu)).rejects.toMatchObject({ code: 'meals.not_open' })
  })
})

test('times that cannot be are refused with a sentence', async () => {
  const lunch = kitchenForm().servings[0]
  await expect(add({ servings: [{ ...lunch, to: '10:00' }] })).rejects.toMatchObject({ code: 'meals.times_wrong' })
  await expect(add({ servings: [] })).rejects.toMatchObject({ code: 'meals.times_wrong' })
})

test('two people change a kitchen at once: the second is told', async () => {
  const kitchen = await add()
  const save = () => office.call('meals.save_kitchen', { kitchen, version: 1, form: kitchenForm({ address: '6号楼' }) })
  await save()
  await expect(save()).rejects.toMatchObject({ code: 'meals.changed_meanwhile' })
})

test('a kitchen closes only after its orders are settled with those who ordered', async () => {
  const kitchen = await kitchenIn(town)
  await menuOn(town, kitchen, '2026-11-24')
  const order = { _id: 'o', kitchen: kitchen.id, community: COMMUNITY, day: '2026-11-24', state: 'open' }
  await town.store.load('orders', [order])
  const end = (on: string) => office.call('meals.end_kitchen', { kitchen: kitchen.id, on })
  await expect(end('2026-11-23')).rejects.toMatchObject({ code: 'meals.still_ordered', message: expect.stringContaining('11 月 24 日') })
  await end('2026-11-24')
  const later = { kitchen: kitchen.id, day: '2026-11-25', meal: 'lunch' as const, version: 0, items: [] }
  await expect(kitchen.cook.call('meals.save_menu', later)).rejects.toMatchObject({ code: 'meals.not_open' })
})

describe('a day off that comes unexpectedly', () => {
  const DAY = '2026-11-24'
  const form = (kitchen: string, dish: string, pay: 'account' | 'cash' = 'cash') => ({
    ...{ kitchen, day: DAY, meal: 'lunch' as const, lines: [{ dish, quantity: 1 }], way: 'pickup' as const, pay },
  })

  test('calls off what was ordered for it, gives portions and money back and tells who ordered; other days stay', async () => {
    const kitchen = await kitchenIn(town)
    await menuOn(town, kitchen, DAY)
    await menuOn(town, kitchen, '2026-11-25')
    const { id: eater, me } = await eaterIn(town)
    await kitchen.cook.call('meals.top_up', { kitchen: kitchen.id, eater, fen: 5000, how: 'cash', receipt: 'A1' })
    const forms = [form(kitchen.id, kitchen.dishes.main, 'account'), { ...form(kitchen.id, kitchen.dishes.main), day: '2026-11-25' }]
    await me.call('meals.order', { eater, forms })
    const [{ id, version, community: _, ...known }] = await office.call('meals.kitchens', { division: COMMUNITY })
    const shut = { ...known, holidays: [{ from: DAY, until: DAY, words: '停水' }] }
    await office.call('meals.save_kitchen', { kitchen: id, version, form: shut })
    await town.tick()
    await town.tick()
    const { items } = await me.call('meals.orders', { eater })
    expect(items.map(one => [one.day, one.state])).toEqual([
      ['2026-11-25', 'open'],
      [DAY, 'cancelled'],
    ])
    expect((await me.call('meals.account', { eater })).balance).toBe(5000)
    expect((await menuNow(kitchen, DAY)).items.find(one => one.name === '红烧肉')).toMatchObject({ left: 50, sold: 0 })
    const notices = await me.call('notices.list', {})
    expect(notices.items.map(one => [one.title, one.body])[0]).toEqual(['11 月 24 日的午饭取消了', expect.stringContaining('停水')])
  })

  test('a point that shuts takes no order for that day, and calls off what would have been collected there', async () => {
    const kitchen = await kitchenIn(town)
    const central = { kind: 'central' as const, ways: ['pickup' as const, 'delivery' as const] }
    const [{ version }] = await office.call('meals.kitchens', { division: COMMUNITY })
    await office.call('meals.save_kitchen', { kitchen: kitchen.id, version, form: kitchenForm(central) })
    await menuOn(town, kitchen, DAY)
    const at = kitchenForm({ name: '配送点', kind: 'drop', parent: kitchen.id, servings: [], ways: ['pickup'] })
    const { id: point } = await office.call('meals.add_kitchen', { community: COMMUNITY, form: at })
    const { id: eater, me } = await eaterIn(town)
    const other = await eaterIn(town)
    const meal = { ...form(kitchen.id, kitchen.dishes.main), way: 'pickup' as const }
    await me.call('meals.order', { eater, forms: [{ ...meal, point }] })
    await other.me.call('meals.order', { eater: other.id, forms: [meal] })
    const holidays = [{ from: DAY, until: DAY, words: '刷墙' }]
    await office.call('meals.save_kitchen', { kitchen: point, version: 1, form: { ...at, holidays } })
    await town.tick()
    await town.tick()
    const stateOf = async (who: Someone, id: string) => (await who.call('meals.orders', { eater: id })).items[0].state
    expect([await stateOf(me, eater), await stateOf(other.me, other.id)]).toEqual(['cancelled', 'open'])
    expect((await me.call('notices.list', {})).items[0].body).toContain('配送点刷墙')
    await expect(me.call('meals.order', { eater, forms: [{ ...meal, point }] })).rejects.toMatchObject({
      ...{ code: 'meals.not_served_here', message: expect.stringContaining('刷墙') },
    })
  })

  test('and lets standing orders go; they come again when the day is opened after all', async () => {
    const kitchen = await kitchenIn(town)
    await menuOn(town, kitchen, DAY)
    const { id: eater, me } = await eaterIn(town)
    const days = [0, 1, 2, 3, 4, 5, 6].map(weekday => ({ weekday, dishes: [], quantity: 1, way: 'pickup' as const }))
    const standing = { kitchen: kitchen.id, meal: 'lunch' as const, days, pay: 'cash' as const, since: '2026-11-21' }
    await me.call('meals.set_standing', { eater, version: 0, form: standing })
    const held = async () => (await menuNow(kitchen, DAY)).items[0].held
    const save = async (holidays: KitchenForm['holidays']) => {
      const [{ id, version, community: _, ...known }] = await office.call('meals.kitchens', { division: COMMUNITY })
      await office.call('meals.save_kitchen', { kitchen: id, version, form: { ...known, holidays } })
      await town.tick()
    }
    await town.tick()
    expect(await held()).toBe(1)
    await save([{ from: DAY, until: DAY, words: '停水' }])
    expect(await held()).toBe(0)
    await save([])
    expect(await held()).toBe(1)
    town.moveTo('2026-11-23T18:30')
    await town.tick()
    expect((await me.call('meals.orders', { eater })).items[0]).toMatchObject({ day: DAY, state: 'open' })
    await save([{ from: DAY, until: DAY, words: '停水' }])
    expect((await me.call('meals.orders', { eater })).items[0].state).toBe('cancelled')
    await save([])
    expect((await me.call('meals.orders', { eater })).items[0].state).toBe('open')
  })

  test('is not undone by whoever had ordered', async () => {
    const kitchen = await kitchenIn(town)
    await menuOn(town, kitchen, DAY)
    const { id: eater, me } = await eaterIn(town)
    await me.call('meals.order', { eater, forms: [form(kitchen.id, kitchen.dishes.main)] })
    const [{ id, version, community: _, ...known }] = await office.call('meals.kitchens', { division: COMMUNITY })
    const holidays = [{ from: DAY, until: DAY, words: '停水' }]
    await office.call('meals.save_kitchen', { kitchen: id, version, form: { ...known, holidays } })
    await town.tick()
    await expect(me.call('meals.undo', { eater, order: `${eater}|${DAY}|lunch` })).rejects.toMatchObject({
      ...{ code: 'meals.not_served_here', message: expect.stringContaining('停水') },
    })
    expect((await me.call('meals.orders', { eater })).items[0].state).toBe('cancelled')
  })

  test('an order that slipped in while the kitchen was ended is called off too', async () => {
    const kitchen = await kitchenIn(town)
    await menuOn(town, kitchen, DAY)
    const { id: eater, me } = await eaterIn(town)
    await office.call('meals.end_kitchen', { kitchen: kitchen.id, on: '2026-11-23' })
    const { ended, ...open } = (await town.store.get<KitchenDoc>('kitchens', kitchen.id)) as KitchenDoc
    const put = (doc: KitchenDoc) => town.store.transaction(tx => tx.put('kitchens', doc))
    await put(open)
    await me.call('meals.order', { eater, forms: [form(kitchen.id, kitchen.dishes.main)] })
    await put({ ...open, ended })
    await town.tick()
    expect((await me.call('meals.orders', { eater })).items[0].state).toBe('cancelled')
  })

  test('leaves alone a meal that is being served', async () => {
    const kitchen = await kitchenIn(town)
    await menuOn(town, kitchen, '2026-11-21')
    const { id: eater, me } = await eaterIn(town)
    await me.call('meals.order', { eater, forms: [{ ...form(kitchen.id, kitchen.dishes.main), day: '2026-11-21' }] })
    town.moveTo('2026-11-21T11:10')
    const [{ id, version, community: _, ...known }] = await office.call('meals.kitchens', { division: COMMUNITY })
    const shut = { ...known, holidays: [{ from: '2026-11-21', until: '2026-11-21', words: '停水' }] }
    await office.call('meals.save_kitchen', { kitchen: id, version, form: shut })
    await town.tick()
    expect((await me.call('meals.orders', { eater })).items[0].state).toBe('open')
  })
})

describe('who sees which kitchens', () => {
  test('everybody of a place sees those that feed it; the street sees all of its communities’', async () => {
    const there = await town.as('community', OTHER)
    await add({ name: '远近都送', serves: [COMMUNITY] }, OTHER, there)
    await add({ name: '只送那边' }, OTHER, there)
    await add({ name: '妈妈厨房' })
    const worker = await town.as('grid', `${COMMUNITY}001`)
    const street = await town.as('street', '210102025')
    expect((await list(worker)).sort()).toEqual(['妈妈厨房', '远近都送'].sort())
    expect(await list(street, '210102025')).toHaveLength(3)
    expect(await list(worker, '210102025')).toHaveLength(2)
  })

  test('a cook of another community changes nothing, and is told that it is not there', async () => {
    const kitchen = await kitchenIn(town)
    const cook = await town.as('kitchen', OTHER)
    const gone = { code: 'meals.not_there' }
    await expect(cook.call('meals.dishes', { kitchen: kitchen.id })).rejects.toMatchObject(gone)
    await expect(cook.call('meals.save_dish', { kitchen: kitchen.id, form: dishForm('新菜') })).rejects.toMatchObject(gone)
    await expect(cook.call('meals.end_dish', { dish: kitchen.dishes.main, on: '2026-12-01' })).rejects.toMatchObject(gone)
    const own = await kitchenIn(town, OTHER)
    const stolen = { kitchen: own.id, dish: kitchen.dishes.main, version: 1, form: dishForm('抢来的') }
    await expect(cook.call('meals.save_dish', stolen)).rejects.toMatchObject(gone)
  })
})

describe('the book of dishes', () => {
  test('two dishes of one kitchen have two names, until one is cooked no longer', async () => {
    const { id: kitchen, cook, dishes } = await kitchenIn(town)
    const save = () => cook.call('meals.save_dish', { kitchen, form: dishForm(' 红烧肉 ') })
    await expect(save()).rejects.toMatchObject({ code: 'meals.dish_taken' })
    await cook.call('meals.end_dish', { dish: dishes.main, on: '2026-11-20' })
    await save()
    const names = (await cook.call('meals.dishes', { kitchen })).map(one => [one.name, one.ended])
    expect(names.at(-1)).toEqual(['红烧肉', '2026-11-20'])
    expect(names.filter(([name]) => name === '红烧肉')).toHaveLength(2)
  })
})
