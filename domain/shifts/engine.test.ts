/** The sign-up rules decide by the first that holds, and say why. */
import type { Rule } from './contract/rules'
import { decide, type Facts, USUAL } from './engine'
import { offerUntil } from './offer'
import { saysCondition } from './saysrule'

const facts: Facts = { kind: 'kitchen', role: '主厨', came: 12, missed: 0, ahead: 3, age: 67, labels: ['带过'], member: true }
const rule = (more: Partial<Rule>): Rule => ({ id: 'r', name: '规则', on: true, when: [], effect: 'ask', why: '先问问', ...more })

test('without a rule that holds it is settled at once', () => {
  expect(decide({ rules: [] }, facts)).toMatchObject({ effect: 'auto', trace: [] })
})
test('the first rule that holds decides, and every rule is in the trace', () => {
  const rules = [
    rule({ name: '新人', when: [{ what: 'first', is: true }], effect: 'block' }),
    rule({ name: '厨房', when: [{ what: 'kind', any: ['kitchen'] }], effect: 'ask' }),
    rule({ name: '谁都行', effect: 'auto' }),
  ]
  const { effect, trace } = decide({ rules }, facts)
  expect(effect).toBe('ask')
  expect(trace.map(one => one.holds)).toEqual([false, true, true])
  expect(trace[0].why).toBe('不符合：头一次来')
})
test('all conditions of a rule must hold', () => {
  const when: Rule['when'] = [
    { what: 'age', least: 65, most: 70 },
    { what: 'role', any: ['主厨'] },
    { what: 'came', least: 20 },
  ]
  expect(decide({ rules: [rule({ when })] }, facts).effect).toBe('auto')
  expect(decide({ rules: [rule({ when })] }, { ...facts, came: 20 }).effect).toBe('ask')
})
test('who has not said their age fits no age, and a rule that is off never holds', () => {
  const { age: _, ...ageless } = facts
  expect(decide({ rules: [rule({ when: [{ what: 'age', most: 200 }] })] }, ageless).effect).toBe('auto')
  expect(decide({ rules: [rule({ on: false })] }, facts).effect).toBe('auto')
})
test('who missed twice lately is asked about, never shut out, and one miss is forgiven', () => {
  expect(decide(USUAL, { ...facts, missed: 1 }).effect).toBe('auto')
  expect(decide(USUAL, { ...facts, missed: 5 }).effect).toBe('ask')
})
test('conditions are said in words', () => {
  expect(saysCondition({ what: 'missed', least: 2 })).toBe('近 90 天没来 2 次以上')
  expect(saysCondition({ what: 'age', least: 65, most: 79 })).toBe('65 到 79 岁')
  expect(saysCondition({ what: 'ahead', most: 1 })).toBe('提前 不超过 1 天')
})
test('an offer never ends in the night nor after the shift has begun', () => {
  const at = (text: string) => Date.parse(`${text}:00+08:00`)
  for (let minute = 0; minute < 3 * 1440; minute += 7) {
    const now = at('2026-11-28T00:00') + minute * 60_000
    const until = offerUntil(now, at('2026-11-30T09:00'))
    if (until === null) continue
    expect(until).toBeGreaterThan(now)
    expect(until).toBeLessThan(at('2026-11-30T09:00'))
    const hour = new Date(until + 8 * 3_600_000).getUTCHours()
    expect(hour >= 7 && hour <= 21).toBe(true)
  }
})
