import fc from 'fast-check'
import { checkDigit } from '../identity'
import type { Field } from '../importing'
import { judge } from './judge'
import { match } from './match'
import type { Cell } from './sheet'

const id = (n: number) => {
  const first = `21990019500101${String(n).padStart(3, '0')}`
  return first + checkDigit(first)
}
const COLUMNS: Field[] = ['building', 'unit', 'room', 'name', 'relation', 'idNumber', 'phone']
const HEAD = ['楼号', '单元', '门牌', '姓名', '与户主关系', '身份证号', '电话']
const heard = (rows: Cell[][]) =>
  judge({ name: '', rows: [HEAD, ...rows] }, { sheet: 0, head: 0, columns: COLUMNS }, { tags: [], here: [], lossy: false })
const doors = (rows: Cell[][]) => heard(rows).people.map(one => [one.name, one.door])

test('a member without an address lives where the row above does; another head without one is a question', () => {
  const rows = [
    ['3', '2', '501', '王建国', '户主', '', ''],
    ['', '', '', '李淑珍', '配偶', '', ''],
    ['', '', '', '赵一', '户主', '', ''],
    ['3', '2', '502', '钱二', '户主', '', ''],
  ]
  expect(doors(rows)).toEqual([
    ['王建国', '3|2|501'],
    ['李淑珍', '3|2|501'],
    ['钱二', '3|2|502'],
  ])
  expect(heard(rows).decisions).toEqual([{ kind: 'address_missing', row: 4 }])
})

test('a building merged over its rows is carried down; one gap in a full column is not', () => {
  const merged = [
    ['3', '2', '501', '王建国', '', '', ''],
    ['', '', '502', '李淑珍', '', '', ''],
    ['', '3', '101', '赵一', '', '', ''],
    ['4', '1', '101', '钱二', '', '', ''],
  ]
  expect(doors(merged)).toEqual([
    ['王建国', '3|2|501'],
    ['李淑珍', '3|2|502'],
    ['赵一', '3|3|101'],
    ['钱二', '4|1|101'],
  ])
  const full = Array.from({ length: 20 }, (_, n) => [n === 10 ? '' : '3', '2', String(101 + n), `王${n}`, '', '', ''])
  expect(heard(full).decisions).toEqual([{ kind: 'address_missing', row: 12 }])
})

test('heads printed again, section rows, totals and signatures are not people; blank rows between people are counted', () => {
  const rows = [
    ['1号楼'],
    ['1', '1', '101', '王建国', '户主', id(1), ''],
    HEAD,
    [],
    ['1', '1', '102', '李淑珍', '户主', id(2), ''],
    ['小计', '', '', '2人'],
    [],
    ['填表人：张三', '', '', '', '', '', ''],
  ]
  const judged = heard(rows)
  expect([judged.people.map(one => one.row), judged.rows, judged.notes.get('blank_row')]).toEqual([[3, 6], 3, 1])
})

test('a row that says it twice is one person; what it adds is kept', () => {
  const judged = heard([
    ['1', '1', '101', '王建国', '户主', id(1), '19900000001'],
    ['1号楼', '1单元', '101室', '王 建国', '户主', id(1), '19900000002'],
    ['1', '1', '102', '李淑珍', '户主', '', ''],
    ['1', '1', '102', '李淑珍', '户主', id(2), ''],
  ])
  expect(judged.people.map(one => [one.name, one.idNumber, one.phones])).toEqual([
    ['王建国', id(1), ['19900000001', '19900000002']],
    ['李淑珍', id(2), []],
  ])
  expect([judged.notes.get('row_repeated'), judged.decisions]).toEqual([2, []])
})

test('namesakes at one door with nothing to tell them apart but their relation are a question', () => {
  const rows = [
    ['1', '1', '101', '张云', '户主', '', ''],
    ['1', '1', '101', '张云', '子女', '', ''],
  ]
  expect(heard(rows).decisions).toEqual([{ kind: 'maybe_repeated', row: 3 }])
})

test('an empty home is registered without people; one with a nameless person too, and the name is asked for', () => {
  const judged = heard([
    ['1', '1', '101', '', '', '', ''],
    ['1', '1', '102', '', '户主', id(2), ''],
  ])
  expect([judged.homes.size, judged.people.length, judged.notes.get('empty_home'), judged.decisions]).toEqual([
    2,
    0,
    1,
    [{ kind: 'name_missing', row: 3 }],
  ])
})

test('an answer beside a question puts a row aside or says that this is the home', () => {
  const answered = (words: string) =>
    judge(
      {
        name: '',
        rows: [
          ['处理办法', ...HEAD],
          [words, '1', '1', '101', '王建国', '户主', id(1), ''],
        ],
      },
      { sheet: 0, head: 0, columns: ['answer', ...COLUMNS] },
      { tags: [], here: [], lossy: false },
    )
  expect(answered('住这里').people[0].here).toBe(true)
  expect([answered('不住这里').people, answered('不住这里').notes.get('put_aside')]).toEqual([[], 1])
  expect(answered('').people[0].here).toBe(false)
})

const asked = (row: number, more: object) => ({ row, household: 'h1', name: '王建国', relation: '户主', here: false, ...more })
const known = (_id: string, more: object) => ({ _id, household: 'h1', name: '王建国', relation: '户主', current: true, ...more })

test('somebody is found by number anywhere, by name only at their own door', () => {
  const found = match([asked(1, { blind: 'a' }), asked(2, { household: 'h2' })], [known('r1', { idBlind: 'a', name: '王建国 ' })])
  expect([found.get(1), found.get(2)]).toMatchObject([{ to: 'same', known: { _id: 'r1' } }, { to: 'new' }])
})

test('a number that is new for a known name at the door is theirs; another number of the same birthday is a question', () => {
  expect(match([asked(1, { blind: 'a', born: '1950-01-01' })], [known('r1', { born: '1950-01-01' })]).get(1)).toMatchObject({ to: 'same' })
  expect(match([asked(1, { blind: 'a', born: '1950-01-01' })], [known('r1', { idBlind: 'b', born: '1950-01-01' })]).get(1)).toMatchObject({
    to: 'same',
    doubt: 'id_differs',
  })
  expect(
    match([asked(1, { blind: 'a', born: '1950-01-01' })], [known('r1', { idBlind: 'b', born: '1980-01-01', relation: '子女' })]).get(1),
  ).toEqual({ to: 'new' })
})

test('somebody known at another door waits, unless a person has said that they live here', () => {
  const there = [known('r1', { idBlind: 'a', household: 'h9' })]
  expect(match([asked(1, { blind: 'a' })], there).get(1)).toEqual({ to: 'wait', why: 'person_in_two_households' })
  expect(match([asked(1, { blind: 'a', here: true })], there).get(1)).toMatchObject({ to: 'move', known: { _id: 'r1' } })
})

const anyCell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', '1', '户主', '501', '王建国', id(1), '合计', '３', '无', '19900000001'),
  fc.record({ number: fc.nat().map(String) }),
)

test('whatever is in the cells: nothing throws, nobody is taken twice, and every row number is of a row', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 30 }), rows => {
      const judged = heard(rows)
      const taken = judged.people.map(one => one.row)
      expect(new Set(taken).size).toBe(taken.length)
      expect(judged.rows).toBeLessThanOrEqual(rows.length)
      expect(judged.decisions.every(one => one.row >= 2 && one.row <= rows.length + 1)).toBe(true)
      const numbers = judged.people.flatMap(one => one.idNumber ?? [])
      expect(new Set(numbers).size).toBe(numbers.length)
    }),
  )
})
