import { fenOf, yuanOf } from './yuan'

test('yuan with a decimal point are whole 分 and back', () => {
  for (const fen of [0, 1, 29, 110, 1250, 999999]) expect(fenOf(yuanOf(fen))).toBe(fen)
  expect(fenOf('8.1')).toBe(810)
})

test('what is no amount of money is not one', () => {
  for (const text of ['', '一块', '-1', '1.234', '12345']) expect(fenOf(text)).toBeUndefined()
})
