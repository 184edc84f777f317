/** Whether somebody may take a role of a shift: snapshot -> decision -> reason. Asked when looking, when signing up, when the queue moves, and when two people swap. */
import { ageOn } from '../days'
import { clash, overload, type Span, tooClose } from './clash'
import type { PaperKind, RoleForm, Skill, StandState } from './contract/base'
import { type Eased, type Limits, limitsOn, OF_AGE, YOUNGEST } from './load'
import { PAPER_WORDS, SKILL_WORDS } from './words'

/** A paper somebody showed; only confirmed ones count. Days inclusive. */
export interface Paper {
  kind: PaperKind
  from?: string
  until?: string
  confirmed: boolean
}
export interface Helper {
  /** waiting 等社区点头, active 在册, paused 歇着, lapsed 太久没来, left 退出了, declined 没同意. */
  state: 'waiting' | 'active' | 'paused' | 'lapsed' | 'left' | 'declined'
  /** A pause, days inclusive; open when `until` is absent. */
  pause?: { from: string; until?: string }
  born?: string
  skills: readonly Skill[]
  labels: readonly string[]
  teams: readonly string[]
  eased?: Eased
}
export interface Wanted {
  span: Span
  day: string
  team?: string
  role: RoleForm
}
/** `code` is stable, for tests and records; `why` is said to the person. */
export type Fit = { state: 'free'; warn?: string } | { state: Extract<StandState, 'clashes' | 'not_allowed'>; code: string; why: string }

const not = (code: string, why: string): Fit => ({ state: 'not_allowed', code, why })

/** The first thing that stands in the way, or free. `spans`: what they have in the week of the shift and its neighbours. */
export function fit(helper: Helper | null, papers: readonly Paper[], spans: readonly Span[], wanted: Wanted): Fit {
  const { role, day, span } = wanted
  const standing = standingOf(helper, day)
  if (!helper || standing) return standing ?? not('not_registered', '先登记成志愿者，再来报名')
  if (wanted.team && !helper.teams.includes(wanted.team)) return not('team', '这个班是队里自己的，先加入这个队')
  const young = underAge(helper, papers, day)
  if (young) return young
  const lacking = qualified(helper, papers, role, day)
  if (lacking) return lacking
  const limits = limitsOn(helper.born, helper.eased, day)
  if (role.heavy && !limits.heavy) return not('heavy', '这个岗位要出力气，为了您的身体，请选轻一点的')
  const hit = clash(spans, span)
  if (hit) return { state: 'clashes', code: hit.code, why: hit.why }
  return loaded(spans, span, limits)
}

function loaded(spans: readonly Span[], span: Span, limits: Limits): Fit {
  const much = overload(spans, span, limits)
  if (much) return not(much.code, much.why)
  const warn = tooClose(spans, span)
  return { state: 'free', ...(warn ? { warn } : {}) }
}

function standingOf(helper: Helper | null, day: string): Fit | null {
  if (!helper) return null
  if (helper.state === 'waiting') return not('waiting', '您的登记还在等社区点头')
  if (helper.state === 'declined' || helper.state === 'left') return not('not_registered', '您现在不在志愿者名册里，请找社区')
  if (helper.state === 'lapsed') return not('lapsed', '您有一阵子没来了，先在“我的志愿”里点“我回来了”')
  const { pause } = helper
  if (pause && pause.from <= day && (pause.until ?? '9999') >= day) return not('paused', '您这几天歇着，先在“我的志愿”里点“我回来了”')
  return null
}

function underAge({ born }: Helper, papers: readonly Paper[], day: string): Fit | null {
  const age = born ? ageOn(born, day) : OF_AGE
  if (age < YOUNGEST) return not('too_young', `满 ${YOUNGEST} 岁才能自己报名，可以跟着家长一起来`)
  if (age < OF_AGE && !holds(papers, 'guardian', day)) return not('guardian', '未满 18 岁要先交监护人同意书')
  return null
}

/** Whether a confirmed paper of a kind holds on a day: one that has expired by then does not. */
export const holds = (papers: readonly Paper[], kind: PaperKind, day: string): boolean =>
  papers.some(one => one.kind === kind && one.confirmed && (one.from ?? '') <= day && day <= (one.until ?? '9999'))

function qualified(helper: Helper, papers: readonly Paper[], role: RoleForm, day: string): Fit | null {
  if (role.paper && !holds(papers, role.paper, day)) return not('paper', paperWords(papers, role.paper, day))
  if (role.skill && !helper.skills.includes(role.skill))
    return not('skill', `这个岗位要会${SKILL_WORDS[role.skill]}，会的话先在“我的志愿”里勾上`)
  if (role.label && !helper.labels.includes(role.label)) return not('label', `这个岗位要先由队长带过（${role.label}）`)
  return null
}

function paperWords(papers: readonly Paper[], kind: PaperKind, day: string): string {
  const name = PAPER_WORDS[kind]
  const mine = papers.filter(one => one.kind === kind)
  if (mine.some(one => one.confirmed && (one.until ?? '9999') < day)) return `您的${name}到那天已经过期了，换了新的请交给社区`
  if (mine.some(one => !one.confirmed)) return `您的${name}还在等社区核对`
  return `这个岗位要有${name}，请先交给社区核对`
}
