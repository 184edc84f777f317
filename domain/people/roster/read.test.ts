import { checkDigit } from '../identity'
import { readBorn, readId, readLiving, readName, readPhones, readSex, tagWords } from './clean'
import { doorOf } from './door'
import { gridOf } from './grids'
import { headOf, mappingOf, missingIn, titlesAt } from './head'
import { isRare } from './rare'
import { meaningOf, meaningsOf } from './titles'
import { tagOf } from './words'

const id = (born: string, order: string) => `219900${born}${order}${checkDigit(`219900${born}${order}`)}`

test.each([
  ['idNumber', '身份证号码 公民身份号码 公民身份证号 证件号 证件号码 身份证 居民身份证号码（18位） 身份号码'],
  ['name', '姓名 居民姓名 姓  名 成员姓名 *姓名 人员姓名 户主姓名'],
  ['building', '楼号 楼栋 栋 幢 楼栋号 幢号 所在楼栋 楼'],
  ['unit', '单元 门洞 单元号 所在单元 楼门'],
  ['room', '门牌 房号 室 户号 门牌号 房间号 门牌号码 室号'],
  ['address', '家庭住址 现住址 详细地址 居住地址 住址 家庭地址 现居住地 户籍地址'],
  ['phone', '联系电话 手机 电话 手机号码 联系方式 本人电话 固定电话'],
  ['relation', '与户主关系 关系 户主关系 与户主的关系'],
  ['born', '出生日期 出生年月 出生年月日 生日'],
  ['sex', '性别'],
  ['age', '年龄 年龄（周岁）'],
  ['tags', '人员类别 标签 特殊人群 人员类型 是否享受补贴 政治面貌 重点人群'],
  ['living', '居住状态 是否在住 人户状态'],
  ['grid', '网格 所属网格 网格名称'],
  ['area', '小区 小区名称 所属小区'],
  ['note', '备注 说明'],
  ['ignore', '序号 民族 文化程度 网格员 紧急联系人电话 残疾证号 子女电话 入党时间 证件类型 工作单位 填表日期'],
] as const)('titles that mean %s', (field, titles) => {
  for (const title of titles.split(/ (?! )(?<! {2})/)) expect([title, meaningOf(title)]).toEqual([title, field])
})

test('a title that names a tag is a tag column; the head’s name is the name only where there is no other', () => {
  expect([meaningOf('是否低保', ['低保']), meaningOf('低保户', ['低保']), meaningOf('独居老人', ['独居'])]).toEqual([
    'tags',
    'tags',
    'tags',
  ])
  expect(meaningsOf(['户主姓名', '户主电话', '楼号'])).toEqual(['name', 'phone', 'building'])
  expect(meaningsOf(['户主姓名', '户主电话', '楼号', '姓名', '电话'])).toEqual(['ignore', 'ignore', 'building', 'name', 'phone'])
  expect(meaningsOf(['手机', '固定电话', '户籍地址', '现住址'])).toEqual(['phone', 'phone', 'ignore', 'address'])
})

test('an ID number is repaired where it is certain, and asked about where it is not', () => {
  const good = id('19900808', '004')
  expect(readId(good)).toMatchObject({ number: good, born: '1990-08-08', sex: 'female', repairs: [] })
  expect(readId(` ${good} `)).toMatchObject({ number: good, repairs: ['id_spaces_or_lower_x'] })
  expect(readId(good.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))).toMatchObject({
    number: good,
    repairs: ['id_full_width'],
  })
  expect(readId('21990019820808004x')).toMatchObject({ number: '21990019820808004X', repairs: ['id_spaces_or_lower_x'] })
  expect(readId(`'${good}`)).toMatchObject({ number: good })
  expect(readId(good.slice(0, 14))).toMatchObject({ decision: 'id_truncated' })
  expect(readId('219900380506111')).toMatchObject({ decision: 'id_truncated' })
  expect(readId(good.slice(0, 17) + (good[17] === '1' ? '2' : '1'))).toMatchObject({ decision: 'id_wrong_check_digit' })
  for (const none of ['', '无', '-', '不详', '  ', '/']) expect([none, readId(none)]).toEqual([none, { repairs: [] }])
})

test('a number that a spreadsheet stored as a number is never trusted, even when its check digit fits; its birth date is', () => {
  const good = id('19900808', '013')
  expect(readId({ number: good })).toEqual({ repairs: [], decision: 'id_stored_as_number', born: '1990-08-08' })
  expect(readId({ number: '219900199008080000' })).toEqual({ repairs: [], decision: 'id_stored_as_number' })
  expect(readId('2.19900E+17')).toEqual({ repairs: [], decision: 'id_stored_as_number' })
  expect(readId('219900193805061000', true)).toEqual({ repairs: [], decision: 'id_stored_as_number', born: '1938-05-06' })
  expect(readId(`？${good}`)).toMatchObject({ decision: 'id_stored_as_number' })
})

