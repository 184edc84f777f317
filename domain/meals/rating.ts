/** Ratings: until when one may be given, what the kitchen should look at, and the words for both sides. */
import { addDays } from '../days'
import type { Reason, Stars } from './contract/table'

/** Days after the serving day on which a meal may still be rated. */
export const RATED_WITHIN = 3
export const mayRate = (day: string, today: string) => today >= day && today <= addDays(day, RATED_WITHIN)
/** The first day on which it is too late. */
export const tooLateFrom = (day: string) => addDays(day, RATED_WITHIN + 1)

/** What can be put right at once: the round, the box, the count. Taste is for the week's talk in the kitchen. */
const ATTEND: readonly Reason[] = ['cold', 'little', 'late', 'wrong', 'stale', 'spilled']
/** Whether a rating asks the kitchen to do something. */
export const toAttend = (stars: Stars, reasons: readonly Reason[]) => stars === 'bad' && reasons.some(one => ATTEND.includes(one))

export const STARS: { value: Stars; label: string }[] = [
  { value: 'good', label: '好吃' },
  { value: 'fair', label: '还行' },
  { value: 'bad', label: '不好' },
]
export const REASON_WORDS: { [R in Reason]: string } = {
  ...{ salty: '太咸', bland: '太淡', hard: '太硬', oily: '太油', cold: '凉了', little: '少了', late: '晚了', wrong: '送错了' },
  ...{ stale: '不新鲜', spilled: '洒了' },
}
export const reasonsSaid = (reasons: readonly Reason[]) => reasons.map(one => REASON_WORDS[one]).join('、')
/** Out of ten ratings, how many were good: 0-100, or undefined while nobody has said anything. A fair meal is half a good one. */
export function satisfaction({ good, fair, bad }: { good: number; fair: number; bad: number }): number | undefined {
  const all = good + fair + bad
  return all === 0 ? undefined : Math.round(((good + fair / 2) / all) * 100)
}
