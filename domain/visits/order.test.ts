import { band, ordered } from './order'

const door = (household: string, more: object = {}) => ({
  ...{ household, walk: '0003|0002|0003|0302', urgent: false, weight: 55, over: 0, every: 7 },
  ...more,
})
const names = (doors: ReturnType<typeof door>[]) => ordered(doors).map(one => one.household)

test('what cannot wait comes first wherever it is', () => {
  expect(names([door('near', { walk: '0001' }), door('urgent', { walk: '0099', urgent: true, weight: 0 })])).toEqual(['urgent', 'near'])
})
test('a week late at a weekly door is more urgent than a month late at a half-yearly one', () => {
  expect(band({ urgent: false, weight: 30, over: 7, every: 7 })).toBeLessThan(band({ urgent: false, weight: 5, over: 30, every: 180 }))
})
test('doors about as urgent are walked building by building, floor by floor', () => {
  const walk = (household: string, at: string, over: number) => door(household, { walk: at, over })
  expect(names([walk('b5', '0005', 2), walk('b3-2', '0003|0002', 0), walk('b3-1', '0003|0001', 1)])).toEqual(['b3-1', 'b3-2', 'b5'])
})
test('doors with no tags that are due today come last', () => {
  expect(names([door('plain', { walk: '0001', weight: 0, every: 180 }), door('aged', { walk: '0009' })])).toEqual(['aged', 'plain'])
})
test('a door where somebody did not take their meal comes before everything, also before what is urgent nearer by', () => {
  const doors = [door('urgent', { walk: '0001', urgent: true }), door('asked', { walk: '0099', urgent: true, asked: true })]
  expect(names(doors)).toEqual(['asked', 'urgent'])
})
