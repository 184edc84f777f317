/** The numbers as a text file and as a workbook. A name that begins with = + - or @ stays a text in both. */
import { COLUMNS, type FigureColumn, figureOf } from '@domain/shifts/columns'
import type { Figures, Tally } from '@domain/shifts/contract/desk'
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'

type Named = { name: string } & Tally
interface Part {
  sheet: string
  first: string
  rows: Named[]
}

/** Each part with the same sum at its foot; parts that are empty are left out. */
export function partsOf({ period, times, kinds, teams, places, sum }: Figures): Part[] {
  const parts = [
    { sheet: period.length === 7 ? '按天' : '按月', first: '什么时候', rows: times },
    { sheet: '按种类', first: '种类', rows: kinds },
    { sheet: '按队', first: '哪个队', rows: teams },
    { sheet: '按地方', first: '哪里', rows: places },
  ]
  return parts
    .filter((one, n) => n === 0 || one.rows.length > 0)
    .map((one, n) => ({ ...one, rows: n === 0 ? [...one.rows, { name: '合计', ...sum }] : one.rows }))
}
const titles = (first: string) => [first, ...COLUMNS.map(one => one.title)]
const plain = (tally: Tally, column: FigureColumn) => String(figureOf(tally, column) ?? '')

/** UTF-8 with its mark, so that a spreadsheet reads the characters: days or months, their sum, then kinds, teams, places. */
export function csvOf(figures: Figures): Uint8Array {
  const rows = partsOf(figures).flatMap(part => part.rows.map(one => [part.sheet, one.name, ...COLUMNS.map(column => plain(one, column))]))
  const text = stringify([['表', ...titles('哪一行')], ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return Buffer.from(text, 'utf8')
}

/** A sheet a part; numbers are numbers. */
export async function workbookOf(figures: Figures): Promise<Uint8Array> {
  const columns = [{ width: 20 }, ...COLUMNS.map(() => ({ width: 13 }))]
  const sheets = partsOf(figures).map(part => ({
    sheet: part.sheet,
    data: table(part),
    columns,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }))
  return writeExcelFile(sheets as never).toBuffer()
}

const table = ({ first, rows }: Part) => [
  titles(first).map(value => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#F3ECE0' })),
  ...rows.map(one => [{ value: one.name, type: String, format: '@' }, ...COLUMNS.map(column => cell(one, column))]),
]
function cell(tally: Tally, column: FigureColumn) {
  const value = figureOf(tally, column)
  return value === undefined ? null : { value, type: Number }
}
