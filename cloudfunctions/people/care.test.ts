import { createHash } from 'node:crypto'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { loadDivisions } from './divisions'
import type { HouseholdDoc, ResidentDoc } from './docs'

const COMMUNITY = '210102025015'
const GRID = `${COMMUNITY}001`
const OTHER = `${COMMUNITY}002`

let town: Town
let grid: Someone
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  grid = await town.as('grid', GRID, { name: '李网格' })
  office = await town.as('community', COMMUNITY, { name: '王社区' })
})
afterEach(() => town.close())

const home = async (room = '501', building = '3') =>
  (await office.call('people.add_household', { grid: GRID, address: { building, unit: '2', room } })).id
const settleIn = async (household: string, name: string, phones: string[] = ['13800138000']) =>
  (await office.call('people.add_resident', { household, person: { name, phones, relation: '户主', living: 'living' } })).id

test('精神障碍 is set and seen by the office; at the door it is as if it were not there', async () => {
  const household = await home()
  const resident = await settleIn(household, '张凤兰')
  await expect(grid.call('people.set_tag', { resident, tag: 'mental', since: '2026-01-01' })).rejects.toMatchObject({
    code: 'people.tag_unknown',
  })
  await office.call('people.set_tag', { resident, tag: 'mental', since: '2026-01-01' })
  const tags = async (who: Someone) => (await who.call('people.household', { household })).residents[0].tags.map(tag => tag.name)
  expect([await tags(grid), await tags(office)]).toEqual([[], ['精神障碍']])
  expect((await grid.call('people.households', { division: GRID, tag: 'mental' })).items).toEqual([])
  expect((await office.call('people.households', { division: GRID, tag: 'mental' })).items).toHaveLength(1)
  expect((await grid.call('people.households', { division: GRID })).items[0].tags).toEqual([])
  expect((await grid.call('people.search', { division: GRID, words: '张' }))[0].tags).toEqual([])
  expect((await grid.call('people.tag_kinds', {})).map(kind => kind.code)).not.toContain('mental')
})

test('whoever acted for somebody who died no longer does, also when a correction or a roster says so', async () => {
  const consent = { name: '王小芳', phone: '13900139000', relation: '女儿', since: '2026-11-01', how: 'paper' as const }
  const resident = await settleIn(await home(), '王建国')
  await grid.call('people.consent', { resident, ...consent })
  await office.call('people.correct_resident', { resident, version: 1, person: { living: 'deceased' } })
  const other = await settleIn(await home('502'), '李淑珍')
  await grid.call('people.consent', { resident: other, ...consent })
  const roster = Buffer.from('姓名,楼号,单元,门牌,与户主关系,居住状态\n李淑珍,3,2,502,户主,去世\n')
  const file = createHash('sha256').update(roster).digest('hex')
  await office.call('files.put', { file, part: 0, parts: 1, base64: roster.toString('base64') })
  await office.call('files.file', { file, division: COMMUNITY, kind: 'workbook', name: '台账.csv' })
  await office.call('people.import_run', { file, kind: 'roster', division: COMMUNITY, mode: 'apply' })
  for (let i = 0; i < 3; i++) {
    await town.tick()
    town.moveTo(`2026-11-21T09:0${i + 1}`)
  }
  const until = async (of: string) => (await office.call('people.consents', { resident: of })).map(one => one.until)
  expect([await until(resident), await until(other)]).toEqual([['2026-11-21'], ['2026-11-21']])
})

test('a death that was a slip, or of an import that was cancelled, ends no consent', async () => {
  const resident = await settleIn(await home(), '王建国')
  const carer = { name: '王小芳', phone: '13900139000', relation: '女儿', since: '2026-11-01', how: 'paper' as const }
  await grid.call('people.consent', { resident, ...carer })
  await office.call('people.correct_resident', { resident, version: 1, person: { living: 'deceased' } })
  await office.call('people.correct_resident', { resident, version: 2, person: { living: 'living' } })
  await town.tick()
  expect((await office.call('people.consents', { resident }))[0].until).toBeUndefined()
})

test('低保 is seen at the door and set by the office', async () => {
  const resident = await settleIn(await home(), '张凤兰')
  await expect(grid.call('people.set_tag', { resident, tag: 'low_income', since: '2026-01-01' })).rejects.toMatchObject({
    code: 'people.tag_not_yours',
    message: '“低保”由社区来登记，请告诉社区',
  })
})

