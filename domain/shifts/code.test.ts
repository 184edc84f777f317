import { codeText, readCode, STEP, stepOf, stepsAround } from './code'

test('a code holds for half a minute, and one step around it', () => {
  const at = 1_790_000_010_000
  expect(stepsAround(at)).toEqual([stepOf(at) - 1, stepOf(at), stepOf(at) + 1])
  expect(stepOf(at + STEP)).toBe(stepOf(at) + 1)
})

test('a QR code says which shift it is of; anything else is none of these', () => {
  expect(readCode(codeText('s1', 'abc_-123'))).toEqual({ shift: 's1', token: 'abc_-123' })
  for (const text of ['', '4096', 'https://x/y', 'lianglin:shift s1', `${codeText('s1', 't')} more`]) expect(readCode(text)).toBeNull()
})
