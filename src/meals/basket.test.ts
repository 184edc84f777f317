import type { Order, Table, TableDay } from '@domain/meals/contract/orders'
import { type Basket, chosenSlots, clashing, formOf, insteadOf, lacking, likewise, nothing, ofOrder, put, roomFor, swap } from './basket'

const CUTOFF = Date.parse('2026-11-22T09:30:00+08:00')
const item = (dish: string, more: Partial<TableDay['items'][number]> = {}): TableDay['items'][number] => ({
  ...{ dish, name: dish, kind: 'main', price: 800, ingredients: [], allergens: [], textures: [], portions: 20, left: 10, held: 0, sold: 0 },
  ...more,
})
const slot = (items: TableDay['items'], more: Partial<TableDay> = {}): TableDay => ({
  ...{ kitchen: 'k', day: '2026-11-22', meal: 'lunch', state: 'open', cutoff: CUTOFF, from: '11:00', to: '12:30', items },
  ...more,
})
const table = { kitchens: [{ id: 'k', ways: ['delivery', 'pickup'] }], standings: [] } as unknown as Table
const order = (quantity: number) =>
  ({
    state: 'open',
    changeUntil: CUTOFF,
    lines: [{ dish: '蒸饺', quantity }],
    way: 'pickup',
    point: 'p',
    pay: 'bill',
    clashes: [],
  }) as unknown as Order

test('what is sent is what was chosen: no point for a meal that is brought, no empty words, no yes to what is not there', () => {
  const chosen = { ...nothing(table, slot([])), lines: { 蒸饺: 2 }, note: '  ', point: 'p', accepted: ['蒸饺', '别的'] }
  expect(formOf(slot([]), chosen)).toEqual({
    ...{ kitchen: 'k', day: '2026-11-22', meal: 'lunch', way: 'delivery', pay: 'cash' },
    ...{ lines: [{ dish: '蒸饺', quantity: 2 }], accepted: ['蒸饺'] },
  })
})

test('a dish taken out takes its yes with it, and one put in place of another comes as many times', () => {
  const chosen = { ...nothing(table, slot([])), lines: { 蒸饺: 2 }, accepted: ['蒸饺'] }
  expect(put(chosen, '蒸饺', 0)).toMatchObject({ lines: {}, accepted: [] })
  expect(swap(chosen, '蒸饺', '包子').lines).toEqual({ 包子: 2 })
})

test('somebody who changes their own order may keep what they hold, though nothing is left', () => {
  const held = slot([item('蒸饺', { left: 0 })], { order: order(2) })
  expect(roomFor(held, held.items[0])).toBe(2)
  expect(lacking(held, ofOrder(order(2)))).toEqual([])
  expect(lacking(held, put(ofOrder(order(2)), '蒸饺', 3)).map(one => one.name)).toEqual(['蒸饺'])
  expect(ofOrder(order(2))).toMatchObject({ way: 'pickup', point: 'p', pay: 'bill' })
})

test('a clash stands until somebody says yes to it, and its substitute is one that can be had and eaten', () => {
  const bad = item('花生酥', { clash: '里面有花生（过敏）', instead: '米糕' })
  const menu = slot([bad, item('米糕')])
  const chosen = put(nothing(table, menu), '花生酥', 1)
  expect(clashing(menu, chosen)).toEqual([bad])
  expect(clashing(menu, { ...chosen, accepted: ['花生酥'] })).toEqual([])
  expect(insteadOf(menu, bad)?.dish).toBe('米糕')
  expect(insteadOf(slot([bad, item('米糕', { left: 0 })]), bad)).toBeUndefined()
  expect(insteadOf(slot([bad, item('米糕', { clash: '不爱吃这道菜' })]), bad)).toBeUndefined()
})

test('the same for another day is the same dish, else one of its kind that is left and not against the eater', () => {
  const from = slot([item('蒸饺'), item('汤', { kind: 'soup' })])
  const chosen = { ...nothing(table, from), lines: { 蒸饺: 2, 汤: 1 } }
  const to = slot([item('花生鸡', { clash: '里面有花生' }), item('红烧肉', { left: 1 })])
  expect(likewise(from, chosen, to).lines).toEqual({ 红烧肉: 1 })
  expect(likewise(from, chosen, slot([item('包子'), item('蒸饺')])).lines).toEqual({ 蒸饺: 2 })
})

test('only what can still be ordered is sent, and a meal that is ordered already is not ordered again', () => {
  const menu = slot([item('蒸饺')])
  const basket: Basket = { 'k|2026-11-22|lunch': put(nothing(table, menu), '蒸饺', 1) }
  expect(chosenSlots([menu], basket, CUTOFF - 1)).toEqual([menu])
  expect(chosenSlots([menu], basket, CUTOFF)).toEqual([])
  const ordered = slot([item('蒸饺')], { order: order(1) })
  expect(chosenSlots([ordered], basket, CUTOFF - 1)).toEqual([])
  expect(chosenSlots([ordered], basket, CUTOFF - 1, 'k|2026-11-22|lunch')).toEqual([ordered])
})
