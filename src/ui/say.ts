/** How times, days, money and names are said. Business time is Shanghai's: UTC+8, without summer time since 1992. */

import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

// days are called 周四
dayjs.locale('zh-cn')

const SHANGHAI = 8 * 3_600_000
const MINUTE = 60_000
const DAY = 'YYYY-MM-DD'

/** The day in Shanghai, 'YYYY-MM-DD', of a moment. */
export const dayOf = (moment: number): string => new Date(moment + SHANGHAI).toISOString().slice(0, 10)
/** '09:05' in Shanghai. */
export const clock = (moment: number): string => new Date(moment + SHANGHAI).toISOString().slice(11, 16)
/** The hour of the day in Shanghai, 0-23. */
export const hourOf = (moment: number): number => Number(clock(moment).slice(0, 2))
/** Days from one day to another; negative when the other is before. */
export const daysBetween = (from: string, until: string): number => dayjs(until).diff(from, 'day')
/** The day some days later. */
export const plusDays = (day: string, days: number): string => dayjs(day).add(days, 'day').format(DAY)
/** 周四 */
export const weekday = (day: string): string => dayjs(day).format('ddd')
/** The month some months later: ('2026-11', -1) -> '2026-10'. */
export const plusMonths = (month: string, months: number): string => dayjs(`${month}-01`).add(months, 'month').format('YYYY-MM')
/** Every day of a month. */
export const daysIn = (month: string): string[] =>
  Array.from({ length: dayjs(`${month}-01`).daysInMonth() }, (_, n) => plusDays(`${month}-01`, n))

/** With the year when it is another than `today`'s. */
const withYear = (date: dayjs.Dayjs, shape: string, today?: string) =>
  date.format(today && date.format('YYYY') !== today.slice(0, 4) ? `YYYY年${shape}` : shape)
/** '11月12日 周四'; with the year when it is another than `today`'s. */
export const sayDay = (day: string, today?: string): string => withYear(dayjs(day), 'M月D日 ddd', today)
/** '11月' of '2026-11'; with the year when it is another than `today`'s. */
export const sayMonth = (month: string, today?: string): string => withYear(dayjs(`${month}-01`), 'M月', today)

/** 今天, 昨天, 明天, 3 天前, 5 天后, else the day. */
export function sayNear(day: string, today: string): string {
  const days = daysBetween(today, day)
  const near = { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' }[String(days)]
  if (near) return near
  if (days > -30 && days < 0) return `${-days} 天前`
  return days > 0 && days < 30 ? `${days} 天后` : sayDay(day, today)
}

/** 刚刚, 5 分钟前, 今天 09:05, 昨天 18:30, 11月12日 周四. */
export function ago(moment: number, now: number): string {
  const minutes = Math.floor((now - moment) / MINUTE)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  const days = daysBetween(dayOf(moment), dayOf(now))
  if (days < 2) return `${days ? '昨天' : '今天'} ${clock(moment)}`
  return sayDay(dayOf(moment), dayOf(now))
}

/** How old something is: 刚才的, 10 分钟前的, 昨天 18:30 的. */
export const age = (moment: number, now: number): string =>
  ago(moment, now)
    .replace(/^刚刚$/, '刚才')
    .replace(/(\d)$/, '$1 ')
    .concat('的')

/** Money in 分 as people say it: '12.5 元', '8 元', '不收钱' for nothing. */
export const money = (fen: number): string => (fen === 0 ? '不收钱' : `${fen / 100} 元`)

/** 早上好, 上午好, 中午好, 下午好, 晚上好. */
export function greeting(hour: number): string {
  const part = hour < 5 ? '晚上' : hour < 9 ? '早上' : hour < 11 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  return `${part}好`
}

/** 8136000 -> '8,136,000'. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

const ROLE_NAMES: { [role: string]: string } = {
  resident: '居民',
  family: '家属',
  volunteer: '志愿者',
  lead: '志愿队长',
  kitchen: '厨房负责人',
  grid: '网格员',
  community: '社区工作人员',
  street: '街道工作人员',
  district: '区里工作人员',
  city: '市里工作人员',
  admin: '系统管理员',
  security: '账号管理员',
  auditor: '审计员',
}
/** 网格员, 社区工作人员. */
export const roleName = (role: string): string => ROLE_NAMES[role] ?? '其他'
