/** A list of administrative divisions out of a file: code, name, level and parent, by their titles. */

import { textOf } from '@domain/people/roster/sheet'
import { tidyTitle } from '@domain/people/roster/titles'
import { refuse } from '../../_kit/refuse'
import type { DivisionRow } from '../divisions'
import type { Workbook } from './read'

const TITLES: { [field in keyof DivisionRow]: RegExp } = {
  code: /^(code|代码|区划代码|行政区划代码|统计用区划代码|编码)$/i,
  name: /^(name|名称|区划名称|行政区划名称)$/i,
  level: /^(level|级别|层级)$/i,
  parent: /^(parent|上级|上级代码|父级|父级代码)$/i,
}
const LEVELS: { [word: string]: string } = {
  市: 'city',
  区: 'district',
  县: 'district',
  区县: 'district',
  街道: 'street',
  乡镇: 'street',
  社区: 'community',
  村: 'community',
}
const BY_LENGTH: { [length: number]: string } = { 4: 'city', 6: 'district', 9: 'street', 12: 'community' }
const ABOVE: { [length: number]: number } = { 4: 0, 6: 4, 9: 6, 12: 9 }

/** Level and parent may be left out: the code's length tells them. Refuses people.divisions_wrong. */
export function divisionRows({ sheets }: Workbook): DivisionRow[] {
  for (const { rows } of sheets) {
    const head = rows.slice(0, 30).findIndex(row => at(row.map(textOf), 'code') >= 0 && at(row.map(textOf), 'name') >= 0)
    if (head < 0) continue
    const titles = rows[head].map(textOf)
    return rows.slice(head + 1).flatMap(row => {
      const word = (field: keyof DivisionRow) => textOf(row[at(titles, field)]).trim()
      return word('code') ? [rowOf(word)] : []
    })
  }
  throw refuse('people.divisions_wrong', '没有找到“代码”和“名称”这两列，请看看是不是选错了文件')
}

const at = (titles: string[], field: keyof DivisionRow) => titles.findIndex(title => TITLES[field].test(tidyTitle(title)))

function rowOf(word: (field: keyof DivisionRow) => string): DivisionRow {
  const code = word('code')
  const level = word('level')
  return {
    code,
    name: word('name'),
    level: LEVELS[level] ?? (level || (BY_LENGTH[code.length] ?? '')),
    parent: word('parent') || code.slice(0, ABOVE[code.length] ?? 0),
  }
}

/** Only what whoever imports looks after. The divisions above theirs, which a list often begins with, are passed over. Refuses people.divisions_wrong. */
export function within(reach: string[], rows: DivisionRow[]): DivisionRow[] {
  const mine = rows.filter(({ code }) => reach.some(scope => code.startsWith(scope)))
  const above = (code: string) => reach.some(scope => scope.startsWith(code))
  const other = rows.find(({ code }) => !reach.some(scope => code.startsWith(scope)) && !above(code))
  if (other) throw refuse('people.divisions_wrong', `${other.name}（${other.code}）不归您管，请只留下您管的地方`)
  return mine
}
