/** Random days through the one door: orders come and go, rounds are made, moved, started and carried, some of it twice and some of it late. */

import { stopState } from '@domain/meals/rounds'
import fc from 'fast-check'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { OrderDoc } from '../docs'
import { COMMUNITY } from '../town'
import { type Carrying, carrying, handed, routeForm } from './town'

jest.setTimeout(120_000)
const RUNS = Number(process.env.ROUNDS_RUNS ?? 25)
const HOMES = 8

type Act =
  | { do: 'order' | 'cancel' | 'hand' | 'hand_twice' | 'serve'; who: number; outcome: 'handed' | 'left' | 'no_answer' | 'refused' }
  | { do: 'move' | 'take'; who: number; to: number }
  | { do: 'make' | 'start' | 'close' | 'rain' | 'tick'; to: number }
const anyWho = fc.nat(HOMES - 1)
const anyTo = fc.nat(5)
const anyOutcome = fc.constantFrom('handed' as const, 'left' as const, 'no_answer' as const, 'refused' as const)
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constantFrom('order' as const, 'cancel' as const, 'hand' as const, 'hand_twice' as const, 'serve' as const),
    who: anyWho,
    outcome: anyOutcome,
  }),
  fc.record({ do: fc.constantFrom('move' as const, 'take' as const), who: anyWho, to: anyTo }),
  fc.record({ do: fc.constantFrom('make' as const, 'start' as const, 'close' as const, 'rain' as const, 'tick' as const), to: anyTo }),
)

let town: Town
let it: Carrying
let volunteers: Someone[]
let eaters: string[]

async function begin() {
  town = await openTown({ now: '2026-11-23T07:00' })
  it = await carrying(town, [routeForm('a', ['1', '2'], { capacity: 2, rain: { capacity: 1 } }), routeForm('b', ['3'], { capacity: 3 })])
  volunteers = [await town.as('volunteer', COMMUNITY, { name: '李娜' }), await town.as('volunteer', COMMUNITY, { name: '赵强' })]
  eaters = []
  // building 4 is on no route
  for (let i = 0; i < HOMES; i++) eaters.push((await it.orders(String(1 + (i % 4)), `10${i}`)).eater.id)
}
const orders = async () =>
  (await town.store.find<OrderDoc>('orders', { where: { kitchen: it.kitchen.id, day: '2026-11-23' }, limit: 100 })).items

/** Whatever is refused is refused; nothing may end in a bug. */
async function act(one: Act): Promise<void> {
  const answers = await acted(one)
  for (const { status, body } of answers) if (status >= 500) throw new Error(JSON.stringify([one, body]))
}
async function acted(one: Act) {
  const cook = it.kitchen.cook
  const made = (await it.rounds()).sort((a, b) => (a._id < b._id ? -1 : 1))
  const round = 'to' in one ? made[one.to % Math.max(1, made.length)]?._id : undefined
  const day = { kitchen: it.kitchen.id, day: '2026-11-23' }
  if (one.do === 'tick') return [await town.tick()].slice(1) as never[]
  if (one.do === 'make') return [await cook.answer('meals.make_rounds', { ...day, meal: 'lunch' })]
  if (one.do === 'rain') return [await cook.answer('meals.set_rain', { ...day, rain: one.to % 2 === 0 })]
  if (one.do === 'start') return [await cook.answer('meals.start_round', { round: round ?? 'none', at: town.now() })]
  if (one.do === 'close') return [await cook.answer('meals.close_round', { round: round ?? 'none' })]
  if (!('who' in one)) return []
  const eater = eaters[one.who]
  const order = `${eater}|2026-11-23|lunch`
  if (one.do === 'move') return [await cook.answer('meals.move_stop', { order, to: round ?? 'none' })]
  if (one.do === 'take') return [await volunteers[one.who % 2].answer('meals.take_round', { round: round ?? 'none' })]
  if (one.do === 'serve') return [await cook.answer('meals.serve', { kitchen: it.kitchen.id, order })]
  if (one.do === 'cancel') return [await it.clerk.answer('meals.cancel', { eater, order })]
  if (one.do === 'order') {
    const lines = [{ dish: it.kitchen.dishes.set, quantity: 1 }]
    return [await it.clerk.answer('meals.order', { eater, forms: [{ ...day, meal: 'lunch', lines, way: 'delivery', pay: 'cash' }] })]
  }
  if (!('outcome' in one)) return []
  const mine = (await orders()).find(doc => doc._id === order)?.round ?? 'none'
  const form = handed({ outcome: one.outcome, ...(one.outcome === 'left' ? { with: '邻居' } : {}) })
  const said = { order, round: mine, at: town.now(), form }
  const keys = one.do === 'hand' ? ['k'] : ['k', 'k', 'other']
  return Promise.all(keys.map(key => cook.answer('meals.hand_over', said, { key: `${order}|${town.now()}|${key}` })))
}

