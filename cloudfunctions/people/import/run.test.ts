import { createHash } from 'node:crypto'
import type { ImportJob } from '@domain/people/importing'
import { mappingOf } from '@domain/people/roster/head'
import { textOf } from '@domain/people/roster/sheet'
import type { GridDoc } from '../docs'
import { COMMUNITY, type Desk, HEAD, openDesk } from './desk'
import { excel, idOf, phoneOf, text, type Written, wrong } from './fixture'
import { readWorkbook } from './read'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.town.close())

const wang = idOf('1938-05-06', 11)
const li = idOf('1941-11-20', 24)
const family = [
  HEAD,
  ['第1网格', '3#', '2单元', '501', '王建国', '户主', '男', wang, phoneOf(1), '独居、高龄', ''],
  ['第1网格', '3号楼', '2', '５０１', '李淑珍', '配偶', '女', li, `${phoneOf(2)}/024-23456789`, '', '周末去女儿家'],
  ['第2网格', '4', '1', '101', '阿依古丽·买买提', '户主', '女', '', '', '党员', ''],
]

test('a dry run says what would happen and writes nothing', async () => {
  const { report } = await desk.ran(family, 'dry')
  expect(report).toMatchObject({
    rows: 3,
    households: { new: 2, changed: 0, unchanged: 0 },
    residents: { new: 3, changed: 0, unchanged: 0 },
    decisions: [],
  })
  expect(report.repairs).toEqual({ room_full_width: 1, two_phones: 1 })
  expect(report.notes).toEqual({ id_missing: 1, name_with_middle_dot: 1 })
  expect([await desk.residents(), await desk.households()]).toEqual([[], []])
})

test('an import makes households, people, tags, claims, counts and doors; numbers lie sealed', async () => {
  await desk.ran(family)
  const worker = await desk.town.as('grid', `${COMMUNITY}001`)
  const page = await worker.call('people.households', { division: `${COMMUNITY}001` })
  expect(page.items).toMatchObject(
    [{ label: '3号楼 2单元 501', head: '王**', count: 2, tags: ['高龄', '独居'].sort() }].map(one => ({
      ...one,
      tags: expect.arrayContaining(one.tags),
    })),
  )
  const home = await worker.call('people.household', { household: page.items[0].id })
  expect(home.residents).toMatchObject([
    { name: '王建国', born: '1938-05-06', hasIdNumber: true, phones: ['199****0001'], relation: '户主', living: 'living' },
    { name: '李淑珍', phones: ['199****0002', '****789'], note: '周末去女儿家' },
  ])
  expect(await worker.call('people.find_exact', { division: `${COMMUNITY}001`, number: li })).toMatchObject([{ name: '李**' }])
  expect(JSON.stringify([await desk.residents(), await desk.households()])).not.toMatch(new RegExp(`${wang}|${li}|${phoneOf(1)}`))
  expect(await desk.town.store.get<GridDoc>('grids', `${COMMUNITY}001`)).toMatchObject({ households: 1, residents: 2 })
  expect(await desk.town.store.count('doors', { grid: `${COMMUNITY}001` })).toBe(1)
  expect((await desk.office.call('people.changes', { household: home.id }))[0]).toMatchObject({ who: '王社区', what: '从台账登记了这一户' })
})

test('the same file again changes nothing; a changed phone is one change; an empty cell erases nothing', async () => {
  await desk.ran(family)
  const before = [await desk.residents(), await desk.households()]
  expect((await desk.ran(family)).report).toMatchObject({
    households: { new: 0, changed: 0, unchanged: 2 },
    residents: { new: 0, changed: 0, unchanged: 3 },
  })
  expect([await desk.residents(), await desk.households()]).toEqual(before)
  const phone = family.map(row => row.map(cell => (cell === phoneOf(1) ? phoneOf(7) : cell)))
  expect((await desk.ran(phone)).report).toMatchObject({ households: { changed: 0 }, residents: { new: 0, changed: 1, unchanged: 2 } })
  const empty = family.map((row, at) => (at === 0 ? row : [...row.slice(0, 5), '', '', '', '', '', '']))
  expect((await desk.ran(empty)).report).toMatchObject({ residents: { new: 0, changed: 0, unchanged: 3 }, decisions: [] })
  expect((await desk.residents()).find(one => one.name === '王建国')).toMatchObject({
    phoneMasks: ['199****0007'],
    relation: '户主',
    tagCodes: ['aged', 'alone'],
  })
})

