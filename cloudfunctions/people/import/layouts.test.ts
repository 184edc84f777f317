import { mappingOf } from '@domain/people/roster/head'
import { judge } from '@domain/people/roster/judge'
import { textOf } from '@domain/people/roster/sheet'
import { KINDS } from '@domain/people/tags'
import { excel, idOf, phoneOf, text } from './fixture'
import { readWorkbook } from './read'

const tags = KINDS.map(kind => kind.name)
const read = async (bytes: Uint8Array) => {
  const { sheets, lossy } = await readWorkbook(bytes)
  const mapping = mappingOf(sheets, tags)
  if (!mapping) throw new Error('no mapping')
  return { mapping, sheets, judged: judge(sheets[mapping.sheet], mapping, { tags, here: ['和平新村社区'], lossy }) }
}
const told = async (bytes: Uint8Array) =>
  (await read(bytes)).judged.people.map(({ name, door, born, phones, relation, tags: held }) => ({
    name,
    door,
    born,
    phones,
    relation,
    tags: held,
  }))

const wang = { name: '王建国', id: idOf('1938-05-06', 11), born: '1938-05-06', phone: phoneOf(1) }
const li = { name: '李淑珍', id: idOf('1941-11-20', 24), born: '1941-11-20', phone: phoneOf(2) }

test('a roster with one address column, other titles and another order is read by meaning', async () => {
  const rows = [
    ['和平新村社区常住居民登记表', '', '', '', '', '', ''],
    ['备注', '手机号码', '公民身份号码', '家庭住址', '关系', '居民姓名', '特殊人群'],
    ['', wang.phone, wang.id, '和平新村3号楼2单元501室', '户主', wang.name, '独居老人'],
    ['', li.phone, li.id, '3-2-501', '妻', li.name, '低保户 残疾人'],
    ['', '', '', '和平新村3#2-5-1', '孙子', '王小明', '无'],
    ['', '', '', '沈阳市和平区和平新村街道和平新村社区4号楼1单元1203', '户主', '赵一', ''],
  ]
  expect(await told(await excel(rows))).toEqual([
    { name: '王建国', door: '3|2|501', born: wang.born, phones: [wang.phone], relation: '户主', tags: ['独居'] },
    { name: '李淑珍', door: '3|2|501', born: li.born, phones: [li.phone], relation: '妻', tags: ['低保', '残疾'] },
    { name: '王小明', door: '3|2|501', born: undefined, phones: [], relation: '孙子', tags: [] },
    { name: '赵一', door: '4|1|1203', born: undefined, phones: [], relation: '户主', tags: [] },
  ])
})

test('a head in two rows with merged cells, under two title rows, and merged homes below it', async () => {
  const rows = [
    [{ value: '人口信息采集表', columnSpan: 9 }, null, null, null, null, null, null, null, null],
    ['单位：和平新村社区', null, null, null, null, '日期：2026年9月', null, null, null],
    [
      { value: '序号', rowSpan: 2 },
      { value: '住址', columnSpan: 3 },
      null,
      null,
      { value: '姓名', rowSpan: 2 },
      { value: '与户主关系', rowSpan: 2 },
      { value: '证件', columnSpan: 2 },
      null,
      { value: '电话', rowSpan: 2 },
    ],
    [null, '楼栋', '门洞', '房号', null, null, '证件号码', '出生年月日', null],
    [
      '1',
      { value: '3栋', rowSpan: 3 },
      { value: '2', rowSpan: 3 },
      { value: '501', rowSpan: 2 },
      wang.name,
      '户主',
      wang.id,
      '',
      wang.phone,
    ],
    ['2', null, null, null, li.name, '配偶', li.id, '', li.phone],
    ['3', null, null, '502', '赵一', '户主', '', '1950.3.4', ''],
    ['4', '4栋', '1', '101', '钱二', '户主', '', '1951年12月3日', ''],
  ]
  expect((await told(await excel(rows))).map(({ name, door, born }) => [name, door, born])).toEqual([
    ['王建国', '3|2|501', '1938-05-06'],
    ['李淑珍', '3|2|501', '1941-11-20'],
    ['赵一', '3|2|502', '1950-03-04'],
    ['钱二', '4|1|101', '1951-12-03'],
  ])
})

