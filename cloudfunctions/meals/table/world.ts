/** What is around the table at one place of the test world. */
import { atGrid, type MealsPlace, type Place } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import type { OrderDoc } from '../docs'

const DAY = '2026-11-20'
const NOTHING = { eater: 0, government: 0, enterprise: 0, charity: 0 }

/** A lunch that somebody had: one plain portion, handed over at 11:40 Shanghai time, 12 yuan by the eater. `more` says what is otherwise. */
export function takenOrder(of: Pick<OrderDoc, 'eater' | 'kitchen' | 'home' | 'day'>, more: Partial<OrderDoc> = {}): OrderDoc {
  const at = Date.parse(`${of.day}T11:40:00+08:00`)
  return {
    ...{ _id: `${of.eater}|${of.day}|lunch`, ...of, community: of.home.slice(0, 12), slot: `${of.kitchen}|${of.day}|lunch`, meal: 'lunch' },
    ...{
      call: '张奶奶',
      household: 'home',
      door: '1号楼 1单元 101',
      building: '1',
      walk: '001',
      way: 'delivery',
      accepted: [],
      pay: 'cash',
    },
    lines: [{ dish: 'dish', name: '红烧肉', kind: 'set', quantity: 1, price: 1200 }],
    price: { total: 1200, payers: { ...NOTHING, eater: 1200 }, why: '没有优惠' },
    ...{ code: '0001', placed: { at: at - 86_400_000, by: '张桂兰', account: 'a', how: 'self' }, touched: true, earlier: [], version: 1 },
    ...{ handed: { outcome: 'handed', at, by: '李娜', account: 'v' }, state: 'taken' },
    ...more,
  }
}

export async function settle(town: Town, { resident, grid }: Omit<Place, 'meals'>): Promise<MealsPlace> {
  const order = takenOrder({ eater: resident, kitchen: 'kitchen', home: grid, day: DAY })
  await town.store.load('orders', [order])
  return { taken: order._id }
}
export const nowhere: MealsPlace = { taken: `${'7'.repeat(20)}|${DAY}|lunch` }

const form = { stars: 'bad' as const, reasons: ['cold' as const], note: '汤都凉了' }
export const samples = {
  'meals.rate': atGrid<'meals.rate'>(({ resident, meals }) => ({ eater: resident, order: meals.taken, form })),
}
