/** One kitchen, two communities, a 3号楼 in each: nobody's lunch goes to the other one. */
import { openTown, type Town } from '../../_kit/testing'
import { dayOf } from '../../_kit/time'
import { orderId } from '../docs'
import { COMMUNITY, eaterIn, GRID, kitchenForm, kitchenIn, menuOn, type TestEater, type TestKitchen } from '../town'
import { carrying, routeForm } from './town'

const OTHER = '210102025014'
const THERE = `${OTHER}001`
const FAR = `${OTHER}/3`
const NEAR_ROUTE = routeForm('a', ['3'], { name: '东线' })
const FAR_ROUTE = routeForm('b', [FAR], { name: '远线' })
let town: Town
let it: Awaited<ReturnType<typeof carrying>>
let here: TestEater
let there: TestEater
const day = () => dayOf(town.now())
const slot = () => ({ kitchen: it.kitchen.id, day: day(), meal: 'lunch' as const })
const routes = (version: number, ...all: (typeof NEAR_ROUTE)[]) =>
  it.kitchen.cook.call('meals.save_routes', { kitchen: it.kitchen.id, version, routes: all })

async function orders(eater: TestEater, kitchen: TestKitchen = it.kitchen) {
  const lines = [{ dish: kitchen.dishes.set, quantity: 1 }]
  const form = { kitchen: kitchen.id, day: day(), meal: 'lunch' as const, lines, way: 'delivery' as const, pay: 'cash' as const }
  await eater.me.call('meals.order', { eater: eater.id, forms: [form] })
  return orderId(eater.id, day(), 'lunch')
}

/** Works in the kitchen's community too. */
const alsoHere = ({ id }: { id: string }) =>
  town.store.load('memberships', [{ _id: `${id}|here`, account: id, role: 'community', scope: COMMUNITY, since: '2020-01-01' }])

beforeEach(async () => {
  town = await openTown({ now: '2026-11-23T08:30' })
  it = await carrying(town, [])
  const form = { ...kitchenForm(), serves: [OTHER] }
  await it.clerk.call('meals.save_kitchen', { kitchen: it.kitchen.id, version: 1, form })
  const door = { building: '3', unit: '1', room: '101' }
  here = await eaterIn(town, GRID, door)
  there = await eaterIn(town, THERE, { ...door, name: '王淑珍' })
})
afterEach(() => town.close())

test('each order is on its own round, and door, label, sheet and screen say which community', async () => {
  await routes(0, NEAR_ROUTE, FAR_ROUTE)
  const [near, far] = [await orders(here), await orders(there)]
  const elsewhere = { route: 'b', building: FAR, door: '文安路社区 3号楼 1单元 101', home: THERE, community: COMMUNITY }
  expect(await it.order(far)).toMatchObject(elsewhere)
  expect(await it.order(near)).toMatchObject({ route: 'a', building: '3', door: '3号楼 1单元 101' })
  await it.make()
  const cards = (await it.kitchen.cook.call('meals.rounds', { kitchen: it.kitchen.id })).rounds
  expect(cards.map(one => [one.name, one.buildings])).toEqual([
    ['东线', ['3']],
    ['远线', ['文安路社区 3']],
  ])
  const stops = async (route: string) => (await it.kitchen.cook.call('meals.round', { round: it.round(route) })).list.map(one => one.door)
  expect([await stops('a'), await stops('b')]).toEqual([['3号楼 1单元 101'], ['文安路社区 3号楼 1单元 101']])
  const papers = await it.kitchen.cook.call('meals.papers', slot())
  expect(papers.labels.map(({ call, door, place }) => [call, door, place])).toEqual([
    ['张奶奶', '3号楼 1单元 101', expect.stringContaining('东线')],
    ['王奶奶', '文安路社区 3号楼 1单元 101', expect.stringContaining('远线')],
  ])
  expect(papers.sheets.map(sheet => sheet.stops.map(stop => stop.door))).toEqual([['3号楼 1单元 101'], ['文安路社区 3号楼 1单元 101']])
})

