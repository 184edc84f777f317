/** What is around the table at one place of the test world. */
import type { table as declared } from '@domain/meals/contract/table'
import { atCommunity, atGrid, type Ground, type MealsPlace, type Place, plain, type Sample, wide } from '../../_kit/sample'
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

const COMMUNITY_PARTY = '2026-11'
const partyForm = { day: '2026-11-28', from: '10:00', place: '社区活动室', helpers: 3 }
const note = { kind: 'door' as const, alert: true, words: '门铃坏了，敲门' }
const goods = { item: '大米', quantity: 50, unit: 'jin' as const, expiry: '2027-05-01' }

/** What `kitchen` of this place has around its table: a lunch taken, a party with a guest, a note, a donation. */
export async function settle(town: Town, { resident, grid, community }: Ground, kitchen: string): Promise<MealsPlace> {
  const order = takenOrder({ eater: resident, kitchen, home: grid, day: DAY })
  await town.store.load('orders', [order])
  const clerk = await town.as('community', community, { name: '社区的人' })
  // the grids of one community share its party: another month each
  const month = grid.endsWith('002') ? '2026-12' : COMMUNITY_PARTY
  const form = { ...partyForm, day: `${month}-28` }
  const { id: party } = await clerk.call('meals.set_party', { community, month, version: 0, form })
  await clerk.call('meals.invite', { party, eaters: [resident] })
  const { id: noted } = await clerk.call('meals.add_note', { eater: resident, form: note })
  const { id: donation } = await clerk.call('meals.donate', { form: { kitchen, day: DAY, money: 20_000, who: '李建国' } })
  return { taken: order._id, party, month, note: noted, donation }
}
export const nowhere: MealsPlace = {
  ...{ taken: `${'7'.repeat(20)}|${DAY}|lunch`, party: `210104001001|${COMMUNITY_PARTY}`, month: COMMUNITY_PARTY },
  ...{ note: '7'.repeat(24), donation: '7'.repeat(24) },
}

const rating = { stars: 'bad' as const, reasons: ['cold' as const], note: '汤都凉了' }
const byMonth = ({ community, meals }: Place) => ({ community, month: meals.month })
export const samples: { [N in `meals.${keyof typeof declared}`]: Sample<N> } = {
  'meals.rate': atGrid(({ resident, meals }) => ({ eater: resident, order: meals.taken, form: rating })),
  'meals.feedback': wide(({ meals }) => ({ kitchen: meals.kitchen, from: '2026-11-15', days: 7 })),
  'meals.birthday': atGrid(({ resident }) => ({ eater: resident })),
  'meals.set_birthday': atGrid(({ resident }) => ({ eater: resident, birthday: { calendar: 'lunar', month: 10, day: 5 } })),
  'meals.party': wide(byMonth),
  'meals.set_party_rules': atCommunity(({ community }) => ({ community, rules: { age: 65, cakes: [{ name: '10 寸', heads: 12 }] } })),
  'meals.set_party': atCommunity(({ community }) => ({
    ...{ community, month: '2027-01', version: 0, form: { ...partyForm, day: '2027-01-20' } },
  })),
  'meals.cancel_party': atCommunity(({ meals }) => ({ party: meals.party, why: '下大雪' })),
  'meals.invite': atCommunity(({ resident, meals }) => ({ party: meals.party, eaters: [resident] })),
  'meals.parties': atGrid(({ resident }) => ({ eater: resident })),
  'meals.answer_party': atGrid(({ resident, meals }) => ({ eater: resident, party: meals.party, answer: 'fetch', companions: 1 })),
  'meals.attend': atCommunity(({ resident, meals }) => ({ party: meals.party, eater: resident, came: true })),
  'meals.notes': wide(({ community }) => ({ community, over: false })),
  'meals.add_note': atGrid(({ resident }) => ({ eater: resident, form: note })),
  'meals.read_note': atGrid(({ meals }) => ({ note: meals.note })),
  'meals.end_note': atGrid(({ meals }) => ({ note: meals.note })),
  'meals.donations': wide(byMonth),
  'meals.donate': atCommunity(({ meals }) => ({ form: { kitchen: meals.kitchen, day: DAY, goods } })),
  'meals.take_back_donation': atCommunity(({ meals }) => ({ donation: meals.donation, why: '记重了' })),
  'meals.thanks': plain(byMonth),
}
