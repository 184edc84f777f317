import { asksAfter, attended, missedLately, without } from './absence'

test('two misses in ninety days make the engine ask; older ones do not', () => {
  expect(asksAfter(['2026-11-01'], '2026-11-28')).toBe(false)
  expect(asksAfter(['2026-10-01', '2026-11-01'], '2026-11-28')).toBe(true)
  expect(asksAfter(['2026-08-30', '2026-11-01'], '2026-11-28')).toBe(false)
  expect(missedLately(['2026-08-31', '2026-11-01'], '2026-11-28')).toBe(2)
})

test('three shifts attended take the oldest miss away, and the counting begins anew', () => {
  let state = { missed: ['2026-11-03', '2026-10-01'], amends: 0 }
  const forgiven: (string | undefined)[] = []
  for (let n = 0; n < 6; n++) {
    const { forgiven: day, ...next } = attended(state)
    state = next
    forgiven.push(day)
  }
  expect(forgiven).toEqual([undefined, undefined, '2026-10-01', undefined, undefined, '2026-11-03'])
  expect(state).toEqual({ missed: [], amends: 0 })
})

test('who has missed nothing saves nothing up', () => {
  expect(attended({ missed: [], amends: 2 })).toEqual({ missed: [], amends: 0 })
})

test('a miss taken back is one of that day, not all', () => {
  expect(without(['2026-11-01', '2026-11-01', '2026-11-02'], '2026-11-01')).toEqual(['2026-11-01', '2026-11-02'])
  expect(without(['2026-11-02'], '2026-11-01')).toEqual(['2026-11-02'])
})
