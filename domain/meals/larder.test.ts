import fc from 'fast-check'
import type { Lot } from './contract/larder'
import { putInto, sayAmount, shoppingOf, sumOf, takeFrom, unknownIn } from './larder'

const cents = (n: number) => Math.round(n * 100)
const anyLot: fc.Arbitrary<Lot> = fc.record(
  {
    amount: fc.integer({ min: 1, max: 1_000_000 }).map(n => n / 100),
    since: fc.constantFrom('2026-11-20', '2026-11-21'),
    expires: fc.constantFrom('2026-11-22', '2026-11-25', '2026-12-01'),
  },
  { requiredKeys: ['amount', 'since'] },
)

test('what is taken and what is left are what was there, to the hundredth; what expires first goes first', () => {
  fc.assert(
    fc.property(fc.array(anyLot, { maxLength: 8 }), fc.integer({ min: 1, max: 2_000_000 }), (lots, wanted) => {
      const { lots: left, missing } = takeFrom(lots, wanted / 100)
      const there = cents(sumOf(lots))
      const taken = wanted - cents(missing)
      expect(taken).toBe(Math.min(there, wanted))
      expect(cents(sumOf(left))).toBe(there - taken)
      // nothing that expires later is touched while something that expires sooner is left
      const expiries = left.map(lot => lot.expires ?? '9999')
      expect(expiries).toEqual([...expiries].sort())
      const first = expiries[0]
      for (const lot of lots.filter(one => (one.expires ?? '9999') > (first ?? '')))
        if (first !== undefined) expect(left).toContainEqual(lot)
      expect(left.every(lot => lot.amount > 0)).toBe(true)
    }),
  )
})

test('need less have is what is bought, never less than nothing', () => {
  const anyNeed = fc.record({
    ingredient: fc.constantFrom('猪肉', '白菜'),
    unit: fc.constant('g' as const),
    amount: fc.integer({ min: 1, max: 50_000 }).map(n => n / 100),
  })
  const cooking = fc.array(
    fc.record({
      name: fc.constantFrom('甲', '乙'),
      portions: fc.nat(500),
      needs: fc.array(anyNeed, { maxLength: 3 }),
      ingredients: fc.constant<string[]>([]),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(cooking, fc.nat(3_000_000), (all, stock) => {
      const list = shoppingOf(all, [{ ingredient: '猪肉', unit: 'g', amount: stock / 100 }])
      for (const ingredient of ['猪肉', '白菜']) {
        const need = all.reduce(
          (sum, one) =>
            sum + one.needs.filter(it => it.ingredient === ingredient).reduce((part, it) => part + cents(it.amount) * one.portions, 0),
          0,
        )
        const row = list.find(one => one.ingredient === ingredient)
        expect(cents(row?.need ?? 0)).toBe(need)
        expect(cents(row?.buy ?? 0)).toBe(Math.max(0, need - (ingredient === '猪肉' ? stock : 0)))
      }
    }),
  )
})

test('an ingredient the day’s recipe has left out is not bought; one without an amount is named', () => {
  const dish = {
    name: '包子',
    portions: 10,
    needs: [{ ingredient: '猪肉', unit: 'g' as const, amount: 30 }],
    ingredients: ['酸菜', '面粉'],
  }
  expect(shoppingOf([dish], [])).toEqual([])
  expect(unknownIn([dish])).toEqual([
    { ingredient: '酸菜', dishes: ['包子'] },
    { ingredient: '面粉', dishes: ['包子'] },
  ])
  expect(unknownIn([{ ...dish, portions: 0 }])).toEqual([])
})

test('amounts are said as people buy them', () => {
  expect([sayAmount(950, 'g'), sayAmount(1250, 'g'), sayAmount(2000, 'ml'), sayAmount(30.5, 'piece')]).toEqual([
    '950 克',
    '1.25 公斤',
    '2 升',
    '30.5 个',
  ])
  expect(putInto([{ amount: 1, since: '2026-11-20' }], { amount: 2, since: '2026-11-21', expires: '2026-11-22' })[0].amount).toBe(2)
})
