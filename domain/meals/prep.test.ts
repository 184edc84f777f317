import fc from 'fast-check'
import { clashesIn, sayBlocked } from './blocked'
import type { Texture } from './contract/base'
import { coversOf, sayCovers } from './covers'
import type { Diner, Dish, Ordered, Slate } from './ordered'
import { labelsOf, sheetsOf, type Walk } from './papers'
import { prepOf } from './prep'
import { markOf, remembered, sinceOf } from './since'

const dish = (id: string, name: string, more: Partial<Dish> = {}): Dish => ({
  ...{ dish: id, name, kind: 'main', ingredients: [], allergens: [], textures: [], left: 5, held: 0 },
  ...more,
})
const MENU = [
  dish('gongbao', '宫保鸡丁', { ingredients: ['鸡肉', '花生'], allergens: ['花生'], instead: 'chicken' }),
  dish('chicken', '清炒鸡丁', { ingredients: ['鸡肉'], textures: ['soft', 'less_salt'] }),
  dish('rice', '米饭', { kind: 'staple', textures: ['soft'] }),
  dish('cake', '花生酥', { kind: 'dessert', ingredients: ['花生'], allergens: ['花生'] }),
]
/** Ordered, and no longer on the menu. */
const STRAY = dish('stray', '锅包肉')
const line = (item: Dish, quantity = 1, instead?: string) => ({
  ...{ dish: item.dish, name: item.name, kind: item.kind, quantity, price: 800 },
  ...(instead ? { instead } : {}),
})
const order = (id: string, more: Partial<Ordered> = {}): Ordered => ({
  ...{ id, version: 1, eater: id, call: `${id}奶奶`, door: '3-2-501', building: '3', walk: `003|${id}`, way: 'delivery' },
  ...{ lines: [line(MENU[1]), line(MENU[2])], accepted: [], route: 'r1', code: '1234', pay: 'cash', owes: 800 },
  ...more,
})
const diner = (more: Partial<Diner> = {}): Diner => ({ ingredients: [], allergens: [], dislikes: [], textures: [], ...more })
const GOING = { at: '11:00', names: { r1: '东边一趟', r2: '西边一趟' } }
const slate = (orders: Ordered[], diners: Slate['diners'] = {}): Slate => ({ orders, menu: MENU, diners })

test('two dishes for one person are one meal, two sets are two', () => {
  expect(coversOf([line(MENU[0]), line(MENU[1]), line(MENU[2], 2)])).toBe(1)
  expect(coversOf([line(MENU[0], 3)])).toBe(3)
  expect(coversOf([line(dish('set', '套餐', { kind: 'set' }), 2), line(MENU[0])])).toBe(2)
  expect(coversOf([line(MENU[2])])).toBe(1)
  expect(sayCovers(68, { delivery: 31, pickup: 20, eatin: 17 })).toBe('68 份，送 31，来取 20，在这吃 17')
})

test('a substitute is counted as the dish it is, and the cook reads for whom', () => {
  const sheet = prepOf(slate([order('a'), order('b', { lines: [line(MENU[1], 1, '宫保鸡丁')] })]), GOING)
  expect(sheet.dishes.find(one => one.dish === 'chicken')).toMatchObject({ quantity: 2, instead: 1 })
  expect(sheet.dishes.find(one => one.dish === 'gongbao')).toMatchObject({ quantity: 0 })
  expect(sheet.swaps).toEqual([
    { from: '宫保鸡丁', to: '清炒鸡丁', quantity: 1, who: [{ order: 'b', call: 'b奶奶', door: '3-2-501', quantity: 1 }] },
  ])
})

test('softer portions are counted apart from the ordinary ones', () => {
  const soft = diner({ textures: ['soft', 'less_salt'] })
  const only = { lines: [line(MENU[1], 2)] }
  const sheet = prepOf(slate([order('a', only), order('b', only), order('c', only)], { a: soft, b: soft }), GOING)
  expect(sheet.dishes.find(one => one.dish === 'chicken')).toMatchObject({
    quantity: 6,
    plain: 2,
    made: [{ textures: ['less_salt', 'soft'], quantity: 4 }],
  })
})

