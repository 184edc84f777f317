/** Thousands of random days at a kitchen's desk, through the one door on the real store: the books must agree after every one of them. */
import type { Name } from '@domain'
import { rulesOf } from '@domain/meals/canteens'
import { PAYERS, type Pay } from '@domain/meals/contract'
import fc from 'fast-check'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { OrderDoc } from '../docs'
import { COMMUNITY, crowdIn, kitchenIn, menuOn, type TestKitchen } from '../town'
import type { BalanceDoc, EntryDoc } from './docs'

jest.setTimeout(240_000)

const TODAY = '2026-11-21'
const RULES = rulesOf([
  { ages: '60-79', off: 4 },
  { ages: '80-89', percentOff: 33 },
  { ages: '90+', free: true },
  { categories: ['低保'], fixed: 3 },
])
/** Three payers and odd shares, so that a lost 分 would be seen. */
const SHARED = RULES.map(rule => ({ ...rule, shares: { government: 57, enterprise: 31, charity: 12 } }))

let town: Town
let kitchen: TestKitchen
let eaters: string[]
let office: Someone
beforeAll(async () => {
  town = await openTown({ now: `${TODAY}T07:00` })
  kitchen = await kitchenIn(town)
  office = await town.as('community', COMMUNITY)
  await office.call('meals.save_rules', { division: COMMUNITY, version: 0, rules: SHARED })
  const crowds = [
    { born: '1990-01-01' },
    { born: '1950-01-01' },
    { born: '1940-01-01' },
    { born: '1930-01-01' },
    { born: '1950-01-01', tags: ['low_income'] },
  ]
  eaters = []
  for (const living of crowds) eaters.push(...(await crowdIn(town, 1, undefined, living)))
})
afterAll(() => town.close())

type Step =
  | { do: 'top_up' | 'pay_out' | 'pay_bill'; who: number; fen: number; how: 'cash' | 'transfer'; receipt: number }
  | { do: 'correct'; receipt: number }
  | { do: 'order' | 'change'; who: number; pay: Pay; dish: number; quantity: number }
  | { do: 'cancel' | 'serve' | 'undo'; who: number }
  | { do: 'close'; off: number }

const who = fc.nat(4)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('top_up' as const, 'top_up' as const, 'pay_out' as const, 'pay_bill' as const),
    who,
    fen: fc.integer({ min: 1, max: 3000 }),
    how: fc.constantFrom('cash' as const, 'transfer' as const),
    receipt: fc.nat(30),
  }),
  fc.record({ do: fc.constant('correct' as const), receipt: fc.nat(30) }),
  fc.record({
    do: fc.constantFrom('order' as const, 'order' as const, 'change' as const),
    who,
    pay: fc.constantFrom<Pay>('cash', 'account', 'bill'),
    dish: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'serve' as const, 'serve' as const, 'undo' as const), who }),
  fc.record({ do: fc.constant('close' as const), off: fc.integer({ min: -50, max: 50 }) }),
)

/** A call, delivered twice: an answer or a refusal, but never a bug, and the second delivery says what the first said. */
async function send(by: Someone, name: Name, input: unknown, key: string) {
  const first = await by.answer(name, input, { key })
  const again = await by.answer(name, input, { key })
  expect(first.status).toBeLessThan(500)
  if (first.status === 200) expect(again.body).toEqual(first.body)
}

