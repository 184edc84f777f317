import { calendarAt } from '../../_kit/calendar'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import type { ShiftDoc } from '../docs'
import { parse } from './parsing'
import { bareShift, bareSignup, COMMUNITY } from './town'

let town: Town
let wang: Someone
let shift: ShiftDoc
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T09:00' })
  wang = await town.as('volunteer', COMMUNITY, { name: '王秀英' })
  shift = await bareShift(town, {
    _id: 's1',
    day: '2026-12-01',
    title: '做午饭，切菜; 还有洗菜、分菜、装盒、擦桌子和拖地一共六样',
    version: 2,
  })
})
afterEach(() => town.close())

const fetched = async (path: string) => {
  const { status, headers, body } = await calendarAt(town.door, path.replace('/calendar/', ''))
  return { status, type: headers['content-type'], body }
}
const events = async (path: string) => parse((await fetched(path)).body).events

test('what a calendar fetches without a session: my shifts, in UTC, with an alarm two hours before', async () => {
  await bareSignup(town, shift, wang.id)
  const { path } = await wang.call('shifts.make_feed', {})
  expect(path).toMatch(/^\/calendar\/[\w-]{24,}\.ics$/)
  const { status, type, body } = await fetched(path)
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  const { properties, events: all } = parse(body)
  expect(properties).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH', 'X-WR-CALNAME': '我的志愿班' })
  expect(all).toHaveLength(1)
  expect(all[0]).toMatchObject({
    ...{ SUMMARY: '做午饭，切菜; 还有洗菜、分菜、装盒、擦桌子和拖地一共六样（切配）', LOCATION: '5 号楼一层', STATUS: 'CONFIRMED' },
    ...{ DTSTART: '20261201T010000Z', DTEND: '20261201T030000Z', SEQUENCE: '3', alarm: '-PT2H' },
  })
})

test('an entry keeps its id while its number grows with every change, and says when it is cancelled', async () => {
  const signup = await bareSignup(town, shift, wang.id)
  const { path } = await wang.call('shifts.make_feed', {})
  const [before] = await events(path)
  const from = momentOf('2026-12-01T10:00')
  await town.store.load('shifts', [{ ...shift, from, version: 3 }])
  const [moved] = await events(path)
  expect([moved.UID, moved.DTSTART, Number(moved.SEQUENCE)]).toEqual([before.UID, '20261201T020000Z', Number(before.SEQUENCE) + 1])
  const cancelled = { at: town.now(), by: '', why: '停水' }
  await town.store.load('shifts', [{ ...shift, from, cancelled, version: 4 }])
  await town.store.load('signups', [{ ...signup, state: 'cancelled', version: 2 }])
  const [gone] = await events(path)
  expect([gone.UID, gone.STATUS, gone.alarm]).toEqual([before.UID, 'CANCELLED', undefined])
  expect(Number(gone.SEQUENCE)).toBeGreaterThan(Number(moved.SEQUENCE))
})

test('who waits in the queue has no entry, who waits for a yes has one that is not sure yet', async () => {
  const other = await bareShift(town, { _id: 's2', day: '2026-12-02' })
  await bareSignup(town, shift, wang.id, { state: 'waiting' })
  await bareSignup(town, other, wang.id, { state: 'asked' })
  const { path } = await wang.call('shifts.make_feed', {})
  expect(await events(path)).toMatchObject([{ STATUS: 'TENTATIVE', DTSTART: '20261202T010000Z' }])
})

test('it holds no name of anybody, no phone and no note', async () => {
  const li = await town.as('volunteer', COMMUNITY, { name: '李敏', phone: '13712345678' })
  await bareSignup(town, shift, wang.id, { name: '王秀英' })
  await bareSignup(town, shift, li.id, { name: '李敏' })
  const { path } = await wang.call('shifts.make_feed', {})
  const { body } = await fetched(path)
  for (const secret of ['王秀英', '李敏', '王姐', '13900001111', wang.id, li.id, '137']) expect(body).not.toContain(secret)
  expect(parse(body).events).toHaveLength(1)
})

test('of the secret only a hash is kept; a wrong one, an earlier one and an ended one lead to the same nothing', async () => {
  const first = await wang.call('shifts.make_feed', {})
  expect(await wang.call('shifts.feed', {})).toEqual({ since: town.now() })
  const secret = first.path.split('/')[2].replace('.ics', '')
  const feed = await town.store.get('feeds', wang.id)
  expect(JSON.stringify(feed)).not.toContain(secret)
  expect(JSON.stringify((await town.store.find('keys', { where: { at: { gte: 0 } }, limit: 100 })).items)).not.toContain(secret)
  expect((await fetched(first.path)).status).toBe(200)
  expect(await wang.call('shifts.feed', {})).toEqual({ since: town.now(), seen: town.now() })
  const second = await wang.call('shifts.make_feed', {})
  const wrong = await fetched('/calendar/wrongwrongwrongwrong1234.ics')
  expect(wrong.status).toBe(404)
  expect(await fetched(first.path)).toEqual(wrong)
  await wang.call('shifts.end_feed', {})
  expect(await fetched(second.path)).toEqual(wrong)
  expect(await wang.call('shifts.feed', {})).toEqual({})
  for (const path of ['/calendar/x.ics', '/calendar/..%2Fx.ics', `/calendar/${secret}`]) expect((await fetched(path)).status).toBe(404)
})

test('more than sixty fetches an hour are turned away, and the next hour is a new one', async () => {
  const { path } = await wang.call('shifts.make_feed', {})
  for (let i = 0; i < 60; i++) expect((await fetched(path)).status).toBe(200)
  expect((await fetched(path)).status).toBe(429)
  town.moveTo('2026-11-28T10:00')
  expect((await fetched(path)).status).toBe(200)
})

test('one shift comes as a file to be opened by any calendar; that of another community does not', async () => {
  const { name, text } = await wang.call('shifts.ics', { shift: 's1' })
  expect(name).toBe('2026-12-01 做午饭，切菜; 还有洗菜、分菜、装盒、擦桌子和拖地一共六样.ics')
  expect(parse(text).events).toMatchObject([{ STATUS: 'TENTATIVE', DTSTART: '20261201T010000Z' }])
  await bareSignup(town, shift, wang.id)
  const { path } = await wang.call('shifts.make_feed', {})
  const [own] = parse((await wang.call('shifts.ics', { shift: 's1' })).text).events
  expect(own).toEqual((await events(path))[0])
  const other = await town.as('volunteer', '210102025014')
  await expect(other.call('shifts.ics', { shift: 's1' })).rejects.toMatchObject({ code: 'shifts.not_there' })
})
