/** Entries in words. */
import { MEALS } from '@domain/meals/saying'
import type { EntryDoc } from './docs'

const spoken = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
/** "11 月 21 日午饭"; an order's id ends in its meal. */
const mealIn = ({ day, order = '' }: EntryDoc) => `${spoken(day)}${MEALS[order.split('|').at(-1) as keyof typeof MEALS] ?? '的饭'}`
const paper = ({ receipt }: EntryDoc) => (receipt ? `，收据 ${receipt}` : '')

/** What an entry was for, as whoever it concerns would say it. */
export function wordsOf(entry: EntryDoc): string {
  switch (entry.what) {
    case 'top_up':
      return `充值${paper(entry)}`
    case 'online':
      return '微信充值'
    case 'pay_out':
      return entry.receipt ? `退回余额${paper(entry)}` : '退回微信'
    case 'pay_bill':
      return `交月结${paper(entry)}`
    case 'charge':
    case 'meal':
      return mealIn(entry)
    case 'refund':
      return `${mealIn(entry)}，退回`
    case 'gift':
      return entry.fen < 0 ? '捐款，更正' : '捐款'
    case 'banked':
      return '收钱箱，交款'
    case 'difference':
      return `${entry.fen > 0 ? '多出来的' : '少了的'}：${entry.words ?? ''}`
    case 'correction':
      return entry.order ? `${mealIn(entry)}，更正` : `更正${paper(entry)}：${entry.words ?? ''}`
  }
}
