/** How hours and certificates are said on screen. */
import type { HourRow } from '@domain/shifts/contract'
import { HOUR_WORDS, sayMinutes } from '@domain/shifts/words'
import { sayDay, type Tone } from '@/ui'

/** '3 小时', '-30 分钟'. */
export const signed = (minutes: number) => (minutes < 0 ? `-${sayMinutes(-minutes)}` : sayMinutes(minutes))
/** '126', '126.5': hours as one big number. */
export const bigHours = (minutes: number) => String(Math.floor(minutes / 6) / 10)
/** 'ab12 cd34 ef56' */
export const sayCode = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ')
/** '2026年1月1日' */
export const fullDay = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

export const stateOf = (row: HourRow): { word: string; tone: Tone } =>
  row.state === 'asked'
    ? { word: '有人提了更正', tone: 'warn' }
    : row.state === 'open'
      ? { word: `公示到 ${sayDay(row.until ?? row.day).split(' ')[0]}`, tone: 'info' }
      : { word: '能开证明', tone: 'ok' }

/** How a line came to be, and who stands for it. */
export function storyOf({ what, why, by, second }: HourRow): string {
  const who = by && second ? `${by}提，${second}确认` : by ? `${by}记的` : ''
  return [HOUR_WORDS[what], who, why].filter(Boolean).join('，')
}
/** Minutes of '1.5' hours as somebody types them; null when it is no number. */
export function minutesTyped(text: string): number | null {
  const hours = Number(text.trim().replace('，', '.'))
  return text.trim() !== '' && Number.isFinite(hours) && hours >= 0 ? Math.round(hours * 60) : null
}
