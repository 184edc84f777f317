import { createHash } from 'node:crypto'
import readExcelFile from 'read-excel-file/node'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { VolunteerDoc } from '../docs'
import { altered, officeOf, registered } from '../town'
import type { HourDoc } from './docs'
import { COMMUNITY, served } from './town'

jest.setTimeout(120_000)

const HEAD = '志愿者编号,姓名,活动名称,服务日期,服务时长（小时）'
let town: Town
let office: Someone
let zhang: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
  zhang = await registered(town, COMMUNITY, { name: '张桂兰' })
  await registered(town, COMMUNITY, { name: '李国富' })
})
afterEach(() => town.close())

async function filed(bytes: Uint8Array): Promise<string> {
  const file = createHash('sha256').update(bytes).digest('hex')
  await office.call('files.put', { file, part: 0, parts: 1, base64: Buffer.from(bytes).toString('base64') })
  await office.call('files.file', { file, division: COMMUNITY, kind: 'workbook', name: '好志愿.csv' })
  return file
}
const csv = (...lines: string[]) => filed(Buffer.from(lines.join('\r\n')))
/** 姓名,志愿者编号 / 张桂兰,LN0001 in GB 18030, as a spreadsheet of an office saves it. */
const GBK = Buffer.from('d0d5c3fb2cd6bed4b8d5dfb1e0bac50ad5c5b9f0c0bc2c4c4e303030310a', 'hex')
const look = (file: string, what: 'ids' | 'hours' = 'hours') => office.call('shifts.look_import', { community: COMMUNITY, file, what })
const run = (file: string, skip: number[] = [], what: 'ids' | 'hours' = 'hours') =>
  office.call('shifts.run_import', { community: COMMUNITY, file, what, skip })
const ledger = async () => (await town.store.find<HourDoc>('hours', { where: { community: COMMUNITY }, order: ['day'], limit: 1000 })).items

test('numbers of a city platform find their people, in UTF-8 and in GB 18030', async () => {
  const file = await filed(GBK)
  expect((await look(file, 'ids')).rows).toMatchObject([{ row: 2, what: 'new', words: '编号 LN0001' }])
  expect(await run(file, [], 'ids')).toMatchObject({ written: 1 })
  expect((await town.store.get<VolunteerDoc>('volunteers', zhang.id))?.cityId).toBe('LN0001')
  expect(await run(file, [], 'ids')).toMatchObject({ written: 0, same: 1 })
})

test('two of one name need the phone; a number that is somebody else’s is a bad row', async () => {
  const twin = await registered(town, COMMUNITY, { name: '张桂兰' })
  const { phoneMask } = (await town.store.get<VolunteerDoc>('volunteers', twin.id)) as VolunteerDoc
  const phone = phoneMask.replace('****', '0000')
  await altered(town, zhang.id, () => ({ phoneMask: '136****9999' }))
  const file = await csv('姓名,手机号,志愿者编号', '张桂兰,,A0001', `张桂兰,${phone},A0002`, `李国富,,A0002`)
  expect((await look(file, 'ids')).rows).toMatchObject([
    { what: 'bad', why: '名册里有 2 位张桂兰，请加上手机号' },
    { what: 'new' },
    { what: 'bad', why: '和第 3 行重复' },
  ])
})

test('hours come in row by row; a bad row is named and nothing is written until it is left out', async () => {
  await altered(town, zhang.id, () => ({ cityId: 'LN0001' }))
  const file = await csv(HEAD, 'LN0001,张桂兰,植树,2026-11-08,2.5', ',没有的人,植树,2026-11-08,2', 'LN0001,张桂兰,植树,2026-11-31,2')
  const { rows, fresh, bad } = await look(file)
  expect([fresh, bad]).toEqual([1, 2])
  expect(rows.map(one => [one.row, one.what, one.why])).toEqual([
    [2, 'new', ''],
    [3, 'bad', '名册里没有没有的人'],
    [4, 'bad', '日期“2026-11-31”看不懂，写成 2026-11-20 这样'],
  ])
  await expect(run(file)).rejects.toMatchObject({ code: 'shifts.bad_rows', message: expect.stringContaining('第 3、4 行') })
  expect(await ledger()).toEqual([])
  expect(await run(file, [3, 4])).toMatchObject({ written: 1, skipped: 2 })
  expect(await ledger()).toMatchObject([{ minutes: 150, source: 'added', what: 'imported', title: '植树', why: '从“好志愿.csv”导入' }])
})

