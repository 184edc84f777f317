/** What is wrong in a kitchen, the most urgent first. */
import { addDays } from '@domain/days'
import type { Alarm, MealDay } from '@domain/meals/contract/day'
import type { Context } from '../../_kit/context'
import type { CheckDoc } from '../checks/docs'
import type { KitchenDoc } from '../docs'
import { stocksOf } from '../larder/shopping'
import { keptSamples } from '../safety/read'
import type { Prepared } from './prep'

const MOST = 50
const named = (names: string[]) => `${names.slice(0, 3).join('、')}${names.length > 3 ? `等 ${names.length} 样` : ''}`

export async function alarmsOf(context: Context, kitchen: KitchenDoc, meals: MealDay[], prepped: Prepared[]): Promise<Alarm[]> {
  return [
    ...(await checks(context, kitchen)),
    ...unclosed(prepped, context.now),
    ...soldOut(meals),
    ...(await samples(context, kitchen)),
    ...(await expiring(context, kitchen)),
  ]
}

/** Somebody whose meal nobody took, and who is being looked for. */
async function checks({ system }: Context, { community, _id }: KitchenDoc): Promise<Alarm[]> {
  const page = await system.find<CheckDoc>('checks', { where: { cooks: { has: community }, open: true }, order: ['sort'], limit: MOST })
  return page.items
    .filter(check => check.meals.some(meal => meal.kitchen === _id))
    .map(({ call, door }) => ({ kind: 'check', title: `${call}的饭没人取，正在找人`, words: door, urgent: true }))
}

const GRACE = 15 * 60_000
function unclosed(prepped: Prepared[], now: number): Alarm[] {
  return prepped
    .filter(({ prep }) => now > prep.to + GRACE)
    .flatMap(({ seen }) => seen.rounds.filter(one => !one.closed && one.stops.length > 0))
    .map(({ name, volunteerName }) => ({ kind: 'round', title: `${name}还没收尾`, words: volunteerName ?? '没有人送', urgent: true }))
}

const soldOut = (meals: MealDay[]): Alarm[] =>
  meals.flatMap(({ soldOut: names }) =>
    names.length > 0
      ? [{ kind: 'soldout' as const, title: `${named(names)}订完了`, words: '还能做的话，去菜单加份数', urgent: false }]
      : [],
  )

async function samples({ system, now }: Context, { _id }: KitchenDoc): Promise<Alarm[]> {
  const due = (await keptSamples(system, _id)).filter(one => one.until <= now)
  if (due.length === 0) return []
  return [{ kind: 'sample', title: `${due.length} 份留样可以处理了`, words: named(due.map(one => one.name)), urgent: false }]
}

async function expiring({ system, today }: Context, { _id }: KitchenDoc): Promise<Alarm[]> {
  const stocks = await stocksOf(system, _id)
  const until = (last: string) => stocks.filter(one => one.lots.some(lot => lot.expires && lot.expires <= last)).map(one => one.ingredient)
  const over = until(addDays(today, -1))
  const soon = until(addDays(today, 1)).filter(one => !over.includes(one))
  return [
    ...(over.length > 0 ? [{ kind: 'expiry' as const, title: `${named(over)}过期了`, words: '别再用，记一笔倒掉', urgent: true }] : []),
    ...(soon.length > 0 ? [{ kind: 'expiry' as const, title: `${named(soon)}快到期了`, words: '今明两天先用', urgent: false }] : []),
  ]
}
