/** How the desk says its shifts and people. */
import type { Board, BoardMark, BoardPerson, BoardShift, CallAnswer } from '@domain/shifts/contract/desk'
import type { Tone } from '@/ui'
import { clock, sayDay, weekday } from '@/ui/say'

export const MARK_WORDS: { [mark in BoardMark]: string } = { came: '来了', late: '迟到', gone: '走了', absent: '没来', excused: '有事没来' }
export const MARK_TONE: { [mark in BoardMark]: Tone } = { came: 'ok', late: 'warn', gone: 'ok', absent: 'bad', excused: 'plain' }
const STATE_WORDS: { [state: string]: string } = { asked: '等点头', offered: '等回话' }
export const ANSWER_WORDS: { [said in CallAnswer]: string } = { coming: '能来', cannot: '来不了', silent: '没人接' }

/** '李娜', '李娜 迟到', '李娜 等点头', '李娜 找人顶'; of a shift that is over (`quiet`) whoever was there needs no word. */
export function personSaid({ name, state, mark, cover }: BoardPerson, quiet = false): string {
  if (quiet && (mark === 'gone' || mark === 'came')) return name
  const more = mark ? MARK_WORDS[mark] : cover ? '找人顶' : STATE_WORDS[state]
  return more ? `${name} ${more}` : name
}
/** '09:00 到 11:00' */
export const hoursSaid = ({ from, to }: { from: number; to: number }) => `${clock(from)} 到 ${clock(to)}`
/** '11月26日 周四 09:00 到 11:00' */
export const whenSaid = (one: { from: number; to: number }, day: string, today?: string) => `${sayDay(day, today)} ${hoursSaid(one)}`

/** '这周 38 个班，还缺 5 个人' */
export function boardSaid({ sum, monday, today }: Board): string {
  const when = monday <= today && today < addWeek(monday) ? '这周' : '这一周'
  if (sum.shifts === 0) return `${when}没有班`
  return sum.holes === 0 ? `${when} ${sum.shifts} 个班，人都齐了` : `${when} ${sum.shifts} 个班，还缺 ${sum.holes} 个人`
}
const addWeek = (monday: string) => new Date(Date.parse(`${monday}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)

/** What a shift lacks, role by role: '主厨缺 1，切配缺 2'. */
export const holesSaid = ({ roles }: Pick<BoardShift, 'roles'>) =>
  roles
    .filter(one => one.holes > 0)
    .map(one => `${one.name}缺 ${one.holes}`)
    .join('，')
/** '周四' and '26 日' of a day. */
export const dayParts = (day: string) => ({ label: weekday(day), date: `${Number(day.slice(8))} 日` })
