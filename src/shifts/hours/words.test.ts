import { bigHours, minutesTyped, sayCode, signed } from './words'

test('hours are said with their sign, and as one number that never says more than there is', () => {
  expect([signed(90), signed(-30)]).toEqual(['1 小时 30 分', '-30 分钟'])
  expect([bigHours(7560), bigHours(7595), bigHours(59)]).toEqual(['126', '126.5', '0.9'])
})

test('a check code is read in fours', () => {
  expect(sayCode('012900123456')).toBe('0129 0012 3456')
})

test('hours are typed as 1.5, and nothing is no number', () => {
  expect([minutesTyped('1.5'), minutesTyped('0'), minutesTyped(''), minutesTyped('许多')]).toEqual([90, 0, null, null])
})
