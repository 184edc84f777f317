/** The columns of the volunteers' numbers: the same words and order on the screen, in the CSV and in the workbook. */
import type { FigureField, Tally } from './contract/desk'

export interface FigureColumn {
  field: FigureField | 'rate'
  title: string
}
export const COLUMNS: readonly FigureColumn[] = [
  { field: 'shifts', title: '班' },
  { field: 'need', title: '要的人' },
  { field: 'filled', title: '有人的' },
  { field: 'late', title: '前一天才补上' },
  { field: 'holes', title: '一直空着' },
  { field: 'rate', title: '补满（%）' },
  { field: 'came', title: '来了（人次）' },
  { field: 'people', title: '多少人' },
  { field: 'guests', title: '临时来的' },
  { field: 'absent', title: '没来' },
  { field: 'minutes', title: '时长（小时）' },
  { field: 'joined', title: '新来的' },
]

/** A cell as a number; hours with one digit, undefined where there is nothing to say (no seats). */
export function figureOf(tally: Tally, { field }: FigureColumn): number | undefined {
  if (field === 'minutes') return Math.round(tally.minutes / 6) / 10
  if (field === 'rate') return tally.need === 0 ? undefined : Math.round((tally.filled / tally.need) * 100)
  return tally[field]
}
/** A cell as it is read: '1,234', '12.5', '-'. */
export function cellWords(tally: Tally, column: FigureColumn): string {
  const value = figureOf(tally, column)
  if (value === undefined) return '-'
  const [whole, ...rest] = String(value).split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}