const messy: Written[][] = [
  HEAD,
  ['第1网格', '1', '1', '101', '王建国', '户主', '男', Number(wang), phoneOf(1), '', ''],
  ['第1网格', '1', '1', '102', '李淑珍', '户主', '女', wrong(li), phoneOf(2), '', ''],
  ['第1网格', '1', '1', '103', '赵一', '户主', '男', wang.slice(0, 14), phoneOf(3), '', ''],
  ['第1网格', '1', '1', '201', '钱二', '户主', '男', idOf('1950-01-01', 31), '199000000', '', ''],
  ['第1网格', '1', '1', '202', '', '户主', '男', idOf('1950-01-01', 33), phoneOf(5), '', ''],
  ['第1网格', '1', '1', '203', '孙三', '户主', '男', idOf('1950-01-01', 35), phoneOf(6), '', ''],
  ['第1网格', '1', '1', '301', '孙三', '户主', '男', idOf('1950-01-01', 35), phoneOf(6), '', ''],
  ['第1网格', '1', '1', '203', '孙三', '户主', '男', idOf('1950-01-01', 35), phoneOf(6), '', ''],
  [null, null, null, null, null, null, null, null, null, null, null],
  ['第1网格', '1', '1', '302', '周四', '户主', '女', idOf('1950-01-01', 35), phoneOf(7), '', ''],
  ['第1网格', '', '', '', '吴五', '户主', '女', idOf('1950-01-01', 38), phoneOf(8), '', ''],
  ['合计', null, null, null, '8人', null, null, null, null, null, null],
]

test('where one number is in doubt the person is taken without it; without a name, or at a second door, they wait', async () => {
  const { report } = await desk.ran(messy)
  expect(report.decisions).toEqual([
    { kind: 'id_stored_as_number', row: 2 },
    { kind: 'id_wrong_check_digit', row: 3 },
    { kind: 'id_truncated', row: 4 },
    { kind: 'phone_too_short', row: 5 },
    { kind: 'name_missing', row: 6 },
    { kind: 'person_in_two_households', row: 8 },
    { kind: 'id_used_twice', row: 11 },
    { kind: 'address_missing', row: 12 },
  ])
  expect(report).toMatchObject({ rows: 11, households: { new: 7 }, residents: { new: 6 }, notes: { row_repeated: 1, blank_row: 1 } })
  const people = await desk.residents()
  expect(people.map(one => one.name).sort()).toEqual(['周四', '孙三', '李淑珍', '王建国', '赵一', '钱二'])
  const of = (name: string) => people.find(one => one.name === name)
  expect([of('王建国')?.idNumber, of('王建国')?.born, of('李淑珍')?.idNumber, of('赵一')?.born, of('钱二')?.phones]).toEqual([
    undefined,
    '1938-05-06',
    undefined,
    undefined,
    [],
  ])
})

/** Fetches the workbook of a job as the app would, and lets a person correct it. */
async function decisions(job: ImportJob, correct: (row: Record<string, string>) => Record<string, string> | null): Promise<Written[][]> {
  const bytes = job.workbook && (await desk.town.blobs.get(job.workbook))
  if (!bytes) throw new Error('no workbook')
  expect(await desk.office.call('files.about', { file: job.workbook ?? '' })).toMatchObject({ kind: 'report', name: '台账-待确认.xlsx' })
  const [sheet] = (await readWorkbook(bytes)).sheets
  const titles = sheet.rows[0].map(textOf)
  const rows = sheet.rows.slice(1).flatMap(cells => {
    expect(cells.every(cell => typeof cell === 'string')).toBe(true)
    const row = correct(Object.fromEntries(titles.map((title, at) => [title, textOf(cells[at])])))
    return row ? [titles.map(title => row[title])] : []
  })
  return [titles, ...rows]
}

test('the workbook of decisions, left as it is, asks the same again and changes nothing', async () => {
  const job = await desk.ran(messy)
  const same = await decisions(job, row => row)
  expect(same[0].slice(0, 5)).toEqual(['原表行号', '原因', '怎么改', '处理办法', '网格'])
  expect(same[1].slice(0, 3)).toEqual(['2', expect.stringContaining('存成了数字'), expect.stringContaining('18 位')])
  const { report } = await desk.ran(same)
  expect(report.residents).toEqual({ new: 0, changed: 0, unchanged: 5 })
  expect(report.decisions.map(one => one.kind).sort()).toEqual(job.report.decisions.map(one => one.kind).sort())
})

