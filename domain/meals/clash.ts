/** What somebody should not or will not eat, held against every component of an order: sides, soup and dessert like the main dish. */
import type { Texture } from './contract/base'
import type { Clash } from './contract/orders'

/** The part of a diner that decides. */
export interface Restricted {
  ingredients: string[]
  allergens: string[]
  /** Names of dishes. */
  dislikes: string[]
  textures: string[]
}
/** The part of a menu's item that decides: the recipe as it is cooked that day. A set meal has the ingredients of all that is in it. */
export interface Cooked {
  dish: string
  name: string
  ingredients: string[]
  allergens: string[]
  textures: string[]
  instead?: string
}

const MADE: { [T in Texture]: string } = {
  soft: '软烂',
  less_salt: '少盐',
  less_oil: '少油',
  less_sugar: '少糖',
  liquid: '流食',
}

const tidy = (words: string[]) => words.map(word => word.trim()).filter(Boolean)
const listed = (words: string[]) => [...new Set(words)].join('、')

/** Why this dish is not for this diner, said to them: "里面有花生（过敏）"; undefined when it is. */
export function whyNot(diner: Restricted, item: Cooked): string | undefined {
  const inside = tidy([...item.ingredients, ...item.allergens])
  // an allergy is looked for inside words too (花生 in 花生油): a needless question is better than a missed peanut
  const allergic = tidy(diner.allergens).filter(word => inside.some(one => one.includes(word)))
  const avoided = tidy(diner.ingredients).filter(word => inside.includes(word) && !allergic.includes(word))
  const missing = diner.textures.filter(texture => !item.textures.includes(texture))
  const reasons = [
    ...(allergic.length > 0 ? [`里面有${listed(allergic)}（过敏）`] : []),
    ...(avoided.length > 0 ? [`里面有${listed(avoided)}`] : []),
    ...(tidy(diner.dislikes).includes(item.name.trim()) ? ['不爱吃这道菜'] : []),
    ...(missing.length > 0 ? [`没有${listed(missing.map(one => MADE[one as Texture] ?? one))}的做法`] : []),
  ]
  return reasons.length > 0 ? reasons.join('，') : undefined
}

/**
 * The clashes of the dishes of an order, in its order, each once. `items` is the menu of that meal; `instead` is named when the menu has it and the
 * diner may eat it. A dish that is no longer on the menu cannot be judged and is left to whoever finds it missing.
 */
export function clashesOf(diner: Restricted | null | undefined, items: Cooked[], dishIds: string[]): Clash[] {
  if (!diner) return []
  const menu = new Map(items.map(item => [item.dish, item]))
  return [...new Set(dishIds)].flatMap(dish => {
    const item = menu.get(dish)
    const why = item && whyNot(diner, item)
    if (!item || !why) return []
    const instead = item.instead && item.instead !== dish ? menu.get(item.instead) : undefined
    const good = instead && !whyNot(diner, instead)
    return [{ dish, name: item.name, why, ...(good ? { instead: { dish: instead.dish, name: instead.name } } : {}) }]
  })
}
