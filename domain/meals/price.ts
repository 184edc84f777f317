/** What a meal costs whom, and why: rules and facts of the serving day in, amounts and one sentence out. */
import { type DishKind, type Meal, PAYERS, type Payers, type Priced, type Way } from './contract/base'
import type { Rule, RuleSet, Shares } from './contract/prices'
import { split, yuan } from './money'
import { MEALS, saying } from './saying'

export type { Rule, RuleSet } from './contract/prices'

/** What a price depends on in whoever eats, as of the serving day. */
export interface Eating {
  /** Completed years; absent when the birthday is not known. */
  age?: number
  /** Codes of meal-price categories that hold that day. */
  categories: string[]
  /** Neither moved away nor dead. */
  here: boolean
}
export interface Asked {
  /** null: somebody who is not registered here. */
  eater: Eating | null
  /** The serving day. */
  day: string
  /** Full prices, 分 each. The same dish in two lines is one dish. A line without a kind is a set of its own. */
  lines: { dish: string; quantity: number; price: number; kind?: DishKind }[]
  way: Way
  /** false: today's one subsidised meal is used already, in whichever kitchen. */
  subsidised: boolean
  /** On which meal it was used, when known. */
  used?: Meal
}

/** A child by the canteens' usual word: under 14. */
export const CHILD = 14

/** Never more than the full price, never below zero; the payers' parts add up to `total` exactly. No rules (null): full price. */
export function priceOf(set: RuleSet | null, asked: Asked): Priced {
  const { base, extra } = sums(asked.lines)
  const total = base + extra
  const no = refusal(asked)
  if (no) return full(total, no)
  const best = bestOf(set?.rules ?? [], asked, base)
  if (!best) return full(total, '没有优惠')
  if (best.less === 0) return full(total, `${saying(best.rule, set?.names)}，这餐原价就不到，按原价`)
  const parts = split(best.less, best.rule.shares)
  return {
    total,
    payers: { eater: total - best.less, ...parts },
    why: sentence(best.rule, set, parts, extra),
    rule: best.rule.id,
  }
}

/** Who gets nothing off, said to them. */
function refusal({ eater, subsidised, used }: Asked): string | undefined {
  if (!eater) return '没有登记，没有优惠'
  if (!eater.here) return '已经不在册，没有优惠'
  if (!subsidised) return used ? `今天的优惠已经用在${MEALS[used]}上了` : '今天的优惠已经用过了'
  return undefined
}

const full = (total: number, why: string): Priced => ({ total, payers: { eater: total, government: 0, enterprise: 0, charity: 0 }, why })

/** What makes up one meal: a set, or else one main dish, two sides, and one each of the rest. */
const ONE_MEAL: Record<DishKind, number> = { set: 1, main: 1, side: 2, staple: 1, soup: 1, dessert: 1 }

/** One meal can be subsidised (`base`): one portion of each dish of it, the dearest first; what is ordered beyond that is `extra`. */
function sums(lines: Asked['lines']): { base: number; extra: number } {
  const all = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const base = oneMeal(lines).reduce((sum, { price }) => sum + price, 0)
  return { base, extra: all - base }
}

function oneMeal(lines: Asked['lines']): Asked['lines'] {
  if (lines.length === 1) return lines
  const dishes = new Map([...lines].reverse().map(line => [line.dish, line]))
  const dearest = [...dishes.values()].sort((a, b) => b.price - a.price)
  const of = (kind: DishKind) => dearest.filter(line => (line.kind ?? 'set') === kind).slice(0, ONE_MEAL[kind])
  const set = of('set')
  return set.length > 0 ? set : (Object.keys(ONE_MEAL) as DishKind[]).flatMap(of)
}

export interface Best {
  rule: Rule
  /** What it takes off, 分. */
  less: number
}
/** Rules that name a category come before all others; among those left the one that leaves the eater least to pay, the first of equals. */
export function bestOf(rules: readonly Rule[], asked: Pick<Asked, 'eater' | 'day' | 'way'>, base: number): Best | undefined {
  let best: (Best & { named: boolean }) | undefined
  for (const rule of rules) {
    if (!holds(rule, asked, base)) continue
    const one = { rule, less: lessOf(rule, base), named: rule.categories !== undefined }
    if (!best || (one.named === best.named ? one.less > best.less : one.named)) best = one
  }
  return best
}

function holds(rule: Rule, { eater, day, way }: Pick<Asked, 'eater' | 'day' | 'way'>, base: number): boolean {
  if ((rule.since !== undefined && rule.since > day) || (rule.until !== undefined && rule.until < day)) return false
  if (rule.delivered !== undefined && rule.delivered !== (way === 'delivery')) return false
  if (rule.least !== undefined && base < rule.least) return false
  return eater !== null && aged(rule, eater.age) && named(rule, eater)
}
const aged = ({ ages }: Rule, age?: number) => !ages || (age !== undefined && age >= ages.from && (ages.to === undefined || age <= ages.to))
const named = ({ categories }: Rule, { categories: held, age = CHILD }: Eating) =>
  !categories || categories.some(one => held.includes(one) || (one === 'child' && age < CHILD))

/** What a rule takes off a meal's price; part of a 分 goes to the eater. */
function lessOf({ effect }: Rule, base: number): number {
  if (effect.kind === 'free') return base
  if (effect.kind === 'fixed') return Math.max(0, base - effect.fen)
  if (effect.kind === 'off') return Math.min(base, effect.fen)
  return Math.ceil((base * effect.percent) / 100)
}

const GIVERS: { [giver in keyof Shares]: string } = { government: '政府', enterprise: '企业', charity: '慈善' }
function sentence(rule: Rule, set: RuleSet | null, parts: Omit<Payers, 'eater'>, extra: number): string {
  const borne = rule.effect.kind === 'off' || rule.effect.kind === 'percent' ? [borneBy(parts)] : []
  return [saying(rule, set?.names), ...borne, ...(extra > 0 ? ['多要的按原价'] : [])].join('，')
}

/** "政府出 1 元"; with several the amounts stand beside the price, not in its reason: "政府、企业一起出". */
function borneBy(parts: Omit<Payers, 'eater'>): string {
  const givers = PAYERS.flatMap(giver => (giver !== 'eater' && parts[giver] > 0 ? [giver] : []))
  if (givers.length === 1) return `${GIVERS[givers[0]]}出 ${yuan(parts[givers[0]])}`
  return `${givers.map(giver => GIVERS[giver]).join('、')}一起出`
}
