/** The numbers as a text file and as a workbook: the sum, every day, every kitchen. A name that begins with = + - or @ stays a text in both. */
import { COLUMNS, figureOf, type NumberColumn } from '@domain/meals/columns'
import type { Numbers, NumbersOf } from '@domain/meals/contract/numbers'
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'

type Named = { label: string } & { numbers: Numbers }
const byDay = ({ days, sum }: NumbersOf): Named[] => [
  ...days.map(({ day, ...numbers }) => ({ label: day, numbers })),
  { label: '合计', numbers: sum },
]
const byKitchen = ({ kitchens, sum }: NumbersOf): Named[] => [
  ...kitchens.map(({ kitchen: _, name, community, ...numbers }) => ({ label: community ? `${community} ${name}` : name, numbers })),
  { label: '合计', numbers: sum },
]
const plain = (numbers: Numbers, column: NumberColumn): string => {
  const value = figureOf(numbers, column)
  if (value === undefined) return ''
  return column.money ? value.toFixed(2) : String(value)
}
const titles = (first: string) => [first, ...COLUMNS.map(one => one.title)]

/** UTF-8 with its mark, so that a spreadsheet reads the characters. One table: days, then the sum, then kitchens. */
export function csvOf(numbers: NumbersOf): Uint8Array {
  const [, ...kitchens] = [null, ...byKitchen(numbers).slice(0, -1)]
  const rows = [...byDay(numbers), ...kitchens].map(one => [one.label, ...COLUMNS.map(column => plain(one.numbers, column))])
  return Buffer.from(stringify([titles('日期或厨房'), ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }), 'utf8')
}

/** Two sheets; numbers are numbers, money has two digits. */
export async function workbookOf(numbers: NumbersOf): Promise<Uint8Array> {
  const sheets = [
    { sheet: '按天', data: table('日期', byDay(numbers)) },
    { sheet: '按厨房', data: table('厨房', byKitchen(numbers)) },
  ]
  const columns = [{ width: 24 }, ...COLUMNS.map(() => ({ width: 13 }))]
  return writeExcelFile(sheets.map(one => ({ ...one, columns, stickyRowsCount: 1, stickyColumnsCount: 1 })) as never).toBuffer()
}

const table = (first: string, rows: Named[]) => [
  titles(first).map(value => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#F3ECE0' })),
  ...rows.map(({ label, numbers }) => [{ value: label, type: String, format: '@' }, ...COLUMNS.map(column => cell(numbers, column))]),
]
function cell(numbers: Numbers, column: NumberColumn) {
  const value = figureOf(numbers, column)
  return value === undefined ? null : { value, type: Number, ...(column.money ? { format: '0.00' } : {}) }
}
