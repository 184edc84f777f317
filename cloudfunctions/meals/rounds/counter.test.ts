import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, kitchenForm, menuNow } from '../town'
import { type Carrying, carrying, routeForm } from './town'

let town: Town
let it: Carrying
let cook: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-23T08:30' })
  it = await carrying(town, [routeForm('a', ['1'])])
  cook = it.kitchen.cook
})
afterEach(() => town.close())
const kitchen = () => it.kitchen.id

test('a meal is given for its code, once: the second time says when and by whom', async () => {
  const { order } = await it.orders('1', '101', { way: 'pickup' })
  const { code } = await it.order(order)
  town.moveTo('2026-11-23T11:42')
  const given = await cook.call('meals.serve', { kitchen: kitchen(), code })
  expect(given).toMatchObject({ call: '张奶奶', way: 'pickup', cash: 1200, state: 'taken', said: '张玉华 11:42 来取走了' })
  expect(await it.order(order)).toMatchObject({ state: 'taken', handed: { outcome: 'picked' } })
  await expect(cook.call('meals.serve', { kitchen: kitchen(), order })).rejects.toMatchObject({
    ...{ code: 'meals.already_taken', message: '张奶奶的这一份已经取过了：张玉华 11:42 来取走了' },
  })
})

test('two people at two counters give the same meal at the same moment: one of them', async () => {
  const { order } = await it.orders('1', '101', { way: 'eatin' })
  const other = await town.as('volunteer', COMMUNITY, { name: '李娜' })
  const both = await Promise.all([cook, other].map(who => who.answer('meals.serve', { kitchen: kitchen(), order })))
  expect(both.map(one => one.status).sort()).toEqual([200, 409])
  const ledger = await town.store.find('ledger', { where: { community: COMMUNITY, day: '2026-11-23' }, limit: 10 })
  expect(ledger.items).toHaveLength(1)
})

test('a wrong code, another kitchen, a cancelled meal and one of tomorrow are told apart', async () => {
  const { order, eater } = await it.orders('1', '101', { way: 'pickup' })
  const { code } = await it.order(order)
  const wrong = code === '0000' ? '0001' : '0000'
  await expect(cook.call('meals.serve', { kitchen: kitchen(), code: wrong })).rejects.toMatchObject({ code: 'meals.not_there' })
  await eater.me.call('meals.cancel', { eater: eater.id, order })
  await expect(cook.call('meals.serve', { kitchen: kitchen(), order })).rejects.toMatchObject({ code: 'meals.cancelled' })
  const { order: eve } = await it.orders('1', '102', { way: 'pickup' })
  town.moveTo('2026-11-24T11:00')
  await expect(cook.call('meals.serve', { kitchen: kitchen(), order: eve })).rejects.toMatchObject({ code: 'meals.wrong_day' })
})

test('a volunteer at the counter finds by name or last digits, sees no code and no list of everybody', async () => {
  const { order } = await it.orders('1', '101', { way: 'pickup', name: '王秀英' })
  await it.orders('1', '102', { way: 'pickup' })
  const { code } = await it.order(order)
  const volunteer = await town.as('volunteer', COMMUNITY, { name: '李娜' })
  const look = (search?: string) => volunteer.call('meals.counter', { kitchen: kitchen(), ...(search ? { search } : {}) })
  expect((await look()).items).toEqual([])
  expect((await look('王')).items.map(({ call, digits }) => [call, digits])).toEqual([['王奶奶', undefined]])
  expect((await look(code.slice(2))).items.map(one => one.id)).toContain(order)
  expect((await cook.call('meals.counter', { kitchen: kitchen() })).items).toHaveLength(2)
})

test('somebody whose meal was to be brought comes in person: it is theirs, and nobody carries it any more', async () => {
  const { order } = await it.orders('1', '101')
  await it.make()
  await cook.call('meals.serve', { kitchen: kitchen(), order })
  const round = await cook.call('meals.round', { round: it.round('a') })
  expect(round.list.map(one => one.state)).toEqual(['done'])
  await it.make()
  expect((await it.rounds()).flatMap(one => one.stops)).toEqual([])
})

