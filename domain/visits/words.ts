/** What things are called when people read them. */

import type { Part } from '../days'
import { daysBetween } from '../days'
import type { Need, Outcome, VisitForm } from './contract'

export const OUTCOMES: Record<Outcome, string> = {
  met: '见到本人',
  absent: '不在家',
  refused: '不愿开门',
  moved: '已搬走',
  vacant: '没人住',
}
export const WELLBEINGS: Record<NonNullable<VisitForm['wellbeing']>, string> = { well: '挺好', soso: '一般', worrying: '不放心' }
export const NEED_NAMES: Record<Need['category'], string> = {
  repair: '修东西',
  doctor: '看病',
  groceries: '送菜',
  errand: '办事',
  other: '别的',
}
export const PARTS: Record<Part, string> = { morning: '上午', afternoon: '下午', evening: '晚上' }
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
export const weekdayName = (weekday: number) => WEEKDAYS[weekday]

/** "11 月 12 日". */
export const dayName = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** A past day as people say it: 今天, 昨天, 前天, else the date. */
export function dayAgo(day: string, today: string): string {
  const ago = daysBetween(day, today)
  return ['今天', '昨天', '前天'][ago] ?? dayName(day)
}

/** The needs of a visit in a line: "修东西（急）：水管漏水；送菜". */
export const needWords = (needs: VisitForm['needs']) =>
  needs.map(need => `${NEED_NAMES[need.category]}${need.urgent ? '（急）' : ''}${need.words ? `：${need.words}` : ''}`).join('；')

/** A visit in a few words for the next one who knocks: "挺好。药盒快空了". At most `max` letters. */
export function summary(form: Pick<VisitForm, 'outcome' | 'wellbeing' | 'needs' | 'note'>, max = 48): string {
  const said = [form.wellbeing ? WELLBEINGS[form.wellbeing] : OUTCOMES[form.outcome], needWords(form.needs), form.note.trim()]
  const letters = [...said.filter(Boolean).join('。')]
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : letters.join('')
}
