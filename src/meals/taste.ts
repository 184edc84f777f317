/** What somebody must not or will not eat, while it is written down. Pure. */
import type { Diner, DinerForm } from '@domain/meals/contract/orders'

/** What is asked by a tap; everything else is written. */
export const ALLERGENS = ['花生', '海鲜', '鸡蛋', '牛奶', '大豆', '小麦', '坚果', '芒果']
export const AVOIDED = ['猪肉', '牛肉', '羊肉', '鱼', '香菜', '葱', '蒜', '辣椒', '内脏']

export const formOf = ({ eater: _, alert: __, version: ___, ...form }: Diner): DinerForm => form

/** One word more, tidied; the same word once. Several at a time by 、 or a space. */
export function withWord(words: readonly string[], typed: string): string[] {
  const more = typed
    .split(/[、,，;；\s]+/)
    .map(word => word.trim().slice(0, 20))
    .filter(Boolean)
  return [...new Set([...words, ...more])].slice(0, 40)
}

/** In one line: 花生、海鲜; what stands there when there is nothing. */
export const said = (words: readonly string[], none = '没有') => words.join('、') || none
