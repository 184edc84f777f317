import fc from 'fast-check'
import { addDays } from '../days'
import { limitsAt, limitsOn } from './load'
import type { PaperFacts } from './papers'
import { counting, expiryOf, paperState, sayPaper, warningDue } from './papers'
import { LAPSES, lapsing, nextLook, pausedOn, SLOTS, sayTimes } from './standing'

const day = fc.integer({ min: 0, max: 3000 }).map(n => addDays('2024-01-01', n))
const paper: fc.Arbitrary<PaperFacts> = fc.record(
  { kind: fc.constantFrom('health' as const, 'nursing' as const), until: day, confirmed: fc.boolean(), told: fc.constantFrom(30, 7) },
  { requiredKeys: ['kind'] },
)

test('the older, the less a day and a week may hold, and the longer the rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 18, max: 105 }), fc.integer({ min: 0, max: 40 }), (age, more) => {
      const [young, old] = [limitsAt(age), limitsAt(age + more)]
      expect(old.day).toBeLessThanOrEqual(young.day)
      expect(old.week).toBeLessThanOrEqual(young.week)
      expect(old.rest).toBeGreaterThanOrEqual(young.rest)
      expect(Number(old.heavy)).toBeLessThanOrEqual(Number(young.heavy))
    }),
  )
})

test('nobody under 18 or from 70 on carries what is heavy, unless staff said so with a reason', () => {
  for (const age of [16, 17, 70, 79, 80, 95]) expect(limitsAt(age).heavy).toBe(false)
  expect(limitsOn('1950-01-01', { heavy: true, why: '老厨师', by: '' }, '2026-11-21').heavy).toBe(true)
  expect(limitsOn('1950-01-01', { heavy: true, why: '老厨师', by: '', until: '2026-11-20' }, '2026-11-21').heavy).toBe(false)
})

test('a day may always hold less than a week, and the day itself is not longer than the week', () => {
  for (let age = 16; age < 110; age++) expect(limitsAt(age).day).toBeLessThan(limitsAt(age).week)
})

test('a paper holds on its last day and not on the next', () => {
  const paper = { kind: 'health' as const, until: '2026-11-21', confirmed: true }
  expect(paperState(paper, [paper], '2026-11-21')).toBe('soon')
  expect(sayPaper('soon', paper, '2026-11-21')).toBe('今天到期')
  expect(paperState(paper, [paper], '2026-11-22')).toBe('expired')
})

test('the day a list is sorted by is the end of a paper that counts', () => {
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 6 }), papers => {
      const expires = expiryOf(papers)
      const ends = counting(papers).flatMap(one => (one.until ? [one.until] : []))
      expect(ends.every(end => expires !== undefined && expires <= end)).toBe(true)
      if (expires !== undefined) expect(ends).toContain(expires)
    }),
  )
})

test('the clock looks early enough: on no day before its next look is anything due', () => {
  const facts = fc.record({ lastOn: day, papers: fc.array(paper, { maxLength: 4 }), warned: fc.option(day, { nil: undefined }) })
  fc.assert(
    fc.property(facts, fc.constantFrom('active' as const, 'paused' as const), day, (some, state, today) => {
      const all = { ...some, state }
      const next = nextLook(all)
      if (next !== undefined && next <= today) return
      expect(counting(all.papers).map(one => warningDue(one, today))).toEqual(counting(all.papers).map(() => undefined))
      expect(lapsing(all, today)).toBeUndefined()
      expect(pausedOn(all, today)).toBeUndefined()
    }),
  )
})

test('nobody lapses who was not told before', () => {
  const long = { state: 'active' as const, lastOn: '2024-01-01', papers: [] }
  expect(lapsing(long, addDays('2024-01-01', LAPSES + 100))).toBe('told')
  expect(lapsing({ ...long, warned: '2024-01-01' }, addDays('2024-01-01', LAPSES))).toBe('lapses')
})

test('free times are said as people say them', () => {
  expect(sayTimes(['1m', '3m', '3a', '3e'])).toBe('周一上午、周三全天')
  expect(sayTimes(['1m', '2m', '3m', '4m', '5m', '6m', '6a', '0m', '0a'])).toBe('周一到周五上午、周六、周日白天')
  expect(sayTimes(['0e', '1e', '2e', '3e', '4e', '5e', '6e'])).toBe('每天晚上')
  expect(sayTimes(SLOTS)).toBe('随时都行')
  expect(sayTimes([])).toBe('没有说')
})