test('whoever has no address, no route or a clash nobody settled is named, with what to do', () => {
  const orders = [
    order('a', { door: '', building: '' }),
    order('b', { route: undefined }),
    order('c', { lines: [line(MENU[0]), line(MENU[3])] }),
    order('d', { lines: [line(MENU[0])], accepted: ['gongbao'] }),
    order('e', { way: 'pickup', route: undefined, door: '', building: '' }),
  ]
  const nuts = diner({ allergens: ['花生'] })
  const { blocked, kept } = prepOf(slate(orders, { c: nuts, d: nuts }), GOING)
  expect(blocked.map(({ order: id, why, dish: what }) => [id, why, what])).toEqual([
    ['a', 'address', undefined],
    ['b', 'route', undefined],
    ['c', 'clash', 'gongbao'],
    ['c', 'clash', 'cake'],
  ])
  expect(blocked[2]).toMatchObject({ instead: { dish: 'chicken', name: '清炒鸡丁', left: 5 }, words: '宫保鸡丁：里面有花生（过敏）' })
  expect(kept).toMatchObject([{ name: '宫保鸡丁', who: [{ call: 'd奶奶' }] }])
  expect(sayBlocked(blocked)).toMatch(/^还有 3 份没弄好，先不能打印。a奶奶.*b奶奶.*没有人送 3 号楼.*花生酥/)
})

test('what was handed over or collected already stops no printing, and is still counted', () => {
  const gone = { taken: true, route: undefined, lines: [line(MENU[0])] }
  const nuts = { a: diner({ allergens: ['花生'] }), b: diner({ allergens: ['花生'] }) }
  const sheet = prepOf(slate([order('a', gone), order('b', { ...gone, taken: false })], nuts), GOING)
  expect(sheet.blocked.map(one => [one.order, one.why])).toEqual([
    ['b', 'route'],
    ['b', 'clash'],
  ])
  expect(sheet.covers).toBe(2)
  const { blocked } = prepOf(slate([order('c', { taken: true, door: '', building: '' })]), GOING)
  expect(blocked).toEqual([])
})

test('before rounds are made the lists go by route; what nobody brings yet has a list of its own', () => {
  const orders = [
    order('a'),
    order('b', { route: 'r2' }),
    order('c', { route: 'r9' }),
    order('d', { way: 'pickup' }),
    order('e', { round: 'x1' }),
  ]
  const walks: Walk[] = [
    { id: 'x1', name: '东边第一趟', carrier: '李娜', stops: ['e'] },
    { id: 'r2', name: '西边', stops: [] },
    { id: 'r1', name: '东边', stops: [] },
  ]
  expect(sheetsOf(slate(orders), walks).map(one => [one.name, one.carrier, one.stops.map(stop => stop.order)])).toEqual([
    ['东边第一趟', '李娜', ['e']],
    ['西边', undefined, ['b']],
    ['东边', undefined, ['a']],
    ['还没定谁送', undefined, ['c']],
    ['来取', undefined, ['d']],
  ])
  expect(labelsOf(slate(orders), walks, () => true).map(one => one.place)).toEqual([
    ...['东边第一趟 第 1 家', '西边 第 1 家', '东边 第 1 家', '还没定谁送 第 1 家', '来取'],
  ])
})

test('what came after printing is said', () => {
  const before = [order('a'), order('b'), order('c')]
  const now = [order('a'), order('b', { lines: [line(MENU[1], 2)] }), order('d', { lines: [line(MENU[1], 2)] })]
  const since = sinceOf(remembered(before, markOf), now, [order('c')], markOf)
  expect(since.words).toBe('加了 2 份，少了 1 份，改了 1 份')
  expect(since.orders.map(one => [one.order, one.what])).toEqual([
    ['d', 'added'],
    ['b', 'changed'],
    ['c', 'gone'],
  ])
  expect(since.dishes).toEqual([
    { name: '清炒鸡丁', by: 2 },
    { name: '米饭', by: -2 },
  ])
  expect(sinceOf(remembered(before, markOf), before, [], markOf)).toEqual({ words: '', orders: [], dishes: [] })
})

