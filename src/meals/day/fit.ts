/** How large a label's words may be so that nothing is cut off 60 x 40 mm. Pure: it counts, as a printer's proof would. */
import type { LabelPaper } from '@domain/meals/contract/day'

export type Fit = 'p-label-large' | '' | 'p-label-tight' | 'p-label-tighter'

/** 甲 is a square, a Latin letter or digit about half of one. */
const squares = (text: string) => [...text].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.6 : 1), 0)

/** Millimetres of a point. */
const POINT = 0.3528
const WIDTH = 54
/** What is left between the name and the foot, in mm. */
const ROOM = { 'p-label-large': 16, '': 25.5, 'p-label-tight': 26.5, 'p-label-tighter': 28 }
const SIZES: { [fit in Fit]: { size: number; line: number } } = {
  'p-label-large': { size: 12, line: 1.3 },
  '': { size: 9.5, line: 1.3 },
  'p-label-tight': { size: 7.5, line: 1.3 },
  'p-label-tighter': { size: 5.5, line: 1.25 },
}
const lines = (text: string, size: number, width: number) => (text ? Math.ceil(squares(text) / Math.floor(width / (size * POINT))) : 0)

/** Large, the name and the door below it take a line each and must not take more. */
const LARGE = { call: 20, door: 15 }
const oneLine = (text: string, size: number) => squares(text) * size * POINT <= WIDTH - 1

/** The largest size at which all of it fits. */
export function fitOf(label: Pick<LabelPaper, 'dishes' | 'care' | 'note' | 'call' | 'door'>): Fit {
  const fits = (fit: Fit) => {
    const { size, line } = SIZES[fit]
    const rows = lines(dishWords(label.dishes), size, WIDTH) + lines(careWords(label), size, WIDTH - 3)
    if (fit === 'p-label-large' && !(oneLine(label.call, LARGE.call) && oneLine(label.door, LARGE.door))) return false
    // a long name or door takes a line of its own
    const head = fit !== 'p-label-large' && squares(`${label.call}${label.door}`) > 15 ? 5 : 0
    return rows * size * POINT * line + 2 + head <= ROOM[fit]
  }
  return (['p-label-large', '', 'p-label-tight'] as const).find(fits) ?? 'p-label-tighter'
}

/** "红烧肉 2 份、米饭、清炖鸡块（替红烧肉）" */
export const dishWords = (dishes: LabelPaper['dishes']) =>
  dishes
    .map(({ name, quantity, instead }) => `${name}${quantity > 1 ? ` ${quantity} 份` : ''}${instead ? `（替${instead}）` : ''}`)
    .join('、')

/** "不放花生 · 软烂 · 多给汤" */
export const careWords = ({ care, note }: Pick<LabelPaper, 'care' | 'note'>) => [...care, ...(note ? [note] : [])].join(' · ')