test('a birth date is read from a date cell, a serial number and every common way to write it', async () => {
  const days = [
    new Date('1938-05-06T00:00:00Z'),
    14006,
    '14006',
    '1938.5.6',
    '19380506',
    19380506,
    '1938年5月6日',
    '1938-05-06 00:00:00',
    '1938/5/6',
    '１９３８．０５．０６',
  ]
  const rows = [['楼号', '单元', '门牌', '姓名', '出生日期'], ...days.map((day, at) => ['1', '1', String(101 + at), `赵${at}`, day])]
  const people = await told(await excel(rows))
  expect(people.map(one => one.born)).toEqual(days.map(() => '1938-05-06'))
  const { judged } = await read(await excel([rows[0], ['1', '1', '101', '赵一', '1938年5月'], ['1', '1', '102', '钱二', '5/6/38']]))
  expect([judged.people.map(one => one.born), judged.notes.get('born_unread')]).toEqual([[undefined, undefined], 2])
})

const plainRows = [
  ['姓名', '身份证号', '楼号', '单元', '房号', '电话'],
  [wang.name, wang.id, '3', '2', '501', wang.phone],
  ['阿依古丽·买买提', '', '3', '2', '502', ''],
  ['熊㛃', '', '3', '2', '503', ''],
  ['沈𬭎', '', '3', '2', '601', ''],
]

test.each([
  ['UTF-8', 'utf8', ','],
  ['UTF-8 with its mark', 'utf8bom', ','],
  ['GBK', 'gb18030', ','],
  ['UTF-16', 'utf16', '\t'],
  ['semicolons', 'utf8', ';'],
  ['GBK and tabs', 'gb18030', '\t'],
] as const)('a text file in %s is read, and 㛃, 𬭎 and the middle dot survive', async (_, encoding, separator) => {
  const people = await told(text(plainRows, separator, encoding))
  expect(people.map(one => one.name)).toEqual(['王建国', '阿依古丽·买买提', '熊㛃', '沈𬭎'])
  expect(people[0]).toMatchObject({ door: '3|2|501', born: wang.born, phones: [wang.phone] })
})

test('a number that a spreadsheet left in a text file is never trusted', async () => {
  const lost = '219900193805060000'
  const { judged } = await read(
    text([
      plainRows[0],
      ['王建国', lost, '3', '2', '501', ''],
      ['李淑珍', '2.19900E+17', '3', '2', '502', ''],
      ['赵一', `${wang.id}\t`, '3', '2', '503', ''],
    ]),
  )
  expect(judged.decisions).toEqual([
    { kind: 'id_stored_as_number', row: 2 },
    { kind: 'id_stored_as_number', row: 3 },
  ])
  expect(judged.people.map(one => one.idNumber)).toEqual([undefined, undefined, wang.id])
})

test('among several sheets the one with people is picked', async () => {
  const about = [['说明'], ['本表由社区填写'], ['姓名', '要写全']]
  const summary = [
    ['网格', '户数', '人数'],
    ['第1网格', '300', '700'],
  ]
  const { mapping, sheets } = await read(await excel(about, summary, plainRows))
  expect(mapping).toMatchObject({ sheet: 2, head: 0 })
  expect(textOf(sheets[2].rows[1][0])).toBe('王建国')
})

test('columns nobody knows are ignored; yes-or-no columns are tags; the head’s own columns are not the member’s', async () => {
  const head = [
    '楼号',
    '单元',
    '门牌',
    '户主姓名',
    '户主电话',
    '姓名',
    '民族',
    '是否低保',
    '党员',
    '残疾证号',
    '紧急联系人电话',
    '政治面貌',
    '户籍地址',
    '网格员',
  ]
  const rows = [
    head,
    ['3', '2', '501', '王建国', phoneOf(9), '李淑珍', '汉族', '是', '√', '210000', phoneOf(8), '群众', '外地某处12号', '孙三'],
    ['3', '2', '502', '', '', '赵一', '满族', '否', '', '', '', '中共党员', '', ''],
  ]
  const { mapping, judged } = await read(await excel(rows))
  expect(mapping.columns).toEqual([
    'building',
    'unit',
    'room',
    'ignore',
    'ignore',
    'name',
    'ignore',
    'tags',
    'tags',
    'ignore',
    'ignore',
    'tags',
    'ignore',
    'ignore',
  ])
  expect(judged.people.map(one => [one.name, one.phones, one.tags])).toEqual([
    ['李淑珍', [], ['低保', '党员']],
    ['赵一', [], ['党员']],
  ])
  expect(judged.notes.get('tag_unknown')).toBeUndefined()
})

test.each([
  ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx'],
  ['a broken .xlsx', Buffer.from('504b0304ffffffffffff', 'hex'), '打不开'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), '不是表格文件'],
  ['an empty file', Buffer.alloc(0), '空的'],
])('%s is refused with what to do', async (_, bytes, words) => {
  await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: 'people.file_unreadable', message: expect.stringContaining(words) })
})
