import { ASK_AGAIN, inOrder, mayAsk, timeOf } from './helpers'

const moment = (day: string, hour: string) => ({ day, from: Date.parse(`${day}T${hour}:00+08:00`) })

test('a shift lies in the free time that volunteers tick', () => {
  expect(timeOf(moment('2026-11-30', '09:00'))).toBe('1m')
  expect(timeOf(moment('2026-11-29', '14:00'))).toBe('0a')
  expect(timeOf(moment('2026-11-28', '18:00'))).toBe('6e')
})

test('who said they are free then comes first, then whoever was least recently asked', () => {
  const one = (name: string, askedAt: number, times: string[] = []) => ({ name, askedAt, times, mute: [] })
  const people = [one('a', 5), one('b', 0), one('c', 9, ['1m']), one('d', 3, ['1m', '2a']), one('e', 0)]
  expect(inOrder(people, '1m').map(({ name }) => name)).toEqual(['d', 'c', 'b', 'e', 'a'])
})

test('nobody is asked twice within three days, nor who does not want to be', () => {
  const now = 100 * ASK_AGAIN
  expect(mayAsk({ times: [], mute: [], askedAt: now - ASK_AGAIN }, now)).toBe(true)
  expect(mayAsk({ times: [], mute: [], askedAt: now - ASK_AGAIN + 1 }, now)).toBe(false)
  expect(mayAsk({ times: [], mute: ['shortage'], askedAt: 0 }, now)).toBe(false)
})
