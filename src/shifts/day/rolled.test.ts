import type { RollRow, RollShift } from '@domain/shifts/contract/day'
import { countsOf, seenRoll } from './rolled'

const at = (clock: string) => Date.parse(`2026-11-28T${clock}:00+08:00`)
const row = (person: string, more: Partial<RollRow> = {}): RollRow => ({
  ...{ person, name: person, guest: false, walkIn: false, role: 'a', roleName: '巡逻', words: '还没到', look: false, version: 1 },
  ...more,
})
const roll = (people: RollRow[]): RollShift => ({
  ...{ shift: 's1', title: '平安守望', kind: 'patrol', place: { name: '社区门口' }, day: '2026-11-28', from: at('09:00'), to: at('12:00') },
  roles: [{ id: 'a', name: '巡逻', need: 4, left: 1 }],
  people,
})
const parcel = (id: string, name: string, input: object, more = {}) => ({ id, name, input: { shift: 's1', ...input }, ...more })

test('a tick counts at once, also without signal; one that was turned away says why and did not happen', () => {
  const mark = { person: '张', mark: { as: 'came', came: at('09:05') } }
  const { rows, counts } = seenRoll(roll([row('张'), row('李')]), {}, [parcel('k', 'shifts.mark', mark)])
  expect(rows[0]).toMatchObject({ words: '09:05 到的', waiting: true })
  expect(counts).toEqual({ came: 1, absent: 0, open: 1, unsure: 0 })
  const turned = seenRoll(roll([row('张')]), {}, [parcel('k', 'shifts.mark', mark, { problem: { message: '班取消了' } })])
  expect(turned.rows[0]).toMatchObject({ problem: '班取消了', words: '还没到' })
})

test('the last thing said of somebody is what is seen, and the server’s word once it knows more', () => {
  const said = { 张: { mark: { as: 'absent' as const, why: '', excused: true }, version: 1, key: 'k' } }
  expect(seenRoll(roll([row('张')]), said, []).rows[0].words).toBe('请了假')
  expect(seenRoll(roll([row('张', { version: 2 })]), said, []).rows[0].words).toBe('还没到')
})

test('who walked in here has a row and takes a seat until the server says so itself', () => {
  const guest = parcel('w', 'shifts.walk_in', { role: 'a', who: { as: 'guest', name: '老孙' }, came: at('09:00') })
  expect(seenRoll(roll([]), {}, [guest])).toMatchObject({ left: { a: 0 }, rows: [{ name: '老孙', waiting: true }] })
})

test('what the clock closed is confirmed by closing, what somebody said themselves by the lead', () => {
  const unsure = { at: at('12:00'), unsure: true }
  const came = { at: at('09:00'), how: 'tap' as const }
  expect(countsOf([row('a', { came, went: { ...unsure, how: 'clock' } })]).unsure).toBe(0)
  expect(countsOf([row('a', { came, went: { ...unsure, how: 'tap' } })]).unsure).toBe(1)
  expect(countsOf([row('a', { came: { ...came, unsure: true } })]).unsure).toBe(1)
})
