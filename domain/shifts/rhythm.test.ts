import fc from 'fast-check'
import { addDays, weekdayOf } from '../days'
import { daysOf, fateOf, planOn, type Standing, standsOn } from './rhythm'

const standing = (more: Partial<Standing> = {}): Standing => ({ rhythm: 'every', weekdays: [2], since: '2026-12-01', ...more })
const days = (roster: Standing, from: string, many: number) =>
  Array.from({ length: many }, (_, n) => addDays(from, n)).filter(day => standsOn(roster, day))

test('every Tuesday is every Tuesday, from the day it began to the last', () => {
  expect(days(standing({ until: '2026-12-15' }), '2026-11-20', 60)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15'])
})

test('every second week goes on across the end of a year, also one of 53 weeks', () => {
  expect(days(standing({ rhythm: 'second', since: '2026-12-15' }), '2026-12-01', 60)).toEqual([
    ...['2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26'],
  ])
})

test('whoever begins in the middle of a week counts that week as the first', () => {
  const roster = standing({ rhythm: 'second', weekdays: [1, 5], since: '2026-12-02' })
  expect(days(roster, '2026-12-01', 21)).toEqual(['2026-12-04', '2026-12-14', '2026-12-18'])
})

test('the first Tuesday of a month is the only one of its month, also where the month begins on it', () => {
  expect(days(standing({ rhythm: 'first', since: '2026-11-01' }), '2026-11-01', 100)).toEqual([
    '2026-11-03',
    '2026-12-01',
    '2027-01-05',
    '2027-02-02',
  ])
})

test('a pause holds on its first and its last day; an open one until it is ended', () => {
  expect(days(standing({ pause: { from: '2026-12-08', until: '2026-12-15' } }), '2026-12-01', 28)).toEqual(['2026-12-01', '2026-12-22'])
  expect(days(standing({ pause: { from: '2026-12-08' } }), '2026-12-01', 100)).toEqual(['2026-12-01'])
})

test('between two second weeks of the same weekday there are always fourteen days', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map(n => addDays('2024-01-01', n))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 6 }), (since, weekday) => {
      const hits = days(standing({ rhythm: 'second', weekdays: [weekday], since }), since, 400)
      return hits.every((one, n) => weekdayOf(one) === weekday && (n === 0 || one === addDays(hits[n - 1], 14)))
    }),
  )
})

test('there is exactly one first such weekday in every month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 6 }), (months, weekday) => {
      const first = `${2020 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
      return days(standing({ rhythm: 'first', weekdays: [weekday], since: first }), first, 28).length === 1
    }),
  )
})

const plans = [
  { since: '2026-12-01', weekdays: [2, 4] },
  { since: '2026-12-10', weekdays: [5] },
]
test('a series goes by what is in force on the day, leaves out what is skipped, and ends', () => {
  const series = { plans, skipped: ['2026-12-11'], until: '2026-12-25' }
  expect(daysOf(series, '2026-11-25', '2027-01-31')).toEqual(['2026-12-01', '2026-12-03', '2026-12-08', '2026-12-18', '2026-12-25'])
  expect([planOn({ plans }, '2026-11-30'), planOn({ plans }, '2026-12-09')]).toEqual([null, plans[0]])
})

test('whoever joined keeps what they agreed to unless the editor says otherwise; what a hand has changed is left alone', () => {
  const shift = { loose: false, empty: false, same: false }
  expect([fateOf(shift, { runs: true, too: false }), fateOf(shift, { runs: false, too: false })]).toEqual(['kept', 'kept'])
  expect([fateOf(shift, { runs: true, too: true }), fateOf(shift, { runs: false, too: true })]).toEqual(['changes', 'cancelled'])
  expect(fateOf({ ...shift, empty: true }, { runs: true, too: false })).toBe('follows')
  expect(fateOf({ ...shift, empty: true }, { runs: false, too: false })).toBe('removed')
  expect(fateOf({ ...shift, loose: true, empty: true }, { runs: false, too: true })).toBe('loose')
})
