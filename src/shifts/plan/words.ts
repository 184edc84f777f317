/** How planning says things: weekdays, rhythms, what a role asks, what a shift lacks. */
import type { RoleForm, ShiftCard } from '@domain/shifts/contract'
import type { RosterCard, RosterForm, Touched } from '@domain/shifts/contract/plan'
import { PAPER_WORDS, SKILL_WORDS } from '@domain/shifts/words'
import { clock, sayDay } from '@/ui/say'

const NAMES = ['日', '一', '二', '三', '四', '五', '六']
/** Monday first, as one plans. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const
export type Weekday = (typeof WEEK)[number]
export const weekdayWord = (day: number) => `周${NAMES[day]}`

/** '每天', '周一到周五', '周二、周四'. */
export function weekdaysSaid(days: readonly number[]): string {
  const inOrder = WEEK.filter(day => days.includes(day))
  if (inOrder.length === 7) return '每天'
  if (inOrder.join() === '1,2,3,4,5') return '周一到周五'
  return inOrder.map(weekdayWord).join('、')
}

/** '每周二', '隔一周的周二', '每月第一个周二'. */
export function rhythmSaid({ rhythm, weekdays }: Pick<RosterForm, 'rhythm' | 'weekdays'>): string {
  const days = weekdaysSaid(weekdays)
  if (rhythm === 'first') return `每月第一个${days}`
  if (rhythm === 'second') return `隔一周的${days}`
  return days === '每天' ? days : `每${days}`
}

/** What a role asks: '要健康证、会做饭，出力气'. '谁都行' when nothing. */
export function asksSaid({ skill, paper, label, heavy }: RoleForm): string {
  const asks = [
    ...(paper ? [`要${PAPER_WORDS[paper]}`] : []),
    ...(skill ? [`会${SKILL_WORDS[skill]}`] : []),
    ...(label ? [`要“${label}”`] : []),
    ...(heavy ? ['要出力气'] : []),
  ]
  return asks.join('，') || '谁都行'
}

/** '切配 2 人、打饭 1 人' */
export const rolesSaid = (roles: readonly Pick<RoleForm, 'name' | 'need'>[]) => roles.map(one => `${one.name} ${one.need} 人`).join('、')
export const lacking = ({ roles, cancelled }: Pick<ShiftCard, 'roles' | 'cancelled'>) =>
  cancelled ? 0 : roles.reduce((sum, one) => sum + Math.max(0, one.need - one.taken), 0)
/** '切配 1/2' */
export const takenSaid = ({ roles }: Pick<ShiftCard, 'roles'>) => roles.map(one => `${one.name} ${one.taken}/${one.need}`).join('，')

export const timesSaid = ({ from, to }: Pick<ShiftCard, 'from' | 'to'>) => `${clock(from)} 到 ${clock(to)}`
export const shiftSaid = (shift: Pick<ShiftCard, 'day' | 'from' | 'to'>, today?: string) =>
  `${sayDay(shift.day, today)} ${timesSaid(shift)}`
/** '12月1日、12月8日等 6 天' */
export function daysSaid(days: readonly string[]): string {
  const few = days.slice(0, 4).map(day => sayDay(day).split(' ')[0])
  return days.length > 4 ? `${few.join('、')}等 ${days.length} 天` : few.join('、')
}
/** What a change means for somebody. */
export const fateSaid = ({ fate, why }: Touched) => (fate === 'off' ? `去不了：${why}` : fate === 'waits' ? '还排着队' : '还在')

/** '歇到 12月7日 周一', '下次 12月1日 周二'. */
export function nextSaid({ pause, next, until }: RosterCard, today: string): string {
  if (pause && pause.from <= today) return pause.until ? `歇到 ${sayDay(pause.until, today)}` : '歇着'
  if (next[0]) return `下次 ${sayDay(next[0], today)}`
  return until ? `到 ${sayDay(until, today)} 为止` : '后面没有班'
}
