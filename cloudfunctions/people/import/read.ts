/** A filed workbook's bytes as sheets: .xlsx, or text (UTF-8 with or without its mark, UTF-16, GBK) with commas, semicolons or tabs. */
import { type Cell, isBlank, type Sheet } from '@domain/people/roster/sheet'
import readExcelFile from 'read-excel-file/node'
import { refuse } from '../../_kit/refuse'
import { rowsOf } from '../../_kit/table'
import { unpackedSize } from './zip'

export interface Workbook {
  sheets: Sheet[]
  /** A text file may have gone through a spreadsheet, which leaves numbers without their last digits. */
  lossy: boolean
}

/** 30 MB of workbook unpack to ten times that; more is an attack or a mistake. */
const MOST_UNPACKED = 400 * 1024 * 1024

const unreadable = (why: string) => refuse('people.file_unreadable', why, 'file')

/** Refuses: people.file_unreadable, with what to do. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (begins === 'd0cf11e0') throw unreadable('这是老式的 .xls 或加了密码的文件，请用表格软件打开，另存为 .xlsx 再传')
  const sheets = begins === '504b0304' ? await fromExcel(bytes) : [fromText(bytes)]
  if (sheets.every(sheet => sheet.rows.every(isBlank))) throw unreadable('这个文件是空的')
  return { sheets, lossy: begins !== '504b0304' }
}

async function fromExcel(bytes: Uint8Array): Promise<Sheet[]> {
  if (unpackedSize(bytes) > MOST_UNPACKED) throw unreadable('这个文件展开后太大了，请分成几个文件')
  try {
    const sheets = await readExcelFile(Buffer.from(bytes), { trim: false, parseNumber: number => ({ number }) as unknown as number })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(cellOf)) }))
  } catch {
    throw unreadable('这个文件打不开，请用表格软件打开，另存为 .xlsx 再传')
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : { day: value.toISOString().slice(0, 10) }
  if (typeof value === 'object' && value !== null && 'number' in value) return { number: tidyNumber(String(value.number)) }
  return value === null || value === undefined ? '' : String(value)
}

/** '501.0' and '5.01E+2' are 501 to whoever typed it; long numbers keep the digits the file has. */
function tidyNumber(text: string): string {
  const whole = /^(\d+)\.0+$/.exec(text)
  if (whole) return whole[1]
  const power = /^(\d)(?:\.(\d+))?E\+?(\d+)$/i.exec(text)
  if (!power || Number(power[3]) > 20 || (power[2] ?? '').length > Number(power[3])) return text
  return power[1] + (power[2] ?? '').padEnd(Number(power[3]), '0')
}

function fromText(bytes: Uint8Array): Sheet {
  const rows = rowsOf(bytes)
  if (rows === 'binary') throw unreadable('这不是表格文件，请传 .xlsx 或 .csv')
  if (rows === 'quotes') throw unreadable('这个文件里的引号不成对，请用表格软件打开，另存为 .xlsx 再传')
  return { name: '', rows }
}
