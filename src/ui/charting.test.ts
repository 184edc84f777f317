import { drawn, HIGH, highestOf, topOf } from './charting'

const series = (...values: number[][]) => values.map((one, n) => ({ name: String(n), tone: 'ok' as const, values: one }))
const heights = (markup: string) => [...markup.matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height))

test('the scale ends at a round number that nothing passes', () => {
  expect([0, 1, 7, 42, 61, 100, 101, 9200].map(topOf)).toEqual([1, 1, 8, 50, 80, 100, 200, 10000])
})
test('columns stand on top of each other and are as high as their sum says', () => {
  const drawing = { series: series([10, 0], [30, 20]), kind: 'stack' as const }
  expect(highestOf(drawing)).toBe(40)
  expect(heights(drawn({ ...drawing, top: 40 }))).toEqual([HIGH / 4, (HIGH * 3) / 4, HIGH / 2])
})
test('lines are measured by their highest point, and the second is dashed', () => {
  const drawing = { series: series([1, 9], [4, 5]), kind: 'line' as const }
  expect(highestOf(drawing)).toBe(9)
  expect(drawn({ ...drawing, top: 10 }).match(/stroke-dasharray/g)).toHaveLength(1)
})
test('nothing at all is drawn as an empty picture, not as an error', () => {
  expect(highestOf({ series: [], kind: 'stack' })).toBe(0)
  expect(heights(drawn({ series: [], kind: 'stack', top: 1 }))).toEqual([])
})
