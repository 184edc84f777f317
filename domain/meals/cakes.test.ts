import fc from 'fast-check'
import { cakesFor, cakesSaid, headsOf, RULES } from './cakes'

const size = fc.record({ name: fc.uuid(), heads: fc.integer({ min: 1, max: 60 }) })
const sizes = fc.uniqueArray(size, { minLength: 1, maxLength: 6, selector: one => one.heads })

test('seven people share an 8-inch cake, thirty a large and a small one', () => {
  expect(cakesSaid(cakesFor(7, RULES.cakes))).toBe('8 寸 1 个')
  expect(cakesSaid(cakesFor(30, RULES.cakes))).toBe('14 寸 1 个，8 寸 1 个')
  expect(cakesSaid(cakesFor(25, RULES.cakes))).toBe('14 寸 1 个')
  expect(cakesSaid(cakesFor(0, RULES.cakes))).toBe('不用蛋糕')
})
test('there is a piece for everybody, and without the last cake somebody would have none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), sizes, (heads, all) => {
      const served = cakesFor(heads, all).map(({ name, count }) => ({ count, heads: all.find(one => one.name === name)?.heads ?? 0 }))
      const pieces = served.reduce((sum, one) => sum + one.count * one.heads, 0)
      expect(pieces).toBeGreaterThanOrEqual(heads)
      for (const one of served) expect(pieces - one.heads).toBeLessThan(heads)
    }),
  )
})
test('who comes alone, who brings somebody, who is fetched and who helps are all counted; who cannot is not', () => {
  const guests = [
    { answer: 'coming' as const, companions: 1 },
    { answer: 'fetch' as const, companions: 0 },
    { answer: 'cannot' as const, companions: 2 },
    { answer: 'asked' as const, companions: 0 },
  ]
  expect(headsOf(guests, 4)).toEqual({ heads: 7, most: 8 })
  expect(headsOf([{ answer: 'cannot', companions: 0 }], 4)).toEqual({ heads: 0, most: 0 })
})
