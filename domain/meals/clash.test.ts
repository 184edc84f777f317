import { type Cooked, clashesOf, type Restricted } from './clash'

const diner = (more: Partial<Restricted> = {}): Restricted => ({ ingredients: [], allergens: [], dislikes: [], textures: [], ...more })
const item = (dish: string, name: string, more: Partial<Cooked> = {}): Cooked => ({
  ...{ dish, name, ingredients: [], allergens: [], textures: [] },
  ...more,
})
const MENU = [
  item('pork', '红烧肉', { ingredients: ['猪肉', '酱油'], textures: ['soft'], instead: 'tofu' }),
  item('tofu', '家常豆腐', { ingredients: ['豆腐'], textures: ['soft', 'less_salt'] }),
  item('side', '拍黄瓜', { ingredients: ['黄瓜', '花生油'], instead: 'pork' }),
  item('dessert', '八宝粥', { ingredients: ['糯米'], allergens: ['花生'] }),
  item('set', '两荤一素套餐', { ingredients: ['猪肉', '鸡蛋', '米饭'] }),
]
const of = (more: Partial<Restricted>, ...dishes: string[]) => clashesOf(diner(more), MENU, dishes)

test('an ingredient somebody avoids is named, with the dish given instead', () => {
  expect(of({ ingredients: ['猪肉'] }, 'pork', 'tofu')).toEqual([
    { dish: 'pork', name: '红烧肉', why: '里面有猪肉', instead: { dish: 'tofu', name: '家常豆腐' } },
  ])
})

test('sides and desserts are looked at like the main dish, and a peanut in peanut oil is found', () => {
  expect(of({ allergens: ['花生'] }, 'pork', 'side', 'dessert').map(one => [one.dish, one.why])).toEqual([
    ['side', '里面有花生（过敏）'],
    ['dessert', '里面有花生（过敏）'],
  ])
})

test('an avoided ingredient is matched whole: who avoids 葱 may eat 洋葱', () => {
  const menu = [item('onion', '洋葱炒蛋', { ingredients: ['洋葱'] }), item('leek', '葱油饼', { ingredients: ['葱'] })]
  expect(clashesOf(diner({ ingredients: ['葱'] }), menu, ['onion', 'leek']).map(one => one.dish)).toEqual(['leek'])
})

test('a set meal clashes by what is in it', () => {
  expect(of({ ingredients: ['鸡蛋'] }, 'set')).toMatchObject([{ dish: 'set', why: '里面有鸡蛋' }])
})

test('a dish not liked and a texture that is not made are clashes, said together', () => {
  expect(of({ dislikes: ['拍黄瓜'], textures: ['soft', 'less_salt'] }, 'side', 'tofu')).toMatchObject([
    { dish: 'side', why: '不爱吃这道菜，没有软烂、少盐的做法' },
  ])
})

test('a substitute that clashes itself is not offered', () => {
  expect(of({ ingredients: ['黄瓜', '猪肉'] }, 'side')[0]).not.toHaveProperty('instead')
  expect(of({ ingredients: ['猪肉', '豆腐'] }, 'pork')[0]).not.toHaveProperty('instead')
})

test('nobody without restrictions clashes, and nobody is judged by a dish that is not on the menu', () => {
  expect(clashesOf(null, MENU, ['pork'])).toEqual([])
  expect(of({}, 'pork', 'side', 'dessert')).toEqual([])
  expect(of({ ingredients: ['猪肉'] }, 'gone')).toEqual([])
})
