import { rebased } from './rebase'

test('a colleague changed the phone while the note was being written: both stay', () => {
  const base = { note: '', phones: '138', name: '张凤兰' }
  expect(rebased({ ...base, note: '耳朵背' }, base, { ...base, phones: '139' })).toEqual({ note: '耳朵背', phones: '139', name: '张凤兰' })
})

test('two changed the same field: what this person typed stays to be looked at', () => {
  const base = { note: '旧的' }
  expect(rebased({ note: '我的' }, base, { note: '别人的' })).toEqual({ note: '我的' })
})
