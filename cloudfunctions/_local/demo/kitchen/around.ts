/** What a kitchen has besides meals: price rules, routes, floor leaders, the birthday party, donations. */
import type { Rule } from '@domain/meals/contract/prices'
import type { Route } from '@domain/meals/contract/rounds'
import type { NoteForm } from '@domain/meals/contract/table'
import { addDays } from '../../../_kit/time'
import { type Ask, each, type Loading } from '../loading'
import { COMMUNITY } from '../places'
import type { DemoKitchen } from './index'

const shares = { government: 60, enterprise: 10, charity: 30 }
const aged = (id: string, from: number, to: number | undefined, effect: Rule['effect']): Rule => ({
  ...{ id, ages: to ? { from, to } : { from }, effect, shares },
})
/** As the kitchen in the papers does it: a little less from sixty on, free from ninety on; who is in need never pays more. */
const RULES: Rule[] = [
  aged('a60', 60, 69, { kind: 'off', fen: 100 }),
  aged('a70', 70, 79, { kind: 'off', fen: 200 }),
  aged('a80', 80, 89, { kind: 'off', fen: 300 }),
  aged('a90', 90, undefined, { kind: 'free' }),
  { id: 'low-income', categories: ['low_income'], effect: { kind: 'percent', percent: 50 }, shares },
  { id: 'disabled', categories: ['disabled'], effect: { kind: 'percent', percent: 40 }, shares },
  { id: 'extreme-poverty', categories: ['extreme_poverty'], effect: { kind: 'free' }, shares },
]

const ROUTES: Omit<Route, 'volunteer'>[] = [
  { id: 'r1', name: '前院一线', buildings: ['1', '2', '3'], by: 'foot', capacity: 14 },
  { id: 'r2', name: '东院一线', buildings: ['4', '5', '6'], by: 'foot', capacity: 14 },
  { id: 'r3', name: '西院一线', buildings: ['7', '8', '9'], by: 'foot', capacity: 14 },
  { id: 'r4', name: '后院一线', buildings: ['10', '11', '12'], by: 'bike', capacity: 20, rain: { by: 'foot', capacity: 10 } },
]
const LEADERS = ['孙桂英', '马凤兰', '宋玉田', '朱秀英', '高文山', '李玉珍', '梁德顺', '唐淑芬', '许宝山', '何建国', '冯素云', '曹振华']

/** Rules by the office, routes with their volunteers by the kitchen lead, a floor leader for each building. */
export async function settleAround(office: Ask, cook: Ask, kitchen: DemoKitchen, volunteers: string[]) {
  await office('meals.save_rules', { division: COMMUNITY, kitchen: kitchen.id, version: 0, rules: RULES, note: '妈妈厨房的价' })
  const routes = ROUTES.map((route, n) => ({ ...route, volunteer: volunteers[n] }))
  await cook('meals.save_routes', { kitchen: kitchen.id, version: 0, routes })
  await each([...LEADERS.entries()], ([n, name]) => {
    const form = { building: String(n + 1), kind: 'lead' as const, name, about: `${n + 1} 号楼楼长` }
    return office('meals.save_neighbour', { community: COMMUNITY, form, phone: `199000009${String(n + 10)}` })
  })
}

/** This month's party: announced ten days ago, on a day still to come where the month has one; most have answered. */
export async function settleParty(at: Loading, cook: Ask, office: Ask) {
  const today = at.day(0)
  const month = today.slice(0, 7)
  const [ahead] = [5, 4, 3, 2, 1, 0].filter(days => addDays(today, days).startsWith(month))
  const form = { day: addDays(today, ahead), from: '10:00', place: '社区活动室', helpers: 6, note: '长寿面、大蛋糕，一起唱个生日歌' }
  const { id: party } = await cook('meals.set_party', { community: COMMUNITY, month, version: 0, form })
  const { birthdays } = await cook('meals.party', { community: COMMUNITY, month })
  const eaters = birthdays.slice(0, 18).map(one => one.eater)
  if (!eaters.length) return
  await cook('meals.invite', { party, eaters })
  const answers = ['coming', 'coming', 'fetch', 'coming', 'cannot'] as const
  await each([...eaters.slice(0, 13).entries()], ([n, eater]) =>
    office('meals.answer_party', { eater, party, answer: answers[n % answers.length], companions: n % 3 === 0 ? 1 : 0 }),
  )
}

/** What the kitchen and the carriers should know of some of them: one alert, two notes, one of them only for a week. */
export async function settleNotes(at: Loading, cook: Ask, office: Ask, eaters: readonly { id: string }[]) {
  const note = (ask: Ask, n: number, form: NoteForm) => ask('meals.add_note', { eater: eaters[n % eaters.length].id, form })
  await note(office, 3, { kind: 'health', alert: true, words: '刚出院，这两周只吃软的、清淡的', until: addDays(at.day(0), 13) })
  await note(cook, 7, { kind: 'door', alert: false, words: '耳朵背，敲门要久一点，别放门口就走' })
  await note(office, 12, { kind: 'home', alert: false, words: '女儿出差，这一周家里没人，多说两句话', until: addDays(at.day(0), 6) })
}

/** What neighbours brought, of this month where it is long enough. */
export async function settleDonations(at: Loading, cook: Ask, { id: kitchen }: DemoKitchen) {
  const day = at.day(1)
  const given = [
    { who: '一号楼老张', goods: { item: '白菜', quantity: 50, unit: 'jin' as const }, thanks: '自家种的，够包两顿包子' },
    { who: '和平粮油店', goods: { item: '大米', quantity: 4, unit: 'bag' as const } },
    { money: 20000, thanks: '给九十岁的老人加个菜' },
  ]
  for (const form of given) await cook('meals.donate', { form: { kitchen, day, ...form } })
}
