/** What the registry sets off: doors follow their households, through the registry's own operations. */
import { createHash } from 'node:crypto'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { GRID, knock, NEIGHBOUR } from './town'

let town: Town
let worker: Someone
let office: Someone
let household: string
let resident: string
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  worker = await town.as('grid', GRID)
  office = await town.as('community', GRID.slice(0, 12))
  household = (await worker.call('people.add_household', { grid: GRID, address: { building: '3', unit: '2', room: '302' } })).id
  const person = { name: '欧阳桂兰', born: '1940-05-01', phones: [], relation: '户主', living: 'living' as const }
  resident = (await worker.call('people.add_resident', { household, person })).id
})
afterEach(() => town.close())

const door = (who = worker) => who.call('visits.door', { household })

test('a household that was just added is on the list', async () => {
  const { items } = await worker.call('visits.today', { grid: GRID })
  expect(items).toMatchObject([{ household, label: '3号楼 2单元 302', who: '欧阳** · 86 岁', why: '还没敲过门' }])
})

test('a tag set today moves the next visit at once, and back when it is ended', async () => {
  await worker.call('visits.log', knock(town, household))
  expect((await door()).due).toBe('2027-05-20')
  await worker.call('people.set_tag', { resident, tag: 'alone', since: '2026-11-21' })
  expect(await door()).toMatchObject({ due: '2026-11-28', tags: ['独居'] })
  await worker.call('people.end_tag', { resident, tag: 'alone', on: '2026-11-22' })
  town.moveTo('2026-11-23T00:10')
  await town.tick()
  expect(await door()).toMatchObject({ due: '2027-05-20', tags: [] })
})

test('the district asks for a visit every three days of who lives alone: due dates follow', async () => {
  await worker.call('people.set_tag', { resident, tag: 'alone', since: '2026-11-21' })
  await worker.call('visits.log', knock(town, household))
  const district = await town.as('district', '210102')
  const kind = (await district.call('people.tag_kinds', {})).find(one => one.code === 'alone')
  if (!kind) throw new Error('alone is a tag everybody starts with')
  await district.call('people.define_tag', { tag: { ...kind, every: 3 } })
  await town.tick()
  expect((await door()).due).toBe('2026-11-24')
})

test('a household moved to the neighbouring grid is on its list, with its history, and off the old one', async () => {
  await worker.call('visits.log', knock(town, household, { outcome: 'absent' }))
  await office.call('people.move_household', { household, grid: NEIGHBOUR })
  town.moveTo('2026-11-22T15:00')
  const neighbour = await town.as('grid', NEIGHBOUR)
  expect((await neighbour.call('visits.today', { grid: NEIGHBOUR })).items).toMatchObject([{ household, part: 'afternoon' }])
  expect((await worker.call('visits.today', { grid: GRID })).items).toEqual([])
  expect((await neighbour.call('visits.timeline', { household })).items).toHaveLength(1)
})

test('what is to be decided about a household moves with it: the new grid sees it, the old one no more', async () => {
  await worker.call('visits.log', knock(town, household, { needs: [{ category: 'doctor', words: '腿疼', urgent: false }] }))
  await office.call('people.resize_grid', { grid: NEIGHBOUR, buildings: ['3'] })
  await town.tick()
  const neighbour = await town.as('grid', NEIGHBOUR)
  const open = async (who: Someone, division: string) => (await who.call('visits.matters', { division, settled: false })).items
  expect(await open(neighbour, NEIGHBOUR)).toMatchObject([{ household, grid: NEIGHBOUR, words: '看病：腿疼' }])
  expect(await open(worker, GRID)).toEqual([])
  expect(await open(office, GRID.slice(0, 12))).toHaveLength(1)
})

test('the photos of a household that moves to another grid open for its new worker, and no other file does', async () => {
  const picture = (text: string) => Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, ...Buffer.from(text), 0xff, 0xd9])
  const put = async (who: Someone, bytes: Buffer, division: string) => {
    const file = createHash('sha256').update(bytes).digest('hex')
    await who.call('files.put', { file, part: 0, parts: 1, base64: bytes.toString('base64') })
    await who.call('files.file', { file, division, kind: 'photo', name: '门口' })
    return file
  }
  const stranger = await town.as('grid', '210103001001001')
  const [photo, theirs] = [await put(worker, picture('door'), GRID), await put(stranger, picture('else'), '210103001001001')]
  await worker.call('visits.log', knock(town, household, { photos: [photo, theirs] }))
  await office.call('people.move_household', { household, grid: NEIGHBOUR })
  const neighbour = await town.as('grid', NEIGHBOUR)
  await expect(neighbour.call('files.about', { file: photo })).rejects.toMatchObject({ code: 'files.not_there' })
  await town.tick()
  await town.tick()
  expect(await neighbour.call('files.about', { file: photo })).toMatchObject({ kind: 'photo' })
  await expect(neighbour.call('files.about', { file: theirs })).rejects.toMatchObject({ code: 'files.not_there' })
})
