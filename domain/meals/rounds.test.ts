import fc from 'fast-check'
import type { Route } from './contract/rounds'
import { type Delivery, type Facts, merged, planned, type Standing, stopState, walked } from './rounds'

const route = (id: string, buildings: string[], capacity = 3, more: Partial<Route> = {}): Route => ({
  ...{ id, name: id, buildings, by: 'foot', capacity },
  ...more,
})
const to = (order: string, building: string, walk = order, meals = 1): Delivery => ({ order, building, walk, meals })
const facts = (more: Partial<Facts>): Facts => ({
  ...{ routes: [], rain: false, deliveries: [], standing: [], moved: {} },
  id: (one, n) => `${one}|${n}`,
  ...more,
})
const rounds = (it: Facts) => planned(it).rounds.map(({ route: { id }, n, stops }) => `${id}${n}: ${stops.join(' ')}`)

test('a route is walked building by building as the kitchen says, and inside each by stairs', () => {
  const it = walked(route('a', ['5', '3']), [to('x', '3', '0003|2'), to('y', '5', '0005|9'), to('z', '3', '0003|1')])
  expect(it.map(one => one.order)).toEqual(['y', 'z', 'x'])
})

test('more than one person can carry is a second round; a big order goes where it fits', () => {
  const deliveries = ['1', '2', '3', '4'].map(one => to(one, '3')).concat(to('5', '3', '5', 9))
  expect(rounds(facts({ routes: [route('a', ['3'])], deliveries }))).toEqual(['a1: 1 2 3', 'a2: 4', 'a3: 5'])
})

test('in rain less is carried', () => {
  const deliveries = ['1', '2', '3'].map(one => to(one, '3'))
  const routes = [route('a', ['3'], 3, { rain: { capacity: 2 } })]
  expect(rounds(facts({ routes, deliveries, rain: true }))).toEqual(['a1: 1 2', 'a2: 3'])
})

test('a building no route passes is named, never dropped', () => {
  expect(planned(facts({ routes: [route('a', ['3'])], deliveries: [to('1', '3'), to('2', '8')] })).loose).toEqual(['2'])
})

test('what a hand has moved stays moved, and the order a hand has set stays set', () => {
  const standing: Standing[] = [
    { id: 'a|1', route: 'a', n: 1, stops: ['1', '2'], sequence: ['2', '1'], fixed: false },
    { id: 'b|1', route: 'b', n: 1, stops: ['9'], sequence: [], fixed: false },
  ]
  const routes = [route('a', ['3']), route('b', ['4'])]
  const deliveries = [to('1', '3'), to('2', '3'), to('3', '3'), to('9', '4')]
  expect(rounds(facts({ routes, deliveries, standing, moved: { 3: 'b|1' } }))).toEqual(['a1: 2 1', 'b1: 9 3'])
})

test('a round that has started is left alone; what comes later goes into another', () => {
  const standing = [{ id: 'a|1', route: 'a', n: 1, stops: ['1'], sequence: [], fixed: true }]
  expect(rounds(facts({ routes: [route('a', ['3'])], deliveries: [to('1', '3'), to('2', '3')], standing }))).toEqual(['a2: 2'])
})

test('a new stop is put in after the one it follows', () => {
  expect(merged(['1', '2', '3', '4'], ['4', '2', '1'])).toEqual(['4', '2', '3', '1'])
  expect(merged(['0', '1'], ['1'])).toEqual(['0', '1'])
})

test('a meal counted as missed that nobody spoke of still has to be said', () => {
  expect(stopState({ state: 'missed' })).toBe('open')
  expect(stopState({ state: 'missed', handed: { outcome: 'no_answer' } })).toBe('failed')
})

test('whatever the orders, every delivery is in exactly one round or named, and no round is over its capacity', () => {
  const anyRoute = fc.record({
    buildings: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { maxLength: 3 }),
    capacity: fc.integer({ min: 1, max: 4 }),
  })
  const anyOrder = fc.record({ building: fc.constantFrom('1', '2', '3', '4', '5', '6'), meals: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.array(anyRoute, { maxLength: 4 }), fc.array(anyOrder, { maxLength: 40 }), (some, orders) => {
      const routes = some.map((one, i) => route(`r${i}`, one.buildings, one.capacity))
      const deliveries = orders.map((one, i) => to(`o${i}`, one.building, `w${i % 7}`, one.meals))
      const { rounds: made, loose } = planned(facts({ routes, deliveries }))
      const all = [...made.flatMap(one => one.stops), ...loose]
      expect(all.sort()).toEqual(deliveries.map(one => one.order).sort())
      for (const one of made) {
        const meals = one.stops.reduce((sum, id) => sum + (deliveries.find(it => it.order === id)?.meals ?? 0), 0)
        expect(meals <= one.route.capacity || one.stops.length === 1).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
