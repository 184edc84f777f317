import { overCaps } from './caps'

const code = (body: unknown, letters?: number) => overCaps(body, letters)?.code
const deep = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as unknown

test('an ordinary body passes', () => {
  expect(code({ household: 'h1', form: { needs: [{ words: '水管漏了，阿依古丽·买买提 𬭎' }] } })).toBeUndefined()
})

test.each([
  ['21 levels deep', deep(21)],
  ['10,000 levels deep', deep(10_000)],
  ['with an operator', { grid: { $ne: null } }],
  ['with __proto__', JSON.parse('{"a":{"__proto__":{"admin":true}}}')],
  ['with constructor', { constructor: { prototype: {} } }],
  ['with a zero letter', { words: 'a\u0000b' }],
  ['with half a letter', { words: '\ud83d' }],
  ['with a date object', { at: new Date(0) }],
])('a body %s is wrong input', (_, body) => {
  expect(code(body)).toBe('call.input')
})

test.each([
  ['a string of 1 MB', { words: 'x'.repeat(1 << 20) }],
  ['501 keys', Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`k${i}`, 1]))],
  ['1,001 items', { list: Array(1001).fill(1) }],
  ['many small lists', { list: Array(1000).fill(Array(30).fill(1)) }],
])('%s is too large', (_, body) => {
  expect(code(body)).toBe('call.too_large')
})

test('a longer string passes where the schema allows it', () => {
  expect(code({ base64: 'A'.repeat(200_000) }, 262_144)).toBeUndefined()
})
