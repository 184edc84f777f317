import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { type Published, rulesOf } from './canteens'
import { type DishKind, PAYERS } from './contract/base'
import { type Rule, Rules } from './contract/prices'
import { findingsOf } from './findings'
import { split } from './money'
import { type Asked, priceOf } from './price'

const GOVERNMENT = { government: 100, enterprise: 0, charity: 0 }
const meal = (price: number, quantity = 1) => [{ dish: 'd1', quantity, price }]
const asked = (age: number | undefined, more: Partial<Asked> & { categories?: string[]; here?: boolean } = {}): Asked => {
  const { categories = [], here = true, ...rest } = more
  return { eater: { age, categories, here }, day: '2026-11-21', lines: meal(1200), way: 'eatin', subsidised: true, ...rest }
}
const pays = (rules: Rule[], ...of: Parameters<typeof asked>) => priceOf({ rules }, asked(...of)).payers.eater
const why = (rules: Rule[], ...of: Parameters<typeof asked>) => priceOf({ rules }, asked(...of)).why

/** The published facts (../shared/data/canteen-prices.json), kept here as well. */
const CANTEENS: { [name: string]: Published[] } = {
  蒲雅: [
    { ages: '60-79', off: 1 },
    { ages: '80-89', off: 3 },
    { ages: '90+', free: true },
  ],
  蓝海: [
    { ages: '60-89', offPerMeal: [1, 2] },
    { ages: '90+', off: 5 },
  ],
  晨兴: [
    { ages: '60-80', percentOff: 20 },
    { ages: '80+', percentOff: 30 },
    { categories: ['特困', '残疾', '低保'], free: true },
  ],
  民丰: [
    { ages: '60-74', fixed: 8 },
    { ages: '75-85', fixed: 7 },
    { categories: ['低保'], fixed: 6 },
    { categories: ['特困'], fixed: 3 },
    { ages: '86+', free: true },
  ],
  育才: [
    { ages: '60-89', off: 4 },
    { categories: ['儿童'], off: 4 },
    { ages: '90+', off: 6 },
  ],
  妈妈厨房: [{ ages: '90+', free: true, delivered: true }],
}
const of = (name: string) => rulesOf(CANTEENS[name])

test.each<[string, [price: number, age: number, categories: string[], pays: number][]]>([
  [
    '蒲雅',
    [
      [1200, 59, [], 1200],
      [1200, 60, [], 1100],
      [1500, 80, [], 1200],
      [2000, 90, [], 0],
    ],
  ],
  [
    '蓝海',
    [
      [1200, 60, [], 1100],
      [1500, 89, [], 1300],
      [1200, 90, [], 700],
    ],
  ],
  [
    '晨兴',
    [
      [1200, 60, [], 960],
      [1200, 80, [], 840],
      [1200, 30, ['disabled'], 0],
      [1200, 30, [], 1200],
    ],
  ],
  [
    '民丰',
    [
      [1200, 74, [], 800],
      [1200, 75, [], 700],
      [1200, 86, [], 0],
      [1200, 70, ['low_income'], 600],
      [1200, 70, ['extreme_poverty', 'low_income'], 300],
    ],
  ],
  [
    '育才',
    [
      [1200, 60, [], 800],
      [1200, 13, [], 800],
      [1200, 14, [], 1200],
      [1200, 95, [], 600],
    ],
  ],
])('the published prices of %s come out', (name, cases) => {
  for (const [price, age, categories, expected] of cases)
    expect([name, age, categories, pays(of(name), age, { categories, lines: meal(price) })]).toEqual([name, age, categories, expected])
})

test('at 妈妈厨房 a 90-year-old eats free at home', () => {
  expect(pays(of('妈妈厨房'), 90, { way: 'delivery' })).toBe(0)
  expect(pays(of('妈妈厨房'), 90, { way: 'eatin' })).toBe(1200)
  expect(why(of('妈妈厨房'), 90, { way: 'delivery' })).toBe('90 岁以上，送到家免费')
})

const FILE = join(__dirname, '../../../shared/data/canteen-prices.json')
const there = existsSync(FILE)
if (!there)
  console.warn(
    'SKIPPED: ../shared/data/canteen-prices.json is not there; the published prices were tested by the copy in price.test.ts only',
  )
const published = there ? it : it.skip
published('whatever ../shared/data/canteen-prices.json publishes can be said in our rules, and is what the copy here says', () => {
  const { canteens } = JSON.parse(readFileSync(FILE, 'utf8')) as { canteens: { name: string; rules: Published[] }[] }
  expect(Object.fromEntries(canteens.map(({ name, rules }) => [name, rules]))).toEqual(CANTEENS)
  for (const { rules } of canteens) expect(v.is(Rules, rulesOf(rules))).toBe(true)
})

