/** Fictional people for the tests: ID area 219900 belongs to nobody, phones begin 1990000. Never part of the product. */
import { checkDigit } from '@domain/people/identity'
import iconv from 'iconv-lite'
import writeExcelFile from 'write-excel-file/node'

/** A right number for somebody born on a day; `order` odd for men. */
export function idOf(born: string, order: number): string {
  const first = `219900${born.replace(/-/g, '')}${String(order).padStart(3, '0')}`
  return first + checkDigit(first)
}
export const phoneOf = (n: number) => `1990000${String(n).padStart(4, '0')}`

/** The next digit in place of the last: the check digit no longer fits. */
export const wrong = (id: string) => id.slice(0, 17) + (id[17] === '1' ? '2' : '1')

/** A cell: text, a number as a spreadsheet stores it, or a cell formatted as a day. */
export type Written = string | number | Date | null | { value: string; rowSpan?: number; columnSpan?: number }

const cell = (value: Written) =>
  value === null
    ? null
    : value instanceof Date
      ? { value, type: Date, format: 'yyyy/m/d' }
      : typeof value === 'object'
        ? { type: String, ...value }
        : { value, type: typeof value === 'number' ? Number : String }

/** An .xlsx of one or several sheets. */
export async function excel(...sheets: Written[][][]): Promise<Uint8Array> {
  const written = sheets.map((rows, at) => ({ data: rows.map(row => row.map(cell)), sheet: `Sheet${at + 1}` }))
  return writeExcelFile(written as never).toBuffer()
}

/** A text file with a separator, in an encoding. */
export const text = (rows: string[][], separator = ',', encoding: 'utf8' | 'utf8bom' | 'gb18030' | 'utf16' = 'utf8'): Uint8Array => {
  const whole = rows.map(row => row.join(separator)).join('\r\n')
  if (encoding === 'utf16') return Buffer.from(`\uFEFF${whole}`, 'utf16le')
  return encoding === 'gb18030' ? iconv.encode(whole, encoding) : Buffer.from((encoding === 'utf8bom' ? '\uFEFF' : '') + whole, 'utf8')
}

/** `count` households of two on a grid of buildings, in the columns of the sample. */
export function crowd(count: number): string[][] {
  const rows = [['序号', '网格', '楼号', '单元', '门牌', '姓名', '与户主关系', '性别', '身份证号码', '联系电话', '人员类别']]
  const names = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']
  for (let home = 0; home < count; home++) {
    const [building, unit, floor] = [1 + Math.floor(home / 84), 1 + (Math.floor(home / 21) % 4), 1 + (Math.floor(home / 3) % 7)]
    const place = [`第${1 + (building % 4)}网格`, `${building}号楼`, `${unit}单元`, `${floor}0${1 + (home % 3)}`]
    for (const [member, relation] of ['户主', '配偶'].entries()) {
      const n = home * 2 + member
      const born = `${1940 + (n % 60)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
      // birthdays come round every 420 people; a number that ends in 000 would look like one a spreadsheet spoiled
      const order = 103 + Math.floor(n / 420) * 2 + member
      const id = idOf(born, order)
      rows.push([
        String(n + 1),
        ...place,
        `${names[home % 10]}${member ? '淑' : '建'}${'国华强芳兰英军勇'[home % 8]}${home % 2 ? '平' : ''}`,
        relation,
        member ? '女' : '男',
        id,
        phoneOf(n % 10000),
        n % 9 ? '' : '独居、高龄',
      ])
    }
  }
  return rows
}