async function take(one: Step, day: string, n: number) {
  const key = `step-${day}-${n}-0123456789`
  const { cook, id } = kitchen
  const by = (name: Name, input: unknown) => send(cook, name, input, key)
  const order = 'who' in one ? `${eaters[one.who]}|${day}|lunch` : ''
  switch (one.do) {
    case 'top_up':
    case 'pay_out':
    case 'pay_bill':
      return by(`meals.${one.do}`, { kitchen: id, eater: eaters[one.who], fen: one.fen, how: one.how, receipt: `${day} ${one.receipt}` })
    case 'correct':
      return by('meals.correct_receipt', { kitchen: id, receipt: `${day} ${one.receipt}`, why: '写错了' })
    case 'order':
    case 'change': {
      const dish = Object.values(kitchen.dishes)[one.dish]
      const form = { kitchen: id, day, meal: 'lunch', way: 'pickup', pay: one.pay, lines: [{ dish, quantity: one.quantity }] }
      const version = (await town.store.get<OrderDoc>('orders', order))?.version ?? 1
      const eater = eaters[one.who]
      return one.do === 'order' ? by('meals.order', { eater, forms: [form] }) : by('meals.change', { eater, order, version, form })
    }
    case 'cancel':
    case 'undo':
      return by(`meals.${one.do}`, { eater: eaters[one.who], order })
    case 'serve':
      return by('meals.serve', { kitchen: id, order })
    case 'close': {
      const expected = (await town.store.get<BalanceDoc>('balances', `till:${id}`))?.fen ?? 0
      return by('meals.close_till', { kitchen: id, expected, counted: Math.max(0, expected + one.off), why: '数过了' })
    }
  }
}

const seen = new Map<string, EntryDoc>()
async function everything<D extends { _id: string }>(collection: string, where: { [field: string]: string }): Promise<D[]> {
  const docs: D[] = []
  let after: string | undefined
  do {
    const page = await town.store.find(collection, { where, limit: 1000, after })
    docs.push(...(page.items as unknown as D[]))
    after = page.after
  } while (after)
  return docs
}

async function check(day: string) {
  const entries = await everything<EntryDoc>('ledger', { community: COMMUNITY })
  const balances = await everything<BalanceDoc>('balances', { community: COMMUNITY })
  const sums = new Map<string, number>()
  for (const { account, fen } of entries) sums.set(account, (sums.get(account) ?? 0) + fen)
  expect(Object.fromEntries(balances.map(one => [one._id, one.fen]))).toEqual(Object.fromEntries(sums))
  for (const { fen } of balances) expect(fen).toBeGreaterThanOrEqual(0)
  const now = new Map(entries.map(one => [one._id, one]))
  for (const [id, entry] of seen) expect(now.get(id)).toEqual(entry)
  for (const [id, entry] of now) seen.set(id, entry)
  for (const eater of eaters) checkOrder(await town.store.get<OrderDoc>('orders', `${eater}|${day}|lunch`), entries)
}

/** What an order has moved is what its price and its way say: nothing before it is taken but from the account, nothing after it is cancelled. */
function checkOrder(order: OrderDoc | null, entries: EntryDoc[]) {
  if (!order) return
  const { payers, total } = order.price
  expect(PAYERS.reduce((sum, payer) => sum + payers[payer], 0)).toBe(total)
  const on = (account: string) =>
    entries.filter(one => one.order === order._id && one.account === account).reduce((sum, one) => sum + one.fen, 0)
  const taken = order.state === 'taken'
  expect(on(`eater:${order.eater}`)).toBe(order.pay === 'account' && !order.cancelled ? 0 - payers.eater : 0)
  expect(on(`till:${kitchen.id}`)).toBe(taken && order.pay === 'cash' ? payers.eater : 0)
  expect(on(`bill:${order.eater}`)).toBe(taken && order.pay === 'bill' ? payers.eater : 0)
  for (const giver of ['government', 'enterprise', 'charity'] as const)
    expect(on(`payer:${giver}|${kitchen.id}`)).toBe(taken ? payers[giver] : 0)
}

test('whatever happens at the desk and at the table, the ledger adds up to the balances, none is below zero, and no entry ever changes', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
      // a fresh day each time: yesterday's balances stay, as they do
      const day = new Date(Date.parse(`${TODAY}T00:00:00Z`) + ++n * 86_400_000).toISOString().slice(0, 10)
      town.moveTo(`${day}T07:00`)
      await menuOn(town, kitchen, day)
      for (const [at, one] of steps.entries()) await take(one, day, at)
      await check(day)
    }),
    { numRuns: 120, endOnFailure: true },
  )
})
