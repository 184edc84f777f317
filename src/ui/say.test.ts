import { age, ago, clock, count, dayOf, daysBetween, daysIn, greeting, money, plusDays, plusMonths, sayDay, sayMonth, sayNear } from './say'

const at = (text: string) => Date.parse(`${text}+08:00`)

test('just after midnight in Shanghai it is the new day, wherever the phone thinks it is', () => {
  expect(dayOf(at('2026-11-21T00:01:00'))).toBe('2026-11-21')
  expect(clock(at('2026-11-21T00:01:00'))).toBe('00:01')
})

test('days are said with their weekday, and with the year only when it is another', () => {
  expect(sayDay('2026-11-12', '2026-11-21')).toBe('11月12日 周四')
  expect(sayDay('2025-12-31', '2026-11-21')).toBe('2025年12月31日 周三')
})

test('near days are said as a neighbour would', () => {
  const today = '2026-03-01'
  expect(['2026-02-28', '2026-03-01', '2026-03-02', '2026-02-20', '2026-03-11'].map(day => sayNear(day, today))).toEqual([
    '昨天',
    '今天',
    '明天',
    '9 天前',
    '10 天后',
  ])
  expect(plusDays('2024-02-28', 1)).toBe('2024-02-29')
})

test('days are counted through months, leap years and the nights clocks are changed elsewhere', () => {
  expect(daysBetween('2026-01-01', '2026-12-31')).toBe(364)
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2)
  for (let n = 0; n < 800; n++) expect(daysBetween('2026-01-01', plusDays('2026-01-01', n))).toBe(n)
})

test('months: forward and back over the turn of the year, each with its own days', () => {
  expect([plusMonths('2026-11', 1), plusMonths('2026-11', 2), plusMonths('2026-01', -1)]).toEqual(['2026-12', '2027-01', '2025-12'])
  expect([daysIn('2026-02').length, daysIn('2028-02')[28], daysIn('2026-11')[0]]).toEqual([28, '2028-02-29', '2026-11-01'])
  expect([sayMonth('2026-11', '2026-11-21'), sayMonth('2025-11', '2026-11-21')]).toEqual(['11月', '2025年11月'])
})

test('how long ago it was, and how old what one sees is', () => {
  const now = at('2026-11-21T09:00:00')
  expect(ago(now - 20_000, now)).toBe('刚刚')
  expect(ago(now - 5 * 60_000, now)).toBe('5 分钟前')
  expect(ago(at('2026-11-21T07:05:00'), now)).toBe('今天 07:05')
  expect(ago(at('2026-11-20T23:50:00'), now)).toBe('昨天 23:50')
  expect(age(at('2026-11-20T18:30:00'), now)).toBe('昨天 18:30 的')
  expect(age(now, now)).toBe('刚才的')
})

test('money, counts and greetings', () => {
  expect([money(0), money(800), money(1250)]).toEqual(['不收钱', '8 元', '12.5 元'])
  expect(count(8136000)).toBe('8,136,000')
  expect([6, 10, 12, 15, 21].map(greeting)).toEqual(['早上好', '上午好', '中午好', '下午好', '晚上好'])
})
