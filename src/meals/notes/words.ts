/** The words of notes. */
import type { NoteForm } from '@domain/meals/contract/table'

export const KINDS: { value: NoteForm['kind']; label: string }[] = [
  { value: 'food', label: '饮食' },
  { value: 'door', label: '送餐' },
  { value: 'health', label: '身体' },
  { value: 'home', label: '家里' },
  { value: 'other', label: '别的' },
]
export const kindSaid = (kind: NoteForm['kind']) => KINDS.find(one => one.value === kind)?.label ?? ''