test('phones are told apart, dashes go, a short one is a question and the good one beside it is kept', () => {
  expect(readPhones('19900000001/024-23456789')).toEqual({ phones: ['19900000001', '02423456789'], repairs: ['two_phones'] })
  expect(readPhones('199-0000-0001')).toEqual({ phones: ['19900000001'], repairs: ['phone_dashes'] })
  expect(readPhones('024-23456789')).toEqual({ phones: ['02423456789'], repairs: [] })
  expect(readPhones('1990000000')).toEqual({ phones: [], repairs: [], decision: 'phone_too_short' })
  expect(readPhones('19900000001、199000')).toMatchObject({ phones: ['19900000001'], decision: 'phone_too_short' })
  expect(readPhones({ number: '19900000001' })).toEqual({ phones: ['19900000001'], repairs: [] })
  expect(readPhones('无')).toEqual({ phones: [], repairs: [] })
})

test('names lose the spaces of print, keep the middle dot, and Latin names keep theirs', () => {
  expect(readName('王　芳')).toEqual({ name: '王芳', repairs: ['name_with_space'] })
  expect(readName(' 王芳 ')).toEqual({ name: '王芳', repairs: [] })
  expect(readName('阿依古丽•买买提')).toEqual({ name: '阿依古丽·买买提', repairs: [] })
  expect(readName('Anna Maria')).toEqual({ name: 'Anna Maria', repairs: [] })
  expect(['熊㛃', '沈𬭎', '王喆', '王芳', '阿依古丽·买买提', '𠮷田'].map(isRare)).toEqual([true, true, true, false, false, true])
})

test('sex, birth date and where somebody lives say nothing where they are not clear', () => {
  expect(['男', '女性', '1', '2', '未知', ''].map(readSex)).toEqual(['male', 'female', 'male', 'female', undefined, undefined])
  expect(['', '不详', '1938-02-30', '38.5.6', '1938-5-6'].map(readBorn)).toEqual([undefined, undefined, null, null, '1938-05-06'])
  expect(['常住', '户在人不在', '已去世', '迁出', '不明'].map(readLiving)).toEqual(['living', 'away', 'deceased', 'moved', undefined])
  expect(tagWords('独居、高龄/低保；党员 无')).toEqual(['独居', '高龄', '低保', '党员'])
  expect(
    ['低保户', '五保', '退伍军人', '独居老人', '残疾人', '热心人'].map(word => tagOf(word, ['低保', '特困', '退役军人', '独居', '残疾'])),
  ).toEqual(['低保', '特困', '退役军人', '独居', '残疾', undefined])
})

const place = (parts: Partial<Record<'area' | 'building' | 'unit' | 'room' | 'address', string>>) => ({
  area: '',
  building: '',
  unit: '',
  room: '',
  address: '',
  ...parts,
})

test.each([
  [{ address: '3号楼2单元501室' }, '3|2|501'],
  [{ address: '3-2-501' }, '3|2|501'],
  [{ address: '和平新村3#2-5-1' }, '3|2|501'],
  [{ address: '和平新村小区3号楼2单元5楼1号' }, '3|2|501'],
  [{ address: '3-2-5-1' }, '3|2|501'],
  [{ address: '文化小区3号楼2单元501' }, '文化小区3|2|501'],
  [{ area: '文化小区', building: '3号楼', unit: '2', room: '501' }, '文化小区3|2|501'],
  [{ area: '和平新村', building: '3', unit: '二单元', room: '５０１' }, '3|2|501'],
  [{ building: '3-2', room: '501' }, '3|2|501'],
  [{ building: '3号楼2单元', room: '501室' }, '3|2|501'],
  [{ building: '3#', room: '2-501' }, '3|2|501'],
  [{ room: '3-2-501' }, '3|2|501'],
  [{ building: '平房', room: '7' }, '平房||7'],
  [{ building: '12' }, '12||'],
])('a door written as %j is %s', (parts, key) => {
  const door = doorOf(place(parts), ['和平新村社区'])
  expect(door && door !== 'unclear' ? `${door.building}|${door.unit}|${door.room}` : door).toBe(key)
})

test('where no building can be told the door is a question; where nothing is said it is none', () => {
  expect([doorOf(place({ address: '老宅' })), doorOf(place({ unit: '2', room: '501' })), doorOf(place({}))]).toEqual([
    'unclear',
    'unclear',
    null,
  ])
})

test('a grid is told by number, by name, by code or in hanzi', () => {
  const known = [{ _id: '210102025015002', name: '南院网格' }]
  const grid = (text: string) => gridOf(text, '210102025015', known)?.slice(12) ?? null
  expect(
    ['第1网格', '1', '001', '第十二网格', '南院网格', '和平新村社区第3网格', '210102025015004', '北院', '210102025014001', ''].map(grid),
  ).toEqual(['001', '001', '001', '012', '002', '003', '004', null, null, null])
})

test('the head is found under title rows and in two rows; what is missing is said', () => {
  const rows = [
    ['登记表'],
    ['社区：', '和平', '日期', '九月'],
    ['姓名', '住址', '', '', '电话'],
    ['', '楼号', '单元', '房号', ''],
    ['王建国', '3', '2', '501', ''],
  ]
  const sheet = { name: '', rows }
  expect([headOf(sheet), titlesAt(sheet, 3)]).toEqual([3, ['姓名', '楼号', '单元', '房号', '电话']])
  expect(mappingOf([{ name: '', rows: [['说明']] }])).toBeNull()
  expect(missingIn(['idNumber'])).toHaveLength(2)
  expect(missingIn(['name', 'address'])).toEqual([])
})
