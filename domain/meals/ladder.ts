/**
 * The ladder somebody climbs for whom a meal was not taken: call, neighbour, knock, family, duty. Pure: when which rung is open.
 * A rung stays open while the next ones open; nothing here ever closes a check.
 */

/** call 打电话, neighbour 邻居或楼长, knock 网格员敲门, family 家里人, duty 社区值班、120、110. */
export const RUNGS = ['call', 'neighbour', 'knock', 'family', 'duty'] as const
export type Rung = (typeof RUNGS)[number]
/** well 人没事, worrying 不放心, no_answer 没联系上, told 托付了、在路上. */
export const RESULTS = ['well', 'worrying', 'no_answer', 'told'] as const
export type Result = (typeof RESULTS)[number]
/** Minutes a rung has before the next one opens; of the last one, before the community is told again. */
export type Limits = { [R in Rung]: number }

/** The floor leader after 10 minutes, the door after 20, the family after 30, the community on duty after 60. */
export const NORMAL: Limits = { call: 10, neighbour: 10, knock: 10, family: 30, duty: 30 }
/** For whoever lives alone, is 80, ill or dependent, or did not look well: everybody within half an hour. */
export const FAST: Limits = { call: 5, neighbour: 5, knock: 10, family: 10, duty: 15 }

const MINUTE = 60_000
/** From this age on nobody waits. */
const OLD = 80
const FRAIL = ['alone', 'ill', 'dependent']

/** Whether the short limits hold: `codes` are the tags or categories that hold that day. */
export const isFast = (who: { age?: number; codes: string[] }) => (who.age ?? 0) >= OLD || who.codes.some(code => FRAIL.includes(code))

/** Something done on a rung (ms). */
export interface Tried {
  rung: Rung
  at: number
  result: Result
}
export interface Opening {
  rung: Rung
  /** When it opens or opened (ms). */
  from: number
}

/** Nobody was reached, or somebody was and is not well: the next rung does not wait for the time limit. */
const isVain = ({ result }: Tried) => result === 'no_answer' || result === 'worrying'

/**
 * When each rung opens: a rung's limit after the one before, or at once when that one, or a later one, was tried in vain.
 * A knock in vain before its time opens everything up to the family.
 */
export function openings(since: number, limits: Limits, tried: Tried[]): Opening[] {
  const all: Opening[] = []
  for (const [i, rung] of RUNGS.entries()) {
    const before = RUNGS[i - 1]
    const last = all[i - 1]
    if (!before || !last) {
      all.push({ rung, from: since })
      continue
    }
    const vain = tried.filter(one => isVain(one) && RUNGS.indexOf(one.rung) >= i - 1).map(one => Math.max(since, one.at))
    all.push({ rung, from: Math.min(last.from + limits[before] * MINUTE, ...vain) })
  }
  return all
}

/** The rungs open at a moment, the lowest first; at least the first one. */
export const openAt = (all: Opening[], now: number): Opening[] => all.filter((one, i) => i === 0 || one.from <= now)

/** When the next rung opens; absent when all are open. */
export const nextAfter = (all: Opening[], now: number): number | undefined => all.slice(1).find(one => one.from > now)?.from

/** The shorter of each. */
export const shorter = (a: Limits, b: Limits): Limits => Object.fromEntries(RUNGS.map(rung => [rung, Math.min(a[rung], b[rung])])) as Limits
