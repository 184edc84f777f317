import { closedOn, momentsOf, mondayOf, opens, servingOf, timesWrong } from './serving'

const lunch = { meal: 'lunch' as const, from: '11:00', to: '12:30', cutoff: '09:30', before: 0 }
const kitchen = {
  weekdays: [1, 2, 3, 4, 5, 6],
  servings: [lunch],
  holidays: [{ from: '2027-02-05', until: '2027-02-12', words: '春节放假' }],
}

test('lunch on a weekday is served, supper is not, and why is said', () => {
  expect(opens(kitchen, '2026-11-21', 'lunch')).toEqual({ open: lunch })
  expect(opens(kitchen, '2026-11-21', 'dinner')).toEqual({ shut: '不供晚饭' })
  expect(opens(kitchen, '2026-11-22', 'lunch')).toEqual({ shut: '星期日不开' })
  expect(servingOf(kitchen, 'breakfast')).toBeUndefined()
})

test('a holiday shuts on its first and its last day, and not the day after', () => {
  expect(closedOn(kitchen, '2027-02-04')).toBeUndefined()
  expect(closedOn(kitchen, '2027-02-05')).toBe('春节放假')
  expect(closedOn(kitchen, '2027-02-12')).toBe('春节放假')
  expect(closedOn(kitchen, '2027-02-13')).toBeUndefined()
})

test('a kitchen that ends still cooks on its last day', () => {
  expect(closedOn({ ...kitchen, ended: '2026-11-21' }, '2026-11-21')).toBeUndefined()
  expect(closedOn({ ...kitchen, ended: '2026-11-21' }, '2026-11-23')).toBe('已经停办了')
})

test('the cut-off is a moment in Shanghai, on the day itself or days before', () => {
  expect(momentsOf(kitchen, '2026-11-21', 'lunch')).toEqual({
    cutoff: Date.parse('2026-11-21T01:30:00Z'),
    from: Date.parse('2026-11-21T03:00:00Z'),
    to: Date.parse('2026-11-21T04:30:00Z'),
  })
  const ahead = { servings: [{ ...lunch, cutoff: '18:00', before: 1 }] }
  expect(momentsOf(ahead, '2026-11-01', 'lunch').cutoff).toBe(Date.parse('2026-10-31T10:00:00Z'))
})

test('a meal no longer served keeps moments, so that an order taken before still ends', () => {
  expect(momentsOf(kitchen, '2026-11-21', 'dinner').to).toBe(Date.parse('2026-11-21T10:30:00Z'))
})

test('the week begins on Monday', () => {
  expect(['2026-11-16', '2026-11-21', '2026-11-22'].map(mondayOf)).toEqual(['2026-11-16', '2026-11-16', '2026-11-16'])
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
})

test('wrong times are said, right ones pass', () => {
  const wrong = (more: object) => timesWrong({ servings: [{ ...lunch, ...more }], holidays: [] })
  expect(wrong({})).toBeUndefined()
  expect(wrong({ to: '11:00' })).toMatch('结束时间')
  expect(wrong({ cutoff: '13:00' })).toMatch('截止')
  expect(wrong({ cutoff: '18:00', before: 1 })).toBeUndefined()
  expect(timesWrong({ servings: [lunch, lunch], holidays: [] })).toMatch('两遍')
  expect(timesWrong({ servings: [], holidays: [{ from: '2027-01-02', until: '2027-01-01', words: '' }] })).toMatch('放假')
})
