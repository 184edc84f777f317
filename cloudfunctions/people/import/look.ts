/** The first look at a file: its sheets, its titles, what each column seems to mean, and a few rows. */
import type { OutputOf } from '@domain'
import { headOf, mappingOf, missingIn, titlesAt } from '@domain/people/roster/head'
import { isBlank, isEmpty, textOf } from '@domain/people/roster/sheet'
import { refuse } from '../../_kit/refuse'
import type { Workbook } from './read'

const SAMPLES = 8

export interface Looking {
  name: string
  tags: string[]
  /** The sheet a person chose. */
  sheet?: number
}

/** Refuses: people.no_columns where no sheet has people. */
export function lookAt(workbook: Workbook, { name, tags, sheet: only }: Looking): OutputOf<'people.import_look'> {
  const mapping = mappingOf(workbook.sheets, tags, only) ?? blankMapping(workbook, only)
  const sheet = workbook.sheets[mapping.sheet]
  const width = mapping.columns.length
  const rows = sheet.rows.slice(mapping.head + 1).filter(row => !isBlank(row))
  const titles = titlesAt(sheet, mapping.head)
  return {
    name,
    rows: rows.length,
    sheets: workbook.sheets.map((one, at) => one.name || `第 ${at + 1} 张表`),
    mapping,
    titles: Array.from({ length: width }, (_, at) => titles[at] ?? ''),
    samples: rows.slice(0, SAMPLES).map(row => Array.from({ length: width }, (_, at) => veiled(textOf(row[at]).trim()))),
    missing: missingIn(mapping.columns),
  }
}

/** To tell what a column is, the ends of a long number are enough. */
const veiled = (text: string) =>
  text.replace(/[\d０-９][\d０-９-]{9,}/g, run => run.slice(0, 3) + '*'.repeat(run.length - 6) + run.slice(-3))

/** No title tells a name: the fullest sheet is shown as it is, and a person says what is what. */
function blankMapping({ sheets }: Workbook, only?: number) {
  const sheet =
    only !== undefined && sheets[only]
      ? only
      : sheets.reduce((best, one, at) => (one.rows.length > sheets[best].rows.length ? at : best), 0)
  const rows = sheets[sheet].rows
  const filled = rows.slice(0, 30).map(row => row.filter(cell => !isEmpty(cell)).length)
  const head = filled.indexOf(Math.max(...filled))
  if (rows.length < 2 || (filled[head] ?? 0) < 2) throw refuse('people.no_columns', '没有找到“姓名”和住址这几列，请看看是不是选错了文件')
  return { sheet, head: headOf(sheets[sheet]) ?? head, columns: rows[head].slice(0, 100).map(() => 'ignore' as const) }
}
