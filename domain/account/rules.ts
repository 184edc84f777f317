/** Who may give whom which role where, and why not: snapshot -> decision -> reason. Pure. */
import type { Role } from '../contract'

/** A role in a division between two days (inclusive; open when `until` is absent). */
export interface Held {
  role: Role
  scope: string
  since: string
  until?: string
}
/** Why not: a code of the account feature, one sentence, and the field it is about. */
export interface Reason {
  code: string
  message: string
  at?: string
}

/** The length of a role's scope in digits. Roles that are not listed may be given at any level. */
const LEVEL: Partial<Record<Role, number[]>> = {
  ...{ resident: [12, 15], family: [12, 15], volunteer: [9, 12, 15], lead: [9, 12, 15], kitchen: [9, 12] },
  ...{ grid: [15], community: [12], street: [9], district: [6], city: [4] },
}
const LEVELS = ['community', 'street', 'district', 'city'] as const
const NEIGHBOURS: Role[] = ['resident', 'family', 'volunteer', 'lead', 'kitchen', 'grid']
/** Never two of these in one person (GB/T 22239: the system's, the security and the audit administrator are three people). */
const APART: Role[] = ['admin', 'security', 'auditor']

/** The roles a role may give: everything below its own level, security all. */
export function mayGive(role: Role): Role[] {
  if (role === 'security') return [...NEIGHBOURS, ...LEVELS, ...APART]
  const level = LEVELS.indexOf(role as (typeof LEVELS)[number])
  return level < 0 ? [] : [...NEIGHBOURS, ...LEVELS.slice(0, level)]
}

const within = (code: string, scope: string) => code.startsWith(scope)

/** Whether any of the giver's memberships covers the role in its division. */
export function refusedByRank(giver: Pick<Held, 'role' | 'scope'>[], wanted: Pick<Held, 'role' | 'scope'>): Reason | null {
  if (giver.some(one => within(wanted.scope, one.scope) && mayGive(one.role).includes(wanted.role))) return null
  return { code: 'account.above_you', message: '这个身份要由上一级来安排', at: 'role' }
}

const overlap = (a: Pick<Held, 'since' | 'until'>, b: Pick<Held, 'since' | 'until'>) =>
  a.since <= (b.until ?? '9999-12-31') && b.since <= (a.until ?? '9999-12-31')

/** Everything that stands against giving `wanted` to somebody who holds `held`; null when nothing does. */
export function refusedGiving(giver: Pick<Held, 'role' | 'scope'>[], held: Held[], wanted: Held): Reason | null {
  if (LEVEL[wanted.role] && !LEVEL[wanted.role]?.includes(wanted.scope.length))
    return { code: 'account.scope_wrong', message: '这个身份和选的地方级别对不上，请重新选地方', at: 'scope' }
  if (wanted.until !== undefined && wanted.until < wanted.since)
    return { code: 'account.dates_wrong', message: '结束那天不能早于开始那天', at: 'until' }
  const rank = refusedByRank(giver, wanted)
  if (rank) return rank
  const meanwhile = held.filter(one => overlap(one, wanted))
  if (APART.includes(wanted.role) && meanwhile.some(one => APART.includes(one.role) && one.role !== wanted.role))
    return { code: 'account.duties_conflict', message: '系统、安全和审计要由三个人分别担任', at: 'role' }
  if (meanwhile.some(one => one.role === wanted.role && one.scope === wanted.scope))
    return { code: 'account.already_has', message: '这个人在这段时间已经有这个身份了', at: 'since' }
  return null
}

/** What stands against ending a membership after a day. An end is only ever brought forward. */
export function refusedEnding(giver: Pick<Held, 'role' | 'scope'>[], held: Held, on: string): Reason | null {
  const rank = refusedByRank(giver, held)
  if (rank) return rank
  if (held.until !== undefined && held.until <= on) return { code: 'account.already_ended', message: '这个身份到那天已经结束了', at: 'on' }
  return null
}

/** Whether a membership holds on a day, is still to come, or is over. One that ended before it began never held. */
export function stateOf(held: Pick<Held, 'since' | 'until'>, today: string): 'now' | 'later' | 'ended' {
  if (held.until !== undefined && (held.until < today || held.until < held.since)) return 'ended'
  return held.since > today ? 'later' : 'now'
}

/** 138****8000 */
export const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`
