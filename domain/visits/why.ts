/** Why a door is on the list, in a sentence a neighbour would say. */
import { daysBetween, partOf } from '../days'
import type { Knock, Plan } from './plan'
import { dayAgo, OUTCOMES, PARTS } from './words'

export interface Because {
  plan: Plan
  every: number
  /** Names of the tags the reader may see, the most frequent first. */
  names: string[]
  last?: Knock
  /** Why it is asked for, as a sentence: "中午的饭没人取，11:58 打电话没人接". */
  asked?: string
}

const MOST = 3

/** "独居、高龄：每 7 天；已 9 天" - and the retry, refusal and worry sentences. */
export function why({ plan, every, names, last, asked }: Because, today: string): string {
  if (asked && plan.reason === 'asked') return asked
  const tags = names.length ? `${names.slice(0, MOST).join('、')}：` : ''
  if (!last) return `${tags}还没敲过门`
  const ago = daysBetween(last.on, today)
  const rhythm = `${tags}每 ${every} 天；${ago > 0 ? `已 ${ago} 天` : '今天敲过'}`
  const then = dayAgo(last.on, today)
  switch (plan.reason) {
    case 'again':
      return `${then}${PARTS[partOf(last.at)]}不在家，换${plan.part ? PARTS[plan.part] : '个时候'}再敲`
    case 'weekday':
      return '第 2 次不在家，换个周几'
    case 'reported':
      return `连着 3 次不在家，已告诉社区；${rhythm}`
    case 'refused':
      return `${then}不愿开门，隔 ${daysBetween(last.on, plan.due)} 天再去`
    case 'gone':
      return `${then}敲门${OUTCOMES[last.outcome]}，社区在核实`
    case 'worrying':
      return `${then}看着不放心，再去看一眼`
    default:
      return rhythm
  }
}
