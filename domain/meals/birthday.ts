/** When a birthday is kept: the solar day of a month it falls on, for solar and lunar birthdays alike. */
import { daysBetween } from '../days'
import type { Birthday } from './contract/table'

/** What has to be known of the lunar calendar; the server asks an almanac (table/almanac.ts). */
export interface Almanac {
  /** How many days a lunar month has, 29 or 30; 0 when that year has no such leap month. */
  days(year: number, month: number, leap: boolean): number
  /** The solar day of a lunar one that exists. */
  solar(year: number, month: number, day: number, leap: boolean): string
}

const two = (n: number) => String(n).padStart(2, '0')
const lastDay = (month: string) => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}

/**
 * The days of a month ('2026-11') a birthday is kept on: none or one. 29 February is kept on the 28th in common years, so that nobody is left out of
 * February's party; the 30th of a lunar month on the 29th when the month has no 30th. Who was born in a leap month keeps it in years that have that leap
 * month, in the ordinary month otherwise; all others never keep the leap one. A lunar birthday can so fall twice in a solar year, or not at all.
 */
export function keptIn(month: string, { calendar, month: number, day, leap = false }: Birthday, almanac: Almanac): string[] {
  if (calendar === 'solar') return Number(month.slice(5)) === number ? [`${month}-${two(Math.min(day, lastDay(month)))}`] : []
  const year = Number(month.slice(0, 4))
  return [year - 1, year]
    .map(lunar => {
      const inLeap = leap && almanac.days(lunar, number, true) > 0
      return almanac.solar(lunar, number, Math.min(day, almanac.days(lunar, number, inLeap)), inLeap)
    })
    .filter(kept => kept.startsWith(month))
}

/** The first day from `from` on, within two years, on which it is kept. */
export function nextKept(from: string, birthday: Birthday, almanac: Almanac): string | undefined {
  let [year, number] = from.split('-').map(Number)
  for (let i = 0; i < 25; i++) {
    const found = keptIn(`${year}-${two(number)}`, birthday, almanac).find(day => day >= from)
    if (found) return found
    number = (number % 12) + 1
    if (number === 1) year++
  }
  return undefined
}

/** The birthday a registered birth date makes. */
export const registered = (born: string): Birthday => ({
  calendar: 'solar',
  month: Number(born.slice(5, 7)),
  day: Number(born.slice(8)),
})

/** How old somebody becomes on a kept birthday; a lunar one may be some weeks beside the registered date. */
export const becomes = (born: string, kept: string) => Math.round(daysBetween(born, kept) / 365.2425)

/** Whether a calendar has such a day at all: no solar 30 February, no lunar 31st. */
export const isBirthday = ({ calendar, month, day, leap }: Birthday) =>
  calendar === 'lunar' ? day <= 30 : !leap && day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]

const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const DIGITS = '一二三四五六七八九十'
/** 初五, 十一, 二十, 廿三, 三十 */
function lunarDay(day: number): string {
  if (day <= 10) return `初${DIGITS[day - 1]}`
  if (day < 20) return `十${DIGITS[day - 11]}`
  if (day === 20) return '二十'
  return day === 30 ? '三十' : `廿${DIGITS[day - 21]}`
}
/** '11月3日', '农历十月初五', '农历闰六月初一'. */
export const birthdaySaid = ({ calendar, month, day, leap }: Birthday) =>
  calendar === 'solar' ? `${month}月${day}日` : `农历${leap ? '闰' : ''}${MONTHS[month - 1]}月${lunarDay(day)}`

/** What the table says to somebody on their day. */
export const greetingOf = (age?: number) => `今天是您${age && age >= 60 ? ` ${age} 岁` : '的'}生日，祝您健康长寿、天天有好胃口`