/** Every delivery is in exactly one round or named as loose; an order and its round say the same; no meal is paid twice. */
async function check() {
  await it.make()
  const [all, made] = [await orders(), await it.rounds()]
  const { rounds, loose } = await it.kitchen.cook.call('meals.rounds', { kitchen: it.kitchen.id })
  const shown = await Promise.all(rounds.map(one => it.kitchen.cook.call('meals.round', { round: one.id })))
  const stops = shown.flatMap(one => one.list.filter(stop => stop.state !== 'cancelled').map(stop => stop.id))
  const due = all
    .filter(order => order.way === 'delivery' && !['cancelled', 'explained', 'taken'].includes(order.state))
    .map(order => order._id)
  const named = [...stops, ...loose.map(one => one.order)]
  expect(new Set(named).size).toBe(named.length)
  expect(due.filter(order => !named.includes(order))).toEqual([])
  for (const order of all) {
    const holding = made.filter(round => round.stops.includes(order._id) && order.round === round._id)
    // what is taken or cancelled before the round starts leaves its list, and may still say where it was
    expect(holding.length).toBe(due.includes(order._id) && order.round ? 1 : Math.min(1, holding.length))
    expect((order.before ?? []).filter(one => ['handed', 'left', 'picked'].includes(one.outcome))).toEqual([])
  }
  for (const round of shown) if (round.state === 'closed') expect(round.list.filter(stop => stop.state === 'open')).toEqual([])
  const { items } = await town.store.find('ledger', { where: { community: COMMUNITY, day: '2026-11-23' }, limit: 1000 })
  const taken = all.filter(order => stopState(order) === 'done')
  expect(items.filter(one => one.account === `till:${it.kitchen.id}`).reduce((sum, one) => sum + Number(one.fen), 0)).toBe(
    1200 * taken.length,
  )
}

/** The kitchen's lists are the rounds: every meal still to be brought is on the list of exactly the round that has it. */
async function checkPapers() {
  const routes = [routeForm('a', ['1', '2'], { capacity: 2 }), routeForm('b', ['3'], { capacity: 3 }), routeForm('c', ['4'])]
  await it.clerk.call('meals.save_routes', { kitchen: it.kitchen.id, version: 1, routes })
  await it.make()
  const slot = { kitchen: it.kitchen.id, day: '2026-11-23', meal: 'lunch' as const }
  // somebody who came in person before anybody knew who would bring it: the papers still ask for a route
  if ((await orders()).some(order => order.state === 'taken' && !order.route)) return
  const { sheets } = await it.kitchen.cook.call('meals.papers', slot)
  const listed = sheets
    .filter(sheet => sheet.way === 'delivery')
    .flatMap(sheet => sheet.stops.map(stop => ({ sheet: sheet.id, order: stop.order })))
  const now = new Map((await orders()).map(order => [order._id, order]))
  const rounds = await it.rounds()
  expect(new Set(listed.map(one => one.order)).size).toBe(listed.length)
  for (const { sheet, order } of listed) {
    const round = rounds.find(one => one._id === now.get(order)?.round)
    if (now.get(order)?.state === 'open') expect([sheet, round?.stops.includes(order)]).toEqual([round?._id, true])
  }
  const open = [...now.values()].filter(order => order.way === 'delivery' && order.state === 'open').map(order => order._id)
  expect(open.filter(order => !listed.some(one => one.order === order))).toEqual([])
}

test('whatever happens on a day, every delivery is in exactly one round or named, and each door is said once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 5, maxLength: 40 }), async acts => {
      await begin()
      try {
        for (const one of acts) await act(one)
        await check()
        await checkPapers()
      } finally {
        await town.close()
      }
    }),
    { numRuns: RUNS },
  )
})
