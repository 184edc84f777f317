import { rulesOf } from '@domain/meals/canteens'
import type { OrderForm } from '@domain/meals/contract/orders'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, eaterIn, kitchenIn, menuOn, type TestEater, type TestKitchen } from '../town'
import { balanceOf } from './read'

const TODAY = '2026-11-21'
let town: Town
let kitchen: TestKitchen
let eater: TestEater
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: `${TODAY}T08:00` })
  kitchen = await kitchenIn(town)
  await menuOn(town, kitchen)
  eater = await eaterIn(town, undefined, { born: '1950-01-01' })
  office = await town.as('community', COMMUNITY, { name: '王社区' })
  await office.call('meals.save_rules', { division: COMMUNITY, version: 0, rules: rulesOf([{ ages: '60+', off: 4 }]) })
})
afterEach(() => town.close())

let receipts = 1000
const paper = (fen: number, more: { how?: 'cash' | 'transfer'; receipt?: string } = {}) => ({
  ...{ kitchen: kitchen.id, eater: eater.id, fen, how: 'cash' as const, receipt: String(receipts++) },
  ...more,
})
const order = (pay: OrderForm['pay']) => {
  const lines = [{ dish: kitchen.dishes.set, quantity: 1 }]
  const form = { kitchen: kitchen.id, day: TODAY, meal: 'lunch' as const, lines, way: 'pickup' as const, pay }
  return eater.me.call('meals.order', { eater: eater.id, forms: [form] })
}
const ID = () => `${eater.id}|${TODAY}|lunch`
const serve = () => kitchen.cook.call('meals.serve', { kitchen: kitchen.id, order: ID() })
const balance = async (account: string) => balanceOf(town.store, account)
const account = () => eater.me.call('meals.account', { eater: eater.id })
const till = () => kitchen.cook.call('meals.till', { kitchen: kitchen.id })
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    ({ code }) => code,
  )

test('a meal account is topped up at the desk, pays at ordering, and gets it back on cancelling', async () => {
  expect(await code(order('account'))).toBe('meals.not_enough')
  expect(await kitchen.cook.call('meals.top_up', paper(2000, { receipt: '0012' }))).toMatchObject({ balance: 2000 })
  town.moveTo(`${TODAY}T08:10`)
  await order('account')
  expect((await account()).balance).toBe(1200)
  town.moveTo(`${TODAY}T08:20`)
  await eater.me.call('meals.cancel', { eater: eater.id, order: ID() })
  const { movements, ...now } = await account()
  expect(now.balance).toBe(2000)
  expect(movements.items.map(one => [one.fen, one.words])).toEqual([
    [800, '11 月 21 日午饭，退回'],
    [-800, '11 月 21 日午饭'],
    [2000, '充值，收据 0012'],
  ])
})

test('cash lies in the till once the meal is taken, and what the government bears is owed from then on', async () => {
  await order('cash')
  expect((await till()).expected).toBe(0)
  await serve()
  expect(await till()).toMatchObject({ expected: 800, parts: { meals: 800, topUps: 0 }, entries: [{ fen: 800, words: '11 月 21 日午饭' }] })
  expect(await balance(`payer:government|${kitchen.id}`)).toBe(400)
})

test('a monthly bill grows with meals taken and is paid at the desk', async () => {
  await order('bill')
  expect((await account()).owed).toBe(0)
  await serve()
  expect((await account()).owed).toBe(800)
  expect(await code(kitchen.cook.call('meals.pay_bill', paper(900)))).toBe('meals.more_than_owed')
  expect(await kitchen.cook.call('meals.pay_bill', paper(800, { how: 'transfer' }))).toMatchObject({ owed: 0 })
  expect((await till()).expected).toBe(0)
  const month = await eater.me.call('meals.statement', { eater: eater.id, month: '2026-11' })
  expect(month).toMatchObject({
    total: 1200,
    payers: { eater: 800, government: 400 },
    paid: { bill: 800, cash: 0 },
    rows: [{ why: '60 岁以上，便宜 4 元，政府出 4 元' }],
  })
})

test('money is given back only as far as it is there, on the account and in the till', async () => {
  await kitchen.cook.call('meals.top_up', paper(1000, { how: 'transfer' }))
  expect(await code(kitchen.cook.call('meals.pay_out', paper(1001)))).toBe('meals.not_enough')
  expect(await code(kitchen.cook.call('meals.pay_out', paper(500)))).toBe('meals.till_short')
  expect(await kitchen.cook.call('meals.pay_out', paper(500, { how: 'transfer' }))).toMatchObject({ balance: 500 })
})

test('a receipt is used once; a mistake is taken back once, by an entry against it', async () => {
  await kitchen.cook.call('meals.top_up', paper(10000, { receipt: 'A 7' }))
  expect(await code(kitchen.cook.call('meals.top_up', paper(1000, { receipt: 'A 7' })))).toBe('meals.receipt_taken')
  await kitchen.cook.call('meals.correct_receipt', { kitchen: kitchen.id, receipt: 'A 7', why: '应该是 10 元' })
  expect([(await account()).balance, (await till()).expected]).toEqual([0, 0])
  expect((await account()).movements.items.map(one => [one.fen, one.words])).toContainEqual([-10000, '更正，收据 A 7：应该是 10 元'])
  const again = { kitchen: kitchen.id, receipt: 'A 7', why: '再来' }
  expect(await code(kitchen.cook.call('meals.correct_receipt', again))).toBe('meals.already_taken_back')
  expect(await town.store.count('ledger', { kitchen: kitchen.id, day: TODAY })).toBe(4)
})

test('the till is closed once a day; a difference needs a reason and stays on record', async () => {
  await kitchen.cook.call('meals.top_up', paper(2000))
  const close = (counted: number, why?: string, expected = 2000) =>
    kitchen.cook.call('meals.close_till', { kitchen: kitchen.id, expected, counted, why })
  expect(await code(close(1500))).toBe('meals.difference_unexplained')
  expect(await code(close(1500, '', 1500))).toBe('meals.changed_meanwhile')
  expect(await close(1500, '找错了 5 元')).toMatchObject({ difference: -500 })
  expect(await code(close(0, undefined, 0))).toBe('meals.already_closed')
  expect(await till()).toMatchObject({ expected: 0, closed: { counted: 1500, difference: -500, why: '找错了 5 元', by: '张玉华' } })
  town.moveTo(`${TODAY}T17:00`)
  await kitchen.cook.call('meals.top_up', paper(300))
  town.moveTo('2026-11-22T08:00')
  expect(await till()).toMatchObject({
    receipt: String(receipts),
    expected: 300,
    parts: { topUps: 300 },
    earlier: [{ day: TODAY, expected: 2000 }],
  })
})

test('a stranger sees nobody’s account, and somebody from another community opens no till', async () => {
  const other = await town.as('kitchen', '210102025014')
  const [there, nowhere] = [await other.answer('meals.till', { kitchen: kitchen.id }), await other.answer('meals.till', { kitchen: 'k0' })]
  expect(there).toEqual(nowhere)
  const neighbour = await eaterIn(town)
  expect(await code(neighbour.me.call('meals.account', { eater: eater.id }))).toBe('meals.not_there')
  expect(await code(eater.me.call('meals.top_up' as never, paper(100_000) as never))).toBe('call.not_there')
})
