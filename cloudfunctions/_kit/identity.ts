/** Who is calling: settled from the session's token or the platform's identity, never from the input. Read anew on every call, so an ended membership is felt at once. */
import { createHash } from 'node:crypto'
import type { Role } from '@domain/contract'
import type { Person } from './context'
import type { Doc, Store } from './store/port'

export type Account = Doc & {
  name: string
  phone: string
  phoneBlind: string
  phoneMask: string
  resident?: string
  openid?: string
  /** Set when the account may no longer be used. */
  disabled?: boolean
  /** A demo person's line ('和平新村社区的网格员'); only demo data has it. */
  demo?: string
}
export type MembershipDoc = Doc & {
  account: string
  role: Role
  scope: string
  since: string
  until?: string
  for?: string
  by?: string
  ended?: { [field: string]: string }
}
export type SessionDoc = Doc & { account: string; since: number; until: number; seen: number }

/** Sessions of staff end after 30 idle minutes and after 12 hours; others after 30 days (GB/T 22239 身份鉴别; ASVS 7.3). */
export const STAFF_IDLE = 30 * 60_000
export const STAFF_LONGEST = 12 * 3600_000
export const LONGEST = 30 * 86_400_000
const SEEN_EVERY = 60_000

const STAFF = new Set<Role>(['kitchen', 'grid', 'community', 'street', 'district', 'city', 'admin', 'security', 'auditor'])
export const isStaff = (roles: Role[]) => roles.some(role => STAFF.has(role))

/** What is stored of a token: a thief of the store cannot sign in with it. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url')

export interface Caller {
  token?: string
  platform?: { openid: string; appid: string }
  /** The command line of the machine that holds the data; only the local transport sets it, from loopback and by its own token. */
  operator?: true
}

/** Whoever runs the machine: registers places, people and memberships from the command line. Audited as `operator`. */
export const OPERATOR: Person = {
  id: 'operator',
  name: '系统操作员',
  memberships: (['community', 'city', 'security'] as const).map(role => ({ id: `operator|${role}`, role, scope: '' })),
}

/** The person behind a call, or null. `today` decides which memberships hold. */
export async function identify(store: Store, caller: Caller, at: { now: number; today: string }): Promise<Person | null> {
  if (caller.operator) return OPERATOR
  if (caller.token) return bySession(store, caller.token, at)
  if (!caller.platform) return null
  const found = await store.find<Account>('accounts', { where: { openid: caller.platform.openid }, limit: 1 })
  return found.items[0] ? personOf(store, found.items[0], at.today) : null
}

async function bySession(store: Store, token: string, at: { now: number; today: string }): Promise<Person | null> {
  const session = await store.get<SessionDoc>('sessions', tokenHash(token))
  if (!session || session.until <= at.now) return null
  const account = await store.get<Account>('accounts', session.account)
  const person = account && (await personOf(store, account, at.today))
  if (!person) return null
  const staff = isStaff(person.memberships.map(one => one.role))
  if (staff && (at.now - session.seen > STAFF_IDLE || at.now - session.since > STAFF_LONGEST)) return null
  if (at.now - session.seen > SEEN_EVERY) await store.transaction(tx => tx.update('sessions', session._id, { set: { seen: at.now } }))
  return person
}

/** An account with the memberships that hold on a day; null when it is disabled. */
export async function personOf(store: Store, account: Account, today: string): Promise<Person | null> {
  if (account.disabled) return null
  const all = await store.find<MembershipDoc>('memberships', { where: { account: account._id }, limit: 200 })
  const memberships = all.items
    .filter(one => one.since <= today && (one.until === undefined || today <= one.until))
    .map(one => ({ id: one._id, role: one.role, scope: one.scope }))
  return { id: account._id, name: account.name, ...(account.resident ? { resident: account.resident } : {}), memberships }
}
