import { metresBetween, sayMetres } from './near'

const HERE = { lng: 123.4112, lat: 41.7821, datum: 'gcj02' as const }

test('the same place is no metres away, and a hundredth of a degree of latitude about eleven hundred', () => {
  expect(metresBetween(HERE, HERE)).toBe(0)
  expect(metresBetween(HERE, { ...HERE, lat: HERE.lat + 0.01 })).toBeGreaterThan(1100)
  expect(metresBetween(HERE, { ...HERE, lat: HERE.lat + 0.01 })).toBeLessThan(1125)
})

test('a browser says WGS-84, WeChat GCJ-02: in Shenyang they lie some hundred metres apart and are compared as one', () => {
  const wgs = { lng: 123.4112, lat: 41.7821, datum: 'wgs84' as const }
  const apart = metresBetween(wgs, HERE)
  expect(apart).toBeGreaterThan(300)
  expect(apart).toBeLessThan(800)
  expect(metresBetween(wgs, { ...wgs })).toBe(0)
})

test('said in words, never as a false exactness', () => {
  expect([0, 150, 290, 2410].map(sayMetres)).toEqual(['就在旁边', '就在旁边', '离这里约 300 米', '离这里约 2.4 公里'])
})
