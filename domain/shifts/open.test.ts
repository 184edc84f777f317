import fc from 'fast-check'
import { isOpen, openUntil, ready, split } from './open'

const at = (day: string) => Date.parse(`${day}T12:00+08:00`)
const line = (root: string, minutes: number, day: string) => ({ root, minutes, at: at(day) })

test('hours written down on the 20th lie open until the 27th, and count from the 28th', () => {
  expect(openUntil(at('2026-11-20'))).toBe('2026-11-27')
  expect([isOpen(at('2026-11-20'), '2026-11-27'), isOpen(at('2026-11-20'), '2026-11-28')]).toEqual([true, false])
})

test('a correction that takes away counts at once, one that gives waits its seven days', () => {
  const old = line('a', 180, '2026-11-01')
  expect(ready([old, line('a', -60, '2026-11-27')], '2026-11-28').get('a')).toBe(120)
  expect(ready([old, line('a', 30, '2026-11-27')], '2026-11-28').get('a')).toBe(180)
})

test('what is taken back before it ever counted leaves nothing behind', () => {
  expect(ready([line('a', 60, '2026-11-27'), line('a', -60, '2026-11-28')], '2026-11-28').size).toBe(0)
})

test('what somebody objects to waits altogether', () => {
  const lines = [line('a', 180, '2026-11-01'), line('b', 60, '2026-11-01')]
  expect([...ready(lines, '2026-11-28', new Set(['a']))]).toEqual([['b', 60]])
})

test('a correction never makes a heap negative, and its parts are the whole of it', () => {
  const heap = fc.nat(600)
  fc.assert(
    fc.property(heap, heap, fc.nat(1200), (auto, added, to) => {
      const by = to - auto - added
      const parts = split(by, { auto, added })
      const after = { auto, added }
      for (const { source, minutes } of parts) after[source] += minutes
      expect(after.auto + after.added).toBe(to)
      expect(after.auto >= 0 && after.added >= 0 && after.auto <= auto).toBe(true)
    }),
  )
})
