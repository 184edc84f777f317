/** Milestones worth a thank-you: hours, and years since the first day. Stars by 民政部《志愿服务记录办法》(民函〔2012〕340号): 100, 300, 600, 1000, 1500 hours. */

/** Hours at which somebody is thanked; the first two are no stars yet, but the ones that keep people coming back. */
export const HOURS = [10, 50, 100, 300, 600, 1000, 1500] as const
const STARS = [100, 300, 600, 1000, 1500]
const WORDS = '一二三四五'

/** 0 to 5. */
export const starsAt = (minutes: number): number => STARS.filter(hours => minutes >= hours * 60).length
/** '三星志愿者'; nothing below a hundred hours. */
export const starWords = (stars: number): string => (stars > 0 ? `${WORDS[stars - 1]}星志愿者` : '')

/** Whole years since somebody began. */
export function yearsSince(since: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4))
  return Math.max(0, today.slice(5) < since.slice(5) ? years - 1 : years)
}

/** What was reached: `h100` and `y3`, each once in a life. */
export interface Milestone {
  id: string
  /** '满 100 小时，一星志愿者', '做志愿者满 3 年'. */
  words: string
}
const hoursReached = (hours: number): Milestone => {
  const star = starWords(starsAt(hours * 60))
  return { id: `h${hours}`, words: `满 ${hours} 小时${STARS.includes(hours) ? `，${star}` : ''}` }
}

/** The milestones between two sums of minutes: more than `before`, up to `now`. */
export const hoursBetween = (before: number, now: number): Milestone[] =>
  HOURS.filter(hours => before < hours * 60 && hours * 60 <= now).map(hoursReached)

/** The highest milestones somebody stands at: an imported record of 700 hours is thanked once, not five times. */
export function standing({ minutes, since }: { minutes: number; since: string }, today: string): Milestone[] {
  const years = yearsSince(since, today)
  return [...hoursBetween(0, minutes).slice(-1), ...(years > 0 ? [{ id: `y${years}`, words: `做志愿者满 ${years} 年` }] : [])]
}
