/** Arithmetic of the larder, in hundredths so that nothing is lost: what has to be bought, and what is used first. Pure. */
import type { Need, Unit } from './contract/base'
import type { Lot, Wanted } from './contract/larder'

/** So many portions of a dish: what each takes, and which ingredients it has that day. */
export interface Cooking {
  name: string
  portions: number
  needs: Need[]
  ingredients: string[]
}
export interface There {
  ingredient: string
  unit: Unit
  amount: number
}
export const UNITS: { [U in Unit]: string } = { g: '克', ml: '毫升', piece: '个' }
const cents = (amount: number) => Math.round(amount * 100)
const key = ({ ingredient, unit }: { ingredient: string; unit: Unit }) => `${ingredient.trim()}|${unit}`

/** "1.5 公斤", "800 克", "12 个": large amounts as people buy them. */
export function sayAmount(amount: number, unit: Unit): string {
  const big = unit === 'piece' ? undefined : unit === 'g' ? '公斤' : '升'
  return big && amount >= 1000 ? `${Math.round(amount / 10) / 100} ${big}` : `${Math.round(amount * 100) / 100} ${UNITS[unit]}`
}

/** What a recipe takes that day: an ingredient the day's recipe has left out is not bought. */
const taken = ({ needs, ingredients }: Cooking) => needs.filter(need => ingredients.length === 0 || ingredients.includes(need.ingredient))

/** What all of it takes together, by ingredient. */
export function needed(cooking: readonly Cooking[]): { ingredient: string; unit: Unit; need: number; dishes: string[] }[] {
  const sums = new Map<string, { ingredient: string; unit: Unit; cents: number; dishes: Set<string> }>()
  for (const one of cooking.filter(it => it.portions > 0))
    for (const need of taken(one)) {
      const had = sums.get(key(need)) ?? { ingredient: need.ingredient.trim(), unit: need.unit, cents: 0, dishes: new Set<string>() }
      had.cents += cents(need.amount) * one.portions
      had.dishes.add(one.name)
      sums.set(key(need), had)
    }
  return [...sums.values()].map(({ ingredient, unit, cents: sum, dishes }) => ({ ingredient, unit, need: sum / 100, dishes: [...dishes] }))
}

/** The list: count times needs less stock; what has to be bought first. */
export function shoppingOf(cooking: readonly Cooking[], there: readonly There[]): Wanted[] {
  const have = new Map(there.map(one => [key(one), cents(one.amount)]))
  return needed(cooking)
    .map(({ ingredient, unit, need, dishes }) => {
      const stock = have.get(key({ ingredient, unit })) ?? 0
      return { ingredient, unit, need, have: stock / 100, buy: Math.max(0, cents(need) - stock) / 100, dishes }
    })
    .sort((a, b) => Number(b.buy > 0) - Number(a.buy > 0) || (a.ingredient < b.ingredient ? -1 : 1))
}

/** Ingredients of dishes that are cooked and for which nobody has written an amount. */
export function unknownIn(cooking: readonly Cooking[]): { ingredient: string; dishes: string[] }[] {
  const found = new Map<string, Set<string>>()
  for (const one of cooking.filter(it => it.portions > 0))
    for (const ingredient of one.ingredients.filter(word => !one.needs.some(need => need.ingredient === word)))
      found.set(ingredient, (found.get(ingredient) ?? new Set()).add(one.name))
  return [...found].map(([ingredient, dishes]) => ({ ingredient, dishes: [...dishes] }))
}

/** What expires first comes first; what never does, last. */
const sooner = (a: Lot, b: Lot) => {
  const [x, y] = [a.expires ?? '9999', b.expires ?? '9999']
  return x < y ? -1 : x > y ? 1 : a.since < b.since ? -1 : 1
}
export const sumOf = (lots: readonly Lot[]) => lots.reduce((sum, one) => sum + cents(one.amount), 0) / 100

/** Takes an amount out of the lots, the soonest to expire first; `missing` is what was not there. */
export function takeFrom(lots: readonly Lot[], amount: number): { lots: Lot[]; missing: number } {
  let left = cents(amount)
  const rest = [...lots].sort(sooner).flatMap(lot => {
    const take = Math.min(left, cents(lot.amount))
    left -= take
    const remains = cents(lot.amount) - take
    return remains > 0 ? [{ ...lot, amount: remains / 100 }] : []
  })
  return { lots: rest, missing: left / 100 }
}

export const putInto = (lots: readonly Lot[], lot: Lot): Lot[] => [...lots, lot].sort(sooner)