test('a route of the 3号楼 here does not pass the one there: it is offered under its community, and found once it is on a route', async () => {
  await routes(0, NEAR_ROUTE)
  const order = await orders(there)
  expect((await it.order(order)).route).toBeUndefined()
  const book = await it.kitchen.cook.call('meals.routes', { kitchen: it.kitchen.id })
  expect(book).toMatchObject({ buildings: ['3', FAR], without: [FAR], names: { [OTHER]: '文安路社区' } })
  const { loose } = await it.kitchen.cook.call('meals.rounds', { kitchen: it.kitchen.id })
  expect(loose).toMatchObject([{ order, why: '还没有路线经过 文安路社区 3 号楼' }])
  const { blocked } = await it.kitchen.cook.call('meals.prep', slot())
  expect(blocked).toMatchObject([{ order, why: 'route', door: '文安路社区 3号楼 1单元 101', words: '没有人送 3 号楼' }])
  await expect(it.kitchen.cook.call('meals.find_route', { order })).rejects.toMatchObject({ code: 'meals.no_route' })
  const twice = { code: 'meals.building_twice', message: expect.stringMatching(/^文安路社区 3 号楼/) }
  await expect(routes(1, FAR_ROUTE, { ...NEAR_ROUTE, buildings: [FAR] })).rejects.toMatchObject(twice)
  await routes(1, NEAR_ROUTE, FAR_ROUTE)
  await it.kitchen.cook.call('meals.find_route', { order })
  expect(await it.order(order)).toMatchObject({ route: 'b', building: FAR, door: '文安路社区 3号楼 1单元 101' })
})

test('a round that passes both walks one community after the other', async () => {
  await routes(0, routeForm('a', ['1', FAR, '3']))
  const second = await eaterIn(town, THERE, { building: '3', unit: '2', room: '201' })
  const all = [await orders(here), await orders(second), await orders(there)]
  await it.make()
  expect((await it.rounds())[0].stops).toEqual([all[2], all[1], all[0]])
  const sorted = (await Promise.all(all.map(it.order))).sort((a, b) => (a.walk < b.walk ? -1 : 1))
  expect(sorted.map(one => one._id)).toEqual([all[0], all[2], all[1]])
})

test('whoever moves into the community of the kitchen is brought their meal there, and a door put right there stays there', async () => {
  await routes(0, NEAR_ROUTE, FAR_ROUTE)
  const order = await orders(there)
  const office = await town.as('community', OTHER, { name: '社区的人' })
  const address = { building: '3', unit: '2', room: '301' }
  const { version } = await office.call('people.household', { household: there.household })
  await office.call('people.correct_household', { household: there.household, version, address })
  await town.tick()
  expect(await it.order(order)).toMatchObject({ route: 'b', building: FAR, door: '文安路社区 3号楼 2单元 301' })
  await alsoHere(office)
  await office.call('people.move_resident', { resident: there.id, household: here.household, on: day() })
  await town.tick()
  expect(await it.order(order)).toMatchObject({ route: 'a', building: '3', door: '3号楼 1单元 101', home: GRID })
})

test('ordered at the kitchen next door and taken back: the door is said as the first kitchen says it', async () => {
  await routes(0, NEAR_ROUTE, FAR_ROUTE)
  const own = await kitchenIn(town, OTHER, { name: '文安食堂' })
  await menuOn(town, own)
  const order = await orders(there)
  const lines = [{ dish: own.dishes.set, quantity: 1 }]
  const form = { kitchen: own.id, day: day(), meal: 'lunch' as const, lines, way: 'delivery' as const, pay: 'cash' as const }
  await there.me.call('meals.change', { eater: there.id, order, version: 1, form })
  expect(await it.order(order)).toMatchObject({ kitchen: own.id, building: '3', door: '3号楼 1单元 101' })
  await there.me.call('meals.undo', { eater: there.id, order })
  expect(await it.order(order)).toMatchObject({ kitchen: it.kitchen.id, route: 'b', building: FAR, door: '文安路社区 3号楼 1单元 101' })
})

test('a standing order goes the same way', async () => {
  await routes(0, NEAR_ROUTE, FAR_ROUTE)
  const tomorrow = '2026-11-24'
  const days = [{ weekday: 2, dishes: [it.kitchen.dishes.set], quantity: 1, way: 'delivery' as const }]
  const form = { kitchen: it.kitchen.id, meal: 'lunch' as const, days, pay: 'cash' as const, since: tomorrow }
  await there.me.call('meals.set_standing', { eater: there.id, version: 0, form })
  await menuOn(town, it.kitchen, tomorrow)
  town.moveTo('2026-11-23T18:00')
  await town.tick()
  const made = await it.order(orderId(there.id, tomorrow, 'lunch'))
  expect(made).toMatchObject({ route: 'b', building: FAR, door: '文安路社区 3号楼 1单元 101', placed: { how: 'standing' } })
})
