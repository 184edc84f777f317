/** The sign-up rules at work: facts -> the first rule that holds -> what happens, and what every rule said about it, in words. No clock, no store. */
import type { Kind } from './contract/base'
import type { Condition, Effect, Rule, RuleSet } from './contract/rules'
import { saysCondition } from './saysrule'

/** What the rules may ask about, as it was when somebody signed up. */
export interface Facts {
  kind: Kind
  /** The role's name: 主厨. */
  role: string
  /** Shifts attended in all. */
  came: number
  /** Shifts missed without a good reason in the last `MISSED_DAYS` days. */
  missed: number
  /** Whole days between the sign-up and the shift. */
  ahead: number
  age?: number
  labels: readonly string[]
  /** In the team whose shift it is; false when it is nobody's own. */
  member: boolean
}
export interface Traced {
  rule: string
  holds: boolean
  why: string
}
export interface Decided {
  effect: Effect
  why: string
  trace: Traced[]
}
/** What was missed longer ago than this is forgotten by the rules. */
export const MISSED_DAYS = 90

/** Where nobody has saved rules: who was missed twice lately is asked about, never shut out. */
export const USUAL: RuleSet = {
  unanswered: 'approve',
  rules: [
    {
      ...{ id: 'missed', name: '最近常没来', on: true, effect: 'ask', why: '最近有两次没来成，队长点个头就行' },
      when: [{ what: 'missed', least: 2 }],
    },
  ],
}

/** The first rule that holds decides; when none does, it is settled at once. The trace names every rule in its order, those after it too. */
export function decide({ rules }: Pick<RuleSet, 'rules'>, facts: Facts): Decided {
  const trace = rules.map(rule => traced(rule, facts))
  const hit = rules[trace.findIndex(one => one.holds)]
  if (!hit) return { effect: 'auto', why: '没有规则拦着，直接定下', trace }
  return { effect: hit.effect, why: hit.why.trim() || hit.name, trace }
}

function traced(rule: Rule, facts: Facts): Traced {
  if (!rule.on) return { rule: rule.name, holds: false, why: '这条关着' }
  const missing = rule.when.find(one => !holdsFor(one, facts))
  if (missing) return { rule: rule.name, holds: false, why: `不符合：${saysCondition(missing)}` }
  return { rule: rule.name, holds: true, why: rule.when.length === 0 ? '对谁都算' : `符合：${rule.when.map(saysCondition).join('，')}` }
}

function holdsFor(it: Condition, facts: Facts): boolean {
  switch (it.what) {
    case 'kind':
      return it.any.includes(facts.kind)
    case 'role':
      return it.any.some(word => facts.role.includes(word))
    case 'label':
      return it.any.some(label => facts.labels.includes(label))
    case 'member':
      return facts.member === it.is
    case 'first':
      return (facts.came === 0) === it.is
    default:
      return within(facts[it.what], it)
  }
}

const within = (value: number | undefined, { least = 0, most = Number.POSITIVE_INFINITY }: { least?: number; most?: number }) =>
  value !== undefined && value >= least && value <= most
