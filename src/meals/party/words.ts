/** The words of a group birthday. */
import type { Guest, PartyAnswer } from '@domain/meals/contract/table'

export const ANSWERS: { [A in PartyAnswer]: string } = { asked: '还没回话', coming: '来', fetch: '要人接', cannot: '来不了' }
export const TONES = { asked: 'warn', coming: 'ok', fetch: 'info', cannot: undefined } as const
/** '要人接，带 1 位' */
export const answerSaid = ({ answer, companions }: Pick<Guest, 'answer' | 'companions'>) =>
  companions > 0 ? `${ANSWERS[answer]}，带 ${companions} 位` : ANSWERS[answer]
/** Those who come, and who wants to be fetched first: a cook reads it from the top. */
const ORDER: PartyAnswer[] = ['fetch', 'coming', 'asked', 'cannot']
export const inOrder = (guests: readonly Guest[]) => [...guests].sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer))
