import { daysBetween } from '@domain/days'
import { type Almanac, becomes, birthdaySaid, isBirthday, keptIn, nextKept, registered } from '@domain/meals/birthday'
import type { Birthday } from '@domain/meals/contract/table'
import fc from 'fast-check'
import { almanac } from './almanac'

let book: Almanac
beforeAll(async () => {
  book = await almanac()
})
const solar = (month: number, day: number): Birthday => ({ calendar: 'solar', month, day })
const lunar = (month: number, day: number, leap?: boolean): Birthday => ({ calendar: 'lunar', month, day, ...(leap ? { leap } : {}) })
const months = (year: number) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
const inYear = (year: number, birthday: Birthday) => months(year).flatMap(month => keptIn(month, birthday, book))

test('a registered birthday is kept in its month, on its day, the first and the last day too', () => {
  expect(keptIn('2026-11', registered('1938-11-01'), book)).toEqual(['2026-11-01'])
  expect(keptIn('2026-11', registered('1938-11-30'), book)).toEqual(['2026-11-30'])
  expect(keptIn('2026-12', registered('1938-11-30'), book)).toEqual([])
})
test('somebody born on the last days of January is not lost to February', () => {
  for (const day of [28, 29, 30, 31]) expect(keptIn('2026-01', solar(1, day), book)).toEqual([`2026-01-${day}`])
  expect(keptIn('2026-02', solar(1, 31), book)).toEqual([])
})
test('a birthday on 29 February is kept on the 28th in a common year and on its own day in a leap year', () => {
  expect(inYear(2026, solar(2, 29))).toEqual(['2026-02-28'])
  expect(inYear(2028, solar(2, 29))).toEqual(['2028-02-29'])
  expect(inYear(2028, solar(2, 28))).toEqual(['2028-02-28'])
  expect(inYear(2100, solar(2, 29))).toEqual(['2100-02-28'])
})
test('a lunar birthday moves through the solar months', () => {
  expect(keptIn('2026-02', lunar(1, 1), book)).toEqual(['2026-02-17'])
  expect(keptIn('2025-01', lunar(1, 1), book)).toEqual(['2025-01-29'])
  expect(keptIn('2026-11', lunar(10, 5), book)).toEqual(['2026-11-13'])
  expect(keptIn('2026-10', lunar(10, 5), book)).toEqual([])
})
test('who was born in a leap month keeps it when the year has it, and the ordinary month otherwise', () => {
  expect(inYear(2025, lunar(6, 1, true))).toEqual(['2025-07-25'])
  expect(inYear(2026, lunar(6, 1, true))).toEqual(['2026-07-14'])
})
test('who was born in the ordinary month keeps it once, also in a year that has the month twice', () => {
  expect(inYear(2025, lunar(6, 1))).toEqual(['2025-06-25'])
})
test('the 30th is kept on the 29th when the lunar month has no 30th', () => {
  // the last evening of the lunar year 2025 is the 29th of its twelfth month
  expect(keptIn('2026-02', lunar(12, 30), book)).toEqual(['2026-02-16'])
  expect(keptIn('2024-02', lunar(12, 30), book)).toEqual(['2024-02-09'])
})
test('the 30th of a leap month of 29 days is kept on its 29th', () => {
  expect(inYear(2025, lunar(6, 30, true))).toEqual(['2025-08-22'])
})
test('a lunar birthday in winter falls twice in one solar year and never in another', () => {
  expect(inYear(2026, lunar(11, 20))).toEqual(['2026-01-08', '2026-12-28'])
  expect(inYear(2025, lunar(11, 20))).toEqual([])
})
test('the next birthday is found over the turn of a year, even when this year has none', () => {
  expect(nextKept('2026-11-21', registered('1938-03-12'), book)).toBe('2027-03-12')
  expect(nextKept('2026-11-21', registered('1938-11-21'), book)).toBe('2026-11-21')
  expect(nextKept('2025-01-01', lunar(11, 20), book)).toBe('2026-01-08')
})
test('a solar birthday comes exactly once a year, whatever the day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1990, max: 2100 }),
      (month, day, year) => {
        fc.pre(isBirthday(solar(month, day)))
        expect(inYear(year, solar(month, day))).toHaveLength(1)
      },
    ),
    { numRuns: 500 },
  )
})
test('a lunar birthday comes once a lunar year: never two within ten months, never none for fourteen', () => {
  const birthdays = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), fc.boolean())
  fc.assert(
    fc.property(birthdays, fc.integer({ min: 1930, max: 2080 }), ([month, day, leap], year) => {
      const kept = [year, year + 1, year + 2, year + 3].flatMap(one => inYear(one, lunar(month, day, leap)))
      const gaps = kept.slice(1).map((one, i) => daysBetween(kept[i], one))
      for (const gap of gaps) expect([gap > 300, gap < 420]).toEqual([true, true])
      for (const solarMonth of months(year)) expect(keptIn(solarMonth, lunar(month, day, leap), book).length).toBeLessThan(2)
    }),
    { numRuns: 200 },
  )
})
test('it is said as people say it', () => {
  expect(birthdaySaid(solar(11, 3))).toBe('11月3日')
  const said = [lunar(1, 1), lunar(11, 15), lunar(12, 20), lunar(6, 23, true), lunar(10, 30)].map(birthdaySaid)
  expect(said).toEqual(['农历正月初一', '农历冬月十五', '农历腊月二十', '农历闰六月廿三', '农历十月三十'])
})
test('how old somebody becomes does not depend on a lunar birthday lying some weeks beside the registered day', () => {
  expect(becomes('1940-01-02', '2026-12-31')).toBe(87)
  expect(becomes('1938-03-12', '2026-03-12')).toBe(88)
  expect(becomes('1940-02-29', '2026-02-28')).toBe(86)
})
