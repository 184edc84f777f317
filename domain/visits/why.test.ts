import { dayOf } from '../days'
import { askedFor, fold, type Knock, plan } from './plan'
import { why } from './why'

const knock = (moment: string, outcome: Knock['outcome'], worrying = false): Knock => {
  const at = Date.parse(`${moment}+08:00`)
  return { visit: moment, at, on: dayOf(at), outcome, worrying }
}
const said = (knocks: Knock[], today: string, names = ['独居', '高龄'], every = 7) =>
  why({ plan: plan(fold(knocks), every, '2026-11-01'), every, names, last: fold(knocks).last }, today)

test('nine days after a weekly visit', () => {
  expect(said([knock('2026-11-12T10:00', 'met')], '2026-11-21')).toBe('独居、高龄：每 7 天；已 9 天')
})
test('nobody has ever been there', () => {
  expect(said([], '2026-11-21', [])).toBe('还没敲过门')
})
test('not home yesterday morning', () => {
  expect(said([knock('2026-11-20T09:00', 'absent')], '2026-11-21')).toBe('昨天上午不在家，换下午再敲')
})
test('not home twice', () => {
  expect(said([knock('2026-11-17T09:00', 'absent'), knock('2026-11-18T15:00', 'absent')], '2026-11-21')).toBe('第 2 次不在家，换个周几')
})
test('did not want to open', () => {
  expect(said([knock('2026-10-22T09:00', 'refused')], '2026-11-21')).toBe('10 月 22 日不愿开门，隔 30 天再去')
})
test('did not look well', () => {
  expect(said([knock('2026-11-19T09:00', 'met', true)], '2026-11-21')).toBe('前天看着不放心，再去看一眼')
})
test('a reader who may not know the tags is told the rhythm alone', () => {
  expect(said([knock('2026-11-12T10:00', 'met')], '2026-11-21', [])).toBe('每 7 天；已 9 天')
})
test('a door that is asked for says why, also when nobody has ever been there', () => {
  const asked = askedFor(plan(fold([]), 7, '2026-12-01'), '2026-11-21')
  expect(asked).toEqual({ due: '2026-11-21', reason: 'asked', urgent: true })
  expect(why({ plan: asked, every: 7, names: ['独居'], asked: '中午的饭没人取' }, '2026-11-21')).toBe('中午的饭没人取')
})
test('a door that is overdue anyway stays as overdue as it is', () => {
  expect(askedFor({ due: '2026-11-01', reason: 'interval', urgent: false }, '2026-11-21').due).toBe('2026-11-01')
})
