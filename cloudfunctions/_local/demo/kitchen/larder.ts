/** What a portion takes, and what lies in the larder: bought twice this week, some of it to be used soon. */
import type { Need } from '@domain/meals/contract'
import type { DishForm } from '@domain/meals/contract/kitchens'
import type { TripForm } from '@domain/meals/contract/larder'
import type { Loading } from '../loading'
import type { DemoKitchen } from './index'

/** Grams a portion as a main ingredient; eggs are counted. Nobody weighs onions, vinegar and soy sauce. */
const GRAMS: { [ingredient: string]: number } = {
  ...{ 猪肉: 80, 五花肉: 90, 猪里脊: 90, 鸡肉: 100, 鲫鱼: 150, 排骨: 120, 虾皮: 3 },
  ...{ 白菜: 100, 酸菜: 80, 豆角: 80, 土豆: 80, 茄子: 80, 青椒: 40, 西红柿: 100, 油麦菜: 120, 黄瓜: 60, 萝卜: 60, 冬瓜: 80, 胡萝卜: 30 },
  ...{ 豆腐: 100, 粉条: 40, 粉丝: 30, 拉皮: 100, 榛蘑: 15, 木耳: 8, 紫菜: 3 },
  ...{ 大米: 75, 面粉: 80, 小米: 30, 玉米碴: 30, 芸豆: 15, 红豆: 40, 花生: 30 },
}
const EGGS = 1
/** A set has less of each than a dish of its own. */
const PART = 0.6

/** What a portion takes of what is weighed. A set's recipe differs from day to day: it knows all of it, the day's own ingredients decide. */
export function needsOf(kind: DishForm['kind'], ingredients: string[]): Need[] {
  const names = kind === 'set' ? Object.keys(GRAMS) : ingredients
  const part = kind === 'set' ? PART : 1
  const weighed = names
    .filter(one => GRAMS[one])
    .map((ingredient): Need => ({ ingredient, unit: 'g', amount: Math.round(GRAMS[ingredient] * part) }))
  return kind === 'set' || ingredients.includes('鸡蛋') ? [...weighed, { ingredient: '鸡蛋', unit: 'piece', amount: EGGS }] : weighed
}

const kilos = (ingredient: string, kilo: number, yuan: number, expires?: string): TripForm['items'][number] => ({
  ...{ ingredient, unit: 'g', amount: kilo * 1000, cost: yuan * 100 },
  ...(expires ? { expires } : {}),
})

export async function settleLarder(at: Loading, cook: string, { id: kitchen }: DemoKitchen): Promise<void> {
  at.moveTo(4, 7 * 60)
  const wholesale: TripForm = {
    ...{ day: at.day(4), buyer: '刘师傅', shop: '八家子市场' },
    items: [kilos('大米', 50, 260), kilos('面粉', 25, 110, at.day(-90)), kilos('小米', 5, 45), kilos('粉条', 6, 72), kilos('木耳', 1, 60)],
  }
  await (await at.as(cook))('meals.buy', { kitchen, form: wholesale })
  at.moveTo(1, 15 * 60)
  const eggs = { ingredient: '鸡蛋', unit: 'piece' as const, amount: 120, cost: 9000, expires: at.day(-12) }
  const fresh: TripForm = {
    ...{ day: at.day(1), buyer: '张玉华', shop: '早市' },
    items: [eggs, kilos('豆腐', 4, 24, at.day(-1)), kilos('白菜', 15, 30, at.day(-6)), kilos('猪肉', 5, 130, at.day(-2))],
  }
  const ask = await at.as(cook)
  await ask('meals.buy', { kitchen, form: fresh })
  await ask('meals.move_stock', { kitchen, ingredient: '白菜', unit: 'g', why: 'wasted', amount: 800, note: '外面的叶子烂了' })
  await ask('meals.waste', { kitchen, day: at.day(1), meal: 'lunch', name: '米饭', portions: 4, why: 'left' })
}
