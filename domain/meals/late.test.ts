import type { Serving } from './contract/kitchens'
import { madeAt } from './late'

const at = (text: string) => Date.parse(`${text}+08:00`)
const lunch = (more: Partial<Serving>): { servings: Serving[] } => ({
  servings: [{ meal: 'lunch', from: '11:00', to: '12:30', cutoff: '09:30', before: 0, ...more }],
})

test('standing orders become orders at six in the evening before', () => {
  expect(madeAt(lunch({}), '2026-11-22', 'lunch')).toBe(at('2026-11-21T18:00'))
})

test('where the kitchen must know earlier, two hours before its cut-off', () => {
  expect(madeAt(lunch({ cutoff: '15:00', before: 1 }), '2026-11-22', 'lunch')).toBe(at('2026-11-21T13:00'))
  expect(madeAt(lunch({ cutoff: '19:00', before: 1 }), '2026-11-22', 'lunch')).toBe(at('2026-11-21T17:00'))
})
