import { careWords, dishWords, fitOf } from './fit'

const label = (dishes: string[], care: string[] = [], more: { note?: string; call?: string; door?: string } = {}) => ({
  ...{ dishes: dishes.map(name => ({ name, quantity: 1 })), care, call: '张奶奶', door: '3号楼 2单元 501' },
  ...more,
})

test('an ordinary meal is printed large; the more there is to say, the smaller, never cut', () => {
  expect(fitOf(label(['长者套餐'], ['不放花生']))).toBe('p-label-large')
  expect(fitOf(label(['长者套餐'], [], { call: '阿卜杜拉·买买提爷爷' }))).toBe('')
  expect(fitOf(label(['长者套餐'], [], { door: '翠园小区 13号楼 2单元 1203' }))).toBe('')
  expect(fitOf(label(['萝卜炖牛肉套餐', '紫菜蛋花汤', '米饭'], ['不放花生、虾', '软烂、少盐']))).toBe('')
  const long = Array.from({ length: 8 }, (_, n) => `八个字长的一道菜${n}`)
  expect(fitOf(label(long, ['不放花生、虾、香菜、辣椒', '软烂、少盐、少油'], { note: '多给一点汤，饭要软' }))).toBe('p-label-tight')
  const most = Array.from({ length: 12 }, (_, n) => `${'十'.repeat(18)}菜${n}`)
  expect(fitOf(label(most, ['不放花生'], { note: '话'.repeat(100) }))).toBe('p-label-tighter')
})

test('a dish is said with how many, and with what it stands in for', () => {
  const dishes = [
    { name: '米饭', quantity: 2 },
    { name: '清炒鸡丁', quantity: 1, instead: '宫保鸡丁' },
  ]
  expect(dishWords(dishes)).toBe('米饭 2 份、清炒鸡丁（替宫保鸡丁）')
  expect(careWords({ care: ['不放花生', '软烂'], note: '多给汤' })).toBe('不放花生 · 软烂 · 多给汤')
})
