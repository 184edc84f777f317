import { createHash } from 'node:crypto'
import type { Role } from '@domain/contract'
import { stripped } from '../_kit/strip'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { accept, mayRead } from './uploads'

const GRID = '210102025015001'
const COMMUNITY = '210102025015'
let town: Town
let worker: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  worker = await town.as('grid', GRID)
})
afterEach(() => town.close())

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const segment = (marker: number, text: string) => Buffer.from([0xff, marker, 0, text.length + 2, ...Buffer.from(text)])
/** A JPEG as a phone makes it: EXIF with a place, a comment, then the picture. */
const photo = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, 'JFIF.'),
  segment(0xe1, 'Exif GPS 41.80N 123.43E'),
  segment(0xfe, 'my phone'),
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
])
const table = Buffer.from('姓名,楼号\n张三,1\n')

async function putInParts(who: Someone, bytes: Buffer, parts: number, order = [...Array(parts).keys()]) {
  const size = Math.ceil(bytes.length / parts)
  const answers = []
  for (const part of order) {
    const base64 = bytes.subarray(part * size, (part + 1) * size).toString('base64')
    answers.push(await who.call('files.put', { file: sha(bytes), part, parts, base64 }))
  }
  return answers.map(one => one.complete)
}
const file = (bytes: Buffer, more: object = {}) =>
  worker.call('files.file', { file: sha(bytes), division: GRID, kind: 'photo', name: '门口', ...more })
const person = async (role: 'grid' | 'community' | 'street', scope: string) => ({
  id: `someone-${role}`,
  name: '',
  memberships: [{ id: 'm', role, scope }],
})

test('a file comes up in pieces, in any order, and is complete with the last one', async () => {
  expect(await putInParts(worker, photo, 3, [2, 0, 1])).toEqual([false, false, true])
  expect(await town.blobs.get(sha(photo))).toEqual(photo)
  expect(await town.store.count('pieces', { whole: `${sha(photo)}|${worker.id}|3` })).toBe(0)
})

test('the last piece sent twice at once completes the file once', async () => {
  const send = () => worker.answer('files.put', { file: sha(table), part: 0, parts: 1, base64: table.toString('base64') })
  const answers = await Promise.all([send(), send(), send(), send(), send()])
  expect(answers.map(one => one.status)).toEqual(Array(5).fill(200))
  expect(await send()).toMatchObject({ body: { ok: { complete: true } } })
})

test('pieces that do not make up the hash are refused and forgotten', async () => {
  const wrong = { file: sha(photo), part: 0, parts: 1, base64: table.toString('base64') }
  await expect(worker.call('files.put', wrong)).rejects.toMatchObject({ code: 'files.hash_wrong' })
  expect(await town.blobs.get(sha(photo))).toBeNull()
  expect(await putInParts(worker, photo, 1)).toEqual([true])
})

test('a photo is kept without where and with what it was taken, and the picture itself is untouched', async () => {
  await putInParts(worker, photo, 1)
  await file(photo)
  const kept = Buffer.from((await town.blobs.get(sha(photo))) ?? [])
  expect(kept.toString('latin1')).not.toMatch(/GPS|Exif|my phone/)
  expect(kept.subarray(-9)).toEqual(photo.subarray(-9))
  expect(await worker.call('files.about', { file: sha(photo) })).toMatchObject({ kind: 'photo', name: '门口', bytes: kept.length })
})

test('putting the same photo up again does not bring its place back', async () => {
  await putInParts(worker, photo, 1)
  await file(photo)
  await putInParts(worker, photo, 1)
  expect(Buffer.from((await town.blobs.get(sha(photo))) ?? []).toString('latin1')).not.toContain('GPS')
})

test.each([
  ['a table as a photo', table, { kind: 'photo' }, 'files.not_a_picture'],
  ['a photo as a workbook', photo, { kind: 'workbook' }, 'files.not_a_workbook'],
  ['a web page as a photo', Buffer.from('<html><script>'), { kind: 'photo' }, 'files.not_a_picture'],
  ['a photo above 2 MB', Buffer.concat([photo, Buffer.alloc(2 << 20)]), { kind: 'photo' }, 'files.too_large'],
  ['a picture that breaks off', photo.subarray(0, 20), { kind: 'photo' }, 'files.not_a_picture'],
])('%s is refused', async (_, bytes, more, code) => {
  await accept(town, { file: sha(bytes), bytes, by: worker.id, now: town.now() })
  await expect(file(bytes, more)).rejects.toMatchObject({ code })
  expect(await town.store.count('filings', { file: sha(bytes) })).toBe(0)
})

test("knowing a hash does not open somebody else's file", async () => {
  await putInParts(worker, photo, 1)
  const other = await town.as('grid', '210102025014001')
  const take = (it: string) => other.answer('files.file', { file: it, division: '210102025014001', kind: 'photo', name: 'x' })
  expect(await take(sha(photo))).toEqual(await take('0'.repeat(64)))
  await file(photo)
  expect(await other.answer('files.about', { file: sha(photo) })).toEqual(await other.answer('files.about', { file: '0'.repeat(64) }))
})

