/**
 * Random days through the one door on the real store: people order, cancel, go away, are served, are not at home, are knocked for and found,
 * the clock runs, sleeps and runs twice. Every expected meal ends taken, cancelled, explained or checked, and everything has one effect however
 * often it is sent. HISTORIES asks for more than the usual number.
 */
import { saidOf } from '@domain/meals/checkwords'
import { RESULTS, RUNGS } from '@domain/meals/ladder'
import fc from 'fast-check'
import type { Doc } from '../../_kit/store/port'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { dayOf } from '../../_kit/time'
import type { OrderDoc } from '../docs'
import { COMMUNITY, eaterIn, GRID, kitchenIn, menuOn, type TestEater, type TestKitchen } from '../town'
import type { CheckDoc } from './docs'

jest.setTimeout(600_000)
const RUNS = Number(process.env.HISTORIES ?? 150)

let town: Town
let kitchen: TestKitchen
let eaters: TestEater[]
let clerk: Someone
let worker: Someone
let day = '2026-11-21'

beforeAll(async () => {
  town = await openTown({ now: `${day}T08:00` })
  clerk = await town.as('community', COMMUNITY, { name: '李红' })
  worker = await town.as('grid', GRID, { name: '王建国' })
  const servings = [
    { meal: 'lunch' as const, from: '11:00', to: '12:30', cutoff: '10:30', before: 0 },
    { meal: 'dinner' as const, from: '17:00', to: '18:30', cutoff: '15:00', before: 0 },
  ]
  kitchen = await kitchenIn(town, COMMUNITY, { servings })
  eaters = [await eaterIn(town), await eaterIn(town, GRID, { tags: ['alone'] }), await eaterIn(town, GRID, { born: '1960-01-01' })]
  eaters.push(await eaterIn(town, GRID, { name: '李国富', sex: 'male', household: eaters[2].household }))
})
afterAll(() => town.close())

