/** How hours and certificates are said on screen. */
import { sayMinutes } from '@domain/shifts/words'

/** '3 小时', '-30 分钟'. */
export const signed = (minutes: number) => (minutes < 0 ? `-${sayMinutes(-minutes)}` : sayMinutes(minutes))
/** '126', '126.5': hours as one big number. */
export const bigHours = (minutes: number) => String(Math.floor(minutes / 6) / 10)
/** '0129 0012 3456' */
export const sayCode = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ')
/** '2026年1月1日' */
export const fullDay = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Minutes of '1.5' hours as somebody types them; null when it is no number. */
export function minutesTyped(text: string): number | null {
  const hours = Number(text.trim().replace('，', '.'))
  return text.trim() !== '' && Number.isFinite(hours) && hours >= 0 ? Math.round(hours * 60) : null
}
