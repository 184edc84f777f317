import { type Facts, standing } from './presence'

const at = (clock: string) => Date.parse(`2026-11-28T${clock}:00+08:00`)
const SHIFT = { from: at('09:00'), to: at('12:00') }
const came = (clock: string, more = {}) => ({ at: at(clock), how: 'tap' as const, ...more })
const seen = (facts: Partial<Facts>, clock: string) => standing({ ...SHIFT, ...facts }, at(clock))

test('check-in opens three quarters of an hour before, and until then it is said from when', () => {
  expect(seen({}, '08:14')).toEqual({ state: 'early', words: '08:15 起可以签到' })
  expect(seen({}, '08:15')).toMatchObject({ state: 'open', can: 'check_in' })
  expect(seen({}, '12:00')).toMatchObject({ state: 'open', can: 'check_in' })
  expect(seen({}, '12:01')).toMatchObject({ state: 'missed' })
})

test('whoever is there can leave; ten minutes late is on time, more is said kindly', () => {
  expect(seen({ came: came('09:10') }, '10:00')).toEqual({ state: 'in', can: 'check_out', words: '09:10 到的。走的时候点一下' })
  expect(seen({ came: came('09:25') }, '10:00').words).toContain('晚了 25 分钟，来了就好')
})

test('what the clock closed is asked about, what was said is waited with, what is counted is said in hours', () => {
  const forgotten = { came: came('09:00'), went: { at: at('12:00'), how: 'clock' as const, unsure: true } }
  expect(seen(forgotten, '12:40')).toMatchObject({ state: 'ask', can: 'say_left' })
  expect(seen({ came: came('09:00') }, '12:31')).toMatchObject({ state: 'ask', can: 'say_left' })
  expect(seen({ ...forgotten, went: came('11:30', { unsure: true }) }, '13:00').words).toContain('等队长确认')
  expect(seen({ came: came('09:00'), went: came('11:20'), settled: true }, '13:00').words).toBe(
    '09:00 到的，11:20 走的，早了 40 分钟，一共 2 小时 20 分',
  )
  expect(seen({ ...forgotten, settled: true }, '13:00').words).toContain('时长没有记')
})

test('who did not come can say why, until the lead has decided', () => {
  expect(seen({ absent: { excused: false, why: '' } }, '13:00').can).toBe('explain')
  expect(seen({ absent: { excused: false, why: '', said: '孙子发烧' } }, '13:00')).toEqual({
    state: 'absent',
    words: '这一班没来。您说：孙子发烧，队长会看',
  })
  expect(seen({ absent: { excused: true, why: '孙子发烧' } }, '13:00').words).toContain('不要紧')
})
