/** Standing orders and pauses in words, and as they are being written. Pure. */
import type { Away, Standing, StandingForm, Table, TableDay } from '@domain/meals/contract/orders'
import { daysBetween, plusDays, sayDay } from '@/ui/say'
import { habitOf } from './basket'
import { standOf } from './slots'
import { AWAYS, MEALS, sayMeal } from './words'

export type Weekly = StandingForm['days'][number]
const NAMES = '日一二三四五六'
/** Monday first, as a week is lived. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0]
export const weekdayName = (weekday: number) => `周${NAMES[weekday]}`
const at = (weekday: number) => WEEK.indexOf(weekday)

/** 每天, 周一到周五, 周一、周三、周六. */
export function sayWeekdays(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((one, other) => at(one) - at(other))
  if (days.length === 7) return '每天'
  const runs = days.length > 2 && at(days[days.length - 1]) - at(days[0]) === days.length - 1
  return runs ? `${weekdayName(days[0])}到${weekdayName(days[days.length - 1])}` : days.map(weekdayName).join('、')
}

/** 周一到周五的午饭. */
export const sayStanding = ({ days, meal }: Pick<StandingForm, 'days' | 'meal'>) =>
  `${sayWeekdays(days.map(day => day.weekday))}的${MEALS[meal]}`

/** A standing order to begin with: nothing chosen yet, the way and pay somebody is used to. */
export function newStanding(table: Table, kitchen: string): StandingForm {
  const { way, point, pay } = habitOf(table, { kitchen })
  const meal = table.kitchens.find(one => one.id === kitchen)?.servings.some(one => one.meal === 'lunch') === false ? 'dinner' : 'lunch'
  return {
    ...{ kitchen, meal, pay },
    days: [{ weekday: 1, dishes: [], quantity: 1, way, ...(point ? { point } : {}) }],
    since: plusDays(table.today, 1),
  }
}
export const formOf = ({ id: _, kitchenName: __, version: ___, ...form }: Standing): StandingForm => form

/** The days after some weekdays were switched on and off: those that stay keep their own, new ones are like the first. */
export function withWeekdays(days: readonly Weekly[], weekdays: readonly number[], like: Weekly): Weekly[] {
  return [...weekdays]
    .sort((one, other) => at(one) - at(other))
    .map(weekday => days.find(day => day.weekday === weekday) ?? { ...(days[0] ?? like), weekday })
}

/** Dishes that were on a menu of a meal, each once: what one may prefer. */
export function dishesOf(days: readonly TableDay[], { kitchen, meal }: Pick<StandingForm, 'kitchen' | 'meal'>) {
  const items = days.filter(day => day.kitchen === kitchen && day.meal === meal).flatMap(day => day.items)
  return [...new Map(items.filter(item => item.kind === 'set' || item.kind === 'main').map(item => [item.dish, item])).values()]
}

/** What is sent: of a changed one, not beginning again in the past. */
export function sent(form: StandingForm): StandingForm {
  const { until, note, ...rest } = form
  return { ...rest, ...(until ? { until } : {}), ...(note?.trim() ? { note: note.trim() } : {}) }
}

/** What is missing before it can be set, as a sentence. */
export function missing(form: StandingForm): string | undefined {
  if (!form.days.length) return '先点一下星期几'
  if (form.until && form.until < form.since) return '到哪天为止要晚于从哪天起'
  return undefined
}

export interface Pausing {
  from: string
  until: string
  why: Away['why']
  words: string
}
/** 从 11月23日 周一停到 11月29日 周日，一共 7 天；11月30日 周一又送. */
export function sayPause({ from, until }: Pick<Pausing, 'from' | 'until'>, today: string): string {
  if (!from) return '先选从哪天停'
  if (!until) return `从${sayDay(from, today)}起都停，什么时候恢复您说一声`
  if (until < from) return '到哪天为止要晚于从哪天停'
  const days = daysBetween(from, until) + 1
  return `${days === 1 ? `只停${sayDay(from, today)}一天` : `从${sayDay(from, today)}停到${sayDay(until, today)}，一共 ${days} 天`}；${sayDay(plusDays(until, 1), today)}又照常`
}

/** Meals inside a pause that come all the same: it is too late to change them. */
export function stillComing(
  slots: readonly TableDay[],
  { from, until }: Pick<Pausing, 'from' | 'until'>,
  now: number,
  today: string,
): string {
  const kept = slots.filter(
    slot => slot.day >= from && (!until || slot.day <= until) && standOf(slot, now) === 'ordered' && (slot.order?.changeUntil ?? 0) <= now,
  )
  return kept.length ? `${kept.map(slot => sayMeal(slot.day, slot.meal, today)).join('、')}已经过了改的时间，还会做` : ''
}

/** 住院，从 11月20日 停到 11月25日. */
export const sayAway = ({ why, from, until, words }: Away, today: string) =>
  `${AWAYS[why]}${words && words !== AWAYS[why] ? `（${words}）` : ''}，从${sayDay(from, today)}${until ? `停到${sayDay(until, today)}` : '起停，到您说恢复'}`
/** Those that hold today or later; one that was taken back before it began holds never. */
export const awaysNow = (aways: readonly Away[], today: string) =>
  aways.filter(({ from, until }) => !until || (until >= today && until >= from))
