import fc from 'fast-check'
import { countedMinutes, lengthOf } from './counted'

const NINE = Date.parse('2026-11-28T09:00+08:00')
const at = (minutes: number, seconds = 0) => NINE + minutes * 60_000 + seconds * 1000
const SHIFT = { from: at(0), to: at(180) }

test('three hours are three hours, also for who taps a few seconds late', () => {
  expect(countedMinutes({ came: at(0, 41), went: at(180, 2) }, SHIFT)).toBe(180)
})

test('coming early and staying on count for nothing more; coming late and leaving early count for what it was', () => {
  expect(countedMinutes({ came: at(-30), went: at(240) }, SHIFT)).toBe(180)
  expect(countedMinutes({ came: at(20), went: at(150) }, SHIFT)).toBe(130)
})

test('who left before it began or came after it ended has nothing', () => {
  expect(countedMinutes({ came: at(-60), went: at(-5) }, SHIFT)).toBe(0)
  expect(countedMinutes({ came: at(190), went: at(200) }, SHIFT)).toBe(0)
})

test('whatever the marks say, the minutes are whole and never above the shift', () => {
  const moment = fc.integer({ min: NINE - 86_400_000, max: NINE + 86_400_000 })
  fc.assert(
    fc.property(moment, moment, moment, fc.integer({ min: 0, max: 24 * 3_600_000 }), (came, went, from, length) => {
      const shift = { from, to: from + length }
      const minutes = countedMinutes({ came, went }, shift)
      expect(Number.isInteger(minutes) && minutes >= 0 && minutes <= lengthOf(shift)).toBe(true)
    }),
  )
})
