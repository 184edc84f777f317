/** A round as its volunteer sees it now: what the server knows, and on top what this phone has said since. Pure. */
import type { HandForm, Round, Stop } from '@domain/meals/contract/rounds'
import { handWords } from '@domain/meals/handing'

export interface SaidHere {
  /** The key it went out under. */
  key: string
  /** Said for the first time, or put right. */
  kind: 'hand' | 'correct'
  form: HandForm
  at: number
  /** The stop's version when it was said: once the server's is higher, the server knows better. */
  version: number
}
/** What a stop still needs of this phone's memory: nothing, once the server knows more. */
export const holds = (stop: Pick<Stop, 'version'>, said: SaidHere | undefined): said is SaidHere =>
  said !== undefined && stop.version <= said.version

export interface Seen extends Stop {
  /** Said on this phone and not arrived yet; `problem`: it was turned away, and why. */
  waiting?: SaidHere
  problem?: string
}
export interface Parcelled {
  id: string
  problem?: { message: string }
}

const TAKEN = ['handed', 'left']

/** `said` by order; `parcels` wait in the outbox. */
export function seenStops(list: Stop[], said: { [order: string]: SaidHere }, parcels: Parcelled[], by: string, today: string): Seen[] {
  return list.map(stop => {
    const here = said[stop.id]
    if (!holds(stop, here)) return stop
    const parcel = parcels.find(one => one.id === here.key)
    const words = handWords({ ...here.form, at: here.at, by }, today)
    return {
      ...stop,
      state: TAKEN.includes(here.form.outcome) ? 'done' : 'failed',
      said: { form: here.form, at: here.at, by, words, marks: [], correctable: true },
      ...(parcel ? { waiting: here } : {}),
      ...(parcel?.problem ? { problem: parcel.problem.message } : {}),
    }
  })
}

/** What is still to be said: as one walks, then what was put off. */
export function openStops(stops: Seen[], later: string[]): Seen[] {
  const open = stops.filter(stop => stop.state === 'open')
  const at = (stop: Seen) => later.indexOf(stop.id)
  return [...open.filter(stop => at(stop) < 0), ...open.filter(stop => at(stop) >= 0).sort((a, b) => at(a) - at(b))]
}

/** The round to carry now: one on its way, else the next that is not closed. */
export const roundNow = (mine: Round[], closed: string[], asked?: string): Round | undefined =>
  mine.find(one => one.id === asked) ??
  mine.find(one => one.state === 'going' && !closed.includes(one.id)) ??
  mine.find(one => one.state !== 'closed' && !closed.includes(one.id))