test('the workbook of decisions, corrected, is imported without making anybody twice', async () => {
  const answers: Record<string, Record<string, string> | null> = {
    2: { 身份证号码: wang },
    3: { 身份证号码: li },
    4: { 身份证号码: idOf('1960-01-01', 41) },
    5: { 联系电话: phoneOf(4) },
    6: { 姓名: '郑六' },
    8: { 处理办法: '住这里' },
    11: null,
    12: { 楼号: '1', 单元: '1', 门牌: '303' },
  }
  const corrected = await decisions(await desk.ran(messy), row =>
    answers[row.原表行号] === null ? null : { ...row, ...answers[row.原表行号] },
  )
  expect(mappingOf([{ name: '', rows: corrected as string[][] }])?.columns.slice(0, 4)).toEqual(['ignore', 'ignore', 'ignore', 'answer'])
  const { report } = await desk.ran(corrected)
  expect(report.decisions).toEqual([])
  expect(report.residents).toEqual({ new: 2, changed: 5, unchanged: 0 })
  const people = await desk.residents()
  expect(people).toHaveLength(8)
  expect(people.filter(one => one.idNumber)).toHaveLength(7)
  expect(people.find(one => one.name === '孙三')?.label).toBe('1号楼 1单元 301')
  const left = (await desk.households()).find(one => one.label === '1号楼 1单元 203')
  expect(left).toMatchObject({ count: 0, members: [] })
  // the original file once more: it now disagrees about one person, and only asks
  expect((await desk.ran(messy)).report).toMatchObject({
    residents: { new: 0, changed: 0 },
    decisions: expect.arrayContaining([{ kind: 'person_in_two_households', row: 7 }]),
  })
})

test('father and son of one name at one door are two people; somebody who died is not brought back', async () => {
  const rows = [
    HEAD,
    ['第1网格', '1', '1', '101', '张云', '户主', '男', idOf('1950-01-01', 11), '', '', ''],
    ['第1网格', '1', '1', '101', '张云', '子女', '男', idOf('1980-01-01', 11), '', '', ''],
  ]
  expect((await desk.ran(rows)).report.residents.new).toBe(2)
  const father = (await desk.residents()).find(one => one.relation === '户主')
  await desk.office.call('people.end_resident', { resident: father?._id ?? '', on: '2026-11-20', why: 'deceased' })
  expect((await desk.ran(rows)).report).toMatchObject({
    residents: { new: 0, changed: 0, unchanged: 1 },
    decisions: [{ kind: 'left_before', row: 2 }],
  })
})

test('without a grid column the building’s grid is taken, else the first, which is made where there is none', async () => {
  await desk.ran([HEAD, ['第3网格', '7', '1', '101', '王建国', '户主', '', '', '', '', '']])
  const plain = [HEAD.slice(1, 5), ['7', '1', '102', '李淑珍'], ['9', '1', '101', '赵一']]
  const { report } = await desk.ran(plain)
  expect((await desk.households()).map(one => [one.label, one.grid.slice(12)]).sort()).toEqual([
    ['7号楼 1单元 101', '003'],
    ['7号楼 1单元 102', '003'],
    ['9号楼 1单元 101', '001'],
  ])
  expect(report.notes.grid_assumed).toBe(1)
})

test('another community’s office neither sees nor cancels the job, and cannot read the file', async () => {
  const id = await desk.file(await excel(family))
  const job = await desk.start(id, 'dry')
  const other = await desk.town.as('community', '210102025014')
  await expect(other.call('people.import_job', { job })).rejects.toMatchObject({ code: 'people.not_there' })
  await expect(other.call('people.import_cancel', { job })).rejects.toMatchObject({ code: 'people.not_there' })
  await expect(other.call('people.import_look', { file: id, division: '210102025014' })).rejects.toMatchObject({ code: 'files.not_there' })
  await expect(other.call('people.import_run', { file: id, kind: 'roster', division: '210102025014', mode: 'dry' })).rejects.toMatchObject({
    code: 'files.not_there',
  })
  expect(await other.call('people.import_jobs', { division: '210102025014' })).toEqual([])
})

