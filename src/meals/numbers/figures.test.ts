import { COLUMNS, cellSaid, figureOf } from '@domain/meals/columns'
import { NONE } from '@domain/meals/count'
import { coversSaid, lostSaid, paidSaid, sixOf } from './figures'

const day = (date: string, more: Partial<typeof NONE>) => ({ ...NONE, day: date, ...more })

test('a page of numbers opens with six figures, the money in yuan and the missed in red', () => {
  const sum = { ...NONE, covers: 1234, people: 59, missed: 2, good: 3, fair: 1, total: 390_150, eater: 228_200, government: 97_140 }
  const six = sixOf(sum)
  expect(six.map(one => one.value)).toEqual(['1,234 份', '0 份', '0 份', '2 份', '88%', '3901.5 元'])
  expect(six.find(one => one.key === 'missed')?.tone).toBe('bad')
  expect(sixOf(NONE).find(one => one.key === 'liked')?.value).toBe('还没人说')
})

test('each chart says in a sentence what it shows, also when there is nothing to show', () => {
  const days = [day('2026-11-16', { covers: 44, missed: 1 }), day('2026-11-17', { covers: 40, waste: 4 }), day('2026-11-18', {})]
  expect(coversSaid(days)).toBe('开饭 2 天，平均一天 42 份；最多的是11月16日 周一，44 份。')
  expect(lostSaid({ ...NONE, missed: 1, waste: 4 }, days)).toBe('没人取 1 份，倒掉 4 份；最多的是11月17日 周二，没人取 0 份，倒掉 4 份。')
  expect(paidSaid({ ...NONE, total: 1000, eater: 600, government: 400 })).toBe('餐费一共 10 元，本人付 60%，政府补 40%。')
  expect([coversSaid([]), lostSaid(NONE, []), paidSaid(NONE)]).toEqual([
    '还没有开饭的日子。',
    '没有饭没人取，也没有倒掉的。',
    '还没有收过饭钱。',
  ])
})

test('a cell says what a file says, with thousands set apart', () => {
  const numbers = { ...NONE, covers: 12_345, total: 1_234_560 }
  const column = (field: string) => COLUMNS.find(one => one.field === field) ?? COLUMNS[0]
  expect([cellSaid(numbers, column('covers')), figureOf(numbers, column('covers'))]).toEqual(['12,345', 12_345])
  expect([cellSaid(numbers, column('total')), figureOf(numbers, column('total'))]).toEqual(['12,345.6', 12_345.6])
  expect([cellSaid(numbers, column('satisfaction')), figureOf(numbers, column('satisfaction'))]).toEqual(['-', undefined])
})
