import { contract } from '@domain'
import { doing, entries, onWhat } from './words'

test('everything that can be done has words of its own, without codes or Latin letters', () => {
  const names = Object.entries(contract).flatMap(([feature, operations]) => Object.keys(operations).map(name => `${feature}.${name}`))
  for (const name of names) {
    expect([name, doing(name)]).toEqual([name, expect.not.stringMatching(/[A-Za-z_]|里的操作/)])
    expect(onWhat(name, '和平新村社区')).toMatch(/^和平新村社区[^A-Za-z_]*$/)
  }
  expect(doing('people.something_new')).toBe('住户里的操作')
})

test('many entries are said as people say them', () => {
  expect([entries(86), entries(128_430), entries(120_000)]).toEqual(['86 条', '12.8 万条', '12 万条'])
})
