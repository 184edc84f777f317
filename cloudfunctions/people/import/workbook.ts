/** The rows that need a decision as a workbook of their own: the same columns, why, and what to do. Corrected, it is imported like any other. */
import { createHash } from 'node:crypto'
import type { Field, Mapping } from '@domain/people/importing'
import { titlesAt } from '@domain/people/roster/head'
import type { Judged } from '@domain/people/roster/judge'
import { DECISIONS, type Decision } from '@domain/people/roster/kinds'
import { type Sheet, textOf } from '@domain/people/roster/sheet'
import { meaningsOf } from '@domain/people/roster/titles'
import writeExcelFile from 'write-excel-file/node'
import type { Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { JobDoc } from './docs'

/** Titles that are read again as what the person said a column means, where its own title would not be. */
const PLAIN: { [field in Exclude<Field, 'ignore'>]: string } = {
  name: '姓名',
  idNumber: '身份证号码',
  sex: '性别',
  born: '出生日期',
  age: '年龄',
  phone: '联系电话',
  relation: '与户主关系',
  area: '小区',
  building: '楼号',
  unit: '单元',
  room: '门牌',
  floor: '楼层',
  address: '家庭住址',
  grid: '网格',
  tags: '人员类别',
  living: '居住状态',
  note: '备注',
  answer: '处理办法',
}
const PLACES = ['area', 'building', 'unit', 'room', 'address'] as const

/** Every cell is text: no number is rounded again, and nothing that begins with = is a formula. */
const cell = (value: string, more: { [style: string]: unknown } = {}) => ({ value, type: String, format: '@', ...more })
const headCell = (value: string) => cell(value, { fontWeight: 'bold' as const, backgroundColor: '#F3ECE0' })

export async function decisionsWorkbook(
  sheet: Sheet,
  mapping: Mapping,
  judged: Judged,
  decisions: { kind: string; row: number }[],
): Promise<Buffer> {
  const kinds = new Map<number, Decision[]>()
  for (const { kind, row } of decisions) kinds.set(row, [...(kinds.get(row) ?? []), kind as Decision])
  const titles = titlesAgain(titlesAt(sheet, mapping.head), mapping.columns)
  const own = mapping.columns.flatMap((field, at) => (field === 'answer' || OWN.includes(titles[at]) ? [] : [at]))
  const head = [...OWN, ...own.map(at => titles[at])].map(headCell)
  const rows = [...kinds].map(([row, why]) => rowOf(sheet, mapping, judged, { row, why, own }))
  const columns = [
    { width: 9 },
    { width: 36 },
    { width: 36 },
    { width: 12 },
    ...own.map(at => ({ width: WIDE.includes(mapping.columns[at]) ? 22 : 12 })),
  ]
  return writeExcelFile([head, ...rows] as never, { columns, stickyRowsCount: 1, sheet: '待确认' } as never).toBuffer()
}
const OWN = ['原表行号', '原因', '怎么改', '处理办法']
const WIDE: Field[] = ['idNumber', 'phone', 'address', 'note']

function titlesAgain(titles: string[], columns: Field[]): string[] {
  const read = meaningsOf(titles)
  return columns.map((field, at) => {
    if (field === read[at]) return titles[at] ?? ''
    return field === 'ignore' ? `（不用）${at + 1}` : PLAIN[field]
  })
}

function rowOf(sheet: Sheet, mapping: Mapping, judged: Judged, { row, why, own }: { row: number; why: Decision[]; own: number[] }) {
  const cells = sheet.rows[row - 1] ?? []
  const place = judged.places.get(row)
  const told = [why.map(kind => DECISIONS[kind].why).join('；'), why.map(kind => DECISIONS[kind].how).join('；')]
  const texts = own.map(at => {
    const field = mapping.columns[at]
    const carried = PLACES.find(one => one === field)
    if (place && carried) return place[carried]
    // a number that lost its digits must not look like one that was typed
    return field === 'idNumber' && why.includes('id_stored_as_number') ? `？${textOf(cells[at]).trim()}` : textOf(cells[at])
  })
  return [String(row), ...told, '', ...texts].map(value => cell(value))
}

/** Files it where whoever reaches the community can fetch it; answers its id. */
export async function fileReport(kit: Ticking, job: JobDoc, report: { bytes: Buffer; name: string }): Promise<string> {
  const file = createHash('sha256').update(report.bytes).digest('hex')
  await kit.blobs.put(file, report.bytes)
  await kit.store.transaction(tx =>
    telling(tx, kit.reactions, kit).happened('people.report_made', {
      ...{ file, division: job.division, name: report.name, bytes: report.bytes.length, by: job.by },
    }),
  )
  return file
}
