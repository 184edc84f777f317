/** What the kitchen's day is called on screens and paper. */

import type { Meal } from '@domain/meals/contract'
import type { Blocked, Prep, Printed, Who } from '@domain/meals/contract/day'
import { clock, sayDay } from '@/ui'
import { MEALS } from '../words'

/** 8 元, 8.5 元; on paper nothing is "不收钱". */
export const yuan = (fen: number) => `${fen / 100} 元`
/** "张奶奶 3-2-501", "张奶奶 3-2-501 2 份" */
export const sayWho = ({ call, door, quantity }: Who) => [call, door, quantity > 1 ? `${quantity} 份` : ''].filter(Boolean).join(' ')
/** "妈妈厨房 11月24日 周二 午饭" */
export const sayWhen = ({ kitchenName, day, meal }: Pick<Prep, 'kitchenName' | 'day' | 'meal'>) =>
  `${kitchenName} ${sayDay(day)} ${MEALS[meal]}`
/** "11月24日 午饭": for the foot of a label. */
export const sayShort = (day: string, meal: Meal) => `${sayDay(day).split(' ')[0]} ${MEALS[meal]}`
/** "第 2 次打印，09:41，张玉华" */
export const sayPrinted = ({ n, at, by }: Printed) => `${n > 1 ? `第 ${n} 次打印` : '打印'} ${clock(at)}，${by}`
export const ordersIn = (blocked: readonly Blocked[]) => new Set(blocked.map(one => one.order)).size
