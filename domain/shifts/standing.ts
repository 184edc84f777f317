/** How somebody stands in the list of volunteers, and when the clock has to look at them again. */
import { addDays } from '../days'
import { counting, type PaperFacts, warnedNext } from './papers'

export const VOLUNTEER_STATES = ['waiting', 'active', 'paused', 'lapsed', 'left', 'declined'] as const
export type VolunteerState = (typeof VOLUNTEER_STATES)[number]
export const STATE_WORDS: { [state in VolunteerState]: string } = {
  ...{ waiting: '等社区点头', active: '在册', paused: '歇着', lapsed: '好久没来', left: '退出了', declined: '没同意' },
}

/** Without a shift for so many days somebody lapses: the list says who is really there. They come back with one tap. */
export const LAPSES = 365
/** They hear of it so many days before. */
export const LAPSE_TOLD = 30

/** What the history of a volunteer calls what happened. Other parts write theirs too. */
export const HAPPENED_WORDS: { [what: string]: string } = {
  ...{ registered: '登记', approved: '社区同意了', declined: '社区没同意', changed: '改了资料', paper_shown: '交了证件' },
  ...{ paper_confirmed: '证件核对过了', paper_refused: '证件没通过', paper_removed: '收回了证件', labels: '改了标签' },
  ...{
    eased: '改了上限',
    uneased: '上限恢复到按年龄',
    paused: '歇一阵',
    back: '回来了',
    lapsed: '好久没来',
    left: '退出',
    team_in: '进队',
  },
  ...{ team_out: '离队', led: '当了队长', unled: '不再当队长', missed: '没来', forgiven: '不算缺席' },
}

export interface StandingFacts {
  state: VolunteerState
  pause?: { from: string; until?: string }
  lastOn: string
  /** The `lastOn` somebody was warned about before lapsing. */
  warned?: string
  papers: readonly PaperFacts[]
}

/** The next day on which the clock has something to do about somebody; in the past: now. Undefined: nothing, until a fact changes. */
export function nextLook(facts: StandingFacts): string | undefined {
  const { state, pause, lastOn, warned, papers } = facts
  if (state !== 'active' && state !== 'paused') return undefined
  const days = counting(papers).flatMap(one => warnedNext(one) ?? [])
  if (state === 'active') days.push(addDays(lastOn, warned === lastOn ? LAPSES : LAPSES - LAPSE_TOLD))
  if (state === 'active' && pause) days.push(pause.from)
  if (state === 'paused' && pause?.until) days.push(addDays(pause.until, 1))
  return days.sort()[0]
}

/** What has become of a pause by a day. */
export function pausedOn({ state, pause }: Pick<StandingFacts, 'state' | 'pause'>, day: string): 'begins' | 'ends' | undefined {
  if (pause?.until !== undefined && pause.until < day) return 'ends'
  return state === 'active' && pause && pause.from <= day ? 'begins' : undefined
}

/** Whether somebody lapses on a day, or hears that they will. */
export function lapsing({ state, lastOn, warned }: StandingFacts, day: string): 'lapses' | 'told' | undefined {
  if (state !== 'active') return undefined
  if (addDays(lastOn, LAPSES) <= day && warned === lastOn) return 'lapses'
  return addDays(lastOn, LAPSES - LAPSE_TOLD) <= day && warned !== lastOn ? 'told' : undefined
}

/** A part of the week: '1m' Monday morning, '6a' Saturday afternoon, '0e' Sunday evening. */
export const SLOTS = [1, 2, 3, 4, 5, 6, 0].flatMap(day => ['m', 'a', 'e'].map(part => `${day}${part}`))
const PART_WORDS: { [part: string]: string } = { m: '上午', a: '下午', e: '晚上' }

/** '周一到周五上午、周六全天': days of the same parts are said together, whole ones and a whole week shorter. */
export function sayTimes(times: readonly string[]): string {
  if (times.length === 0) return '没有说'
  if (times.length === SLOTS.length) return '随时都行'
  const same = new Map<string, number[]>()
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const parts = ['m', 'a', 'e'].filter(part => times.includes(`${day % 7}${part}`)).join('')
    if (parts) same.set(parts, [...(same.get(parts) ?? []), day])
  }
  return [...same].map(([parts, days]) => `${daysOf(days)}${partsOf(parts)}`).join('、')
}
const dayWord = (day: number) => `周${'日一二三四五六'[day % 7]}`
/** 1 Monday ... 7 Sunday, rising. */
function daysOf(days: number[]): string {
  const [first, last] = [days[0], days[days.length - 1]]
  const run = days.length > 2 && last - first === days.length - 1
  if (days.length === 7) return '每天'
  return run ? `${dayWord(first)}到${dayWord(last)}` : days.map(dayWord).join('、')
}
const partsOf = (parts: string) =>
  parts.length === 3 ? '全天' : parts === 'ma' ? '白天' : [...parts].map(part => PART_WORDS[part]).join('')
