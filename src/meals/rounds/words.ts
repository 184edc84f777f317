/** What is said of rounds on screens. */
import { type Names, sayKey } from '@domain/meals/building'
import type { By, HandForm, RoundCard } from '@domain/meals/contract/rounds'
import type { Tone } from '@/ui'

export const BY: Record<By, string> = { foot: '走着送', bike: '骑车送', car: '开车送' }
/** "1、3、延安里社区 3 号楼". `names`: where buildings are keys of routes. */
export const buildingsIn = (buildings: string[], names: Names = {}, between = '、'): string =>
  buildings.length > 0 ? `${buildings.map(key => sayKey(key, names)).join(between)} 号楼` : ''

/** Where a meal is left: one tap each. */
export const PLACES = ['家里人', '邻居', '门口', '门卫'] as const

/** "12 家，14 份，走着送". */
export const loadOf = ({ stops, meals, by }: Pick<RoundCard, 'stops' | 'meals' | 'by'>): string => `${stops} 家，${meals} 份，${BY[by]}`

/** Who carries it and how far it is, as a tag. */
export function stateOf(round: RoundCard): { words: string; tone: Tone } {
  if (round.state === 'closed') return { words: '送完了', tone: 'ok' }
  if (round.state === 'free') return { words: '还没人送', tone: 'bad' }
  if (round.overdue) return { words: '饭点过了，没收尾', tone: 'bad' }
  return round.state === 'going' ? { words: `在送，还有 ${round.open} 家`, tone: 'info' } : { words: '还没出发', tone: 'plain' }
}

export const OUTCOMES: Record<HandForm['outcome'], string> = {
  handed: '交到手里了',
  left: '放下了',
  no_answer: '没人应',
  refused: '不要了',
}
