/** Hours as a text file and as a workbook. A text that begins with = + - or @ stays a text in both. */
import type { CityColumn, CityField } from '@domain/shifts/contract'
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'

/** One row to take away; hours in two digits, minutes whole. */
export type Taken = { [field in CityField]: string | number }
const NUMBERS: readonly CityField[] = ['hours', 'minutes']

const textOf = (value: string | number, field: CityField) => (field === 'hours' ? Number(value).toFixed(2) : String(value))

/** UTF-8 with its mark, so that a spreadsheet reads the characters. */
export function csvOf(rows: readonly Taken[], columns: readonly CityColumn[]): Uint8Array {
  const lines = rows.map(row => columns.map(({ field }) => textOf(row[field], field)))
  const options = { bom: true, escape_formulas: true, record_delimiter: 'windows' } as const
  return Buffer.from(stringify([columns.map(one => one.title), ...lines], options), 'utf8')
}

/** One sheet; hours are numbers, everything else is text and never a formula. */
export async function workbookOf(rows: readonly Taken[], columns: readonly CityColumn[]): Promise<Uint8Array> {
  const head = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const, backgroundColor: '#F3ECE0' }))
  const data = [head, ...rows.map(row => columns.map(({ field }) => cellOf(row[field], field)))]
  const widths = columns.map(({ field }) => ({ width: field === 'title' || field === 'entry' ? 26 : 16 }))
  return writeExcelFile(data as never, { columns: widths, stickyRowsCount: 1, sheet: '服务时长' } as never).toBuffer()
}

const cellOf = (value: string | number, field: CityField) =>
  NUMBERS.includes(field)
    ? { value: Number(value), type: Number, format: field === 'hours' ? '0.00' : '0' }
    : { value: String(value), type: String, format: '@' }