const anyOrder = (id: number): fc.Arbitrary<Ordered> =>
  fc
    .record({
      way: fc.constantFrom('delivery' as const, 'pickup' as const, 'eatin' as const),
      lines: fc.uniqueArray(fc.record({ at: fc.nat(4), quantity: fc.integer({ min: 1, max: 9 }), swapped: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
        selector: one => one.at,
      }),
      accepted: fc.subarray(['gongbao', 'cake']),
      route: fc.constantFrom('r1', 'r2', 'r9', undefined),
      round: fc.constantFrom('round1', undefined),
      walk: fc.constantFrom('', '001', '002', '003'),
      door: fc.constantFrom('', '1-1-101', '2-2-202'),
    })
    .map(({ lines, ...more }) =>
      order(`o${id}`, { ...more, lines: lines.map(one => line(MENU[one.at] ?? STRAY, one.quantity, one.swapped ? '别的菜' : undefined)) }),
    )
const anySlate = fc.integer({ min: 0, max: 40 }).chain(n =>
  fc.record({
    orders: fc.tuple(...Array.from({ length: n }, (_, i) => anyOrder(i))),
    textures: fc.subarray(['soft', 'less_salt'] as Texture[]),
    walks: fc.constantFrom<Walk[][]>(
      [{ id: 'round1', name: '第一趟', stops: ['o3', 'o1', 'gone'] }],
      [
        { id: 'r1', name: '东边', stops: [] },
        { id: 'r2', name: '西边', stops: [] },
      ],
    ),
  }),
)
const counted = (boxes: { dishes: { name: string; quantity: number }[] }[]) => {
  const sums: { [name: string]: number } = {}
  for (const { name, quantity } of boxes.flatMap(box => box.dishes)) sums[name] = (sums[name] ?? 0) + quantity
  return sums
}

test('prep sheet, labels and lists hold the same meals as the orders, whatever they are', () => {
  fc.assert(
    fc.property(anySlate, ({ orders, textures, walks }) => {
      const diners = Object.fromEntries(orders.map((one, i) => [one.eater, i % 2 ? diner({ textures, allergens: ['花生'] }) : undefined]))
      const all = slate(orders, diners)
      const sheet = prepOf(all, GOING)
      const stops = sheetsOf(all, walks).flatMap(one => one.stops)
      const labels = labelsOf(all, walks, () => false)
      const truth = counted(orders.map(({ lines }) => ({ dishes: lines })))
      const ids = orders.map(one => one.id).sort()
      const cooked = sheet.dishes.filter(one => one.quantity > 0).map(one => ({ name: one.name, quantity: one.quantity }))
      expect(counted([{ dishes: cooked }])).toEqual(truth)
      expect(counted(labels)).toEqual(truth)
      expect(counted(stops)).toEqual(truth)
      expect(labels.map(one => one.order).sort()).toEqual(ids)
      expect(stops.map(one => one.order).sort()).toEqual(ids)
      const covers = orders.reduce((sum, one) => sum + coversOf(one.lines), 0)
      expect(sheet.covers).toBe(covers)
      expect(labels.reduce((sum, one) => sum + one.covers, 0)).toBe(covers)
      expect(sheetsOf(all, walks).reduce((sum, one) => sum + one.covers, 0)).toBe(covers)
      expect(sheet.leaving.reduce((sum, one) => sum + one.covers, 0)).toBe(covers)
      // the softer and the ordinary ones are all there are
      for (const one of sheet.dishes) expect(one.plain + one.made.reduce((sum, part) => sum + part.quantity, 0)).toBe(one.quantity)
      // nobody with something in the way is missing from what is in the way
      const stuck = orders.filter(one => clashesIn(all, one).length > 0 || (one.way === 'delivery' && (!one.door || !one.route)))
      expect(new Set(sheet.blocked.map(one => one.order))).toEqual(new Set(stuck.map(one => one.id)))
    }),
    { numRuns: 400 },
  )
})
