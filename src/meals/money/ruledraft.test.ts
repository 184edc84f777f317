import { rulesOf } from '@domain/meals/canteens'
import { draftOf, freshId, newDraft, ruleOf, wrongIn } from './ruledraft'

const SET = rulesOf([
  { ages: '60-79', off: 1 },
  { ages: '90+', free: true, delivered: true },
  { categories: ['低保'], fixed: 6 },
  { ages: '60-89', offPerMeal: [1, 2] },
  { ages: '80+', percentOff: 30 },
])

test('a rule comes out of the form as it went in', () => {
  for (const rule of SET) expect([wrongIn(draftOf(rule)), ruleOf(draftOf(rule))]).toEqual([{}, rule])
  const dated = { ...SET[0], since: '2026-01-01', until: '2026-12-31', shares: { government: 50, enterprise: 30, charity: 20 } }
  expect(ruleOf(draftOf(dated))).toEqual(dated)
})

test('what is missing or the wrong way round is said at its field', () => {
  expect(wrongIn(newDraft('r1'))).toEqual({ amount: '写一个钱数，比如 4 或 4.5' })
  const draft = { ...newDraft('r1'), amount: '4' }
  expect(wrongIn(draft)).toEqual({})
  expect(wrongIn({ ...draft, ages: false })).toEqual({ ages: '选年龄或者类别，至少一样' })
  expect(wrongIn({ ...draft, from: '80', to: '60' })).toEqual({ ages: '年龄写反了' })
  expect(wrongIn({ ...draft, government: '60' })).toEqual({ shares: '几家加起来要正好 100' })
  expect(wrongIn({ ...draft, effect: 'percent', amount: '120' })).toEqual({ amount: '写 0 到 100 的整数' })
  expect(wrongIn({ ...draft, since: '2026-02-01', until: '2026-01-01' })).toEqual({ dates: '日期写反了' })
})

test('a new rule never takes the id of another', () => {
  expect(freshId(SET)).toBe('r7')
  expect(freshId([{ ...SET[0], id: 'r2' }])).toBe('r3')
})
