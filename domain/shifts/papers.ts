/** Papers that end: how one stands on a day, when its owner is told, and which of several of a kind counts. Days are Shanghai's, inclusive. */
import { addDays, daysBetween } from '../days'
import type { PaperKind } from './contract/base'
import { PAPER_WORDS } from './words'

/** A paper as it was shown; `confirmed` or `refused` by staff who looked at it. `told`: of which warning its owner has heard. */
export interface PaperFacts {
  kind: PaperKind
  name?: string
  from?: string
  until?: string
  confirmed?: unknown
  refused?: unknown
  told?: number
}
/** waiting 等社区核对, refused 没通过, later 还没生效, valid 有效, soon 快到期, expired 过期了, replaced 换了新的. */
export const PAPER_STATES = ['waiting', 'refused', 'later', 'valid', 'soon', 'expired', 'replaced'] as const
export type PaperState = (typeof PAPER_STATES)[number]

/** From so many days before its end a paper is worth a word. */
export const SOON = 30
/** Its owner is told so many days before the end, once each. */
const TOLD = [SOON, 7]

const sort = ({ kind, name = '' }: PaperFacts) => (kind === 'other' ? `other|${name}` : kind)
const end = ({ until = '9999-12-31' }: PaperFacts) => until

/** Of every kind the confirmed paper that holds longest: an old one that was renewed matters no more. */
export function counting<P extends PaperFacts>(papers: readonly P[]): P[] {
  const longest = new Map<string, P>()
  for (const one of papers.filter(({ confirmed }) => confirmed)) {
    const known = longest.get(sort(one))
    if (!known || end(known) < end(one)) longest.set(sort(one), one)
  }
  return [...longest.values()]
}

/** The earliest day a paper that counts ends on; undefined when none does. */
export const expiryOf = (papers: readonly PaperFacts[]): string | undefined =>
  counting(papers)
    .flatMap(({ until }) => (until ? [until] : []))
    .sort()[0]

/** How one of somebody's papers stands on a day. */
export function paperState(paper: PaperFacts, papers: readonly PaperFacts[], day: string): PaperState {
  if (paper.refused) return 'refused'
  if (!paper.confirmed) return 'waiting'
  if (!counting(papers).includes(paper)) return 'replaced'
  if ((paper.from ?? '') > day) return 'later'
  if (!paper.until) return 'valid'
  if (paper.until < day) return 'expired'
  return daysBetween(day, paper.until) <= SOON ? 'soon' : 'valid'
}

/** The day on which the next warning about a paper is due; undefined when there is none. */
export function warnedNext({ until, told = Number.POSITIVE_INFINITY }: PaperFacts): string | undefined {
  const next = TOLD.find(days => days < told)
  return until && next !== undefined ? addDays(until, -next) : undefined
}

/** Which warning (30 or 7 days) is due on a day; undefined when none is. Whoever was away hears the nearest one only. */
export function warningDue(paper: PaperFacts, day: string): number | undefined {
  const { until, told = Number.POSITIVE_INFINITY } = paper
  if (!until || until < day) return undefined
  const left = daysBetween(day, until)
  return TOLD.filter(days => left <= days && days < told).sort((a, b) => a - b)[0]
}

/** '健康证', or what somebody called it: '叉车证'. */
export const paperName = ({ kind, name }: Pick<PaperFacts, 'kind' | 'name'>) => (kind === 'other' && name ? name : PAPER_WORDS[kind])

const spoken = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
/** How a paper stands, in words: '还有 12 天到期（12月3日）'. */
export function sayPaper(state: PaperState, { from, until }: Pick<PaperFacts, 'from' | 'until'>, day: string): string {
  if (state === 'waiting') return '等社区核对'
  if (state === 'refused') return '没有通过，请换一张'
  if (state === 'replaced') return '已经换了新的'
  if (state === 'later') return `从${spoken(from ?? day)}起有效`
  if (!until) return '长期有效'
  if (state === 'expired') return `${spoken(until)}过期了`
  const left = daysBetween(day, until)
  return state === 'valid' ? `有效到 ${until}` : left === 0 ? '今天到期' : `还有 ${left} 天到期（${spoken(until)}）`
}
