import { addDays } from '../days'
import { intervalOf, nextTurn, tagsOn } from './interval'

const KINDS = [
  { code: 'alone', name: '独居', every: 7, weight: 30 },
  { code: 'aged', name: '高龄', every: 7, weight: 25 },
  { code: 'low_income', name: '低保', every: 30, weight: 15 },
  { code: 'party', name: '党员', weight: 0 },
]

test('a household without tags is visited about twice a year', () => {
  expect(intervalOf([], KINDS)).toEqual({ every: 180, weight: 0, tags: [] })
})
test('being a party member asks for no more visits', () => {
  expect(intervalOf(['party'], KINDS).every).toBe(180)
})
test('the shortest interval among the tags counts, and the tags that ask for it come first', () => {
  expect(intervalOf(['low_income', 'party', 'aged', 'alone'], KINDS)).toEqual({
    every: 7,
    weight: 70,
    tags: ['alone', 'aged', 'low_income', 'party'],
  })
})
test('a tag holds through its last day and not a day longer', () => {
  const spans = [{ code: 'ill', since: '2026-11-01', until: '2026-11-20' }]
  expect(tagsOn(spans, '2026-10-31')).toEqual([])
  expect(tagsOn(spans, '2026-11-20')).toEqual(['ill'])
  expect(tagsOn(spans, '2026-11-21')).toEqual([])
})
test('the next turn is the first day on which a tag begins or is over', () => {
  const next = (day: string) => addDays(day, 1)
  const spans = [
    { code: 'ill', since: '2026-11-01', until: '2026-11-20' },
    { code: 'aged', since: '2026-12-24' },
  ]
  expect(nextTurn(spans, '2026-11-19', next)).toBe('2026-11-21')
  expect(nextTurn(spans, '2026-11-21', next)).toBe('2026-12-24')
  expect(nextTurn(spans, '2026-12-24', next)).toBeUndefined()
})
