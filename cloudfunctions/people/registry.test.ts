import type { PersonForm } from '@domain/people/contract'
import { checkDigit } from '@domain/people/identity'
import { openTown, type Someone, type Town } from '../_kit/testing'
import type { HouseholdDoc, ResidentDoc } from './docs'

const COMMUNITY = '210102025015'
const GRID = `${COMMUNITY}001`
const OTHER = `${COMMUNITY}002`

const person = (name: string, more: Partial<PersonForm> = {}): PersonForm => ({
  name,
  phones: [],
  relation: '户主',
  living: 'living',
  ...more,
})
const idNumber = (born: string, order = '003') => {
  const first = `219900${born.replace(/-/g, '')}${order}`
  return first + checkDigit(first)
}
const at = (building: string, unit: string, room: string) => ({ building, unit, room })

let town: Town
let grid: Someone
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  grid = await town.as('grid', GRID, { name: '李网格' })
  office = await town.as('community', COMMUNITY, { name: '王社区' })
})
afterEach(() => town.close())

const home = async (who = grid, room = '501', code = GRID) =>
  (await who.call('people.add_household', { grid: code, address: at('3号楼', '2单元', room) })).id
const settleIn = async (household: string, form: PersonForm, who = grid) =>
  (await who.call('people.add_resident', { household, person: form })).id
const doc = async (id: string) => (await town.store.get<ResidentDoc>('residents', id)) as ResidentDoc
const house = async (id: string) => (await town.store.get<HouseholdDoc>('households', id)) as HouseholdDoc

test('3号楼2单元501 is one door, however it is written', async () => {
  await home()
  await expect(grid.call('people.add_household', { grid: GRID, address: at('3#', '2', '５０１室') })).rejects.toMatchObject({
    code: 'people.already_there',
    message: '3号楼 2单元 501 已经登记过了，请直接打开那一户',
  })
})

test('a grid worker knows whole names at the door, the street sees 张**, and nobody sees a number', async () => {
  const street = await town.as('street', '210102025')
  const household = await home()
  await settleIn(household, person('张凤兰', { idNumber: idNumber('1940-03-05', '004'), phones: ['13800138000'], note: '腿脚不好' }))
  const near = await grid.call('people.household', { household })
  expect(near.residents[0]).toMatchObject({
    name: '张凤兰',
    sex: 'female',
    born: '1940-03-05',
    age: 86,
    phones: ['138****8000'],
    hasIdNumber: true,
  })
  const far = await street.call('people.household', { household })
  expect(far.residents[0]).toMatchObject({ name: '张**', age: 86 })
  expect(far.residents[0].born).toBeUndefined()
  expect(far.residents[0].note).toBeUndefined()
  expect(JSON.stringify([near, far])).not.toContain('13800138000')
})

test('on disk no phone and no ID number can be read', async () => {
  const household = await home()
  const number = idNumber('1940-03-05')
  const id = await settleIn(household, person('张凤兰', { idNumber: number, phones: ['13800138000'] }))
  const dumps = await Promise.all(
    ['residents', 'id_claims', 'people_changes', 'keys', 'audit'].map(name =>
      town.store.find(name, {
        where: name === 'keys' ? { at: { gte: 0 } } : name === 'audit' ? { sealed: 0 } : name === 'people_changes' ? { household } : {},
        limit: 100,
      }),
    ),
  )
  expect(JSON.stringify(dumps)).not.toContain('13800138000')
  expect(JSON.stringify(dumps)).not.toContain(number)
  expect(town.logged.join()).not.toContain('13800138000')
  expect((await doc(id)).phoneMasks).toEqual(['138****8000'])
})

test('a neighbouring grid and a household that never was look the same', async () => {
  const household = await home()
  const other = await town.as('grid', OTHER)
  const [there, nowhere] = await Promise.all([
    other.answer('people.household', { household }),
    other.answer('people.household', { household: 'hNobody' }),
  ])
  expect(there).toEqual(nowhere)
  expect(there.status).toBe(404)
  await expect(other.call('people.add_resident', { household, person: person('外人') })).rejects.toMatchObject({ code: 'people.not_there' })
  await expect(other.call('people.households', { division: GRID })).rejects.toMatchObject({ code: 'people.not_there' })
})

test('the household and its grid know how many live there, who leads and which tags hold', async () => {
  const household = await home()
  const head = await settleIn(household, person('张凤兰'))
  await settleIn(household, person('李建国', { relation: '配偶' }))
  await grid.call('people.set_tag', { resident: head, tag: 'alone', since: '2026-01-01' })
  expect(await house(household)).toMatchObject({ head: '张**', count: 2, tags: ['alone'] })
  await grid.call('people.end_resident', { resident: head, on: '2026-11-20', why: 'deceased' })
  expect(await house(household)).toMatchObject({ head: '李**', count: 1, tags: [] })
  const [card] = await office.call('people.grids', { community: COMMUNITY })
  expect(card).toMatchObject({ households: 1, residents: 1, buildings: ['3'] })
})

