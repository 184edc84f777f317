/** When a kitchen serves: whether it is open on a day, and the moments that matter. Pure: no clock is read. */
import { addDays, weekdayOf } from '../days'
import type { Meal } from './contract/base'
import type { KitchenForm, Serving } from './contract/kitchens'

/** What is asked of a kitchen here. */
export type Opening = Pick<KitchenForm, 'weekdays' | 'servings' | 'holidays'> & { ended?: string }

export const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner']
export const MEAL_WORDS: Record<Meal, string> = { breakfast: '早饭', lunch: '午饭', dinner: '晚饭' }
export const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** '11 月 24 日': a day as a sentence says it. */
export const dayWords = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** For a meal that a kitchen serves no more: orders taken before still need their moments. */
const USUAL: Record<Meal, Serving> = {
  breakfast: { meal: 'breakfast', from: '07:00', to: '08:30', cutoff: '06:30', before: 0 },
  lunch: { meal: 'lunch', from: '11:00', to: '12:30', cutoff: '09:30', before: 0 },
  dinner: { meal: 'dinner', from: '17:00', to: '18:30', cutoff: '15:00', before: 0 },
}

/** The kitchen's times for a meal; undefined when it does not serve it. */
export const servingOf = (kitchen: Pick<Opening, 'servings'>, meal: Meal): Serving | undefined =>
  kitchen.servings.find(one => one.meal === meal)

/** Why a kitchen or point is shut on a day, in words for people; undefined when it is open. */
export function closedOn(kitchen: Pick<Opening, 'weekdays' | 'holidays' | 'ended'>, day: string): string | undefined {
  if (kitchen.ended && day > kitchen.ended) return '已经停办了'
  const holiday = kitchen.holidays.find(one => one.from <= day && day <= one.until)
  if (holiday) return holiday.words.trim() || '放假'
  if (!kitchen.weekdays.includes(weekdayOf(day))) return `${WEEKDAYS[weekdayOf(day)]}不开`
  return undefined
}

/** Whether a meal is served on a day; if not, why, in words for people. */
export function opens(kitchen: Opening, day: string, meal: Meal): { open: Serving } | { shut: string } {
  const closed = closedOn(kitchen, day)
  if (closed) return { shut: closed }
  const serving = servingOf(kitchen, meal)
  return serving ? { open: serving } : { shut: `不供${MEAL_WORDS[meal]}` }
}

/** A time of day in Shanghai as a moment (ms). */
export const momentAt = (day: string, clock: string) => Date.parse(`${day}T${clock}:00+08:00`)

/** Until when a meal can be ordered, and from when to when it is served (ms). */
export function momentsOf(kitchen: Pick<Opening, 'servings'>, day: string, meal: Meal): { cutoff: number; from: number; to: number } {
  const { cutoff, before, from, to } = servingOf(kitchen, meal) ?? USUAL[meal]
  return { cutoff: momentAt(addDays(day, -before), cutoff), from: momentAt(day, from), to: momentAt(day, to) }
}

/** The Monday of a day's week. */
export const mondayOf = (day: string) => addDays(day, -((weekdayOf(day) + 6) % 7))

/** What is wrong with a kitchen's times, in one sentence; undefined when nothing is. */
export function timesWrong({ servings, holidays }: Pick<Opening, 'servings' | 'holidays'>): string | undefined {
  for (const { meal, from, to, cutoff, before } of servings) {
    if (servings.filter(one => one.meal === meal).length > 1) return `${MEAL_WORDS[meal]}填了两遍，请留一个`
    if (from >= to) return `${MEAL_WORDS[meal]}的结束时间要晚于开始时间`
    if (before === 0 && cutoff > to) return `${MEAL_WORDS[meal]}的订餐截止时间不能晚过开饭结束`
  }
  if (holidays.some(one => one.until < one.from)) return '放假的结束日期不能早于开始日期'
  return undefined
}