test('the look shows the mapping and sample rows; a person corrects it, and what is missing is said', async () => {
  const id = await desk.file(
    await excel([['登记表'], ['甲', '乙', '丙', '丁', '戊'], ['王建国', '3', '2', '501', '19900000001'], ['李淑珍', '3', '2', '502', '']]),
  )
  const seen = await desk.office.call('people.import_look', { file: id, division: COMMUNITY })
  expect(seen).toMatchObject({
    name: '台账.xlsx',
    sheets: ['Sheet1'],
    titles: ['甲', '乙', '丙', '丁', '戊'],
    missing: ['姓名', expect.stringContaining('住址')],
  })
  expect(seen.samples[0]).toEqual(['王建国', '3', '2', '501', '199*****001'])
  const columns = ['name', 'building', 'unit', 'room', 'phone'] as const
  const run = (mapping?: { sheet: number; head: number; columns: ('name' | 'ignore' | 'building' | 'unit' | 'room' | 'phone')[] }) =>
    desk.office.call('people.import_run', { file: id, kind: 'roster', division: COMMUNITY, mode: 'apply', ...(mapping ? { mapping } : {}) })
  await expect(run({ ...seen.mapping, columns: columns.map(() => 'ignore') })).rejects.toMatchObject({ code: 'people.no_columns' })
  await run({ ...seen.mapping, columns: [...columns] })
  await desk.town.tick()
  expect((await desk.residents()).map(one => [one.name, one.label, one.phoneMasks]).sort()).toEqual([
    ['李淑珍', '3号楼 2单元 502', []],
    ['王建国', '3号楼 2单元 501', ['199****0001']],
  ])
})

test('a tag the caller may not set is left out and counted', async () => {
  const district = await desk.town.as('district', '210102')
  const id = await desk.file(await excel([HEAD, ['第1网格', '1', '1', '101', '王建国', '户主', '', '', '', '低保 独居', '']]))
  const { id: job } = await district.call('people.import_run', { file: id, kind: 'roster', division: COMMUNITY, mode: 'apply' })
  await desk.town.tick()
  expect((await desk.look(job)).report?.notes.tag_not_yours).toBe(1)
  expect((await desk.residents())[0].tagCodes).toEqual([])
})

test('divisions come in by a file too, and a renamed one is said', async () => {
  const city = await desk.town.as('city', '2101', { name: '刘市' })
  const bytes = text(
    [
      ['行政区划代码', '名称'],
      ['210102025015', '和平新村第一社区'],
      ['210102025016', '新开社区'],
    ],
    ',',
    'gb18030',
  )
  const id = createHash('sha256').update(bytes).digest('hex')
  await city.call('files.put', { file: id, part: 0, parts: 1, base64: Buffer.from(bytes).toString('base64') })
  await city.call('files.file', { file: id, division: '2101', kind: 'workbook', name: '区划.csv' })
  const { id: job } = await city.call('people.import_run', { file: id, kind: 'divisions', division: '2101', mode: 'apply' })
  await desk.town.tick()
  expect((await city.call('people.import_job', { job })).divisions).toEqual({
    rows: 2,
    new: 1,
    renamed: [{ code: '210102025015', from: '和平新村社区', to: '和平新村第一社区' }],
    unchanged: 0,
  })
})

test('a district names its own divisions and nobody else’s; a community names none', async () => {
  const district = await desk.town.as('district', '210102')
  const list = async (rows: string[][]) => {
    const bytes = text([['代码', '名称'], ...rows])
    const id = createHash('sha256').update(bytes).digest('hex')
    await district.call('files.put', { file: id, part: 0, parts: 1, base64: Buffer.from(bytes).toString('base64') })
    await district.call('files.file', { file: id, division: '210102', kind: 'workbook', name: '区划.csv' })
    const { id: job } = await district.call('people.import_run', { file: id, kind: 'divisions', division: '210102', mode: 'apply' })
    await desk.town.tick()
    return district.call('people.import_job', { job })
  }
  const other = await list([['210103001001', '改名社区']])
  expect(other).toMatchObject({ state: 'failed', why: '改名社区（210103001001）不归您管，请只留下您管的地方' })
  const own = await list([
    ['2101', '改名市'],
    ['210102025', '改名街道'],
  ])
  expect(own.divisions).toMatchObject({ rows: 1, renamed: [{ code: '210102025', to: '改名街道' }] })
  const id = await desk.file(
    text([
      ['代码', '名称'],
      [COMMUNITY, '我们社区'],
    ]),
    '区划.csv',
  )
  const mine = desk.office.call('people.import_run', { file: id, kind: 'divisions', division: COMMUNITY, mode: 'apply' })
  await expect(mine).rejects.toMatchObject({ code: 'people.divisions_not_yours' })
})
