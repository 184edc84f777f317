import { itemOf, totalOf, typedOf, wrongItem } from './trip'

const pork = typedOf({ ingredient: '猪肉', unit: 'g', need: 2000, buy: 1234.5 })

test('what is missing is offered in kilograms, rounded up to what a market weighs', () => {
  expect(pork).toMatchObject({ amount: '1.3', cost: '' })
  expect(typedOf({ ingredient: '鸡蛋', unit: 'piece', need: 12, buy: 7.5 }).amount).toBe('7.5')
})

test('what was typed goes in as grams and 分, to the last of them', () => {
  expect(itemOf({ ...pork, amount: '2.55', cost: '63.07', expires: '2026-12-01' })).toEqual({
    ...{ ingredient: '猪肉', unit: 'g', amount: 2550, cost: 6307, expires: '2026-12-01' },
  })
  expect(totalOf([{ ...pork, cost: '0.1' }, { ...pork, cost: '0.2' }, pork])).toBe(30)
})

test('nothing that is not a number is a number', () => {
  expect(wrongItem({ ...pork, cost: '12' })).toBeUndefined()
  expect(wrongItem({ ...pork, cost: '12', amount: '0' })).toMatch('猪肉买了多少')
  expect(wrongItem(pork)).toMatch('猪肉花了多少钱')
  expect(wrongItem({ ...pork, cost: '1e3' })).toMatch('花了多少钱')
})
