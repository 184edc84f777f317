/** The columns of the kitchen's numbers: the same words and the same order on the screen, in the CSV and in the workbook. */
import type { NumberField, Numbers } from './contract/numbers'
import { figure } from './money'
import { satisfaction } from './rating'

export interface NumberColumn {
  field: NumberField | 'satisfaction'
  title: string
  /** 元 with two digits in files. */
  money?: true
}
export const COLUMNS: readonly NumberColumn[] = [
  { field: 'covers', title: '吃上饭（份）' },
  { field: 'people', title: '多少人' },
  { field: 'free', title: '免费' },
  { field: 'subsidised', title: '有补助' },
  { field: 'delivery', title: '送到家' },
  { field: 'pickup', title: '来取' },
  { field: 'eatin', title: '在食堂吃' },
  { field: 'guests', title: '临时来的' },
  { field: 'ordered', title: '订了' },
  { field: 'explained', title: '没吃，有说明' },
  { field: 'missed', title: '没人取' },
  { field: 'checks', title: '上门看望' },
  { field: 'waste', title: '倒掉（份）' },
  { field: 'good', title: '说好吃' },
  { field: 'fair', title: '说还行' },
  { field: 'bad', title: '说不好' },
  { field: 'satisfaction', title: '满意（%）' },
  { field: 'total', title: '餐费（元）', money: true },
  { field: 'eater', title: '本人付（元）', money: true },
  { field: 'government', title: '政府补（元）', money: true },
  { field: 'enterprise', title: '企业补（元）', money: true },
  { field: 'charity', title: '慈善补（元）', money: true },
]

/** A cell as a number: 元 for money; undefined where there is nothing to say (nobody rated). */
export function figureOf(numbers: Numbers, { field, money }: NumberColumn): number | undefined {
  if (field === 'satisfaction') return satisfaction(numbers)
  return money ? numbers[field] / 100 : numbers[field]
}
/** A cell as it is read: '1,234', '12.5', '-'. */
export function cellSaid(numbers: Numbers, column: NumberColumn): string {
  const value = figureOf(numbers, column)
  if (value === undefined) return '-'
  const [whole, ...rest] = (column.money && column.field !== 'satisfaction' ? figure(numbers[column.field]) : String(value)).split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}
