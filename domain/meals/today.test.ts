import type { MealDay } from './contract/day'
import { todoOf } from './today'

const HOUR = 3_600_000
const lunch = (more: Partial<MealDay> = {}): MealDay => ({
  ...{ meal: 'lunch', stage: 'cooking', cutoff: 9.5 * HOUR, from: 11 * HOUR, to: 12.5 * HOUR, published: true, covers: 60 },
  ...{
    ways: { delivery: 30, pickup: 20, eatin: 10 },
    expected: 0,
    taken: 0,
    blocked: 0,
    added: '',
    dishes: 6,
    hot: 5,
    measured: 5,
    sampled: 6,
  },
  ...{ printed: [{ what: 'prep', n: 1, at: 0, by: '', covers: 60 }], rounds: { all: 3, open: 3 }, soldOut: [] },
  ...more,
})
const beyond = { day: '2026-11-24', now: 10.5 * HOUR, ahead: 7, tillClosed: false }
const todo = (meal: Partial<MealDay>, more: Partial<Parameters<typeof todoOf>[1]> = {}) =>
  todoOf([lunch(meal)], { ...beyond, ...more }).what

test('today’s menu comes before everything, then what stands in the way, then paper', () => {
  expect(todo({ stage: 'ordering', published: false, blocked: 2 })).toBe('publish')
  expect(todo({ blocked: 2, printed: [] })).toBe('settle')
  expect(todo({ printed: [] })).toBe('print')
  expect(todo({ added: '加了 2 份' })).toBe('reprint')
})

test('temperatures and samples are asked when there is something on the stove', () => {
  expect(todo({ measured: 2 })).toBe('measure')
  expect(todo({ sampled: 2 })).toBe('sample')
  expect(todo({ measured: 2, sampled: 0 }, { now: 9.6 * HOUR })).toBe('rest')
  expect(todo({ measured: 2, covers: 0, printed: [] })).toBe('rest')
})

test('rounds are asked while they are out, the till when all is over, tomorrow’s menu last', () => {
  expect(todo({ stage: 'serving' })).toBe('rounds')
  expect(todo({ stage: 'over', rounds: { all: 3, open: 1 } }, { now: 13 * HOUR })).toBe('rounds')
  const over = { stage: 'over' as const, rounds: { all: 3, open: 0 } }
  expect(todo(over, { unpublished: '2026-11-25', ahead: 1 })).toBe('till')
  expect(todo(over, { unpublished: '2026-11-25', ahead: 1, tillClosed: true })).toBe('publish')
  expect(todo(over, { unpublished: '2026-11-29', ahead: 5, tillClosed: true })).toBe('rest')
})

test('an earlier meal that is stuck is not hidden by a later one that is in order', () => {
  const breakfast = lunch({ meal: 'breakfast', stage: 'over', rounds: { all: 1, open: 0 } })
  expect(todoOf([breakfast, lunch(), lunch({ meal: 'dinner', stage: 'ordering', blocked: 1 })], beyond)).toMatchObject({
    what: 'settle',
    meal: 'dinner',
  })
})