test('a tag holds from its first day to its last, and the clock takes it away the day after', async () => {
  const household = await home()
  const resident = await settleIn(household, '张凤兰')
  await grid.call('people.set_tag', { resident, tag: 'ill', since: '2026-11-22', until: '2026-11-23' })
  const held = async () => (await town.store.get<HouseholdDoc>('households', household))?.tags
  expect(await held()).toEqual([])
  for (const [moment, codes] of [
    ['2026-11-22T00:30', ['ill']],
    ['2026-11-23T23:00', ['ill']],
    ['2026-11-24T00:30', []],
  ] as const) {
    town.moveTo(moment)
    await town.tick()
    expect([moment, await held()]).toEqual([moment, codes])
  }
  expect((await town.store.get<ResidentDoc>('residents', resident))?.retag).toBeUndefined()
})

test('a tag that is set again goes on from its first day; ending one that is not there is said', async () => {
  const household = await home()
  const resident = await settleIn(household, '张凤兰')
  await grid.call('people.set_tag', { resident, tag: 'alone', since: '2026-01-01', until: '2026-12-31' })
  await grid.call('people.set_tag', { resident, tag: 'alone', since: '2026-06-01' })
  const [{ tags }] = (await grid.call('people.household', { household })).residents
  expect(tags).toEqual([{ code: 'alone', name: '独居', since: '2026-01-01', by: '李网格' }])
  await grid.call('people.end_tag', { resident, tag: 'alone', on: '2026-11-20' })
  expect((await grid.call('people.household', { household })).residents[0].tags).toEqual([])
  await expect(grid.call('people.end_tag', { resident, tag: 'alone', on: '2026-11-20' })).rejects.toMatchObject({
    code: 'people.not_there',
  })
})

test('the city gives a tag another interval and makes a new one; two tags cannot share a name', async () => {
  const city = await town.as('city', '2101')
  const base = { sensitivity: 'normal', see: ['grid', 'community'], set: ['grid'], weight: 10 } as const
  await city.call('people.define_tag', {
    tag: { code: 'newcomer', name: '新搬来', ...base, see: [...base.see], set: [...base.set], every: 60 },
  })
  expect((await grid.call('people.tag_kinds', {})).find(kind => kind.code === 'newcomer')).toMatchObject({ name: '新搬来', every: 60 })
  const twice = city.call('people.define_tag', {
    tag: { code: 'other_one', name: '独居', ...base, see: [...base.see], set: [...base.set] },
  })
  await expect(twice).rejects.toMatchObject({ code: 'people.tag_taken' })
  await expect(office.call('people.define_tag', { tag: { code: 'mine', name: '我的', ...base, see: [], set: [] } })).rejects.toMatchObject({
    code: 'call.not_there',
  })
})

test('the 121st look within an hour is refused, and the community hears of it once', async () => {
  const resident = await settleIn(await home(), '张凤兰')
  for (let look = 0; look < 60; look++) await grid.call('people.reveal', { resident, field: 'phones', reason: '核对电话' })
  town.moveTo('2026-11-21T09:40')
  for (let look = 0; look < 60; look++) await grid.call('people.dial', { person: resident, task: '今天该敲门' })
  for (let look = 0; look < 2; look++)
    await expect(grid.call('people.reveal', { resident, field: 'phones', reason: '核对电话' })).rejects.toMatchObject({
      code: 'people.too_many_reveals',
    })
  expect(await town.store.count('events', { due: { gte: 0 } })).toBeGreaterThan(0)
  await town.tick()
  const told = (await office.call('notices.list', {})).items.filter(one => one.title.includes('号码'))
  expect(told).toHaveLength(1)
  town.moveTo('2026-11-21T10:05')
  await expect(grid.call('people.dial', { person: resident, task: '今天该敲门' })).resolves.toEqual({ number: '13800138000' })
})

test('a look is written down with who, whom and why, and never with the number', async () => {
  const resident = await settleIn(await home(), '张凤兰')
  expect(await grid.call('people.reveal', { resident, field: 'phones', reason: '电话打不通，核对' })).toEqual({ value: '13800138000' })
  const { items } = await town.store.find('audit', { where: { sealed: 0 }, limit: 100 })
  const entry = items.find(one => one.operation === 'people.reveal')
  expect(entry).toMatchObject({ who: grid.id, target: resident, division: GRID, note: '电话打不通，核对' })
  expect(JSON.stringify(items)).not.toContain('13800138000')
  await expect(grid.call('people.reveal', { resident, field: 'idNumber', reason: '核对' })).rejects.toMatchObject({
    message: '没有登记身份证号',
  })
})

