import type { OutputOf } from '@domain'
import type { Me, Membership } from '@domain/account/contract'
import { create } from 'zustand'
import { FRONT } from '@/platform/transport'
import { call, identity, isSignedOut } from './call'
import { device, forget } from './keep'

/**
 * starting: not known yet; out: nobody; in: somebody; locked: somebody whose session ended. A locked app shows nothing personal and
 * loses nothing: drafts and the outbox wait until the same person is back.
 */
export interface Session {
  state: 'starting' | 'out' | 'in' | 'locked'
  me: Me | null
  token?: string
}
export const useSession = create<Session>(() => ({ state: 'starting', me: null }))

interface Kept {
  token?: string
  me: Me
  locked?: boolean
}
const NAME = 'session'
const now = () => useSession.getState()
const keepIt = ({ state, me, token }: Session) =>
  me ? device.set(NAME, { me, token, locked: state === 'locked' } satisfies Kept) : device.remove(NAME)

function become(session: Session) {
  useSession.setState(session, true)
  return keepIt(session)
}

/** Counts who came and went on this phone: an answer to a question of an earlier turn says nothing about who is here now. */
let turn = 0

identity.token = () => now().token
identity.turn = () => turn
identity.lost = () => {
  const { me } = now()
  void become(me ? { state: 'locked', me } : { state: 'out', me: null })
}

/** Finds out who is here, once, at launch: from the phone first, so that it works without signal, then from the server. */
export async function start(): Promise<void> {
  const kept = await device.get<Kept>(NAME)
  if (kept) useSession.setState({ state: kept.locked ? 'locked' : 'in', me: kept.me, token: kept.token }, true)
  else if (FRONT === 'http') useSession.setState({ state: 'out', me: null }, true)
  if (FRONT === 'cloud' || (kept && !kept.locked)) await refresh().catch(nobody)
}

const nobody = () => {
  if (now().state === 'starting') void become({ state: 'out', me: null })
}

/** Asks the server again who is here: memberships, unread notices. Quiet without signal. */
export async function refresh(): Promise<void> {
  const mine = turn
  try {
    const me = await call('account.me', {})
    if (mine === turn) await become({ state: 'in', me, token: now().token })
  } catch (problem) {
    if (mine !== turn) return
    if (isSignedOut(problem) && FRONT === 'cloud') await become({ state: 'out', me: null })
    else if (now().state === 'starting') throw problem
  }
}

/** Somebody signed in. Whoever was here before takes their kept pages with them; what they had waiting stays, unseen, for their return. */
export async function entered(session: OutputOf<'account.enter'> | { me: Me; token?: undefined }): Promise<void> {
  const before = now().me
  turn++
  if (before && before.id !== session.me.id) await forget(before.id)
  await become({ state: 'in', me: session.me, token: session.token })
}

/** Signs out: the server forgets the session, the phone forgets what it kept, except what waits to be sent. */
export async function leave(): Promise<void> {
  const { me } = now()
  await call('account.leave', {}, { patience: 4000 }).catch(() => {})
  turn++
  if (me) await forget(me.id)
  await become({ state: 'out', me: null })
}

/** Clears what this phone keeps for the person signed in, at their wish; what waits to be sent stays. */
export async function forgetKept(): Promise<void> {
  const { me } = now()
  if (me) await forget(me.id)
}

const NOBODY: Me = { id: '', name: '', phone: '', memberships: [], unread: 0, demo: false, day: '', now: 0 }

/** The person signed in. While nobody is (`Page` then shows the way in instead), a Me without memberships. */
export const useMe = (): Me => useSession(session => session.me) ?? NOBODY

/** The membership of the first of these roles that the person holds. */
export const membership = (me: Me | null, ...roles: Membership['role'][]): Membership | undefined =>
  roles.map(role => me?.memberships.find(held => held.role === role)).find(Boolean)
