/** Rosters made for the journeys, and decision workbooks put right as somebody at a desk would. */

import readExcelFile from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { checkDigit } from '../../cloudfunctions/_local/demo/town'

type Cells = (string | number | null)[]
const cell = (value: string | number | null) => (typeof value === 'number' ? { value, type: Number } : { value: value ?? '', type: String })
const toBytes = async (rows: Cells[]): Promise<Buffer> => writeExcelFile(rows.map(row => row.map(cell)) as never).toBuffer()

/** A valid ID number of the area 219900, which belongs to no place. */
export const idNumber = (born: string, sequence: number): string => {
  const first = `219900${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return first + checkDigit(first)
}

const TITLES = ['楼号', '单元', '门牌号', '姓名', '与户主关系', '公民身份号码', '联系电话', '人员类别']
const twice = idNumber('1950-05-05', 101)

/** Six households and eight people, as an office keeps them: a title row, one blank row, three rows that a person must decide. */
export const SMALL = {
  name: '小台账.xlsx',
  bytes: () =>
    toBytes([
      ['和平新村社区居民台账', ...Array.from({ length: 7 }, () => '')],
      TITLES,
      ['3号楼', '2', '302', '李桂兰', '户主', idNumber('1941-02-03', 12), '19900005551', '独居、高龄'],
      ['3#', '2', '501', '阿依古丽·买买提', '户主', idNumber('1988-11-21', 14), '199-0000-5552', ''],
      Array.from({ length: 8 }, () => ''),
      ['5', '1', '101', '王㛃', '户主', idNumber('1975-07-07', 16), '19900005553 19900005554', ''],
      ['5', '1', '101', '王小明', '儿子', idNumber('2010-01-31', 17), '', ''],
      ['5', '1', '102', '张三丰', '户主', `${idNumber('1960-06-06', 19).slice(0, 17)}#`.replace('#', 'A'), '19900005555', ''],
      ['5', '1', '201', '', '户主', idNumber('1955-03-03', 21), '19900005556', ''],
      ['5', '1', '202', '赵两户', '户主', twice, '19900005557', ''],
      ['5', '1', '301', '赵两户', '户主', twice, '19900005557', ''],
    ]),
}

/** Corrects a decisions workbook row by row: names and numbers filled in, and that a person listed twice lives here. */
export async function putRight(file: string): Promise<Buffer> {
  const [{ data }] = await readExcelFile(file)
  const [titles, ...rows] = data.map(row => row.map(value => (value === null ? '' : String(value))))
  const at = (...names: string[]) => titles.findIndex(title => names.some(name => title.includes(name)))
  const [why, answer, name, id, phone] = [at('原因'), at('处理办法'), at('姓名'), at('身份', '证件'), at('电话', '联系')]
  const fixed = rows.map((row, n) => {
    const now = [...row]
    if (row[why].includes('姓名')) now[name] = '钱补名'
    if (row[why].includes('身份证号') && !row[why].includes('另一户')) now[id] = idNumber('1949-10-01', 2 * (n % 400) + 1)
    if (row[why].includes('电话')) now[phone] = `1990001${String(n).padStart(4, '0')}`
    if (row[why].includes('另一户')) now[answer] = '住这里'
    return now
  })
  return toBytes([titles, ...fixed])
}
