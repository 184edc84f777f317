import { said, withWord } from './taste'
import { sayPause, sayWeekdays, stillComing, withWeekdays } from './weekly'
import { kinOf, sayCutoff, sayLeft, sayLines, sayNextDay, sayOthers, sayPrice, sayWhy } from './words'

const at = (text: string) => Date.parse(`${text}:00+08:00`)

test('the coming days are said as at a kitchen table', () => {
  const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-26', '2026-11-28'].map(day => sayNextDay(day, '2026-11-21'))
  expect(days).toEqual(['今天', '明天', '后天', '周四', '11月28日 周六'])
})

test('until when one can order is said with what is left of it', () => {
  expect(sayCutoff(at('2026-11-21T09:30'), at('2026-11-21T08:50'))).toBe('09:30 截止，还有 40 分钟')
  expect(sayCutoff(at('2026-11-22T09:30'), at('2026-11-21T08:50'))).toBe('明天 09:30 截止')
  expect([sayLeft(0, 1), sayLeft(61_000, 0), sayLeft(2 * 3_600_000, 0)]).toEqual(['时间过了', '还有 2 分钟', '还有 2 小时'])
})

test('a price explains itself: what one pays, why, and who pays the rest', () => {
  const payers = { eater: 500, government: 600, enterprise: 0, charity: 400 }
  expect(sayPrice({ total: 1500, payers, why: '80 到 89 岁，便宜 10 元，政府出 6 元，慈善出 4 元' })).toBe(
    '自己付 5 元，80 到 89 岁，便宜 10 元',
  )
  expect(sayWhy({ why: '80 到 89 岁，便宜 3 元，政府、企业、慈善一起出' })).toBe('80 到 89 岁，便宜 3 元')
  expect(sayOthers({ total: 1500, payers })).toBe('原价 15 元，政府出 6 元，慈善出 4 元')
  const free = { total: 1500, payers: { eater: 0, government: 1500, enterprise: 0, charity: 0 }, why: '90 岁以上免费' }
  expect(sayPrice(free)).toBe('不收钱，90 岁以上免费')
  expect(sayOthers({ total: 1500, payers: { eater: 1500, government: 0, enterprise: 0, charity: 0 } })).toBe('')
})

test('a daughter says 爸爸, a grandson 奶奶; who says nothing of the relation uses the name', () => {
  expect([kinOf('女儿', '王大爷'), kinOf('儿子', '张奶奶'), kinOf('孙子', '张奶奶'), kinOf('外孙女', '王爷爷')]).toEqual([
    ...['爸爸', '妈妈', '奶奶', '姥爷'],
  ])
  expect([kinOf('邻居', '王大爷'), kinOf(undefined, '王大爷'), kinOf('女儿', '王福来')]).toEqual(['王大爷', '王大爷', '王福来'])
})

test('dishes are said with how many only where it is more than one', () => {
  expect(
    sayLines([
      { name: '蒸饺', quantity: 1 },
      { name: '粥', quantity: 2 },
    ]),
  ).toBe('蒸饺、粥 2 份')
})

test('weekdays that follow each other are said as a stretch', () => {
  expect(
    [
      [1, 2, 3, 4, 5],
      [0, 6],
      [1, 3, 5],
      [0, 1, 2, 3, 4, 5, 6],
    ].map(sayWeekdays),
  ).toEqual(['周一到周五', '周六、周日', '周一、周三、周五', '每天'])
})

test('a weekday switched on is like the others, and one that stays keeps its own', () => {
  const monday = { weekday: 1, dishes: ['包子'], quantity: 2, way: 'pickup' as const }
  expect(withWeekdays([monday], [3, 1], monday)).toEqual([monday, { ...monday, weekday: 3 }])
  expect(withWeekdays([], [0], monday)).toEqual([{ ...monday, weekday: 0 }])
})

test('the window of a pause is said in words, and what comes all the same is named', () => {
  expect(sayPause({ from: '2026-11-23', until: '2026-11-29' }, '2026-11-21')).toBe(
    '从11月23日 周一停到11月29日 周日，一共 7 天；11月30日 周一又照常',
  )
  expect(sayPause({ from: '2026-11-23', until: '' }, '2026-11-21')).toBe('从11月23日 周一起都停，什么时候恢复您说一声')
  expect(sayPause({ from: '2026-11-23', until: '2026-11-22' }, '2026-11-21')).toBe('到哪天为止要晚于从哪天停')
  const today = {
    kitchen: 'k',
    day: '2026-11-21',
    meal: 'lunch',
    state: 'over',
    items: [],
    order: { state: 'open', changeUntil: 5 },
  } as never
  expect(stillComing([today], { from: '2026-11-21', until: '' }, 5, '2026-11-21')).toBe('今天的午饭已经过了改的时间，还会做')
  expect(stillComing([today], { from: '2026-11-22', until: '' }, 5, '2026-11-21')).toBe('')
})

test('words written in are tidied and stand once', () => {
  expect(withWord(['花生'], ' 腰果、花生 虾 ')).toEqual(['花生', '腰果', '虾'])
  expect([said([]), said(['虾', '蟹'])]).toEqual(['没有', '虾、蟹'])
})
