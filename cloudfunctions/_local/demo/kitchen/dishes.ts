/** What 妈妈厨房 cooks: home dishes of the northeast, and which day of the week has which. */
import type { DishForm } from '@domain/meals/contract/kitchens'
import { needsOf } from './larder'

const dish = (
  name: string,
  kind: DishForm['kind'],
  price: number,
  ingredients: string,
  more: { allergens?: string[]; textures?: DishForm['textures'] } = {},
): DishForm => ({
  ...{ name, kind, price, ingredients: ingredients.split(' '), allergens: [], textures: [] },
  needs: needsOf(kind, ingredients.split(' ')),
  ...more,
})
const SOFT: DishForm['textures'] = ['soft', 'less_salt', 'less_oil']

/** Prices are 分 a portion. */
export const DISHES = {
  set: dish('长者套餐', 'set', 1000, '猪肉 白菜 豆腐 大米', { textures: SOFT }),
  pork: dish('猪肉炖粉条', 'main', 900, '猪肉 粉条 白菜', { textures: ['soft'] }),
  chicken: dish('小鸡炖蘑菇', 'main', 1200, '鸡肉 榛蘑 粉条', { textures: ['soft'] }),
  sour: dish('酸菜白肉', 'main', 900, '酸菜 五花肉 粉丝'),
  guobao: dish('锅包肉', 'main', 1200, '猪里脊 淀粉 糖 醋'),
  fish: dish('红烧鲫鱼', 'main', 1000, '鲫鱼 葱 姜 酱油', { allergens: ['鱼'] }),
  ribs: dish('豆角炖排骨', 'main', 1200, '排骨 豆角 土豆', { textures: ['soft'] }),
  meatballs: dish('清汤丸子', 'main', 800, '猪肉 冬瓜 鸡蛋', { allergens: ['鸡蛋'], textures: SOFT }),
  tofu: dish('家常豆腐', 'main', 600, '豆腐 木耳 胡萝卜', { allergens: ['大豆'], textures: ['soft'] }),
  disanxian: dish('地三鲜', 'side', 500, '茄子 土豆 青椒'),
  cabbage: dish('醋溜白菜', 'side', 300, '白菜 醋', { textures: ['less_oil'] }),
  eggs: dish('西红柿炒鸡蛋', 'side', 400, '西红柿 鸡蛋', { allergens: ['鸡蛋'], textures: ['soft'] }),
  greens: dish('蒜蓉油麦菜', 'side', 300, '油麦菜 大蒜', { textures: ['less_oil'] }),
  salad: dish('大拉皮', 'side', 400, '拉皮 黄瓜 麻酱', { allergens: ['芝麻'] }),
  rice: dish('米饭', 'staple', 100, '大米', { textures: ['soft'] }),
  bun: dish('馒头', 'staple', 100, '面粉', { allergens: ['面筋'] }),
  sourbuns: dish('酸菜包子', 'staple', 200, '面粉 酸菜 猪肉', { allergens: ['面筋'] }),
  cucumberbuns: dish('黄瓜馅包子', 'staple', 200, '面粉 黄瓜 鸡蛋', { allergens: ['面筋', '鸡蛋'] }),
  porridge: dish('小米粥', 'soup', 100, '小米', { textures: ['soft', 'less_salt', 'liquid'] }),
  cornsoup: dish('大碴粥', 'soup', 100, '玉米碴 芸豆', { textures: ['soft', 'liquid'] }),
  soup: dish('萝卜丝汤', 'soup', 200, '萝卜 虾皮', { allergens: ['虾'], textures: ['less_oil'] }),
  egg_soup: dish('紫菜蛋花汤', 'soup', 200, '紫菜 鸡蛋', { allergens: ['鸡蛋'], textures: ['less_oil', 'liquid'] }),
  custard: dish('鸡蛋羹', 'dessert', 200, '鸡蛋', { allergens: ['鸡蛋'], textures: ['soft', 'liquid'] }),
  beans: dish('红豆沙', 'dessert', 300, '红豆 糖', { textures: ['soft', 'liquid'] }),
  peanuts: dish('花生酥', 'dessert', 300, '花生 糖 面粉', { allergens: ['花生', '面筋'] }),
} satisfies { [key: string]: DishForm }
export type DishKey = keyof typeof DISHES

export interface DayPlan {
  /** What the day's set is made of. */
  set: string
  dishes: DishKey[]
  special?: [DishKey, string]
}
/** What everybody can eat is on every day's menu, and given to whoever must not have another dish. */
export const INSTEAD: DishKey = 'tofu'

/** 0 Sunday ... 6 Saturday. */
export const WEEK: DayPlan[] = [
  { set: '鸡肉 榛蘑 白菜 大米', dishes: ['set', 'chicken', 'tofu', 'cabbage', 'rice', 'porridge', 'beans'] },
  { set: '猪肉 粉条 白菜 大米', dishes: ['set', 'pork', 'tofu', 'eggs', 'rice', 'cornsoup', 'custard'] },
  { set: '鲫鱼 油麦菜 豆腐 大米', dishes: ['set', 'fish', 'meatballs', 'tofu', 'greens', 'rice', 'soup'] },
  { set: '排骨 豆角 土豆 大米', dishes: ['set', 'ribs', 'tofu', 'disanxian', 'bun', 'egg_soup', 'peanuts'] },
  {
    set: '酸菜 五花肉 粉丝 大米',
    dishes: ['set', 'sour', 'meatballs', 'tofu', 'cabbage', 'sourbuns', 'porridge'],
    special: ['sourbuns', '周四酸菜包子'],
  },
  { set: '猪里脊 西红柿 鸡蛋 大米', dishes: ['set', 'guobao', 'meatballs', 'tofu', 'eggs', 'rice', 'soup', 'custard'] },
  { set: '豆腐 木耳 黄瓜 大米', dishes: ['set', 'tofu', 'pork', 'salad', 'cucumberbuns', 'cornsoup', 'beans'] },
]

/** How many of each are cooked for an ordinary lunch. */
export const PORTIONS: Record<DishForm['kind'], number> = { set: 50, main: 18, side: 20, staple: 40, soup: 30, dessert: 15 }
