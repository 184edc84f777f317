/** What lies open: hours are shown for seven days before a certificate may name them (民政部令第 67 号; 公示不少于 7 天). */
import { addDays, dayOf } from '../days'

export const OPEN_DAYS = 7
/** At most so many minutes a day in all, whatever people add (志愿服务 one day of work). */
export const MOST_A_DAY = 480

/** A line of the ledger, as far as the rules below look at it. `root`: what it stands beside, itself or an earlier one. */
export interface Line {
  root: string
  minutes: number
  /** ms */
  at: number
}

/** The last day a line written down at `at` lies open on. */
export const openUntil = (at: number) => addDays(dayOf(at), OPEN_DAYS)
export const isOpen = (at: number, today: string) => today <= openUntil(at)

/**
 * The minutes of each root a certificate may name: what lay open long enough. A correction that takes away counts at once, one that gives
 * waits its days; what is being asked about (`asked`) waits altogether.
 */
export function ready(lines: readonly Line[], today: string, asked: ReadonlySet<string> = new Set()): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { root, minutes, at } of lines) {
    if (asked.has(root) || (minutes > 0 && isOpen(at, today))) continue
    sums.set(root, (sums.get(root) ?? 0) + minutes)
  }
  for (const [root, minutes] of sums) if (minutes <= 0) sums.delete(root)
  return sums
}

/** How a correction by `by` minutes lies on the two heaps: more is added by people; less is taken from what they added first. */
export function split(by: number, heaps: { auto: number; added: number }): { source: 'auto' | 'added'; minutes: number }[] {
  if (by >= 0) return by === 0 ? [] : [{ source: 'added', minutes: by }]
  const added = Math.min(Math.max(0, heaps.added), -by)
  const parts: { source: 'auto' | 'added'; minutes: number }[] = []
  if (added > 0) parts.push({ source: 'added', minutes: -added })
  if (-by > added) parts.push({ source: 'auto', minutes: by + added })
  return parts
}
