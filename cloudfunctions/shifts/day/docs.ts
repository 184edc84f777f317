/** What is kept of a day besides the sign-ups themselves. */
import type { Doc } from '../../_kit/store/port'

/** `_id` the shift. The secret the codes are made of: made when a lead first shows the code, sealed, never told. */
export type CodeDoc = Doc & { secret: string }
/** `${shift}|${account}`: codes somebody tried in a shift. `used`: which step they came and went with. */
export type TriesDoc = Doc & { wrong: number; at: number; used: { [step: string]: 'in' | 'out' } }
/** `_id` the shift: somebody in it is not settled yet, and the clock looks at it again at `due` (ms). */
export type WatchDoc = Doc & { due: number }
