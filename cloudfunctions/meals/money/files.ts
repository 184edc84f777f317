/** A claim as a text file and as a workbook. A text that begins with = + - or @ stays a text in both. */
import type { Giver } from '@domain/meals/contract/money'
import { MEALS } from '@domain/meals/saying'
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import type { Claimed } from './claim'

export const GIVEN: { [giver in Giver]: string } = { government: '政府补助', enterprise: '企业资助', charity: '慈善资助' }
/** Titles of the list of meals; the last is the payer's part. Amounts are in 元. */
export const head = (giver: Giver) => [
  '日期',
  '餐次',
  '厨房',
  '姓名',
  '出生日期',
  '年龄',
  '住址',
  '优惠依据',
  '餐费（元）',
  '本人付（元）',
  `${GIVEN[giver]}（元）`,
]
const yuan = (fen: number) => fen / 100

type Value = string | number | Date | null
const dayCell = (day: string) => new Date(`${day}T00:00:00Z`)
const rowOf = ({ day, meal, kitchen, name, born, age, door, why, total, own, fen }: Claimed): Value[] => [
  ...[dayCell(day), MEALS[meal], kitchen, name, born ? dayCell(born) : null, age ?? null, door, why],
  ...[yuan(total), yuan(own), yuan(fen)],
]

/** UTF-8 with its mark, so that a spreadsheet reads the characters. */
export function csvOf(meals: Claimed[], giver: Giver): Uint8Array {
  const rows = meals.map(meal => rowOf(meal).map(plain))
  const text = stringify([head(giver), ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return Buffer.from(text, 'utf8')
}
const plain = (value: Value, at: number): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return at >= 8 ? value.toFixed(2) : String(value)
  return value ?? ''
}

interface ByPerson {
  last: Claimed
  meals: number
  total: number
  fen: number
}
/** Two sheets: by person with the sum, and every meal. Days are days, amounts are numbers. */
export async function workbookOf(meals: Claimed[], people: ByPerson[], giver: Giver): Promise<Uint8Array> {
  const titles = ['姓名', '年龄', '住址', '餐数', '餐费（元）', `${GIVEN[giver]}（元）`]
  const persons = people.map(({ last, meals: count, total, fen }) => [
    last.name,
    last.age ?? null,
    last.door,
    count,
    yuan(total),
    yuan(fen),
  ])
  const sums = ['合计', null, '', meals.length, yuan(sumOf(meals, 'total')), yuan(sumOf(meals, 'fen'))]
  const sheets = [
    {
      data: [titles.map(titleCell), ...[...persons, sums].map(row => row.map(cellAt(4)))],
      sheet: '按人汇总',
      columns: widths([10, 8, 26, 8, 14, 18]),
    },
    {
      data: [head(giver).map(titleCell), ...meals.map(meal => rowOf(meal).map(cellAt(8)))],
      sheet: '每餐明细',
      columns: widths([12, 8, 14, 10, 12, 8, 26, 34, 12, 14, 18]),
    },
  ]
  return writeExcelFile(sheets.map(sheet => ({ ...sheet, stickyRowsCount: 1 })) as never).toBuffer()
}

const sumOf = (meals: Claimed[], field: 'total' | 'fen') => meals.reduce((all, one) => all + one[field], 0)
const widths = (all: number[]) => all.map(width => ({ width }))
const titleCell = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#F3ECE0' })
/** `from`: the first column with an amount. A text cell is written as text, never as a formula. */
const cellAt = (from: number) => (value: Value, at: number) => {
  if (value === null) return null
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
  if (typeof value === 'number') return { value, type: Number, ...(at >= from ? { format: '0.00' } : {}) }
  return { value, type: String, format: '@' }
}
