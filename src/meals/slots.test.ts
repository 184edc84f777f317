import type { Order, Table, TableDay } from '@domain/meals/contract/orders'
import { focusOf, headingOf, kitchenOf, mayOrder, nextOpen, oneEach, standOf, tagOf } from './slots'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const MORNING = at('2026-11-21T08:50')
const free = { total: 1500, payers: { eater: 0, government: 1500, enterprise: 0, charity: 0 }, why: '90 岁以上免费' }
const item = (name: string, left = 10, more = {}) => ({
  ...{
    dish: name,
    name,
    kind: 'set' as const,
    price: 1500,
    ingredients: [],
    allergens: [],
    textures: [],
    portions: 20,
    left,
    held: 0,
    sold: 0,
  },
  ...more,
})
const slot = (day: string, more: Partial<TableDay> = {}): TableDay => ({
  ...{ kitchen: 'k', day, meal: 'lunch', state: 'open', cutoff: at(`${day}T09:30`), from: '11:00', to: '12:30', items: [item('蒸饺')] },
  ...more,
})
const order = (day: string, more: Partial<Order> = {}): Order => ({
  ...{ id: `e|${day}`, eater: 'e', kitchen: 'k', kitchenName: '妈妈厨房', day, meal: 'lunch', way: 'delivery', pay: 'cash', price: free },
  ...{ state: 'open', placed: { at: 0, by: '', how: 'self' }, changeUntil: at(`${day}T09:30`), clashes: [], version: 1 },
  lines: [{ dish: '蒸饺', name: '蒸饺', kind: 'set', quantity: 1, price: 1500 }],
  ...more,
})
const TODAY = '2026-11-21'
const TOMORROW = '2026-11-22'

test('a meal whose time to order passed while one looked is over', () => {
  expect([standOf(slot(TODAY), MORNING), standOf(slot(TODAY), at('2026-11-21T09:30'))]).toEqual(['open', 'over'])
  expect(standOf(slot(TODAY, { items: [item('蒸饺', 0)] }), MORNING)).toBe('full')
})

test('what is ordered stands before everything else, also before a pause', () => {
  const away = { id: 'a', from: TODAY, why: 'hospital' as const, words: '', by: '' }
  expect(standOf(slot(TODAY, { order: order(TODAY), away }), MORNING)).toBe('ordered')
  expect(standOf(slot(TODAY, { away }), MORNING)).toBe('away')
  expect(standOf(slot(TODAY, { order: order(TODAY, { state: 'explained' }) }), MORNING)).toBe('ended')
})

test('a cancelled meal can be ordered anew until the cut-off; a taken one cannot', () => {
  const cancelled = slot(TODAY, { order: order(TODAY, { state: 'cancelled' }) })
  expect([mayOrder(cancelled, MORNING), mayOrder(cancelled, at('2026-11-21T09:31'))]).toEqual([true, false])
  expect(mayOrder(slot(TODAY, { order: order(TODAY, { state: 'taken' }) }), MORNING)).toBe(false)
  expect(tagOf(cancelled, MORNING).words).toBe('取消了')
})

test('the page opens with how the next meal stands, with the time that is left, and with whose it is', () => {
  expect(headingOf(slot(TODAY, { order: order(TODAY) }), MORNING)).toBe('今天的午饭，已订')
  expect(headingOf(slot(TODAY), MORNING)).toBe('午饭还能订 40 分钟')
  expect(headingOf(slot(TODAY), at('2026-11-21T06:00'))).toBe('今天中午吃什么')
  expect(headingOf(slot(TODAY, { order: order(TODAY, { state: 'taken' }) }), MORNING, '爸爸')).toBe('爸爸今天的午饭，送到了')
  expect(headingOf(undefined, MORNING)).toBe('这几天没有开饭')
})

test('what matters is the next meal of today, then what became of it, then tomorrow', () => {
  const [today, tomorrow] = [slot(TODAY), slot(TOMORROW)]
  const taken = slot(TODAY, { order: order(TODAY, { state: 'taken' }) })
  expect(focusOf([today, tomorrow], MORNING)).toBe(today)
  expect(focusOf([taken, tomorrow], MORNING)).toBe(taken)
  expect(focusOf([today, tomorrow], at('2026-11-21T13:00'))).toBe(tomorrow)
  expect(nextOpen([taken, tomorrow], taken, MORNING)).toBe(tomorrow)
})

test('of several kitchens the one that holds the order is shown, else the one one orders from', () => {
  const [mine, other] = [slot(TODAY), slot(TODAY, { kitchen: 'far', order: order(TODAY, { kitchen: 'far' }) })]
  expect(oneEach([mine, other], 'k')).toEqual([other])
  expect(oneEach([slot(TODAY, { kitchen: 'far' }), mine], 'k')).toEqual([mine])
  const kitchens = [
    { id: 'canteen', ways: ['eatin'] },
    { id: 'brings', ways: ['delivery'] },
  ] as Table['kitchens']
  expect(kitchenOf({ kitchens, standings: [] } as unknown as Table)).toBe('brings')
})