test('every price says why', () => {
  const rules: Rule[] = [
    { id: 'a', ages: { from: 90 }, effect: { kind: 'free' }, shares: GOVERNMENT },
    { id: 'b', ages: { from: 60, to: 79 }, effect: { kind: 'off', fen: 100 }, shares: GOVERNMENT },
    { id: 'c', categories: ['low_income'], effect: { kind: 'fixed', fen: 600 }, shares: GOVERNMENT },
    {
      id: 'd',
      ages: { from: 80, to: 89 },
      effect: { kind: 'percent', percent: 25 },
      shares: { government: 50, enterprise: 30, charity: 20 },
    },
  ]
  expect(why(rules, 91)).toBe('90 岁以上免费')
  expect(why(rules, 70)).toBe('60 到 79 岁，便宜 1 元，政府出 1 元')
  expect(why(rules, 76, { categories: ['low_income'] })).toBe('低保，每餐 6 元')
  expect(why(rules, 85)).toBe('80 到 89 岁，便宜 25%，政府、企业、慈善一起出')
  expect(why(rules, 40)).toBe('没有优惠')
  expect(why(rules, 91, { lines: meal(1200, 2) })).toBe('90 岁以上免费，多要的按原价')
  expect(why(rules, 91, { subsidised: false, used: 'lunch' })).toBe('今天的优惠已经用在午饭上了')
  expect(why(rules, 91, { subsidised: false })).toBe('今天的优惠已经用过了')
  expect(why(rules, 91, { here: false })).toBe('已经不在册，没有优惠')
  expect(why(rules, 76, { categories: ['low_income'], lines: meal(500) })).toBe('低保，每餐 6 元，这餐原价就不到，按原价')
  expect(priceOf({ rules }, { ...asked(91), eater: null }).why).toBe('没有登记，没有优惠')
})

test('one portion of each dish of one meal is subsidised, what is ordered beyond it is full price, also in a second line', () => {
  const free: Rule[] = [{ id: 'a', effect: { kind: 'free' }, shares: GOVERNMENT }]
  const line = (dish: string, quantity: number, price: number, kind: DishKind) => ({ dish, quantity, price, kind })
  expect(pays(free, 70, { lines: [line('a', 3, 1000, 'main'), line('b', 1, 300, 'side')] })).toBe(2000)
  expect(pays(free, 70, { lines: [line('a', 1, 1000, 'main'), line('a', 1, 1000, 'main')] })).toBe(1000)
})

test('one meal is a set, or a main dish with two sides, a staple, a soup and a dessert: nobody eats the whole menu on a subsidy', () => {
  const free: Rule[] = [{ id: 'a', effect: { kind: 'free' }, shares: GOVERNMENT }]
  const line = (dish: string, price: number, kind: DishKind) => ({ dish, quantity: 1, price, kind })
  const sides = [line('b', 300, 'side'), line('c', 200, 'side'), line('d', 100, 'side')]
  const rest = [line('e', 100, 'staple'), line('f', 200, 'soup'), line('g', 200, 'dessert')]
  expect(pays(free, 70, { lines: [line('a', 1000, 'main'), ...sides, ...rest] })).toBe(100)
  expect(pays(free, 70, { lines: [line('a', 1000, 'main'), line('h', 900, 'main')] })).toBe(900)
  expect(pays(free, 70, { lines: [line('s', 1200, 'set'), line('f', 200, 'soup')] })).toBe(200)
})

test('a category comes before any age, even where the age would be kinder; among categories the best for the eater wins', () => {
  expect(pays(of('民丰'), 90, { categories: ['low_income'] })).toBe(600)
  expect(pays(of('晨兴'), 85, { categories: ['disabled'] })).toBe(0)
})

test('rules hold from their first day to their last', () => {
  const dated: Rule[] = [{ id: 'a', effect: { kind: 'free' }, shares: GOVERNMENT, since: '2026-11-21', until: '2026-11-22' }]
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(day => pays(dated, 70, { day }))).toEqual([1200, 0, 0, 1200])
})

test('somebody whose birthday is not known falls under no rule of ages, but under a category', () => {
  expect(pays(of('民丰'), undefined)).toBe(1200)
  expect(pays(of('民丰'), undefined, { categories: ['extreme_poverty'] })).toBe(300)
})

