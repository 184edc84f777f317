/** The past two weeks at 妈妈厨房 and today until now: ordered, cooked, brought, rated, and one meal that nobody takes. */
import type { OrderForm } from '@domain/meals/contract/orders'
import { orderId } from '../../../meals/docs'
import { chance } from '../chance'
import { type Ask, each, type Loading } from '../loading'
import { DISHES } from './dishes'
import type { DemoKitchen } from './index'
import { accountOf, counted } from './money'
import { type DemoEater, dinersOf, missing, standingOf } from './people'
import { type Crew, serve } from './service'

const LUNCH = { before: 8 * 60 + 30, rounds: 10 * 60 + 45, over: 12 * 60 + 36 }
/** In the evening the next day's standing orders become orders. */
const EVENING = 18 * 60 + 35
/** How many days of meals lie behind the demonstration. */
const DAYS = 10

export interface Eating {
  at: Loading
  crew: Crew
  kitchen: DemoKitchen
  eaters: DemoEater[]
  /** 王大爷, who orders for himself, and the account of his own. */
  wang: { resident: string; account: string }
}

/** Standing orders, restrictions, accounts with money on them. */
export async function settleEaters({ at, crew, kitchen, eaters, wang }: Eating) {
  at.moveTo(DAYS + 2)
  await accountOf({ at, crew, kitchen }, wang.resident)
  const [office, cook] = [await at.as(crew.office), await at.as(crew.cook)]
  const luck = chance(5)
  const since = at.day(DAYS)
  await each(dinersOf(eaters), ({ eater, form }) => office('meals.set_diner', { eater: eater.id, version: 0, form }))
  const withMoney = eaters.filter(one => one.pay === 'account')
  await each([...withMoney.entries()], ([n, one]) =>
    cook('meals.top_up', { kitchen: kitchen.id, eater: one.id, fen: 30000, how: 'cash', receipt: `A${1001 + n}` }),
  )
  await each(eaters, one => office('meals.set_standing', { eater: one.id, version: 0, form: standingOf(one, kitchen, since, luck) }))
  // breakfast and supper come for a few, from today on
  const { id, way, pay } = missing(eaters)
  const every = [0, 1, 2, 3, 4, 5, 6].map(weekday => ({ weekday, dishes: [], quantity: 1, way }))
  for (const meal of ['breakfast', 'dinner'] as const)
    await office('meals.set_standing', { eater: id, version: 0, form: { kitchen: kitchen.id, meal, days: every, pay, since: at.day(0) } })
}

export async function past(eating: Eating) {
  const { at } = eating
  at.moveTo(DAYS + 1, EVENING)
  await at.follow()
  for (let ago = DAYS; ago > 0; ago--) await aDay(eating, ago)
}

async function aDay(eating: Eating, ago: number) {
  const { at } = eating
  await byHand(eating, ago)
  at.moveTo(ago, LUNCH.rounds)
  await at.rounds()
  const but = ago === 4 ? missing(eating.eaters).id : undefined
  await serve({ ...eating, meal: 'lunch', ago, but }, LUNCH.over)
  at.moveTo(ago, LUNCH.over)
  if (but) {
    await at.checks()
    await found(eating, ago, but)
  }
  at.moveTo(ago, EVENING)
  await rated(eating, ago)
  await counted(eating, ago)
  await at.follow()
}

/** 王大爷's usual, ordered by himself on most days. */
async function byHand({ at, kitchen, wang }: Eating, ago: number) {
  if (ago % 4 === 3) return
  at.moveTo(ago, LUNCH.before)
  const me = await at.as(wang.account)
  await me('meals.order', { eater: wang.resident, forms: [usual(kitchen, at.day(ago))] })
}
const usual = ({ id: kitchen, dishes }: DemoKitchen, day: string): OrderForm => ({
  ...{ kitchen, day, meal: 'lunch', lines: [{ dish: dishes.set, quantity: 1 }], way: 'delivery', pay: 'cash' },
})

/** The check of some days ago: she had gone to her daughter's, and said nothing. */
async function found({ at, crew }: Eating, ago: number, eater: string) {
  const check = `${eater}|${at.day(ago)}`
  at.moveTo(ago, LUNCH.over + 4)
  const cook = await at.as(crew.cook)
  await cook('meals.step_check', { check, rung: 'call', result: 'no_answer' })
  at.moveTo(ago, LUNCH.over + 21)
  const office = await at.as(crew.office)
  await office('meals.close_check', { check, outcome: 'well', words: '去女儿家了，忘了说，手机没电' })
}

const REASONS = [['salty'], ['cold'], ['little'], ['hard']] as const
/** A handful says how it was; most liked it. */
async function rated({ at, crew, eaters }: Eating, ago: number) {
  const office = await at.as(crew.office)
  const luck = chance(ago + 400)
  const some = eaters.filter(one => one.way === 'delivery' && one.age >= 80 && luck.hit(0.35)).slice(0, 6)
  await each(some, one => rate(office, orderId(one.id, at.day(ago), 'lunch'), one.id, luck.next(), ago))
}

async function rate(ask: Ask, order: string, eater: string, of: number, ago: number) {
  const stars = of < 0.8 ? 'good' : of < 0.95 ? 'fair' : 'bad'
  const reasons = stars === 'good' ? [] : [...REASONS[ago % REASONS.length]]
  const note = stars === 'good' && of < 0.15 ? { note: `${DISHES.set.name}软和，好嚼` } : {}
  // somebody who was away that day has nothing to rate
  await ask('meals.rate', { eater, order, form: { stars, reasons, ...note } }).catch(() => undefined)
}
