/** How shifts and sign-ups are said where one signs up. */
import type { ShiftCard, SignUp } from '@domain/shifts/contract'
import type { Open } from '@domain/shifts/contract/signing'
import { clock, dayOf, sayDay, sayNear, type Tone } from '@/ui'

/** '09:00–11:00'. */
export const hours = ({ from, to }: Pick<ShiftCard, 'from' | 'to'>) => `${clock(from)}–${clock(to)}`
/** '明天 09:00–11:00，妈妈厨房'; further away with the date. */
export function whenWhere(shift: ShiftCard, now: number): string {
  return `${dayWords(shift.day, now)} ${hours(shift)}，${shift.place.name}`
}
/** 今天, 明天, 后天, else '12月3日 周四'. */
export function dayWords(day: string, now: number): string {
  const near = sayNear(day, dayOf(now))
  return /[今明后]天/.test(near) && !/\d/.test(near) ? near : sayDay(day, dayOf(now))
}

/** Whether something can be done here: a seat, a place in the queue, or it is one's own. */
export const canTake = ({ best, mine }: Open) => best !== undefined || mine !== undefined

/** A seat can be had at once, or it is one's own. */
export const isFree = ({ best, mine, stands }: Open) => mine !== undefined || stands.some(one => one.role === best && one.state === 'free')

/** The tag of a shift in the list. */
export function standTag({ stands, mine, best }: Open): { words: string; tone: Tone } {
  if (mine) return { words: MINE[mine.state] ?? '我报了', tone: mine.state === 'on' ? 'ok' : 'warn' }
  const stand = stands.find(one => one.role === best) ?? stands[0]
  if (stand?.state === 'free') return { words: stand.why, tone: 'info' }
  if (best) return { words: '满了，可以排', tone: 'warn' }
  return { words: WORDS[stand?.state ?? 'ended'], tone: 'plain' }
}
const MINE: { [state in SignUp['state']]?: string } = { on: '我报了', asked: '等队长点头', waiting: '我在排队', offered: '轮到我了' }
const WORDS = {
  ...{ free: '能报', mine: '我报了', full: '满了', clashes: '时间撞了', not_allowed: '还不能报', not_yet: '还没开始报', ended: '开始了' },
  cancelled: '取消了',
}

/** Why nothing can be done, once: the first reason of its roles. */
export const whyNot = ({ stands }: Open) => stands[0]?.why ?? ''

/** '还有 25 分钟' to answer an offer. */
export function timeLeft(until: number, now: number): string {
  const minutes = Math.max(0, Math.floor((until - now) / 60_000))
  if (minutes < 60) return `还有 ${minutes} 分钟`
  return minutes < 600 ? `还有 ${Math.floor(minutes / 60)} 小时` : `留到 ${sayDay(dayOf(until))} ${clock(until)}`
}
