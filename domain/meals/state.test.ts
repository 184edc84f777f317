import { stateOf } from './state'

test('an order is open until something happens to it', () => {
  expect(stateOf({})).toBe('open')
})

test('a meal that reached somebody is taken, whatever was thought before', () => {
  expect(stateOf({ handed: { outcome: 'left' }, explained: {}, over: true, cancelled: {} })).toBe('taken')
})

test('nobody opening the door is not a meal taken: it stays failed until it is explained or the service is over', () => {
  const handed = { outcome: 'no_answer' }
  expect(stateOf({ handed })).toBe('failed')
  expect(stateOf({ handed, over: true })).toBe('missed')
  expect(stateOf({ handed, over: true, explained: {} })).toBe('explained')
})
