/** A price rule as it is typed in. Pure. */
import type { Effect, Rule } from '@domain/meals/contract/prices'
import { fenOf, yuanOf } from '../kitchens/yuan'

export interface RuleDraft {
  id: string
  ages: boolean
  from: string
  /** '': from then on. */
  to: string
  categories: string[]
  effect: Effect['kind']
  /** 元, or percent. */
  amount: string
  where: 'all' | 'home' | 'away'
  /** Full price from which it holds, 元; '' always. */
  least: string
  government: string
  enterprise: string
  charity: string
  since: string
  until: string
}

/** An id no rule of the set has. */
export function freshId(rules: readonly Rule[]): string {
  let n = rules.length + 1
  while (rules.some(rule => rule.id === `r${n}`)) n++
  return `r${n}`
}

export const newDraft = (id: string): RuleDraft => ({
  ...{ id, ages: true, from: '60', to: '', categories: [], effect: 'off', amount: '', where: 'all', least: '' },
  ...{ government: '100', enterprise: '0', charity: '0', since: '', until: '' },
})

export const draftOf = ({ id, ages, categories = [], effect, delivered, least, shares, since = '', until = '' }: Rule): RuleDraft => ({
  ...{ id, ages: ages !== undefined, from: String(ages?.from ?? 60), to: ages?.to === undefined ? '' : String(ages.to), categories },
  ...{ effect: effect.kind, amount: amountOf(effect), since, until },
  where: delivered === undefined ? 'all' : delivered ? 'home' : 'away',
  least: least ? yuanOf(least) : '',
  ...{ government: String(shares.government), enterprise: String(shares.enterprise), charity: String(shares.charity) },
})
function amountOf(effect: Effect): string {
  if (effect.kind === 'free') return ''
  return effect.kind === 'percent' ? String(effect.percent) : yuanOf(effect.fen)
}

/** What has to be put right before it is a rule, by field. */
export function wrongIn(draft: RuleDraft): { ages?: string; amount?: string; shares?: string; least?: string; dates?: string } {
  const { ages, from, to, categories, effect, amount, least, since, until } = draft
  const found = {
    ages: ages ? wrongAges(from, to) : categories.length ? undefined : '选年龄或者类别，至少一样',
    amount: effect === 'free' ? undefined : wrongAmount(effect, amount),
    shares:
      [draft.government, draft.enterprise, draft.charity].map(percent).reduce((sum, one) => sum + one, 0) === 100
        ? undefined
        : '几家加起来要正好 100',
    least: least.trim() && !fenOf(least) ? '写一个钱数，比如 15' : undefined,
    dates: since && until && until < since ? '日期写反了' : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, words]) => words))
}
const whole = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined)
const percent = (text: string) => whole(text) ?? Number.NaN
function wrongAges(from: string, to: string): string | undefined {
  const [first, last] = [whole(from), to.trim() ? whole(to) : 150]
  if (first === undefined || last === undefined || first > 150 || last > 150) return '年龄写整数，比如 60'
  return last < first ? '年龄写反了' : undefined
}
function wrongAmount(effect: Effect['kind'], amount: string): string | undefined {
  if (effect !== 'percent') return fenOf(amount) === undefined ? '写一个钱数，比如 4 或 4.5' : undefined
  const number = whole(amount)
  return number === undefined || number > 100 ? '写 0 到 100 的整数' : undefined
}

/** The rule; call it when nothing is wrong. */
export function ruleOf(draft: RuleDraft): Rule {
  const { id, ages, from, to, categories, where, least, since, until } = draft
  return {
    id,
    ...(ages ? { ages: { from: Number(from), ...(to.trim() ? { to: Number(to) } : {}) } } : {}),
    ...(categories.length ? { categories } : {}),
    effect: effectOf(draft),
    ...(where === 'all' ? {} : { delivered: where === 'home' }),
    ...(least.trim() ? { least: fenOf(least) } : {}),
    shares: { government: percent(draft.government), enterprise: percent(draft.enterprise), charity: percent(draft.charity) },
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  }
}
function effectOf({ effect, amount }: RuleDraft): Effect {
  if (effect === 'free') return { kind: 'free' }
  return effect === 'percent' ? { kind: 'percent', percent: percent(amount) } : { kind: effect, fen: fenOf(amount) ?? 0 }
}
