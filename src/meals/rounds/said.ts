/** What was said of stops on this phone and the server may not know yet. It outlives the app: a round goes on in a cellar without signal. */
import { create } from 'zustand'
import { personal, useSession } from '@/platform'
import type { SaidHere } from './carry'

interface Kept {
  said: { [order: string]: SaidHere }
  /** Stops to come back to, in the order they were put off. */
  later: string[]
  /** Rounds set off, and rounds closed, on this phone. */
  started: string[]
  closed: string[]
}
const nothing: Kept = { said: {}, later: [], started: [], closed: [] }
export const useSaid = create<Kept & { who: string; ready: boolean }>(() => ({ ...nothing, who: '', ready: false }))

const nameOf = 'meals/said'
/** Longer than anything waits without signal, in ms. */
const KEPT = 31 * 86_400_000
const account = () => useSession.getState().me?.id ?? ''

/** Reads what this phone remembers for whoever is signed in; once a person. */
export async function remember(): Promise<void> {
  const who = account()
  if (!who || (useSaid.getState().who === who && useSaid.getState().ready)) return
  useSaid.setState({ ...nothing, who, ready: false })
  const kept = await personal(who)
    .get<Kept>(nameOf)
    .catch(() => null)
  const said = Object.fromEntries(Object.entries(kept?.said ?? {}).filter(([, one]) => one.at > Date.now() - KEPT))
  if (useSaid.getState().who === who) useSaid.setState({ ...nothing, ...kept, said, ready: true })
}

async function settle(change: (was: Kept) => Partial<Kept>): Promise<void> {
  useSaid.setState(was => change(was))
  const { said, later, started, closed } = useSaid.getState()
  await personal(account())
    .set(nameOf, { said, later, started, closed } satisfies Kept)
    .catch(() => {})
}

export const saidOf = (order: string, said: SaidHere) =>
  settle(was => ({ said: { ...was.said, [order]: said }, later: was.later.filter(one => one !== order) }))
/** To be asked again at the end of the round. */
export const putOff = (order: string) => settle(was => ({ later: [...was.later.filter(one => one !== order), order] }))
export const setOff = (round: string) => settle(was => ({ started: [...new Set([...was.started, round])].slice(-20) }))
export const closedHere = (round: string) => settle(was => ({ closed: [...new Set([...was.closed, round])].slice(-20) }))
