import { openTown, type Town } from '../../_kit/testing'
import { COMMUNITY } from '../town'
import { type Carrying, carrying, handed, routeForm } from './town'

let town: Town
afterEach(() => town.close())
const open = async (...routes: Parameters<typeof carrying>[1]): Promise<Carrying> => {
  town = await openTown({ now: '2026-11-23T08:30' })
  return carrying(town, routes)
}
const shown = async (it: Carrying) =>
  (await it.rounds()).filter(one => one.stops.length > 0).map(one => `${one.name}: ${one.stops.map(stop => stop.split('|')[0]).join(' ')}`)

test('the clock makes rounds as orders come, and writes nothing when nothing has changed', async () => {
  const it = await open(routeForm('a', ['1', '2']))
  const { eater } = await it.orders('2', '101')
  expect(await it.rounds()).toEqual([])
  const [first] = [await town.tick()]
  expect(first['meals.rounds']).toBeGreaterThan(0)
  expect(await shown(it)).toEqual([`1 号楼一线: ${eater.id}`])
  expect((await town.tick())['meals.rounds']).toBe(0)
  const { eater: later } = await it.orders('1', '101')
  await town.tick()
  expect(await shown(it)).toEqual([`1 号楼一线: ${later.id} ${eater.id}`])
})

test('a cancelled order leaves the round, and is not missed by anybody', async () => {
  const it = await open(routeForm('a', ['1']))
  const { order, eater } = await it.orders('1', '101')
  const { eater: stays } = await it.orders('1', '102')
  await it.make()
  await eater.me.call('meals.cancel', { eater: eater.id, order })
  await it.make()
  expect(await shown(it)).toEqual([`1 号楼一线: ${stays.id}`])
})

test('a round that has started keeps its stops: what is cancelled is said to be, what is new goes with somebody else', async () => {
  const it = await open(routeForm('a', ['1']))
  const { order, eater } = await it.orders('1', '101')
  await it.make()
  await it.kitchen.cook.call('meals.start_round', { round: it.round('a'), at: town.now() })
  await eater.me.call('meals.cancel', { eater: eater.id, order })
  const { order: late } = await it.orders('1', '103')
  await it.make()
  const one = await it.kitchen.cook.call('meals.round', { round: it.round('a') })
  expect(one.list.map(stop => [stop.id, stop.state])).toEqual([[order, 'cancelled']])
  expect(await it.order(late)).toMatchObject({ round: it.round('a', 2), route: 'a' })
  await it.kitchen.cook.call('meals.close_round', { round: it.round('a') })
})

test('the usual volunteer has the first round of a route; the second waits for somebody and says so', async () => {
  const it = await open()
  const li = await town.as('volunteer', COMMUNITY, { name: '李娜' })
  const form = routeForm('a', ['1'], { capacity: 1, volunteer: li.id })
  await it.clerk.call('meals.save_routes', { kitchen: it.kitchen.id, version: 0, routes: [form] })
  await it.orders('1', '101')
  await it.orders('1', '102')
  await it.make()
  const { rounds } = await it.kitchen.cook.call('meals.rounds', { kitchen: it.kitchen.id })
  expect(rounds.map(one => [one.name, one.state, one.volunteer?.name])).toEqual([
    ['1 号楼一线', 'assigned', '李娜'],
    ['1 号楼一线 第 2 趟', 'free', undefined],
  ])
})

test('who was chosen by hand, what was moved and the order of stops survive making anew', async () => {
  const it = await open(routeForm('a', ['1']), routeForm('b', ['2']))
  const zhao = await town.as('volunteer', COMMUNITY, { name: '赵强' })
  const [one, two, three] = [await it.orders('1', '101'), await it.orders('1', '102'), await it.orders('2', '101')]
  await it.make()
  const cook = it.kitchen.cook
  await cook.call('meals.assign_round', { round: it.round('a'), account: zhao.id })
  await cook.call('meals.order_stops', { round: it.round('a'), stops: [two.order, one.order] })
  await cook.call('meals.move_stop', { order: three.order, to: it.round('a') })
  await it.orders('2', '202')
  await it.make()
  const [a, b] = [await cook.call('meals.round', { round: it.round('a') }), await cook.call('meals.round', { round: it.round('b') })]
  expect(a.list.map(stop => stop.id)).toEqual([two.order, one.order, three.order])
  expect(a.volunteer?.name).toBe('赵强')
  expect(b.list).toHaveLength(1)
})