test('a dish’s photo is seen by everybody who is signed in; nobody makes one of a photo that is not theirs', async () => {
  await putInParts(worker, photo, 1)
  await file(photo)
  const office = await town.as('community', COMMUNITY)
  const asDish = (who: Someone) => who.call('files.file', { file: sha(photo), division: COMMUNITY, kind: 'dish', name: '红烧肉.jpg' })
  await expect(asDish(office)).rejects.toMatchObject({ code: 'files.not_there' })
  const kitchen = await town.as('kitchen', COMMUNITY)
  await putInParts(kitchen, photo, 1)
  await asDish(kitchen)
  expect(await mayRead(town.store, { id: 'somebody', name: '', memberships: [] }, sha(photo))).toBe(true)
  expect(await mayRead(town.store, null, sha(photo))).toBe(false)
})

test('a file is read by who put it up and by who reaches where it was filed, above and nowhere beside', async () => {
  await putInParts(worker, photo, 1)
  await file(photo)
  const may = async (role: 'grid' | 'community' | 'street', scope: string) => mayRead(town.store, await person(role, scope), sha(photo))
  expect(await Promise.all([may('grid', GRID), may('community', COMMUNITY), may('street', '210102025')])).toEqual([true, true, true])
  expect(await Promise.all([may('grid', `${COMMUNITY}002`), may('community', '210102025014'), may('street', '210102026')])).toEqual([
    false,
    false,
    false,
  ])
  expect(await mayRead(town.store, { id: worker.id, name: '', memberships: [] }, sha(photo))).toBe(true)
  expect(await mayRead(town.store, null, sha(photo))).toBe(false)
})

test('a roster is read by those who import rosters: no street, no volunteer and no kitchen of the place', async () => {
  const office = await town.as('community', COMMUNITY)
  await putInParts(office, table, 1)
  await office.call('files.file', { file: sha(table), division: COMMUNITY, kind: 'workbook', name: '台账.csv' })
  const may = async (role: Role, scope: string) => {
    const memberships = [{ id: 'm', role, scope }]
    return mayRead(town.store, { id: 'someone', name: '', memberships }, sha(table))
  }
  expect(await Promise.all([may('community', COMMUNITY), may('district', '210102'), may('city', '2101')])).toEqual([true, true, true])
  const others = [may('street', '210102025'), may('volunteer', COMMUNITY), may('kitchen', COMMUNITY), may('auditor', '210102')]
  expect(await Promise.all(others)).toEqual([false, false, false, false])
})

test('a claim, with the whole names of who ate for less, is read by the community and its kitchens and by nobody above', async () => {
  await putInParts(worker, table, 1)
  await town.store.load('filings', [
    { _id: `${sha(table)}|${COMMUNITY}`, file: sha(table), division: COMMUNITY, kind: 'claim', name: '申报', bytes: 1, by: 'x', at: 1 },
  ])
  const may = async (role: Role, scope: string) =>
    mayRead(town.store, { id: 'someone', name: '', memberships: [{ id: 'm', role, scope }] }, sha(table))
  expect(await Promise.all([may('community', COMMUNITY), may('kitchen', COMMUNITY)])).toEqual([true, true])
  const others = [
    may('grid', GRID),
    may('district', '210102'),
    may('city', '2101'),
    may('community', '210102025014'),
    may('volunteer', COMMUNITY),
  ]
  expect(await Promise.all(others)).toEqual([false, false, false, false, false])
})

test('what was put up and never filed is gone after a day, what was filed stays', async () => {
  await putInParts(worker, photo, 1)
  await putInParts(worker, table, 1)
  await file(photo)
  town.moveTo('2026-11-22T10:00')
  await town.tick()
  expect(await town.blobs.get(sha(table))).toBeNull()
  expect(await town.blobs.get(sha(photo))).not.toBeNull()
})

const chunk = (name: string, text: string) => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(text.length)
  return Buffer.concat([size, Buffer.from(name), Buffer.from(text), Buffer.alloc(4)])
}

test('PNG and WebP lose what a camera wrote as well', () => {
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', 'head'),
    chunk('eXIf', 'GPS'),
    chunk('tEXt', 'GPS'),
    chunk('IDAT', 'pixels'),
    chunk('IEND', ''),
  ])
  expect(Buffer.from(stripped(png)).toString('latin1')).not.toContain('GPS')
  expect(Buffer.from(stripped(png)).toString('latin1')).toContain('pixels')
  const riff = (name: string, text: string) =>
    Buffer.concat([Buffer.from(name), Buffer.from([text.length, 0, 0, 0]), Buffer.from(text), Buffer.alloc(text.length % 2)])
  const body = Buffer.concat([Buffer.from('WEBP'), riff('VP8X', '\x0c123456789'), riff('VP8 ', 'pixels'), riff('EXIF', 'GPS')])
  const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([body.length, 0, 0, 0]), body])
  const clean = Buffer.from(stripped(webp))
  expect(clean.toString('latin1')).not.toContain('GPS')
  expect([clean.readUInt32LE(4), clean[20] & 0x0c]).toEqual([clean.length - 8, 0])
})
