/** The week's menu: saved, copied, published, and what cannot be taken back once somebody ordered. */
import { openTown, type Town } from '../../_kit/testing'
import type { PortionsDoc } from '../docs'
import { dishForm, kitchenIn, menuNow, menuOn, type TestKitchen } from '../town'

const DAY = '2026-11-24'
let town: Town
let kitchen: TestKitchen
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  kitchen = await kitchenIn(town)
})
afterEach(() => town.close())

/** Somebody orders, as ordering does it: one conditional inc. */
const sell = (slot: string, dish: string, n = 1) =>
  town.store.transaction(tx =>
    tx.update<PortionsDoc>('portions', `${slot}|${dish}`, { inc: { left: -n, sold: n } }, { when: { left: { gte: n } } }),
  )
const save = (items: { dish: string; portions: number }[], version: number, day = DAY) =>
  kitchen.cook.call('meals.save_menu', { kitchen: kitchen.id, day, meal: 'lunch', version, items })
const publish = (from: string, until = from) => kitchen.cook.call('meals.publish_menus', { kitchen: kitchen.id, from, until })

test('a menu is a draft until it is published, and every portion is still left', async () => {
  await menuOn(town, kitchen, DAY, { published: false, portions: 20 })
  const draft = await menuNow(kitchen, DAY)
  expect(draft).toMatchObject({ published: false, version: 1 })
  expect(draft.items).toHaveLength(6)
  expect(draft.items[0]).toMatchObject({ name: '两荤一素套餐', portions: 20, left: 20, held: 0, sold: 0 })
  expect(await publish(DAY)).toEqual({ published: 1 })
  expect(await menuNow(kitchen, DAY)).toMatchObject({ published: true, version: 2 })
  await expect(publish(DAY)).rejects.toMatchObject({ code: 'meals.nothing_to_publish' })
})

test('more portions are more that is left; fewer only down to what is ordered', async () => {
  const slot = await menuOn(town, kitchen, DAY, { only: ['main'], portions: 10 })
  const { main } = kitchen.dishes
  await sell(slot, main, 4)
  await save([{ dish: main, portions: 15 }], 2)
  expect((await menuNow(kitchen, DAY)).items[0]).toMatchObject({ portions: 15, left: 11, sold: 4 })
  await save([{ dish: main, portions: 4 }], 3)
  expect((await menuNow(kitchen, DAY)).items[0]).toMatchObject({ portions: 4, left: 0, sold: 4 })
  const refused = save([{ dish: main, portions: 3 }], 4)
  await expect(refused).rejects.toMatchObject({ code: 'meals.already_sold', message: '红烧肉已经订出去 4 份，份数不能少于 4' })
})

test('a dish somebody ordered cannot go, and the cook is told what to do instead; one nobody ordered can', async () => {
  const slot = await menuOn(town, kitchen, DAY, { only: ['main', 'side'], portions: 10 })
  const { main, side } = kitchen.dishes
  await sell(slot, main, 2)
  await expect(save([{ dish: side, portions: 10 }], 2)).rejects.toMatchObject({
    code: 'meals.already_sold',
    message: '红烧肉已经订出去 2 份，不能去掉。可以把份数改成 2，不再接新的',
  })
  await save([{ dish: main, portions: 10 }], 2)
  expect((await menuNow(kitchen, DAY)).items.map(one => one.name)).toEqual(['红烧肉'])
  expect(await town.store.get('portions', `${slot}|${side}`)).toBeNull()
})

test('portions held for standing orders are as good as sold', async () => {
  const slot = await menuOn(town, kitchen, DAY, { only: ['main', 'side'], portions: 10 })
  const { main, side } = kitchen.dishes
  await town.store.transaction(tx => tx.update('portions', `${slot}|${main}`, { inc: { left: -5, held: 5 } }))
  await expect(save([{ dish: side, portions: 10 }], 2)).rejects.toMatchObject({ message: expect.stringContaining('留着 5 份') })
  await expect(
    save(
      [
        { dish: main, portions: 4 },
        { dish: side, portions: 10 },
      ],
      2,
    ),
  ).rejects.toMatchObject({
    code: 'meals.already_sold',
  })
})

test('two cooks at once: the second is told that the menu has changed', async () => {
  await save([{ dish: kitchen.dishes.main, portions: 5 }], 0)
  await expect(save([{ dish: kitchen.dishes.side, portions: 5 }], 0)).rejects.toMatchObject({ code: 'meals.changed_meanwhile' })
})

test('a recipe of the day is that day’s; the book stays as it is, and a later change of the book leaves the day alone', async () => {
  const { main } = kitchen.dishes
  await menuOn(town, kitchen, DAY, {
    only: ['main'],
    items: { main: { ingredients: ['牛肉'], textures: ['soft'], price: 800, special: '周二特供' } },
  })
  await menuOn(town, kitchen, '2026-11-25', { only: ['main'] })
  const book = () => kitchen.cook.call('meals.dishes', { kitchen: kitchen.id })
  expect((await book()).find(one => one.id === main)?.ingredients).toEqual(['猪肉', '酱油'])
  await kitchen.cook.call('meals.save_dish', {
    kitchen: kitchen.id,
    dish: main,
    version: 1,
    form: dishForm('红烧肉', { ingredients: ['五花肉'] }),
  })
  expect((await menuNow(kitchen, DAY)).items[0]).toMatchObject({
    ingredients: ['牛肉'],
    textures: ['soft'],
    price: 800,
    special: '周二特供',
  })
  expect((await menuNow(kitchen, '2026-11-25')).items[0].ingredients).toEqual(['猪肉', '酱油'])
})

