import { cannotWait, isQuiet, quietUntil } from './quiet'

const at = (moment: string) => Date.parse(`${moment}:00+08:00`)

test('the night is from nine to half past seven in Shanghai, wherever the machine stands', () => {
  for (const [moment, quiet] of [
    ['2026-11-28T20:59', false],
    ['2026-11-28T21:00', true],
    ['2026-11-29T00:00', true],
    ['2026-11-29T07:29', true],
    ['2026-11-29T07:30', false],
  ] as const)
    expect([moment, isQuiet(at(moment))]).toEqual([moment, quiet])
})

test('what waits for the morning waits for the next one, and by day for nothing', () => {
  expect(quietUntil(at('2026-11-28T23:10'))).toBe(at('2026-11-29T07:30'))
  expect(quietUntil(at('2026-11-29T03:10'))).toBe(at('2026-11-29T07:30'))
  expect(quietUntil(at('2026-11-29T12:00'))).toBe(at('2026-11-29T12:00'))
})

test('the morning is too late for what begins before half past nine', () => {
  const night = at('2026-11-28T23:00')
  expect([cannotWait(night, at('2026-11-29T09:00')), cannotWait(night, at('2026-11-29T09:30')), cannotWait(night, undefined)]).toEqual([
    true,
    false,
    true,
  ])
})