/** One thing that happens: to whom, how, and how many minutes later. */
const step = fc.record({
  what: fc.constantFrom('cancel', 'serve', 'explain', 'knock', 'step', 'close', 'tick', 'sleep', 'correct'),
  ...{ who: fc.nat(3), n: fc.nat(20), wait: fc.integer({ min: 0, max: 45 }), times: fc.constantFrom(1, 1, 2, 5) },
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const history = fc.record({ ordered: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), steps: fc.array(step, { maxLength: 30 }) })

/** Sent as often as a bad connection would; the same answer each time, and never a bug. */
async function sent(who: Someone, name: string, input: unknown, times: number) {
  const key = `k${day}${Math.random().toString(36).slice(2)}`
  const answers = await Promise.all(Array.from({ length: times }, () => who.answer(name, input, { key })))
  if (answers[0].status >= 500 || answers[0].status === 422) throw new Error(`${name}: ${JSON.stringify(answers[0].body)}`)
  if ('ok' in answers[0].body) expect(new Set(answers.map(one => JSON.stringify(one.body))).size).toBe(1)
  return answers[0].body as { ok?: { id: string } }
}

const form = (n: number) => ({
  outcome: (['met', 'absent', 'refused'] as const)[n % 3],
  ...(n % 3 === 0 ? { wellbeing: (['well', 'worrying'] as const)[n % 2] } : {}),
  ...{ needs: [], tags: [], policies: [], note: '', photos: [], with: [] },
})
const orderOf = (who: number, n: number) => `${eaters[who].id}|${day}|${n % 2 ? 'dinner' : 'lunch'}`
const checkOf = (who: number) => `${eaters[who].id}|${day}`
let visits: string[] = []

async function happens({ what, who, n, times }: Step) {
  const eater = eaters[who].id
  switch (what) {
    case 'cancel':
      return sent(clerk, 'meals.cancel', { eater, order: orderOf(who, n), why: '不来了' }, times)
    case 'serve':
      return sent(kitchen.cook, 'meals.serve', { kitchen: kitchen.id, order: orderOf(who, n) }, times)
    case 'explain':
      return n < 4 ? sent(clerk, 'meals.explain', { eater, until: day, why: 'hospital' }, times) : undefined
    case 'knock': {
      const answer = await sent(worker, 'visits.log', { household: eaters[who].household, at: town.now(), form: form(n) }, times)
      if (answer.ok) visits.push(answer.ok.id)
      return
    }
    case 'correct':
      if (visits.length > 0)
        await sent(worker, 'visits.correct', { visit: visits[n % visits.length], version: 1, form: form(n + 1), reason: '点错了' }, times)
      return
    case 'step':
      return sent(clerk, 'meals.step_check', { check: checkOf(who), rung: RUNGS[n % 5], result: RESULTS[n % 4] }, times)
    case 'close':
      return sent(
        clerk,
        'meals.close_check',
        { check: checkOf(who), outcome: (['well', 'helped', 'wrong'] as const)[n % 3], words: '看到人了' },
        times,
      )
    case 'tick':
      for (let i = 0; i < times; i++) await town.tick()
      return
  }
}

const all = async <D extends Doc>(collection: string, where: { [field: string]: string }) =>
  (await town.store.find<D>(collection, { where, limit: 1000 })).items

async function atTheEnd() {
  const orders = await all<OrderDoc>('orders', { kitchen: kitchen.id, day })
  const checks = (await Promise.all(eaters.map(one => all<CheckDoc>('checks', { eater: one.id, day })))).flat()
  for (const order of orders) {
    expect(['taken', 'cancelled', 'explained', 'missed']).toContain(order.state)
    const check = checks.find(one => one.eater === order.eater)
    if (order.state === 'missed') expect(check?.meals.map(one => one.order)).toContain(order._id)
  }
  for (const check of checks) {
    expect(check.open).toBe(check.closed === undefined)
    expect(new Set(check.rungs.map(one => one.rung)).size).toBe(check.rungs.length)
    expect(new Set(check.meals.map(one => `${one.order}${one.why}`)).size).toBe(check.meals.length)
    // an hour and more after the last meal everybody whom nobody has found is looked for on every rung
    if (check.open) expect(check.rungs.map(one => one.rung)).toEqual(RUNGS)
    for (const one of check.steps) expect(saidOf(one.rung, one.result)).toBeTruthy()
  }
  await counted(orders, checks)
  await doorsFit(checks)
}

/** What was counted is what is there: rounds of a check that were reopened count for themselves. */
async function counted(orders: OrderDoc[], checks: CheckDoc[]) {
  const { sum } = await clerk.call('meals.checks_numbers', { division: GRID, from: day, days: 1 })
  const rounds = checks.flatMap(check => [...check.earlier, check])
  expect(sum.opened).toBe(rounds.length)
  expect(sum.closed).toBe(rounds.filter(one => one.closed).length)
  expect(sum.missed + sum.explained).toBe(orders.filter(order => order.over).length)
  expect(Object.values(sum.outcomes).reduce((a, b) => a + b, 0)).toBe(sum.closed)
  expect(sum.rungs.call).toBe(rounds.length)
}

async function doorsFit(checks: CheckDoc[]) {
  for (const household of new Set(eaters.map(one => one.household))) {
    const door = await town.store.get<Doc & { asked?: { check: string }[]; urgent: boolean }>('doors', household)
    const open = checks.filter(check => check.open && check.household === household).map(check => check._id)
    const today = (door?.asked ?? []).map(one => one.check).filter(check => check.endsWith(day))
    expect([...today].sort()).toEqual(open.sort())
    if (open.length > 0) expect(door?.urgent).toBe(true)
  }
}

test('every expected meal ends taken, cancelled, explained or checked, once', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ ordered, steps }) => {
      day = dayOf(Date.parse(`${day}T12:00+08:00`) + 86_400_000)
      visits = []
      town.moveTo(`${day}T08:00`)
      for (const meal of ['lunch', 'dinner'] as const) await menuOn(town, kitchen, day, { meal })
      for (const [i, wanted] of ordered.entries()) {
        if (!wanted) continue
        const lines = [{ dish: kitchen.dishes.set, quantity: 1 }]
        const one = {
          kitchen: kitchen.id,
          day,
          meal: i % 2 ? ('dinner' as const) : ('lunch' as const),
          lines,
          way: 'pickup' as const,
          pay: 'cash' as const,
        }
        await clerk.call('meals.order', { eater: eaters[i >> 1].id, forms: [one] })
      }
      let now = Date.parse(`${day}T10:00+08:00`)
      for (const one of steps) {
        now += one.wait * 60_000 * (one.what === 'sleep' ? 4 : 1)
        town.moveTo(new Date(Math.max(now, town.now())).toISOString())
        await happens(one)
      }
      town.moveTo(new Date(Math.max(town.now(), Date.parse(`${day}T18:31+08:00`))).toISOString())
      await town.tick()
      town.moveTo(new Date(town.now() + 3 * 3_600_000).toISOString())
      for (let i = 0; i < 3; i++) await town.tick()
      await atTheEnd()
      // tomorrow begins without those who are still looked for
      for (const { _id, open } of (await Promise.all(eaters.map(one => all<CheckDoc>('checks', { eater: one.id, day })))).flat())
        if (open) await clerk.call('meals.close_check', { check: _id, outcome: 'well', words: '看到人了' })
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
})
