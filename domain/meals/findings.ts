/** What somebody should know about a rule set before it counts: ages nobody thought of, ages thought of twice, and who is worse off for being poor. */
import type { Rule, RuleSet } from './contract/prices'
import { yuan } from './money'
import { bestOf } from './price'
import { agesIn, effectIn, whoIn } from './saying'

export interface Finding {
  /** gap: no rule holds, full price; overlap: several hold, the best wins; worse: a category costs more than the same age without it. */
  kind: 'gap' | 'overlap' | 'worse'
  words: string
}
const OLDEST = 120
/** Full prices a meal may have, 分. */
const PRICES = [800, 1000, 1200, 1500, 2000]
const WAYS = [
  ['delivery', '送到家：'],
  ['pickup', '自己来吃来取：'],
] as const

/** Findings as of a day, then those that later dates in the rules bring, each once. */
export function findingsOf(set: RuleSet, day: string): Finding[] {
  const said = new Map<string, Finding>()
  for (const on of daysOf(set.rules, day))
    for (const one of findingsOn(set, on)) {
      const key = one.words
      if (!said.has(key)) said.set(key, on === day ? one : { ...one, words: `从 ${inWords(on)}起，${one.words}` })
    }
  return [...said.values()]
}

const inWords = (day: string) => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
/** The days on which another set of rules begins to hold. */
function daysOf(rules: readonly Rule[], day: string): string[] {
  const after = (until: string) => new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const changes = rules.flatMap(rule => [...(rule.since ? [rule.since] : []), ...(rule.until ? [after(rule.until)] : [])])
  return [day, ...[...new Set(changes)].filter(one => one > day).sort()]
}

function findingsOn({ rules, names }: RuleSet, day: string): Finding[] {
  const live = rules.filter(rule => (rule.since ?? day) <= day && (rule.until ?? day) >= day)
  const [home, away] = WAYS.map(([way]) => {
    const here = live.filter(rule => rule.delivered === undefined || rule.delivered === (way === 'delivery'))
    return [...ageFindings(here), ...categoryFindings(here, day, way, names)]
  })
  const both = new Set(away.map(one => one.words))
  const only = (list: Finding[], other: Set<string>, label: string) =>
    list.filter(one => !other.has(one.words)).map(one => ({ ...one, words: label + one.words }))
  const common = home.filter(one => both.has(one.words))
  return [...common, ...only(home, both, WAYS[0][1]), ...only(away, new Set(home.map(one => one.words)), WAYS[1][1])]
}

function ageFindings(rules: Rule[]): Finding[] {
  const plain = rules.filter(rule => !rule.categories)
  const at = ages(age => plain.filter(rule => covers(rule, age)))
  return [
    ...gaps(at).map(run => ({ kind: 'gap' as const, words: `${run}没有规则，按原价` })),
    ...overlaps(at).map(({ run, rules: two }) => ({ kind: 'overlap' as const, words: `${run}${twice(two)}` })),
  ]
}

function categoryFindings(rules: Rule[], day: string, way: 'delivery' | 'pickup', names: RuleSet['names']): Finding[] {
  const codes = [...new Set(rules.flatMap(rule => rule.categories ?? []))]
  return codes.flatMap(code => {
    const name = whoIn({ categories: [code] }, names)
    const at = ages(age => rules.filter(rule => rule.categories?.includes(code) && covers(rule, age)))
    const lying = (age: number) => lessFor(rules, age, [code], day, way)
    const worse = ages(age => (at[age].length > 0 ? lying(age) : undefined))
    return [
      ...gaps(at).map(run => ({ kind: 'gap' as const, words: `${name}，${run}没有单独的规则，按年龄算` })),
      ...overlaps(at).map(({ run, rules: two }) => ({ kind: 'overlap' as const, words: `${joined(name, run)}${twice(two)}` })),
      ...runs(worse).map(({ run, value }) => ({ kind: 'worse' as const, words: `${joined(name, run)}${value}` })),
    ]
  })
}

const joined = (name: string, run: string) => (run === '不论年纪' ? name : `${name}，${run}`)
const twice = (rules: Rule[]) => `同时有 ${rules.length} 条：${rules.map(rule => effectIn(rule.effect)).join('、')}，按便宜得多的算`
const covers = ({ ages: band }: Rule, age: number) => !band || (age >= band.from && age <= (band.to ?? OLDEST))
const ages = <T>(of: (age: number) => T): T[] => Array.from({ length: OLDEST + 1 }, (_, age) => of(age))

/** What to say when somebody of a category gets less off than others of the same age. */
function lessFor(rules: Rule[], age: number, categories: string[], day: string, way: 'delivery' | 'pickup'): string | undefined {
  const at = PRICES.map(price => {
    const own = bestOf(rules, { eater: { age, categories, here: true }, day, way }, price)
    const others = bestOf(rules, { eater: { age, categories: [], here: true }, day, way }, price)
    return { price, own, others, worse: (others?.less ?? 0) > (own?.less ?? 0) }
  })
  const first = at.find(one => one.worse)
  if (!first?.own || !first.others) return undefined
  const [own, others] = [effectIn(first.own.rule.effect), effectIn(first.others.rule.effect)]
  const when = at.every(one => one.worse) ? '' : `（比如 ${yuan(first.price)}的餐）`
  return `是“${own}”，同龄的别人是“${others}”，反而要多付${when}`
}

/** Runs of ages without a rule, from the youngest on that has one. */
function gaps(at: Rule[][]): string[] {
  const first = at.findIndex(rules => rules.length > 0)
  if (first < 0) return []
  return runs(at.map((rules, age) => (age > first && rules.length === 0 ? 'gap' : undefined))).map(({ run }) => run)
}

/** Steps by price (`least`) are meant to lie over one another. */
function overlaps(at: Rule[][]): { run: string; rules: Rule[] }[] {
  const clashing = at.map(rules => {
    const steps = new Map<number, Rule[]>()
    for (const rule of rules) steps.set(rule.least ?? 0, [...(steps.get(rule.least ?? 0) ?? []), rule])
    return [...steps.values()].filter(step => step.length > 1)
  })
  const by = new Map<string, Rule[]>()
  for (const step of clashing.flat()) by.set(step.map(rule => rule.id).join(), step)
  return [...by].flatMap(([key, rules]) =>
    runs(clashing.map(steps => (steps.some(step => step.map(rule => rule.id).join() === key) ? key : undefined))).map(({ run }) => ({
      run,
      rules,
    })),
  )
}

/** Ages in a row with the same value, as "80 到 89 岁". */
function runs(values: (string | undefined)[]): { run: string; value: string }[] {
  const found: { run: string; value: string }[] = []
  let from = 0
  for (let age = 1; age <= values.length; age++) {
    if (age < values.length && values[age] === values[from]) continue
    const value = values[from]
    if (value !== undefined) found.push({ run: agesIn({ from, ...(age > OLDEST ? {} : { to: age - 1 }) }), value })
    from = age
  }
  return found
}