test('the same rows again change nothing, in whatever file they come; other minutes for them are a bad row', async () => {
  await run(await csv(HEAD, ',张桂兰,植树,2026-11-08,2', ',李国富,植树,2026-11-08,2'))
  expect(await run(await csv(HEAD, ',张桂兰,植树,2026/11/8,2'))).toMatchObject({ written: 0, same: 1 })
  expect((await look(await csv(HEAD, ',张桂兰,植树,2026-11-08,3'))).rows).toMatchObject([
    { what: 'bad', why: expect.stringContaining('导入过 2 小时') },
  ])
  expect(await ledger()).toHaveLength(2)
})

test('what was counted here and comes back from the platform is not counted twice', async () => {
  await served(town, { root: 'a', account: zhang.id, minutes: 120, day: '2026-11-08', title: '植树' })
  expect((await look(await csv(HEAD, ',张桂兰,植树,2026-11-08,2'))).rows).toMatchObject([
    { what: 'same', why: '这里自己就记着，不再记一次' },
  ])
})

test('rows of one day are never above eight hours together', async () => {
  const file = await csv(HEAD, ',张桂兰,植树,2026-11-08,5', ',张桂兰,扫雪,2026-11-08,4')
  expect((await look(file)).rows).toMatchObject([{ what: 'new' }, { what: 'bad', why: expect.stringContaining('超过 8 小时') }])
})

test('what is no table says what to do', async () => {
  await expect(look(await filed(Buffer.from('PK\u0003\u0004rest')))).rejects.toMatchObject({ code: 'shifts.file_unreadable' })
  await expect(look(await csv('姓名,日期', '张桂兰,2026-11-08'))).rejects.toMatchObject({
    code: 'shifts.no_columns',
    message: '表里没有找到这几列：活动名称、服务时长',
  })
})

const fetched = async (id: string) => Buffer.from((await town.blobs.get(id)) as Uint8Array)
const take = (shape: 'city' | 'all', form: 'csv' | 'xlsx') =>
  office.call('shifts.export_hours', { community: COMMUNITY, from: '2026-11-01', until: '2026-11-28', shape, form })

test('the city platform gets what has lain open, by thing done, in the columns the community says, with no formula in it', async () => {
  await altered(town, zhang.id, () => ({ cityId: 'LN0001', name: '=张桂兰' }))
  await served(town, { root: 'a', account: zhang.id, minutes: 150, day: '2026-11-08' })
  await served(town, { root: 'young', account: zhang.id, minutes: 60, day: '2026-11-27' })
  await run(await csv(HEAD, ',李国富,植树,2026-11-08,2'))
  const columns = (['cityId', 'name', 'day', 'hours'] as const).map((field, n) => ({ field, title: ['证号', '姓名', '日期', '小时'][n] }))
  await office.call('shifts.set_issuer', { community: COMMUNITY, version: 0, name: '社区', manager: '王', prefix: '沈和新志', columns })
  const { id, name } = await take('city', 'csv')
  expect(name).toBe('和平新村社区志愿服务时长 2026-11-01 到 2026-11-28.csv')
  expect((await fetched(id)).toString('utf8')).toBe("\ufeff证号,姓名,日期,小时\r\nLN0001,'=张桂兰,2026-11-08,2.50\r\n")
})

test('every line of the ledger goes into a workbook, minutes as numbers', async () => {
  await served(town, { root: 'a', account: zhang.id, minutes: 150, day: '2026-11-08' })
  const { id } = await take('all', 'xlsx')
  const [{ data }] = await readExcelFile(await fetched(id))
  expect(data[1]).toEqual(['2026-11-08', '张桂兰', null, '午饭送餐', '厨房', 150, '签到签退', 'a|1'])
})

test('with nothing to take away it says so', async () => {
  await expect(take('city', 'csv')).rejects.toMatchObject({ code: 'shifts.nothing_to_export' })
})
