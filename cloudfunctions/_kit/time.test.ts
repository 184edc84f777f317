import { addDays, dayOf, hourOf, momentOf, startOf, weekdayOf } from './time'

const before = process.env.TZ
afterEach(() => {
  process.env.TZ = before
})

test.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('the day in Shanghai is the same on a machine in %s', zone => {
  process.env.TZ = zone
  expect(dayOf(Date.parse('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
  expect(dayOf(Date.parse('2026-11-20T15:59:59Z'))).toBe('2026-11-20')
  expect([hourOf(momentOf('2026-11-21T09:00')), weekdayOf(momentOf('2026-11-21T00:00'))]).toEqual([9, 6])
  expect(startOf('2026-11-21')).toBe(momentOf('2026-11-21'))
})

test('days are counted on the calendar', () => {
  expect([addDays('2024-02-28', 1), addDays('2024-03-01', -1), addDays('2026-12-31', 1)]).toEqual([
    '2024-02-29',
    '2024-02-29',
    '2027-01-01',
  ])
})

test('something that is no moment is not taken for one', () => {
  expect(() => momentOf('tomorrow')).toThrow('not a moment')
})
