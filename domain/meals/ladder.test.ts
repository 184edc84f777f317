import fc from 'fast-check'
import { whyChecked } from './checkwords'
import { knockSaid, resultOf } from './knock'
import { FAST, isFast, NORMAL, nextAfter, openAt, openings, RESULTS, RUNGS, shorter, type Tried } from './ladder'

const MINUTE = 60_000
const minutes = (tried: Tried[] = [], limits = NORMAL) => openings(0, limits, tried).map(one => one.from / MINUTE)
const vain = (rung: Tried['rung'], at: number, result: Tried['result'] = 'no_answer'): Tried => ({ rung, at: at * MINUTE, result })

test('by the clock alone: a call at once, the family within half an hour, the community within the hour', () => {
  expect(minutes()).toEqual([0, 10, 20, 30, 60])
})
test('for whoever lives alone or is very old everything is quicker', () => {
  expect(minutes([], FAST)).toEqual([0, 5, 10, 20, 30])
})
test('a call nobody answers opens the next rung at once', () => {
  expect(minutes([vain('call', 2)])).toEqual([0, 2, 12, 22, 52])
})
test('a knock nobody answers opens everything up to the family, also before its time', () => {
  expect(minutes([vain('knock', 4)])).toEqual([0, 4, 4, 4, 34])
})
test('somebody met who is not well is not waited for either', () => {
  expect(minutes([vain('call', 3, 'worrying')])[1]).toBe(3)
})
test('what was only asked for, or told, leaves the clock running', () => {
  expect(minutes([vain('call', 2, 'told'), vain('neighbour', 11, 'told')])).toEqual([0, 10, 20, 30, 60])
})
test('a rung opens at its minute, not a millisecond before', () => {
  const all = openings(0, NORMAL, [])
  expect(openAt(all, 10 * MINUTE - 1).map(one => one.rung)).toEqual(['call'])
  expect(openAt(all, 10 * MINUTE).map(one => one.rung)).toEqual(['call', 'neighbour'])
  expect(nextAfter(all, 10 * MINUTE)).toBe(20 * MINUTE)
  expect(nextAfter(all, 60 * MINUTE)).toBeUndefined()
})
test('something done before the meal was missed opens nothing before it was', () => {
  expect(openings(100 * MINUTE, NORMAL, [vain('call', 90)])[1].from).toBe(100 * MINUTE)
})

const anyTried = fc.record({
  rung: fc.constantFrom(...RUNGS),
  at: fc.integer({ min: 0, max: 200 * MINUTE }),
  result: fc.constantFrom(...RESULTS),
})
const anyLimits = fc.record({
  ...{ call: fc.integer({ min: 1, max: 240 }), neighbour: fc.integer({ min: 1, max: 240 }), knock: fc.integer({ min: 1, max: 240 }) },
  ...{ family: fc.integer({ min: 1, max: 240 }), duty: fc.integer({ min: 1, max: 240 }) },
})
test('whatever is done, the ladder only ever climbs, never later than by the clock, and more that is done never slows it', () => {
  fc.assert(
    fc.property(anyLimits, fc.array(anyTried, { maxLength: 8 }), anyTried, (limits, tried, more) => {
      const all = openings(0, limits, tried).map(one => one.from)
      const alone = openings(0, limits, []).map(one => one.from)
      const later = openings(0, limits, [...tried, more]).map(one => one.from)
      for (const [i, from] of all.entries()) {
        expect(from).toBeLessThanOrEqual(alone[i])
        expect(later[i]).toBeLessThanOrEqual(from)
        if (i > 0) expect(from).toBeGreaterThanOrEqual(all[i - 1])
      }
    }),
    { numRuns: 2000 },
  )
})

test('who is not waited for', () => {
  expect(isFast({ age: 79, codes: [] })).toBe(false)
  expect(isFast({ age: 80, codes: [] })).toBe(true)
  expect(isFast({ codes: ['alone'] })).toBe(true)
  expect(isFast({ age: 60, codes: ['low_income'] })).toBe(false)
})
test('the shorter of two sets of limits, rung by rung', () => {
  expect(shorter(NORMAL, { ...FAST, call: 30 })).toEqual({ ...FAST, call: 10 })
})

test('the sentence says which meal, and the last thing done about it', () => {
  const meals = [{ meal: 'lunch' as const, why: 'not_taken' as const }]
  expect(whyChecked({ meals, steps: [] })).toBe('中午的饭没人取')
  const at = Date.parse('2026-11-21T11:58:30+08:00')
  expect(whyChecked({ meals, steps: [{ rung: 'call', at, result: 'no_answer' }] })).toBe('中午的饭没人取，11:58 打电话没人接')
})
test('met and well is well; a doctor, an urgent need or a worry is not; a tap that drips is', () => {
  const need = (category: string, urgent: boolean) => ({ outcome: 'met', wellbeing: 'well', needs: [{ category, urgent }] })
  expect(resultOf({ outcome: 'met', needs: [] })).toBe('well')
  expect(resultOf({ outcome: 'met', wellbeing: 'worrying', needs: [] })).toBe('worrying')
  expect(resultOf(need('doctor', false))).toBe('worrying')
  expect(resultOf(need('groceries', true))).toBe('worrying')
  expect(resultOf(need('repair', false))).toBe('well')
})
test('a voice behind a shut door is nobody seen', () => {
  expect(resultOf({ outcome: 'refused', needs: [] })).toBe('no_answer')
  expect(knockSaid({ outcome: 'refused', needs: [] })).toBe('敲门有人应，不愿开门')
})
