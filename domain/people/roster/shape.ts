/** Which rows under the head are people: not totals, not heads printed again, not titles or signatures in between. */

import type { Reading } from './row'
import { type Cell, isBlank, isEmpty, textOf } from './sheet'

export type Shape = 'person' | 'blank' | 'else'

const TOTAL = /^(合计|小计|总计|共计|累计|总数|总人数|总户数|本页|共\d+[户人])/
const SIGNED = /^(填表|制表|审核|审批|负责人|填报|单位|社区盖章|盖章|说明|注|备注)(人|单位|日期|时间)?[:：]/

/** What a row is. `titles` are the head's. */
export function shapeOf(cells: Cell[], reading: Reading): Shape {
  if (isBlank(cells)) return 'blank'
  const filled = cells.flatMap((cell, column) => (isEmpty(cell) ? [] : [{ column, text: textOf(cell).trim() }]))
  const first = filled[0].text
  const name = textOf(cells[reading.columns.indexOf('name')]).replace(/\s/g, '')
  if (TOTAL.test(first.replace(/\s/g, '')) || TOTAL.test(name) || filled.some(({ text }) => SIGNED.test(text))) return 'else'
  const again = filled.filter(({ column, text }) => text === reading.titles[column])
  if (again.length >= 2 && again.length * 2 >= filled.length) return 'else'
  const told = filled.filter(({ column }) => (reading.columns[column] ?? 'ignore') !== 'ignore')
  if (told.length === 0) return filled.length === 1 && /^\d+$/.test(first) ? 'blank' : 'else'
  return filled.length === 1 && (!name || /\d|社区|小区|网格|台账|楼/.test(name) || name.length > 8) ? 'else' : 'person'
}
