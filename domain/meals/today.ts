/** A kitchen's day: the one thing to do now, out of everything that could be done. Pure. */

import type { MealDay, Todo } from './contract/day'
import { MEAL_WORDS } from './serving'

/** What the day's meals alone do not say. */
export interface Beyond {
  day: string
  now: number
  /** The next day that is served and has no published menu; undefined when all of the coming week has one. */
  unpublished?: string
  /** Days until then: what is far away can wait. */
  ahead: number
  tillClosed: boolean
}

const busy = ({ stage }: MealDay) => stage === 'cooking' || stage === 'serving'
const isPrinted = ({ printed }: MealDay) => printed.some(one => one.what === 'prep')
/** Food is on the stove from about an hour before it is served: nothing is measured earlier. */
const STOVE = 60 * 60_000

type Step = (meal: MealDay, beyond: Beyond) => Pick<Todo, 'what' | 'title' | 'words'> | undefined
const said = (what: Todo['what'], title: string, words: string) => ({ what, title, words })

/** In the order they are asked of every meal of the day, the earliest first. */
const STEPS: Step[] = [
  meal =>
    meal.stage === 'ordering' && !meal.published
      ? said('publish', '发今天的菜单', `${MEAL_WORDS[meal.meal]}的菜单还没发，大家订不了`)
      : undefined,
  meal => (busy(meal) && meal.blocked ? said('settle', `弄好 ${meal.blocked} 份`, '弄好了才能打印备餐单') : undefined),
  meal =>
    busy(meal) && meal.covers && !isPrinted(meal)
      ? said('print', '打备餐单', `${MEAL_WORDS[meal.meal]} ${meal.covers} 份，已经截单了`)
      : undefined,
  meal => (busy(meal) && isPrinted(meal) && meal.added ? said('reprint', `打印以后${meal.added}`, '看一眼改了什么，再打一张') : undefined),
  (meal, { now }) =>
    busy(meal) && now >= meal.from - STOVE && meal.covers && meal.measured < meal.hot
      ? said('measure', '量中心温度', `还有 ${meal.hot - meal.measured} 道菜没量，要到 70 度`)
      : undefined,
  (meal, { now }) =>
    busy(meal) && now >= meal.from - STOVE && meal.covers && meal.sampled < meal.dishes
      ? said('sample', '留样', `还有 ${meal.dishes - meal.sampled} 道菜没留，每样 125 克`)
      : undefined,
  meal =>
    (meal.stage === 'serving' || meal.stage === 'over') && meal.rounds.open
      ? said('rounds', `还有 ${meal.rounds.open} 趟没送完`, '看看送到哪一家了')
      : undefined,
  meal => (meal.stage === 'ordering' && meal.blocked ? said('settle', `弄好 ${meal.blocked} 份`, '趁没截单，先问清楚') : undefined),
]

export function todoOf(meals: readonly MealDay[], beyond: Beyond): Todo {
  for (const step of STEPS)
    for (const meal of meals) {
      const found = step(meal, beyond)
      if (found) return { ...found, day: beyond.day, meal: meal.meal }
    }
  const served = meals.filter(one => one.covers > 0)
  if (!beyond.tillClosed && served.length > 0 && served.every(one => one.stage === 'over'))
    return { ...said('till', '结今天的账', '数一数钱箱，对一对'), day: beyond.day }
  if (beyond.unpublished && beyond.ahead <= 2)
    return { ...said('publish', '发后面的菜单', beyond.ahead === 1 ? '明天的菜单还没发' : '后天的菜单还没发'), day: beyond.unpublished }
  return { ...said('rest', restWords(meals), '有事会在这里告诉您'), day: beyond.day }
}

function restWords(meals: readonly MealDay[]): string {
  const next = meals.find(one => one.stage === 'ordering')
  if (next) return `${MEAL_WORDS[next.meal]}还在订`
  return meals.some(one => one.stage !== 'shut' && one.stage !== 'none') ? '现在没有要办的' : '今天不开饭'
}
