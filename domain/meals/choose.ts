/** What a standing order takes from a day's menu. Pure: the same menu, diner and portions give the same dish. */
import { type Cooked, clashesOf, type Restricted } from './clash'
import type { Line } from './contract/orders'

export type Choosable = Cooked & Pick<Line, 'kind' | 'price'>
export interface Wish {
  /** The best first; none: the kitchen's set of the day, or else its first main dish. */
  dishes: string[]
  quantity: number
}
export interface Chosen {
  line: Line
  /** Nothing without a clash was to be had: somebody must settle it before the kitchen prints. */
  clash: boolean
}

/** Dishes in the order they are tried: those wished for that are cooked that day, then sets, then main dishes, then whatever there is but dessert and soup. */
export function candidates<I extends Pick<Choosable, 'dish' | 'kind'>>(items: I[], wish: Pick<Wish, 'dishes'>): I[] {
  const wished = wish.dishes.flatMap(dish => items.find(item => item.dish === dish) ?? [])
  const kinds = (kind: Line['kind']) => items.filter(item => item.kind === kind)
  return [...new Set([...wished, ...kinds('set'), ...kinds('main'), ...kinds('staple'), ...kinds('side')])]
}

/**
 * The dish of a standing order: the first candidate with `left` portions that does not clash; where one clashes and the kitchen gives another
 * instead, that one. When everything that is left clashes, the first of it, marked. Undefined: nothing is left.
 */
export function chosen(wish: Wish, items: Choosable[], diner: Restricted | null, left: (dish: string) => number): Chosen | undefined {
  const lined = (item: Choosable, instead?: string): Line => ({
    ...{ dish: item.dish, name: item.name, kind: item.kind, quantity: wish.quantity, price: item.price },
    ...(instead ? { instead } : {}),
  })
  const enough = (dish: string) => left(dish) >= wish.quantity
  let clashing: Choosable | undefined
  for (const item of candidates(items, wish)) {
    const [clash] = clashesOf(diner, items, [item.dish])
    if (!clash) {
      if (enough(item.dish)) return { line: lined(item), clash: false }
      continue
    }
    const other = clash.instead && enough(clash.instead.dish) ? items.find(one => one.dish === clash.instead?.dish) : undefined
    if (other) return { line: lined(other, item.name), clash: false }
    if (enough(item.dish)) clashing ??= item
  }
  return clashing && { line: lined(clashing), clash: true }
}