test('whole buildings move to another grid with everybody in them, counts and reach follow', async () => {
  const household = await home()
  await settleIn(household, '张凤兰')
  const stays = await home('101', '4')
  const other = await town.as('grid', OTHER)
  await expect(other.call('people.household', { household })).rejects.toMatchObject({ code: 'people.not_there' })
  expect(await office.call('people.resize_grid', { grid: OTHER, buildings: ['3号楼'] })).toEqual({
    moved: 1,
    warning: '现在 1 户，老旧小区的网格一般 200 到 300 户，可以并进几栋楼',
  })
  expect(await other.call('people.household', { household })).toMatchObject({
    grid: OTHER,
    gridName: '第2网格',
    residents: [{ name: '张凤兰' }],
  })
  await expect(grid.call('people.household', { household })).rejects.toMatchObject({ code: 'people.not_there' })
  const cards = await office.call('people.grids', { community: COMMUNITY })
  expect(cards.slice(0, 2)).toMatchObject([
    { households: 1, residents: 0, buildings: ['4'] },
    { households: 1, residents: 1, buildings: ['3'] },
  ])
  expect(await office.call('people.buildings', { community: COMMUNITY })).toEqual([
    { building: '3', grid: OTHER, households: 1 },
    { building: '4', grid: GRID, households: 1 },
  ])
  await office.call('people.move_household', { household: stays, grid: OTHER })
  await expect(office.call('people.move_household', { household: stays, grid: '210102025014001' })).rejects.toMatchObject({
    code: 'people.not_there',
  })
})

test('the next grid gets the next number; renaming says when the size does not fit its kind', async () => {
  expect(await office.call('people.add_grid', { community: COMMUNITY, name: '北院', kind: 'managed' })).toEqual({ id: `${COMMUNITY}005` })
  await home()
  expect(await office.call('people.rename_grid', { grid: GRID, name: '南院', kind: 'village' })).toMatchObject({
    id: GRID,
    warning: expect.stringContaining('50 户左右'),
  })
})

test('a daughter may act for her mother from a day to a day, and the number is masked', async () => {
  const household = await home()
  const resident = await settleIn(household, '张凤兰')
  const { id } = await grid.call('people.consent', {
    resident,
    name: '李晓梅',
    phone: '13900139000',
    relation: '女儿',
    since: '2026-11-21',
    how: 'in_person',
  })
  expect(await grid.call('people.consents', { resident })).toEqual([
    { id, carer: '李晓梅', phone: '139****9000', relation: '女儿', since: '2026-11-21', how: 'in_person', by: '李网格' },
  ])
  await town.tick()
  const [family] = (await office.call('account.members', { division: COMMUNITY })).items.filter(one => one.membership.role === 'family')
  expect(family).toMatchObject({ name: '李晓梅', phone: '139****9000', state: 'now' })
  await grid.call('people.end_consent', { consent: id, on: '2026-11-30' })
  expect((await grid.call('people.consents', { resident }))[0].until).toBe('2026-11-30')
  const other = await town.as('grid', OTHER)
  await expect(other.call('people.end_consent', { consent: id, on: '2026-11-22' })).rejects.toMatchObject({ code: 'people.not_there' })
})

test('loading the divisions twice changes nothing; a new name is a renaming; children are counted', async () => {
  const rows = [
    { code: '2101', name: '沈阳市', level: 'city', parent: '' },
    { code: '210102', name: '和平区', level: 'district', parent: '2101' },
  ]
  expect(await loadDivisions(town.store, rows)).toMatchObject({ rows: 2, new: 0, renamed: [], unchanged: 2 })
  const renamed = [rows[0], { ...rows[1], name: '和平新区' }]
  expect(await loadDivisions(town.store, renamed)).toMatchObject({
    new: 0,
    renamed: [{ code: '210102', from: '和平区', to: '和平新区' }],
    unchanged: 1,
  })
  expect(await loadDivisions(town.store, renamed)).toMatchObject({ renamed: [], unchanged: 2 })
  expect((await grid.call('people.divisions', {})).items).toEqual([{ code: '2101', name: '沈阳市', level: 'city', children: 2 }])
  expect(await grid.call('people.place', { division: GRID })).toEqual({
    names: ['沈阳市', '和平新区', '和平新村街道', '和平新村社区', '第1网格'],
  })
  await expect(loadDivisions(town.store, [{ code: '21010', name: '错', level: 'city', parent: '' }])).rejects.toMatchObject({
    code: 'people.divisions_wrong',
  })
})

test('nobody is recorded as acting for somebody who has died', async () => {
  const resident = await settleIn(await home(), '张凤兰')
  await office.call('people.end_resident', { resident, on: '2026-11-20', why: 'deceased' })
  const daughter = { name: '张小妹', phone: '13900139000', relation: '女儿', since: '2026-11-21', how: 'paper' as const }
  await expect(office.call('people.consent', { resident, ...daughter })).rejects.toMatchObject({ code: 'people.already_ended' })
})
