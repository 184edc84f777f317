/** How a line of the ledger stands, and how it came to be. */
import type { HourRow } from '@domain/shifts/contract'
import { HOUR_WORDS } from '@domain/shifts/words'
import { sayDay, type Tone } from '@/ui'

export const stateOf = (row: HourRow): { word: string; tone: Tone } =>
  row.state === 'asked'
    ? { word: '有人提了更正', tone: 'warn' }
    : row.state === 'open'
      ? { word: `公示到 ${sayDay(row.until ?? row.day).split(' ')[0]}`, tone: 'info' }
      : { word: '能开证明', tone: 'ok' }

/** How a line came to be, and who stands for it. */
export function storyOf({ what, why, by, second }: HourRow): string {
  const who = by && second ? `${by}提，${second}确认` : by ? `${by}记的` : ''
  return [HOUR_WORDS[what], who, why].filter(Boolean).join('，')
}
