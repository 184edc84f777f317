/** An older workbook is imported again after somebody has corrected things by hand. */
import type { HouseholdDoc, ResidentDoc } from '../docs'
import { COMMUNITY, Desk, HEAD, openDesk } from './desk'
import type { JobDoc } from './docs'
import { excel, idOf, phoneOf, type Written } from './fixture'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.town.close())

const wang = idOf('1938-05-06', 11)
const rows: Written[][] = [
  HEAD,
  ['第1网格', '3', '2', '501', '王建国', '户主', '男', wang, phoneOf(1), '独居', '儿子在大连'],
  ['第1网格', '3', '2', '502', '李淑珍', '户主', '女', '', phoneOf(2), '', ''],
]
const named = async (name: string) => (await desk.residents()).find(one => one.name === name) as ResidentDoc
const correct = async (name: string, person: object) => {
  const { _id, version } = await named(name)
  await desk.office.call('people.correct_resident', { resident: _id, version, person })
}

test('what was corrected by hand stays when the old workbook comes again, and the report says so', async () => {
  await desk.ran(rows)
  await correct('王建国', { phones: ['13911112222'], note: '儿子回来了', living: 'away' })
  const before = await named('王建国')
  const { report } = await desk.ran(rows)
  expect(report).toMatchObject({ residents: { new: 0, changed: 0, unchanged: 2 }, decisions: [], notes: { kept_by_hand: 1 } })
  expect(await named('王建国')).toEqual(before)
  expect(JSON.stringify(before)).not.toContain(phoneOf(1))
})

test('a workbook that says something new is believed, also over a hand', async () => {
  await desk.ran(rows)
  await correct('王建国', { phones: ['13911112222'] })
  const newer = rows.map(row => row.map(cell => (cell === phoneOf(1) ? phoneOf(7) : cell)))
  expect((await desk.ran(newer)).report).toMatchObject({ residents: { changed: 1 } })
  expect((await named('王建国')).phoneMasks).toEqual(['199****0007'])
})

test('a name corrected by hand does not come back as a second person', async () => {
  await desk.ran(rows)
  await correct('李淑珍', { name: '李淑贞' })
  const { report } = await desk.ran(rows)
  expect(report).toMatchObject({ residents: { new: 0, unchanged: 2 }, notes: { kept_by_hand: 1 } })
  expect((await desk.residents()).map(one => one.name).sort()).toEqual(['李淑贞', '王建国'])
})

test('an address corrected by hand does not leave an empty household behind when the old workbook comes again', async () => {
  await desk.ran(rows)
  const before = await desk.households()
  const wrong = before.find(one => one.address.room === '502') as HouseholdDoc
  const address = { ...wrong.address, room: '503' }
  await desk.office.call('people.correct_household', { household: wrong._id, version: wrong.version, address })
  const newcomer: Written[] = ['第1网格', '3', '2', '502', '赵小宝', '孙子', '男', '', '', '', '']
  const { report } = await desk.ran([...rows, newcomer])
  expect(report).toMatchObject({ households: { new: 0, changed: 1, unchanged: 1 }, residents: { new: 1 }, notes: { kept_by_hand: 1 } })
  expect((await desk.households()).map(one => one.label).sort()).toEqual(['3号楼 2单元 501', '3号楼 2单元 503'])
  expect((await named('赵小宝')).household).toBe(wrong._id)
})

test('other people at a door whose household has another address by now are a household of their own', async () => {
  await desk.ran(rows)
  const wrong = (await desk.households()).find(one => one.address.room === '502') as HouseholdDoc
  const address = { ...wrong.address, room: '503' }
  await desk.office.call('people.correct_household', { household: wrong._id, version: wrong.version, address })
  const other: Written[] = ['第1网格', '3', '2', '502', '孙三', '户主', '男', '', '', '', '']
  expect((await desk.ran([HEAD, other])).report).toMatchObject({ households: { new: 1 }, residents: { new: 1 } })
  expect((await named('孙三')).household).not.toBe(wrong._id)
})

test('somebody without a number who was moved by hand is a question at the old door, not a second person', async () => {
  await desk.ran(rows)
  const { _id } = await named('李淑珍')
  const household = (await desk.households()).find(one => one.address.room === '501')?._id ?? ''
  await desk.office.call('people.move_resident', { resident: _id, household, on: '2026-11-20' })
  const { report } = await desk.ran(rows)
  expect(report).toMatchObject({ residents: { new: 0 }, decisions: [{ kind: 'person_in_two_households', row: 3 }] })
  expect((await desk.residents()).filter(one => one.name === '李淑珍')).toMatchObject([{ household }])
})

test('a tag that was ended by hand is not set again', async () => {
  await desk.ran(rows)
  const { _id } = await named('王建国')
  await desk.office.call('people.end_tag', { resident: _id, tag: 'alone', on: '2026-11-21' })
  desk.town.moveTo('2026-11-23T09:00')
  await desk.town.tick()
  const later = new Desk(desk.town, await desk.town.as('community', COMMUNITY))
  expect((await later.ran(rows)).report).toMatchObject({ residents: { changed: 0 }, notes: { kept_by_hand: 1 } })
  expect((await named('王建国')).tagCodes).toEqual([])
})

test('a number that is registered under another name is a question, and nothing of the row is taken', async () => {
  await desk.ran(rows)
  const before = await desk.residents()
  const other = rows.map(row => row.map(cell => (cell === '王建国' ? '王建军' : cell === phoneOf(1) ? phoneOf(7) : cell)))
  expect((await desk.ran(other)).report.decisions).toEqual([{ kind: 'name_differs', row: 2 }])
  expect(await desk.residents()).toEqual(before)
})

test('a tag set while an import is being written is not lost', async () => {
  await desk.ran(rows)
  const { _id } = await named('王建国')
  const newer = rows.map(row => row.map(cell => (cell === phoneOf(1) ? phoneOf(7) : cell)))
  const job = await desk.start(await desk.file(await excel(newer)), 'apply')
  desk.once(
    async () => ((await desk.town.store.get<JobDoc>('import_jobs', job))?.done ?? 0) >= 40,
    async () => void (await desk.office.call('people.set_tag', { resident: _id, tag: 'disabled', since: '2026-11-21' })),
  )
  await desk.town.tick()
  expect(await named('王建国')).toMatchObject({ phoneMasks: ['199****0007'], tagCodes: ['alone', 'disabled'] })
})
