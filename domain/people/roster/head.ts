/** Where the table begins: the row of titles, under title rows and in two rows where offices merge them. */
import type { Field, Mapping } from '../importing'
import { isEmpty, type Sheet, textOf } from './sheet'
import { meaningsOf } from './titles'

/** How deep under the top a head is looked for. */
const DEEP = 30
const USEFUL: Field[] = ['ignore', 'note', 'answer']

/** The titles of a head row; where a cell is empty (a merged one begins above), the row above it speaks. */
export function titlesAt(sheet: Sheet, head: number): string[] {
  const above = sheet.rows[head - 1] ?? []
  const wide = above.filter(cell => !isEmpty(cell)).length > 1
  const width = Math.max(sheet.rows[head]?.length ?? 0, wide ? above.length : 0)
  return Array.from({ length: width }, (_, at) => {
    const own = textOf(sheet.rows[head]?.[at]).trim()
    return own || (wide ? textOf(above[at]).trim() : '')
  })
}

const known = (fields: Field[]) => new Set(fields.filter(field => !USEFUL.includes(field))).size

/** How many different things the titles of this row tell; 0 when it tells no name. */
function scoreAt(sheet: Sheet, head: number, tags: readonly string[]): number {
  const fields = meaningsOf(titlesAt(sheet, head), tags)
  return fields.includes('name') ? known(fields) : 0
}

/** The row of titles, 0-based, or null where no row tells a name and two more things. */
export function headOf(sheet: Sheet, tags: readonly string[] = []): number | null {
  let found: { at: number; score: number } | null = null
  for (let at = 0; at < Math.min(DEEP, sheet.rows.length); at++) {
    const score = scoreAt(sheet, at, tags)
    if (score >= 3 && score > (found?.score ?? 0)) found = { at, score }
  }
  return found?.at ?? null
}

/** The sheet with the most people in it, its head and what its columns mean; null when no sheet has people. `sheet` insists on one. */
export function mappingOf(sheets: Sheet[], tags: readonly string[] = [], sheet?: number): Mapping | null {
  const ways = sheets.flatMap((one, at): { mapping: Mapping; people: number }[] => {
    const head = sheet === undefined || sheet === at ? headOf(one, tags) : null
    if (head === null) return []
    const columns = meaningsOf(titlesAt(one, head), tags)
    const name = columns.indexOf('name')
    return [{ mapping: { sheet: at, head, columns }, people: one.rows.slice(head + 1).filter(row => !isEmpty(row[name])).length }]
  })
  return ways.sort((a, b) => b.people - a.people)[0]?.mapping ?? null
}

/** What a roster cannot do without and this mapping lacks, in plain words. */
export function missingIn(columns: Field[]): string[] {
  const has = (field: Field) => columns.includes(field)
  const place = has('address') || has('building') || has('room')
  return [...(has('name') ? [] : ['姓名']), ...(place ? [] : ['住址（楼号、单元、门牌，或写在一起的住址）'])]
}