test('a guest pays and is counted, and never takes the last portion twice', async () => {
  const lines = [{ dish: it.kitchen.dishes.set, quantity: 1 }]
  const { id, total } = await cook.call('meals.serve_guest', { kitchen: kitchen(), meal: 'lunch', lines })
  expect(total).toBe(1200)
  expect(await it.order(id)).toMatchObject({ call: '散客', state: 'taken', pay: 'cash', handed: { outcome: 'eaten' } })
  const item = (await menuNow(it.kitchen, '2026-11-23'))?.items.find(one => one.dish === it.kitchen.dishes.set)
  expect(item).toMatchObject({ left: 49, sold: 1 })
  const counter = await cook.call('meals.counter', { kitchen: kitchen() })
  expect(counter).toMatchObject({ guests: 1, waiting: 0, taken: 0 })
  expect(counter.menu[0]).toMatchObject({ left: 49 })
  const many = [{ dish: it.kitchen.dishes.set, quantity: 9 }]
  const all = await Promise.all(
    Array.from({ length: 8 }, () => cook.answer('meals.serve_guest', { kitchen: kitchen(), meal: 'lunch', lines: many })),
  )
  expect(all.filter(one => one.status === 200)).toHaveLength(5)
})

test('a point of a central kitchen gives out its own meals, by their codes, and no others', async () => {
  const office = it.clerk
  await office.call('meals.save_kitchen', { kitchen: kitchen(), version: 1, form: kitchenForm({ kind: 'central' }) })
  const point = { kind: 'drop' as const, parent: kitchen(), servings: [], ways: ['pickup' as const] }
  const { id: drop } = await office.call('meals.add_kitchen', {
    community: COMMUNITY,
    form: kitchenForm({ name: '9号楼配送点', ...point }),
  })
  const { order: here } = await it.orders('1', '101', { way: 'pickup' })
  const away = await it.orders('1', '102', { way: 'pickup', name: '王秀英' })
  const lines = [{ dish: it.kitchen.dishes.set, quantity: 1 }]
  const form = {
    kitchen: kitchen(),
    day: '2026-11-23',
    meal: 'lunch' as const,
    lines,
    way: 'pickup' as const,
    pay: 'cash' as const,
    point: drop,
  }
  const { version } = await it.order(away.order)
  await office.call('meals.change', { eater: away.eater.id, order: away.order, version, form })
  expect((await cook.call('meals.counter', { kitchen: drop })).items.map(one => one.call)).toEqual(['王奶奶'])
  await expect(cook.call('meals.serve', { kitchen: drop, order: here })).rejects.toMatchObject({ code: 'meals.not_there' })
  const { code } = await it.order(away.order)
  expect(await cook.call('meals.serve', { kitchen: drop, code })).toMatchObject({ call: '王奶奶', state: 'taken' })
})

test('more than a thousand orders of a meal are all counted, and the last is found by name', async () => {
  const { order } = await it.orders('1', '101', { way: 'pickup' })
  const one = await it.order(order)
  const crowd = Array.from({ length: 1001 }, (_, n) => ({ ...one, _id: `a${n}|2026-11-23|lunch`, eater: `a${n}`, call: '王大爷' }))
  await town.store.load('orders', [...crowd, { ...one, _id: 'zz|2026-11-23|lunch', eater: 'zz', call: '赵大娘' }])
  expect((await cook.call('meals.counter', { kitchen: kitchen(), meal: 'lunch' })).waiting).toBe(1003)
  const found = await cook.call('meals.counter', { kitchen: kitchen(), meal: 'lunch', search: '赵' })
  expect(found.items.map(item => item.call)).toEqual(['赵大娘'])
})
