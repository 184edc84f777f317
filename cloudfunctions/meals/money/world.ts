/** Some money at each place of the test world, and one good input an operation. */
import type { money as declared } from '@domain/meals/contract/money'
import { atCommunity, atGrid, type Place, type Sample } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'

/** A meal account with money on it. */
export async function settleMoney(town: Town, { community, resident }: Omit<Place, 'meals'>, kitchen: string) {
  const clerk = await town.as('community', community, { name: '社区的人' })
  await clerk.call('meals.top_up', { kitchen, eater: resident, fen: 5000, how: 'cash', receipt: '0001' })
}

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
  'meals.pay_bill': atCommunity(({ resident, meals: { kitchen } }) => ({ kitchen, eater: resident, fen: 1, how: 'cash', receipt: '0004' })),
  'meals.correct_receipt': atCommunity(({ meals: { kitchen } }) => ({ kitchen, receipt: '0001', why: '金额写错了' })),
  'meals.pay_online': atGrid(({ resident, meals: { kitchen } }) => ({ eater: resident, kitchen, fen: 1000 })),
  'meals.pay_ready': atGrid(({ resident }) => ({ eater: resident, payment: 'p7777' })),
  'meals.refund_online': atCommunity(({ meals: { kitchen } }) => ({ kitchen, payment: 'p7777', fen: 100, why: '退回' })),
  'meals.till': atCommunity(({ meals: { kitchen } }) => ({ kitchen })),
  'meals.close_till': atCommunity(({ meals: { kitchen } }) => ({ kitchen, expected: 5000, counted: 5000 })),
  'meals.statements': atCommunity(({ community }) => ({ community, month: '2026-11' })),
  'meals.claim': atCommunity(({ community }) => claiming(community)),
  'meals.claim_file': atCommunity(({ community }) => ({ ...claiming(community), form: 'csv' })),
}
