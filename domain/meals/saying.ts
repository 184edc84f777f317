/** A price rule in words: "60 到 79 岁，便宜 1 元", "低保，每餐 6 元", "90 岁以上免费". */
import type { Ages, Effect, Rule, RuleWords } from './contract/prices'
import { yuan } from './money'

export const MEALS = { breakfast: '早饭', lunch: '午饭', dinner: '晚饭' }
/** What the categories the city begins with are called; a community's own come with the rules. */
export const CATEGORIES: { [code: string]: string } = {
  ...{ low_income: '低保', extreme_poverty: '特困', disabled: '残疾', alone: '独居', empty_nest: '空巢', aged: '高龄' },
  ...{ dependent: '失能', veteran: '退役军人', ill: '重病', child: '儿童' },
}

/** "60 到 79 岁", "90 岁以上", "13 岁以下", "80 岁". */
export function agesIn({ from, to }: Ages): string {
  if (to === undefined) return from === 0 ? '不论年纪' : `${from} 岁以上`
  if (from === 0) return `${to} 岁以下`
  return from === to ? `${from} 岁` : `${from} 到 ${to} 岁`
}

/** "免费", "每餐 6 元", "便宜 1 元", "便宜 20%". */
export function effectIn(effect: Effect): string {
  if (effect.kind === 'free') return '免费'
  if (effect.kind === 'fixed') return `每餐 ${yuan(effect.fen)}`
  return effect.kind === 'off' ? `便宜 ${yuan(effect.fen)}` : `便宜 ${effect.percent}%`
}

/** "低保或残疾，85 岁以下". `names` are those of categories made by the community. */
export function whoIn({ ages, categories }: Pick<Rule, 'ages' | 'categories'>, names: { [code: string]: string } = {}): string {
  const held = categories?.map(code => names[code] ?? CATEGORIES[code] ?? '另有照顾').join('或')
  return [...(held ? [held] : []), ...(ages ? [agesIn(ages)] : [])].join('，') || '人人'
}

/** "送到家", "满 15 元"; '' when it always holds. */
export const whenIn = ({ delivered, least }: Pick<Rule, 'delivered' | 'least'>) =>
  [...(delivered === undefined ? [] : [delivered ? '送到家' : '自己来吃来取']), ...(least ? [`满 ${yuan(least)}`] : [])].join('，')

/** The whole rule, as the price it makes explains itself. */
export function saying(rule: Rule, names?: { [code: string]: string }): string {
  const { effect } = rule
  const [when, who] = [whenIn(rule), whoIn(rule, names)]
  const does = when + effectIn(effect)
  // "90 岁以上免费" is one breath, "低保，每餐 6 元" are two
  return effect.kind === 'free' && when === '' ? `${who}${does}` : `${who}，${does}`
}

/** A rule's parts, as a table shows them. */
export const wordsOf = (rule: Rule, names?: { [code: string]: string }): RuleWords => ({
  ...{ who: whoIn(rule, names), does: effectIn(rule.effect), when: whenIn(rule), shares: sharesIn(rule), dates: datesIn(rule) },
})

const GIVERS = [
  ['government', '政府'],
  ['enterprise', '企业'],
  ['charity', '慈善'],
] as const
/** "政府出", "政府 60%，慈善 40%". */
function sharesIn({ shares }: Rule): string {
  const giving = GIVERS.filter(([giver]) => shares[giver] > 0)
  return giving.length === 1 ? `${giving[0][1]}出` : giving.map(([giver, name]) => `${name} ${shares[giver]}%`).join('，')
}

const spoken = (day: string) => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
function datesIn({ since, until }: Rule): string {
  if (since && until) return `${spoken(since)}到 ${spoken(until)}`
  if (since) return `从 ${spoken(since)}起`
  return until ? `到 ${spoken(until)}为止` : '一直有效'
}
