/** A shift of mine as this phone sees it now: what the server knows, and on top what was said here since. Pure. */
import type { MyShift } from '@domain/shifts/contract/day'
import { type Said, type Standing, standing } from '@domain/shifts/presence'

export type Way = 'in' | 'out' | 'left' | 'why'
export interface SaidHere {
  shift: string
  way: Way
  /** The key it goes out under. */
  key: string
  at: number
  code?: boolean
  why?: string
  /** The sign-up's version when it was said: once the server's is higher, the server knows better. */
  version: number
}
export interface Parcelled {
  id: string
  problem?: { message: string }
}
export interface Seen extends MyShift {
  stands: Standing
  /** Said on this phone and not arrived yet. */
  waiting: boolean
  /** Why what was said was turned away. */
  problem?: string
}

/** `said`: in the order it was said; `parcels`: what is still in the outbox. */
export function seenShift(item: MyShift, said: SaidHere[], parcels: Parcelled[], now: number): Seen {
  const here = said.filter(one => one.shift === item.shift && one.version >= item.version)
  const parcelOf = (one: SaidHere) => parcels.find(({ id }) => id === one.key)
  const problem = here.map(one => parcelOf(one)?.problem?.message).find(Boolean)
  const good = here.filter(one => !parcelOf(one)?.problem)
  const known = good.reduce(over, item)
  return {
    ...known,
    stands: standing(known, now),
    waiting: good.some(one => parcelOf(one) !== undefined),
    ...(problem ? { problem } : {}),
  }
}

function over(item: MyShift, { way, at, code, why }: SaidHere): MyShift {
  const mark: Said = { at, how: code ? 'code' : 'tap', ...(way === 'left' ? { unsure: true } : {}) }
  if (way === 'in') return { ...item, came: item.came ?? mark }
  if (way === 'why') return { ...item, ...(item.absent ? { absent: { ...item.absent, said: why } } : {}) }
  return { ...item, went: mark }
}

/** The shift the home is about: the one that asks for something now, else the next one. */
export function shiftNow(items: Seen[], next?: Seen): Seen | undefined {
  const busy = ['in', 'open', 'ask'] as const
  return (
    busy.map(state => items.find(one => one.stands.state === state)).find(Boolean) ??
    next ??
    items.find(one => one.stands.state === 'early')
  )
}
