import type { Stop } from '@domain/meals/contract/rounds'
import { openStops, seenStops } from './carry'

const stop = (id: string, more: Partial<Stop> = {}): Stop => ({
  ...{ id, call: '张奶奶', door: '3号楼', dishes: [], care: [], phone: true, state: 'open', version: 1 },
  ...more,
})
const AT = Date.parse('2026-11-23T11:20:00+08:00')
const handed = { key: 'k1', kind: 'hand' as const, form: { outcome: 'handed' as const }, at: AT, version: 1 }

test('what this phone has said counts at once, and waits visibly until it has arrived', () => {
  const [seen] = seenStops([stop('a')], { a: handed }, [{ id: 'k1' }], '李娜', '2026-11-23')
  expect(seen).toMatchObject({ state: 'done', waiting: handed, said: { words: '李娜 11:20 交到手里' } })
  const [sent] = seenStops([stop('a')], { a: handed }, [], '李娜', '2026-11-23')
  expect(sent).toMatchObject({ state: 'done' })
  expect(sent.waiting).toBeUndefined()
})

test('once the server knows more, the server is believed', () => {
  const [seen] = seenStops([stop('a', { version: 2, state: 'failed' })], { a: handed }, [], '李娜', '2026-11-23')
  expect(seen.state).toBe('failed')
})

test('what was turned away says why', () => {
  const [seen] = seenStops([stop('a')], { a: handed }, [{ id: 'k1', problem: { message: '已经送过了' } }], '李娜', '2026-11-23')
  expect(seen.problem).toBe('已经送过了')
})

test('what was put off comes last, in the order it was put off', () => {
  const stops = ['a', 'b', 'c', 'd'].map(id => stop(id))
  expect(openStops(stops, ['b', 'a']).map(one => one.id)).toEqual(['c', 'd', 'b', 'a'])
})
