/** Where an order stands, from what happened to it. Kept as a field only because queries need one. */
export interface Happened {
  cancelled?: unknown
  handed?: { outcome: string }
  explained?: unknown
  /** The end of its service has passed and was counted. */
  over?: boolean
}
export type State = 'open' | 'failed' | 'taken' | 'cancelled' | 'explained' | 'missed'

const NOT_TAKEN = ['no_answer', 'refused']

/** Taken beats everything that was thought before: a meal in somebody's hands is neither missed nor to be explained. */
export function stateOf({ cancelled, handed, explained, over }: Happened): State {
  if (handed && !NOT_TAKEN.includes(handed.outcome)) return 'taken'
  if (cancelled) return 'cancelled'
  if (explained) return 'explained'
  if (over) return 'missed'
  return handed ? 'failed' : 'open'
}
