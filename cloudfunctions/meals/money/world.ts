/** Some money at each place of the test world, and one good input an operation. */
import type { money as declared } from '@domain/meals/contract/money'
import type { Rule } from '@domain/meals/contract/prices'
import { atCommunity, atGrid, type Ground, type MealsPlace, type Sample } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import { eaterIn } from '../town'
import { tillAccount } from './docs'
import { paid } from './online'
import { balanceOf } from './read'

const TODAY = '2026-11-21'
const EVERYBODY: Rule = { id: 'a', effect: { kind: 'off', fen: 100 }, shares: { government: 100, enterprise: 0, charity: 0 } }

/** A meal account with money on it, one top-up of the phone, and a meal that was taken: part on a bill, part the government's. Runs last. */
export async function settleMoney(town: Town, { community, grid, resident }: Ground, { kitchen, dish }: MealsPlace) {
  const clerk = await town.as('community', community, { name: '社区的人' })
  await clerk.call('meals.top_up', { kitchen, eater: resident, fen: 5000, how: 'cash', receipt: '0001' })
  const { id: payment } = await clerk.call('meals.pay_online', { eater: resident, kitchen, fen: 1000 })
  await paid(town.store, { trade: payment, transaction: '1', fen: 1000 }, town.now())
  await clerk.call('meals.save_rules', { division: community, kitchen, version: 0, rules: [EVERYBODY] })
  const { id: billed } = await eaterIn(town, grid)
  const form = { kitchen, day: TODAY, meal: 'lunch' as const, lines: [{ dish, quantity: 1 }], way: 'pickup' as const, pay: 'bill' as const }
  const { orders } = await clerk.call('meals.order', { eater: billed, forms: [form] })
  await clerk.call('meals.serve', { kitchen, order: orders[0].id })
  return { billed, payment, cash: String(await balanceOf(town.store, tillAccount(kitchen))) }
}
export const nowhereMoney = { billed: '7'.repeat(20), payment: 'p7777', cash: '5000' }

type Claiming = { community: string; giver: 'government'; month: string }
const claiming = (community: string): Claiming => ({ community, giver: 'government', month: '2026-11' })

export const samples: { [N in `meals.${keyof typeof declared}`]: Sample<N> } = {
  'meals.account': atGrid(({ resident }) => ({ eater: resident })),
  'meals.statement': atGrid(({ resident }) => ({ eater: resident, month: '2026-11' })),
  'meals.top_up': atCommunity(({ resident, meals: { kitchen } }) => ({
    kitchen,
    eater: resident,
    fen: 1000,
    how: 'cash',
    receipt: '0002',
  })),
  'meals.pay_out': atCommunity(({ resident, meals: { kitchen } }) => ({
    ...{ kitchen, eater: resident, fen: 100, how: 'cash', receipt: '0003' },
  })),
  'meals.pay_bill': atCommunity(({ meals: { kitchen, billed } }) => ({ kitchen, eater: billed, fen: 1, how: 'cash', receipt: '0004' })),
  'meals.correct_receipt': atCommunity(({ meals: { kitchen } }) => ({ kitchen, receipt: '0001', why: '金额写错了' })),
  'meals.pay_online': atGrid(({ resident, meals: { kitchen } }) => ({ eater: resident, kitchen, fen: 1000 })),
  'meals.pay_ready': atGrid(({ resident, meals: { payment } }) => ({ eater: resident, payment })),
  'meals.refund_online': atCommunity(({ meals: { kitchen, payment } }) => ({ kitchen, payment, fen: 100, why: '退回' })),
  'meals.till': atCommunity(({ meals: { kitchen } }) => ({ kitchen })),
  'meals.close_till': atCommunity(({ meals: { kitchen, cash } }) => ({ kitchen, expected: Number(cash), counted: Number(cash) })),
  'meals.statements': atCommunity(({ community }) => ({ community, month: '2026-11' })),
  'meals.claim': atCommunity(({ community }) => claiming(community)),
  'meals.claim_file': atCommunity(({ community }) => ({ ...claiming(community), form: 'csv' })),
}