test('the same ID number in another household of the community is a question: move, do not add', async () => {
  const one = await home()
  const two = await home(grid, '502')
  const number = idNumber('1950-01-01')
  const id = await settleIn(one, person('张凤兰', { idNumber: number }))
  const again = grid.call('people.add_resident', { household: two, person: person('张凤兰', { idNumber: number }) })
  await expect(again).rejects.toMatchObject({
    code: 'people.known_elsewhere',
    message: '这个身份证号已经登记在 3号楼 2单元 501，如果是搬过来的，请到那一户办“搬家”',
  })
  town.moveTo('2026-11-21T09:01')
  await grid.call('people.move_resident', { resident: id, household: two, on: '2026-11-20' })
  expect(await house(one)).toMatchObject({ count: 0, head: '' })
  expect(await house(two)).toMatchObject({ count: 1, head: '张**' })
  expect((await grid.call('people.changes', { household: one }))[0]).toMatchObject({
    who: '李网格',
    what: '张** 2026-11-20 搬到 3号楼 2单元 502',
  })
})

test('who was recorded as dead is not brought to life by moving: the record is corrected first', async () => {
  const [one, two] = [await home(), await home(grid, '502')]
  const id = await settleIn(one, person('张凤兰'))
  await grid.call('people.end_resident', { resident: id, on: '2026-11-20', why: 'deceased' })
  const move = grid.call('people.move_resident', { resident: id, household: two, on: '2026-11-21' })
  await expect(move).rejects.toMatchObject({ code: 'people.already_ended' })
  expect(await house(two)).toMatchObject({ count: 0 })
})

test('a record in a grid the worker does not reach is not described to them', async () => {
  const number = idNumber('1950-01-01')
  const far = await home(office, '101', OTHER)
  await settleIn(far, person('张凤兰', { idNumber: number }), office)
  const near = await home()
  const refused = grid.call('people.add_resident', { household: near, person: person('张凤兰', { idNumber: number }) })
  await expect(refused).rejects.toMatchObject({ code: 'people.known_elsewhere', message: expect.not.stringContaining('101') })
})

test('twenty people who add the same person at once make one record', async () => {
  const household = await home()
  const form = person('张凤兰', { idNumber: idNumber('1950-01-01') })
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => grid.call('people.add_resident', { household, person: form })))
  expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(1)
  expect(await house(household)).toMatchObject({ count: 1 })
})

test('somebody who moved away can be registered again; the old record stays', async () => {
  const household = await home()
  const form = person('张凤兰', { idNumber: idNumber('1950-01-01') })
  const first = await settleIn(household, form)
  await grid.call('people.end_resident', { resident: first, on: '2026-11-01', why: 'moved' })
  await expect(grid.call('people.end_resident', { resident: first, on: '2026-11-01', why: 'moved' })).rejects.toMatchObject({
    code: 'people.already_ended',
  })
  const second = await settleIn(household, form)
  const page = await grid.call('people.household', { household })
  expect(page.residents.map(one => [one.id, one.living])).toEqual([
    [second, 'living'],
    [first, 'moved'],
  ])
})

test('a wrong check digit is said at the field, and nothing is written', async () => {
  const household = await home()
  const number = idNumber('1950-01-01')
  const wrong = number.slice(0, 17) + (number[17] === '1' ? '2' : '1')
  await expect(grid.call('people.add_resident', { household, person: person('张凤兰', { idNumber: wrong }) })).rejects.toMatchObject({
    code: 'people.id_wrong',
    at: 'person.idNumber',
  })
  expect(await house(household)).toMatchObject({ count: 0 })
})

test('two people correct the same record: the second is told who was first', async () => {
  const household = await home()
  town.moveTo('2026-11-21T09:01')
  const id = await settleIn(household, person('张凤兰'))
  town.moveTo('2026-11-21T09:02')
  await office.call('people.correct_resident', { resident: id, version: 1, person: { phones: ['13800138000'] } })
  const late = grid.call('people.correct_resident', { resident: id, version: 1, person: { note: '爱听评书' } })
  await expect(late).rejects.toMatchObject({ code: 'people.changed_meanwhile', message: expect.stringContaining('王社区刚改过这位住户') })
  town.moveTo('2026-11-21T09:03')
  await grid.call('people.correct_resident', { resident: id, version: 2, person: { note: '爱听评书' } })
  const [member] = (await grid.call('people.household', { household })).residents
  expect(member).toMatchObject({ version: 3, note: '爱听评书', phones: ['138****8000'] })
  const changes = await grid.call('people.changes', { household })
  expect(changes.map(one => one.what)).toEqual(['改了 张** 的备注', '改了 张** 的电话', '登记了 张**', '登记了这一户'])
})

