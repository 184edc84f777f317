import Taro from '@tarojs/taro'
import type { CalendarEntry, Put } from './calendar'

/** WeChat counts in seconds. */
const seconds = (ms: number) => Math.floor(ms / 1000)
/** Rings two hours before. */
const AHEAD = 2 * 3600

/** WeChat asks and writes it into the phone's calendar; only as the direct answer to a tap. Null: the person thought better of it. */
export function putInCalendar({ title, place, from, to }: CalendarEntry, _file: unknown): Promise<Put | null> {
  const entry = { title, location: place, startTime: seconds(from), endTime: String(seconds(to)), alarm: true, alarmOffset: AHEAD }
  return Taro.addPhoneCalendar(entry).then(
    () => 'entry',
    () => null,
  )
}

/** An own server has an address; the cloud's functions are reached by WeChat alone. */
export const addressOf = (path: string): string | null => (API_BASE ? API_BASE.replace(/\/api\/?$/, path) : null)
