/** When a shift may be: on one day, not too short, not too long, not over yet. Pure: the clock is handed in. */
import { addDays } from '../days'

const MINUTE = 60_000
const SHORTEST = 15
const LONGEST = 12 * 60
/** Days ahead that anybody plans for. */
export const FURTHEST = 400

export interface Times {
  day: string
  /** 'HH:MM' in Shanghai. */
  from: string
  to: string
}
/** What is wrong, with its code and the field it is about. */
export interface Wrong {
  code: string
  why: string
  at: string
}

/** A time of day in Shanghai as a moment (ms). */
export const momentAt = (day: string, clock: string) => Date.parse(`${day}T${clock}:00+08:00`)

/** What is wrong with two times of day: across midnight, shorter than 15 minutes, longer than 12 hours. Null when nothing is. */
export function wrongClock({ from, to }: Pick<Times, 'from' | 'to'>): Wrong | null {
  const minutes = (momentAt('2026-01-01', to) - momentAt('2026-01-01', from)) / MINUTE
  if (minutes <= 0)
    return {
      ...{ code: 'shifts.over_midnight', at: 'to' },
      why: '结束要晚于开始。跨过半夜的请拆成两个班：头一天到 23:59，第二天从 00:00 起',
    }
  if (minutes < SHORTEST) return { code: 'shifts.too_short', why: `一个班至少 ${SHORTEST} 分钟，再排长一点`, at: 'to' }
  if (minutes > LONGEST) return { code: 'shifts.too_long', why: '一个班最多 12 小时，长的请拆成几个班，好让大家换着来', at: 'to' }
  return null
}

/** What is wrong with a shift's day and times as seen now. Null when nothing is. */
export function wrongTimes(times: Times, { now, today }: { now: number; today: string }): Wrong | null {
  const clock = wrongClock(times)
  if (clock) return clock
  if (momentAt(times.day, times.to) <= now) return { code: 'shifts.past', why: '这个时间已经过去了，请选今天以后的', at: 'day' }
  if (times.day > addDays(today, FURTHEST)) return { code: 'shifts.too_far', why: '排得太远了，最多排到 400 天以内', at: 'day' }
  return null
}
