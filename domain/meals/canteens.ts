/** Published rules of canteens ("60-79", off 1 元, 特困) as rules of ours: for the tests, and to show that nothing published is inexpressible. */
import type { Effect, Rule } from './contract/prices'
import { CATEGORIES } from './saying'

/** A rule as canteens publish it; money in 元. */
export interface Published {
  ages?: string
  categories?: string[]
  off?: number
  /** "便宜 1 到 2 元": see `stepsOf`. */
  offPerMeal?: [number, number]
  percentOff?: number
  fixed?: number
  free?: boolean
  delivered?: boolean
}

/** From this full price on the larger of `offPerMeal` holds, 分. */
export const STEP = 1500
const CODES = Object.fromEntries(Object.entries(CATEGORIES).map(([code, name]) => [name, code]))

/** Published rules as ours; whatever is taken off, the government bears. */
export const rulesOf = (published: Published[]): Rule[] =>
  published.flatMap((one, at) =>
    stepsOf(one).map(({ effect, least }, step) => ({
      id: `r${at + 1}${step ? '-2' : ''}`,
      ...(one.ages ? { ages: agesOf(one.ages) } : {}),
      ...(one.categories ? { categories: one.categories.map(name => CODES[name]) } : {}),
      ...(one.delivered === undefined ? {} : { delivered: one.delivered }),
      ...(least ? { least } : {}),
      effect,
      shares: { government: 100, enterprise: 0, charity: 0 },
    })),
  )

function agesOf(ages: string): { from: number; to?: number } {
  const [from, to] = ages.replace('+', '').split('-').map(Number)
  return to === undefined ? { from } : { from, to }
}

/**
 * 蓝海 takes "1 to 2 元 off each meal". We read it as steps by the meal's full price: 1 元, and 2 元 from 15 元 on; the step is data and can be
 * set otherwise. Both rules hold for the dear meal, and the best for the eater wins.
 */
function stepsOf({ off, offPerMeal, percentOff, fixed, free }: Published): { effect: Effect; least?: number }[] {
  if (free) return [{ effect: { kind: 'free' } }]
  if (offPerMeal) return offPerMeal.map((yuan, at) => ({ effect: { kind: 'off', fen: yuan * 100 }, ...(at ? { least: STEP } : {}) }))
  if (fixed !== undefined) return [{ effect: { kind: 'fixed', fen: fixed * 100 } }]
  if (percentOff !== undefined) return [{ effect: { kind: 'percent', percent: percentOff } }]
  return [{ effect: { kind: 'off', fen: (off ?? 0) * 100 } }]
}