test('a menu names its dishes once, and what is given instead is another dish of the same menu', async () => {
  const { main, side } = kitchen.dishes
  const one = { dish: main, portions: 1 }
  await expect(save([one, one], 0)).rejects.toMatchObject({ code: 'meals.dish_twice' })
  for (const instead of [main, side])
    await expect(save([{ ...one, instead } as typeof one], 0)).rejects.toMatchObject({ code: 'meals.instead_wrong' })
  await expect(save([{ dish: 'd-of-nobody', portions: 1 }], 0)).rejects.toMatchObject({ code: 'meals.not_there' })
})

test('nothing is planned for a day off, for a meal not cooked, or for a meal that is over', async () => {
  const holidays = [{ from: DAY, until: DAY, words: '停水' }]
  const { id: shut } = await kitchenIn(town, kitchen.community, { holidays })
  const at = (id: string, day: string, meal: 'lunch' | 'dinner' = 'lunch') =>
    kitchen.cook.call('meals.save_menu', { kitchen: id, day, meal, version: 0, items: [] })
  await expect(at(shut, DAY)).rejects.toMatchObject({ code: 'meals.not_open', message: expect.stringContaining('停水') })
  await expect(at(kitchen.id, DAY, 'dinner')).rejects.toMatchObject({ code: 'meals.not_open' })
  await expect(at(kitchen.id, '2026-11-20')).rejects.toMatchObject({ code: 'meals.too_late' })
  town.moveTo('2026-11-21T12:29')
  await at(kitchen.id, '2026-11-21')
})

test('an empty menu is not published, and says which day is empty', async () => {
  await menuOn(town, kitchen, '2026-11-23', { published: false })
  await save([], 0)
  await expect(publish('2026-11-23', DAY)).rejects.toMatchObject({
    code: 'meals.menu_empty',
    message: expect.stringContaining('11 月 24 日'),
  })
  expect(await menuNow(kitchen, '2026-11-23')).toMatchObject({ published: false })
})

test('a day that has become a holiday since stays a draft, and why is said', async () => {
  await menuOn(town, kitchen, '2026-11-23', { published: false })
  await menuOn(town, kitchen, DAY, { published: false })
  const [{ id, version, community: _, ended: __, ...form }] = await kitchen.cook.call('meals.kitchens', { division: kitchen.community })
  const holidays = [{ from: DAY, until: DAY, words: '停水' }]
  await kitchen.cook.call('meals.save_kitchen', { kitchen: id, version, form: { ...form, holidays } })
  expect(await publish('2026-11-23', DAY)).toEqual({ published: 1, left: [{ day: DAY, why: '停水' }] })
})

describe('last week again', () => {
  test('every day that is still to come is copied as a draft with its portions; the others are named with why', async () => {
    const { main, other } = kitchen.dishes
    for (const day of ['2026-11-21', '2026-11-22'])
      await menuOn(town, kitchen, day, { only: ['main', 'other'], portions: { main: 12 }, items: { main: { instead: other } } })
    town.moveTo('2026-11-28T14:00')
    const answer = await kitchen.cook.call('meals.copy_menus', { kitchen: kitchen.id, from: '2026-11-22', to: '2026-11-26' })
    expect(answer).toEqual({ copied: ['2026-11-29'], left: [{ day: '2026-11-28', why: '已经过了' }] })
    const copy = await menuNow(kitchen, '2026-11-29')
    expect(copy).toMatchObject({ published: false, version: 1 })
    expect(copy.items[0]).toMatchObject({ dish: main, portions: 12, left: 12, instead: other })
    const again = kitchen.cook.call('meals.copy_menus', { kitchen: kitchen.id, from: '2026-11-22', to: '2026-11-26' })
    expect((await again).left.map(one => one.why)).toEqual(['已经过了', '已经排了菜单'])
  })

  test('what was changed for a day is not copied, and what is cooked no longer is left off and named', async () => {
    const { main, side } = kitchen.dishes
    const items = { main: { ingredients: ['牛肉'], price: 100, special: '周六的肉' }, other: { instead: side } }
    await menuOn(town, kitchen, '2026-11-21', { only: ['main', 'other', 'side'], items })
    await kitchen.cook.call('meals.end_dish', { dish: side, on: '2026-11-22' })
    const answer = await kitchen.cook.call('meals.copy_menus', { kitchen: kitchen.id, from: '2026-11-21', to: '2026-11-28' })
    expect(answer).toEqual({ copied: ['2026-11-28'], left: [], dropped: ['炒土豆丝'] })
    const copy = await menuNow(kitchen, '2026-11-28')
    expect(copy.items.map(one => one.dish)).toEqual([main, kitchen.dishes.other])
    expect(copy.items[0]).toMatchObject({ ingredients: ['猪肉', '酱油'], price: 1000, special: '周六的肉' })
    expect(copy.items[1]).not.toHaveProperty('instead')
  })

  test('a week without menus is nothing to copy', async () => {
    const copy = kitchen.cook.call('meals.copy_menus', { kitchen: kitchen.id, from: '2026-10-05', to: '2026-11-28' })
    await expect(copy).rejects.toMatchObject({ code: 'meals.nothing_to_copy' })
  })
})
