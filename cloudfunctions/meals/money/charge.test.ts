import type { Pay } from '@domain/meals/contract'
import type { Tx } from '../../_kit/store/port'
import { openTown, type Town } from '../../_kit/testing'
import { book } from './book'
import { charge, type Paid, refund, settle, unsettle } from './charge'
import { balanceOf } from './read'

let town: Town
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T08:00' })
  await town.store.transaction(tx =>
    book(tx, {
      _id: 'begin',
      account: 'eater:e1',
      fen: 5000,
      what: 'top_up',
      day: '2026-11-21',
      at: 1,
      by: '王',
      community: 'c',
      kitchen: 'k1',
    }),
  )
})
afterEach(() => town.close())

const WHEN = { now: 1_000_000, by: '张玉华' }
const order = (pay: Pay): Paid => ({
  ...{ _id: 'e1|2026-11-21|lunch', eater: 'e1', kitchen: 'k1', community: 'c', day: '2026-11-21', pay },
  price: { total: 1200, payers: { eater: 600, government: 500, enterprise: 60, charity: 40 }, why: '' },
})
const did =
  (...works: ((tx: Tx, order: Paid, when: typeof WHEN) => Promise<void>)[]) =>
  async (pay: Pay) => {
    for (const work of works) await town.store.transaction(tx => work(tx, order(pay), WHEN))
    const on = (account: string) => balanceOf(town.store, account)
    return Promise.all([
      on('eater:e1'),
      on('till:k1'),
      on('bill:e1'),
      on('payer:government|k1'),
      on('payer:enterprise|k1'),
      on('payer:charity|k1'),
    ])
  }

test('a meal taken twice is settled once', async () => {
  expect(await did(charge, settle, settle)('cash')).toEqual([5000, 600, 0, 500, 60, 40])
})

test('an account is charged at ordering, and settling moves only what others bear', async () => {
  expect(await did(charge)('account')).toEqual([4400, 0, 0, 0, 0, 0])
  expect(await did(settle)('account')).toEqual([4400, 0, 0, 500, 60, 40])
})

test('what was not taken after all goes back, and may be taken again', async () => {
  expect(await did(charge, settle, unsettle, unsettle)('bill')).toEqual([5000, 0, 0, 0, 0, 0])
  expect(await did(settle)('bill')).toEqual([5000, 0, 600, 500, 60, 40])
})

test('what left the till before it was found not taken stays booked, and is not booked again when it is taken after all', async () => {
  await did(charge, settle)('cash')
  const banked = {
    account: 'till:k1',
    fen: -600,
    what: 'banked' as const,
    day: '2026-11-21',
    at: 2,
    by: '王',
    community: 'c',
    kitchen: 'k1',
  }
  await town.store.transaction(tx => book(tx, { _id: 'banked', ...banked }))
  expect(await did(unsettle, unsettle)('cash')).toEqual([5000, 0, 0, 0, 0, 0])
  expect(await did(settle, settle)('cash')).toEqual([5000, 0, 0, 500, 60, 40])
})

test('a refund takes back everything an order has moved, once, and leaves every entry standing', async () => {
  expect(await did(charge, settle, refund, refund)('account')).toEqual([5000, 0, 0, 0, 0, 0])
  expect((await town.store.find('ledger', { where: { kitchen: 'k1', day: '2026-11-21' }, limit: 100 })).items).toHaveLength(9)
})

test('paid from the account, cancelled, paid back and taken all the same: it goes on the bill', async () => {
  expect(await did(charge, refund, settle, settle)('account')).toEqual([5000, 0, 600, 500, 60, 40])
  expect(await did(unsettle)('account')).toEqual([5000, 0, 0, 0, 0, 0])
})

test('charging twice is a bug of ours, not of the eater', async () => {
  await expect(did(charge, charge)('account')).rejects.toThrow('charged already')
})
