import fc from 'fast-check'
import { dayOf, daysBetween, weekdayOf } from '../days'
import { fold, type Knock, plan } from './plan'

const at = (moment: string) => Date.parse(`${moment}+08:00`)
let visits = 0
const knock = (moment: string, outcome: Knock['outcome'], worrying = false): Knock => ({
  ...{ visit: `v${visits++}`, at: at(moment), on: moment.slice(0, 10), outcome, worrying },
})
const after = (every: number, ...knocks: Knock[]) => plan(fold(knocks), every, '2026-11-01')

test('a door nobody has knocked at is due from the day it came in', () => {
  expect(after(7)).toEqual({ due: '2026-11-01', reason: 'never', urgent: false })
})
test('somebody seen on the 12th and visited weekly is due on the 19th', () => {
  expect(after(7, knock('2026-11-12T10:00', 'met'))).toEqual({ due: '2026-11-19', reason: 'interval', urgent: false })
})
test('not home in the morning: the next afternoon', () => {
  expect(after(7, knock('2026-11-12T10:00', 'absent'))).toEqual({ due: '2026-11-13', reason: 'again', part: 'afternoon', urgent: false })
})
test('not home in the afternoon: the next evening, when working families are back', () => {
  expect(after(7, knock('2026-11-12T15:00', 'absent')).part).toBe('evening')
})
test('not home a second time: another weekday', () => {
  const second = after(7, knock('2026-11-12T10:00', 'absent'), knock('2026-11-13T15:00', 'absent'))
  expect(second.reason).toBe('weekday')
  expect([4, 5]).not.toContain(weekdayOf(second.due))
  expect(daysBetween('2026-11-13', second.due)).toBeLessThanOrEqual(3)
})
test('not home a third time: told to the community, back to the normal interval', () => {
  const tries = [knock('2026-11-12T10:00', 'absent'), knock('2026-11-13T15:00', 'absent'), knock('2026-11-15T10:00', 'absent')]
  expect(fold(tries).thirds).toEqual([tries[2].visit])
  expect(after(7, ...tries)).toEqual({ due: '2026-11-22', reason: 'reported', urgent: false })
})
test('two workers who ring on the same morning have tried once', () => {
  expect(after(7, knock('2026-11-12T09:00', 'absent'), knock('2026-11-12T10:30', 'absent')).reason).toBe('again')
})
test('two workers who ring together the third time have tried a third time, not begun again', () => {
  const tries = [knock('2026-11-12T10:00', 'absent'), knock('2026-11-13T15:00', 'absent'), knock('2026-11-15T10:00', 'absent')]
  const together = [...tries, knock('2026-11-15T10:05', 'absent')]
  expect(fold(together).thirds).toEqual([tries[2].visit])
  expect(after(7, ...together)).toEqual({ due: '2026-11-22', reason: 'reported', urgent: false })
  expect(after(7, ...together, knock('2026-11-22T10:00', 'absent')).reason).toBe('again')
})
test('somebody seen in between ends the row of tries', () => {
  const tries = [knock('2026-11-10T10:00', 'absent'), knock('2026-11-11T15:00', 'absent'), knock('2026-11-12T10:00', 'met')]
  expect(after(7, ...tries, knock('2026-11-19T10:00', 'absent')).reason).toBe('again')
})
test('who did not want to open is left alone for twice the interval, and never less than 30 days', () => {
  expect(after(7, knock('2026-11-12T10:00', 'refused')).due).toBe('2026-12-12')
  expect(daysBetween('2026-11-12', after(90, knock('2026-11-12T10:00', 'refused')).due)).toBe(180)
})
test('who did not look well is seen again within two days, at once when due', () => {
  expect(after(180, knock('2026-11-12T10:00', 'met', true))).toEqual({ due: '2026-11-14', reason: 'worrying', urgent: true })
})

const knocks = fc
  .array(
    fc.record({
      at: fc.integer({ min: at('2026-09-01T06:00'), max: at('2026-11-20T22:00') }),
      outcome: fc.constantFrom<Knock['outcome']>('met', 'absent', 'absent', 'absent', 'refused', 'moved', 'vacant'),
      worrying: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map(all => all.map((one, i) => ({ ...one, on: dayOf(one.at), visit: `v${i}` })))

test('the plan is the same in whatever order the knocks arrive', () => {
  fc.assert(
    fc.property(knocks, fc.constantFrom(7, 30, 180), (all, every) => {
      expect(after(every, ...[...all].reverse())).toEqual(after(every, ...all))
    }),
  )
})
test('folding in two parts is folding at once', () => {
  fc.assert(
    fc.property(knocks, fc.nat(14), (all, cut) => {
      const sorted = [...all].sort((a, b) => a.at - b.at || (a.visit < b.visit ? -1 : 1))
      const [head, tail] = [sorted.slice(0, cut), sorted.slice(cut)]
      if (tail.length) expect(plan(fold(tail, fold(head)), 7, '')).toEqual(plan(fold(sorted), 7, ''))
    }),
  )
})
test('a door knocked at is always due later than that day', () => {
  fc.assert(
    fc.property(knocks, fc.constantFrom(1, 7, 180), (all, every) => {
      const { last } = fold(all)
      if (last) expect(after(every, ...all).due > last.on).toBe(true)
    }),
  )
})