test('a corrected address keeps the household, frees the old door and holds the new one', async () => {
  const household = await home()
  const id = await settleIn(household, person('张凤兰'))
  await grid.call('people.correct_household', { household, version: 1, address: at('3', '2', '601') })
  expect(await doc(id)).toMatchObject({ label: '3号楼 2单元 601' })
  await expect(home(grid, '601')).rejects.toMatchObject({ code: 'people.already_there' })
  const old = await home(grid, '501')
  expect(old).not.toBe(household)
  await expect(home(grid, '501')).rejects.toMatchObject({ code: 'people.already_there' })
  await expect(grid.call('people.correct_household', { household, version: 2, address: at('3', '2', '501') })).rejects.toMatchObject({
    code: 'people.already_there',
  })
})

test('a household with people in it is not ended; an ended one is opened again at the same door', async () => {
  const household = await home()
  const id = await settleIn(household, person('张凤兰'))
  const end = () => grid.call('people.end_household', { household, on: '2026-11-20', reason: '拆了' })
  await expect(end()).rejects.toMatchObject({ code: 'people.still_lived_in' })
  await grid.call('people.end_resident', { resident: id, on: '2026-11-20', why: 'moved' })
  await end()
  expect((await office.call('people.grids', { community: COMMUNITY }))[0]).toMatchObject({ households: 0, residents: 0, buildings: [] })
  expect(await home()).toBe(household)
})

test('households come in walking order, page by page', async () => {
  for (const room of ['1203', '101', '901']) await home(office, room)
  await office.call('people.add_household', { grid: GRID, address: at('10', '1', '101') })
  const page = await office.call('people.households', { division: COMMUNITY })
  expect(page.items.map(one => one.label)).toEqual(['3号楼 2单元 101', '3号楼 2单元 901', '3号楼 2单元 1203', '10号楼 1单元 101'])
})

test('found by name, pinyin, initials and door; 单 and 吕 as surnames; nobody from another grid', async () => {
  const household = await home()
  for (const name of ['单秀英', '吕布衣', '阿依古丽·买买提', '㛃𬭎', '曾国华']) await settleIn(household, person(name, { relation: '' }))
  await settleIn(await home(office, '101', OTHER), person('单秀英'), office)
  const names = async (words: string, who = grid) => (await who.call('people.search', { division: COMMUNITY, words })).map(one => one.name)
  expect(await names('shanx')).toEqual(['单**'])
  expect(await names('sxy', office)).toEqual(['单**', '单**'])
  expect(await names('lv')).toEqual(['吕**'])
  expect(await names('lü')).toEqual(['吕**'])
  expect(await names('zeng')).toEqual(['曾**'])
  expect(await names('阿依古丽·买')).toEqual(['阿**'])
  expect(await names('㛃')).toEqual(['㛃**'])
  expect(await names('3-2-501')).toHaveLength(5)
  expect(await names('3号楼', office)).toHaveLength(6)
  const district = await town.as('district', '210102')
  expect((await district.call('people.search', { division: '210102', words: '单' })).map(one => one.name)).toEqual(['单**', '单**'])
})

test('a door is found before anybody is registered behind it', async () => {
  await home()
  await home(grid, '502')
  const doors = async (words: string) => (await grid.call('people.doors', { division: GRID, words })).map(one => one.label)
  expect(await doors('3-2-502')).toEqual(['3号楼 2单元 502'])
  expect(await doors('3号楼2单元')).toEqual(['3号楼 2单元 501', '3号楼 2单元 502'])
  expect(await doors('3-2')).toHaveLength(2)
  expect(await doors('3')).toHaveLength(2)
  expect(await doors('4')).toEqual([])
})

test('an exact phone or ID number finds its resident, anywhere the caller reaches', async () => {
  const household = await home()
  const number = idNumber('1950-01-01')
  await settleIn(household, person('张凤兰', { idNumber: number, phones: ['13800138000'] }))
  for (const typed of ['138-0013-8000', number.toLowerCase()])
    expect((await grid.call('people.find_exact', { division: GRID, number: typed })).map(one => one.name)).toEqual(['张**'])
  const other = await town.as('grid', OTHER)
  expect(await other.call('people.find_exact', { division: COMMUNITY, number: '13800138000' })).toEqual([])
})
