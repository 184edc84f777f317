/** A dish as it is typed in. Pure. */
import type { Dish, DishForm } from '@domain/meals/contract/kitchens'
import { needsOf, needsText, unread } from './needs'
import { listOf } from './plan'
import { fenOf, yuanOf } from './yuan'

export interface Recipe {
  name: string
  kind?: DishForm['kind']
  ingredients: string
  /** Those of `COMMON` that are ticked. */
  common: string[]
  /** Others, in words. */
  others: string
  textures: DishForm['textures']
  price: string
  photo: string
  /** What a portion takes, in words: "猪肉 80 克、鸡蛋 1 个". */
  needs: string
}
/** What people are allergic to most; the rest is written. */
export const COMMON = ['花生', '鸡蛋', '牛奶', '鱼', '虾', '大豆', '面筋', '芝麻']

export const NEW: Recipe = { ...{ name: '', ingredients: '', common: [], others: '', textures: [], price: '', photo: '', needs: '' } }

export const recipeOf = ({ name, kind, ingredients, allergens, textures, price, photo = '', needs }: Dish): Recipe => ({
  ...{ name, kind, ingredients: ingredients.join('、'), textures, price: yuanOf(price), photo, needs: needsText(needs) },
  common: allergens.filter(one => COMMON.includes(one)),
  others: allergens.filter(one => !COMMON.includes(one)).join('、'),
})

/** What has to be put right before it can be saved, by field. */
export function wrong({ name, kind, price, needs }: Recipe): { name?: string; kind?: string; price?: string; needs?: string } {
  const unclear = unread(needs)
  return {
    ...(name.trim() ? {} : { name: '请写菜名' }),
    ...(kind ? {} : { kind: '请选一类' }),
    ...(fenOf(price) === undefined ? { price: '请写多少钱一份，比如 9 或 9.5' } : {}),
    ...(unclear ? { needs: `“${unclear}”没看懂，写成“猪肉 80 克”这样` } : {}),
  }
}

export const formOf = ({ name, kind = 'main', ingredients, common, others, textures, price, photo, needs }: Recipe): DishForm => ({
  ...{ name: name.trim(), kind, ingredients: listOf(ingredients), textures, price: fenOf(price) ?? 0 },
  allergens: [...new Set([...common, ...listOf(others)])],
  ...(photo ? { photo } : {}),
  ...(needs.trim() ? { needs: needsOf(needs) } : {}),
})