test('rain: less is carried at once, and on the next dry word more again', async () => {
  const it = await open(routeForm('a', ['1'], { capacity: 5, rain: { capacity: 1, by: 'car' } }))
  await it.orders('1', '101')
  await it.orders('1', '102')
  const rain = (on: boolean) => it.kitchen.cook.call('meals.set_rain', { kitchen: it.kitchen.id, day: '2026-11-23', rain: on })
  await rain(true)
  const wet = await it.kitchen.cook.call('meals.rounds', { kitchen: it.kitchen.id })
  expect(wet.rounds.map(one => [one.by, one.stops])).toEqual([
    ['car', 1],
    ['car', 1],
  ])
  expect(wet.meals).toEqual([{ meal: 'lunch', rain: true }])
  await rain(false)
  const dry = await it.kitchen.cook.call('meals.rounds', { kitchen: it.kitchen.id })
  expect(dry.rounds.map(one => [one.by, one.stops])).toEqual([['foot', 2]])
})

test('a building no route passes is shown with its doors, and its orders are carried once a route or a hand takes them', async () => {
  const it = await open(routeForm('a', ['1']))
  await it.orders('1', '101')
  const { order } = await it.orders('9', '101')
  await it.make()
  const cook = it.kitchen.cook
  const { loose } = await cook.call('meals.rounds', { kitchen: it.kitchen.id })
  expect(loose).toMatchObject([{ order, why: '还没有路线经过 9 号楼' }])
  expect((await cook.call('meals.routes', { kitchen: it.kitchen.id })).without).toEqual(['9'])
  await cook.call('meals.save_routes', { kitchen: it.kitchen.id, version: 1, routes: [routeForm('a', ['1', '9'])] })
  await it.make()
  expect((await cook.call('meals.rounds', { kitchen: it.kitchen.id })).loose).toEqual([])
  expect(await it.order(order)).toMatchObject({ round: it.round('a'), route: 'a' })
})

test('a building is on one route only, and who carries has to be a volunteer here', async () => {
  const it = await open()
  const save = (...routes: Parameters<typeof carrying>[1]) =>
    it.clerk.call('meals.save_routes', { kitchen: it.kitchen.id, version: 0, routes })
  await expect(save(routeForm('a', ['1']), routeForm('b', ['1']))).rejects.toMatchObject({ code: 'meals.building_twice' })
  const stranger = await town.as('volunteer', '210102025014', { name: '远' })
  await expect(save(routeForm('a', ['1'], { volunteer: stranger.id }))).rejects.toMatchObject({ code: 'meals.cannot_carry' })
})

test('a stop that was handed over is not moved, nor is anything in a closed round', async () => {
  const it = await open(routeForm('a', ['1']), routeForm('b', ['2']))
  const [one, two] = [await it.orders('1', '101'), await it.orders('2', '101')]
  await it.make()
  const cook = it.kitchen.cook
  await cook.call('meals.hand_over', { order: one.order, round: it.round('a'), at: town.now(), form: handed() })
  await expect(cook.call('meals.move_stop', { order: one.order, to: it.round('b') })).rejects.toMatchObject({ code: 'meals.already_taken' })
  await cook.call('meals.close_round', { round: it.round('a') })
  await expect(cook.call('meals.move_stop', { order: two.order, to: it.round('a') })).rejects.toMatchObject({ code: 'meals.round_closed' })
})

test('ordered again after the round has left without it: it is carried by another, and stands on one list only', async () => {
  const it = await open(routeForm('a', ['1']))
  const { order, eater } = await it.orders('1', '101')
  await it.orders('1', '102')
  await it.make()
  await it.kitchen.cook.call('meals.start_round', { round: it.round('a'), at: town.now() })
  await eater.me.call('meals.cancel', { eater: eater.id, order })
  const lines = [{ dish: it.kitchen.dishes.set, quantity: 1 }]
  const form = { kitchen: it.kitchen.id, day: '2026-11-23', meal: 'lunch' as const, lines, way: 'delivery' as const, pay: 'cash' as const }
  await eater.me.call('meals.order', { eater: eater.id, forms: [form] })
  await it.make()
  expect((await it.rounds()).filter(one => one.stops.includes(order)).map(one => one._id)).toEqual([it.round('a', 2)])
})
