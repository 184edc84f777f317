/** What is said of a meal that was brought or taken, in words for people. */
import { dayOf } from '../days'
import type { HandForm, Mark } from './contract/rounds'

/** '11:42', in Shanghai. */
export const clockOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

type Outcome = HandForm['outcome'] | 'picked' | 'eaten'
const OUTCOME: { [O in Outcome]: string } = {
  handed: '交到手里',
  left: '放下了',
  no_answer: '没人应',
  refused: '不要了',
  picked: '来取走了',
  eaten: '在食堂吃了',
}
const HOW = { well: '', soso: '，人看着一般', worrying: '，人看着不放心' }

export interface Said {
  outcome: Outcome
  at: number
  by: string
  with?: string
  wellbeing?: 'well' | 'soso' | 'worrying'
}
/** "王建国 11:42 交到手里", "王建国 11:42 交给：邻居李姐，人看着一般"; of another day: "王建国 11 月 20 日 11:42 ...". */
export function handWords(said: Said, today: string): string {
  const { outcome, at, by, wellbeing } = said
  const day = dayOf(at) === today ? '' : `${Number(dayOf(at).slice(5, 7))} 月 ${Number(dayOf(at).slice(8))} 日 `
  const what = outcome === 'left' && said.with ? `放下了，交给：${said.with}` : OUTCOME[outcome]
  return `${by} ${day}${clockOf(at)} ${what}${wellbeing ? HOW[wellbeing] : ''}`
}

export const MARKS: { [M in Mark]: string } = { cancelled: '送到时已经说不用送了', moved: '送到时已经改由别人送', late: '隔天才上传' }

/** What has to be marked on a hand-over when it arrives. `round`: the one it was carried in. */
export function marksOf(
  order: { cancelled?: unknown; explained?: unknown; day: string; round?: string },
  round: string,
  today: string,
): Mark[] {
  return [
    ...(order.cancelled || order.explained ? ['cancelled' as const] : []),
    ...(order.round === round ? [] : ['moved' as const]),
    ...(order.day < today ? ['late' as const] : []),
  ]
}
