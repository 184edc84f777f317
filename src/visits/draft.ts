/** A visit's form while it is being filled in, and what is sent of it. */
import type { Need, VisitForm } from '@domain/visits/contract'

export type Filling = Omit<VisitForm, 'outcome' | 'needs' | 'policies' | 'with' | 'wellbeing'> & {
  outcome?: VisitForm['outcome']
  wellbeing?: VisitForm['wellbeing']
  /** By category; the order they were chosen in. */
  needs: Need[]
  policies: string[]
  /** As typed: 李姐、小王. */
  with: string
  /** Only a correction has one. */
  reason: string
}

export const EMPTY: Filling = { needs: [], tags: [], policies: [], note: '', photos: [], with: '', reason: '' }

/** A form as it was sent, to be put right. */
export const filled = (form: VisitForm): Filling => ({ ...form, with: form.with.join('、'), reason: '' })

export type Lacking = { outcome?: string; wellbeing?: string; reason?: string }

/** What is still missing, by field, as sentences; empty when it can be sent. */
export function lacking({ outcome, wellbeing, reason }: Filling, correcting = false): Lacking {
  const missing: Lacking = {}
  if (!outcome) missing.outcome = '先点一下敲开门了没有'
  if (outcome === 'met' && !wellbeing) missing.wellbeing = '再点一下人怎么样'
  if (correcting && !reason.trim()) missing.reason = '写一句为什么改'
  return missing
}

/** What is sent. What does not belong to the outcome any more (somebody was met, then not) is left out. */
export function formOf({ outcome = 'met', wellbeing, needs, with: others, reason: _, ...rest }: Filling): VisitForm {
  const met = outcome === 'met'
  return {
    ...rest,
    outcome,
    ...(met && wellbeing ? { wellbeing } : {}),
    needs: met ? needs.map(need => ({ ...need, words: need.words.trim() })) : [],
    note: rest.note.trim(),
    with: others
      .split(/[、，,;；\s]+/)
      .filter(Boolean)
      .slice(0, 6),
  }
}

/** Needs after a tap on a category: it comes or goes, what was written about others stays. */
export const toggled = (needs: Need[], category: Need['category']): Need[] =>
  needs.some(need => need.category === category)
    ? needs.filter(need => need.category !== category)
    : [...needs, { category, words: '', urgent: false }]

/** Whether anything has been filled in, or changed from what it began with. */
export const isTouched = (filling: Filling, from: Filling = EMPTY): boolean => JSON.stringify(filling) !== JSON.stringify(from)