const effects = fc.oneof(
  fc.constant({ kind: 'free' as const }),
  fc.record({ kind: fc.constant('fixed' as const), fen: fc.nat(3000) }),
  fc.record({ kind: fc.constant('off' as const), fen: fc.nat(3000) }),
  fc.record({ kind: fc.constant('percent' as const), percent: fc.nat(100) }),
)
const shares = fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => {
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  return { government: low, enterprise: high - low, charity: 100 - high }
})
const band = fc
  .tuple(fc.nat(110), fc.option(fc.nat(30), { nil: undefined }))
  .map(([from, more]) => ({ from, ...(more === undefined ? {} : { to: from + more }) }))
const rule = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    effect: effects,
    shares,
    ages: band,
    categories: fc.constant(['low_income']),
    delivered: fc.boolean(),
    least: fc.nat(2000),
  },
  { requiredKeys: ['id', 'effect', 'shares'] },
) as fc.Arbitrary<Rule>
const lines = fc.array(
  fc.record({
    dish: fc.constantFrom('a', 'b', 'c'),
    quantity: fc.integer({ min: 1, max: 9 }),
    price: fc.nat(10_000),
    kind: fc.constantFrom('set' as const, 'main' as const, 'side' as const),
  }),
  { minLength: 1, maxLength: 6 },
)

test('whatever the rules, the payers add up to the price to the 分, nobody pays less than nothing, and nothing beyond the price', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 8 }), lines, fc.nat(120), fc.boolean(), (rules, ordered, age, low) => {
      const { total, payers } = priceOf({ rules }, asked(age, { lines: ordered, categories: low ? ['low_income'] : [] }))
      expect(total).toBe(ordered.reduce((sum, one) => sum + one.price * one.quantity, 0))
      expect(PAYERS.reduce((sum, payer) => sum + payers[payer], 0)).toBe(total)
      for (const payer of PAYERS) expect(payers[payer]).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 3000 },
  )
})

test('one more rule of the same kind never makes a meal dearer', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), rule, lines, fc.nat(120), (rules, more, ordered, age) => {
      const ofAges = rules.map(({ categories: _, ...one }) => one)
      const { categories: _, ...another } = more
      expect(pays([...ofAges, another], age, { lines: ordered })).toBeLessThanOrEqual(pays(ofAges, age, { lines: ordered }))
    }),
  )
})

test('a split leaves no 分 over', () => {
  expect(split(100, { a: 33, b: 33, c: 34 })).toEqual({ a: 33, b: 33, c: 34 })
  expect(split(1, { a: 50, b: 50 })).toEqual({ a: 1, b: 0 })
  fc.assert(fc.property(fc.nat(1_000_000), shares, (fen, percents) => Object.values(split(fen, percents)).reduce((a, b) => a + b) === fen))
})

const told = (rules: Rule[]) => findingsOf({ rules }, '2026-11-21').map(one => one.words)
test('gaps and overlaps are said by age', () => {
  expect(told(of('晨兴'))).toEqual(['80 岁同时有 2 条：便宜 20%、便宜 30%，按便宜得多的算'])
  expect(told(of('蒲雅'))).toEqual([])
  expect(told(of('蓝海'))).toEqual([])
  expect(
    told(
      rulesOf([
        { ages: '60-79', off: 1 },
        { ages: '90+', free: true },
      ]),
    ),
  ).toEqual(['80 到 89 岁没有规则，按原价'])
  expect(told(rulesOf([{ ages: '60-79', off: 1 }]))).toEqual(['80 岁以上没有规则，按原价'])
})

test('a category that costs more than its age is said', () => {
  expect(told(of('民丰'))).toEqual([
    '低保，86 岁以上是“每餐 6 元”，同龄的别人是“免费”，反而要多付',
    '特困，86 岁以上是“每餐 3 元”，同龄的别人是“免费”，反而要多付',
  ])
})

test('what holds for one way only, or from a later day on, is said with it', () => {
  const rules = rulesOf([
    { ages: '60-79', off: 1 },
    { ages: '80+', free: true, delivered: true },
  ])
  expect(told(rules)).toEqual(['自己来吃来取：80 岁以上没有规则，按原价'])
  const ending = rulesOf([
    { ages: '60-79', off: 1 },
    { ages: '80+', off: 2 },
  ]).map((one, at) => (at ? { ...one, until: '2026-12-31' } : one))
  expect(told(ending)).toEqual(['从 2027 年 1 月 1 日起，80 岁以上没有规则，按原价'])
})
