/** What was said of shifts on this phone and the server may not know yet. What waits in the outbox is read back from it after a restart. */
import type { InputOf } from '@domain'
import { create } from 'zustand'
import type { Parcel } from '@/platform'
import type { SaidHere, Way } from './seen'

export const useSaidHere = create<{ said: SaidHere[] }>(() => ({ said: [] }))

/** Newer words about the same thing take the place of older ones. */
export const remember = (one: SaidHere) =>
  useSaidHere.setState(({ said }) => ({ said: [...said.filter(old => old.shift !== one.shift || old.way !== one.way), one] }))
/** It did not happen after all: a wrong code. */
export const forget = (key: string) => useSaidHere.setState(({ said }) => ({ said: said.filter(one => one.key !== key) }))

const WAYS: { [name: string]: Way } = {
  ...{ 'shifts.check_in': 'in', 'shifts.check_out': 'out', 'shifts.say_left': 'left', 'shifts.explain_absence': 'why' },
}
export const isOurs = ({ name }: Pick<Parcel, 'name'>) => name in WAYS

type Input = Partial<InputOf<'shifts.check_in'> & InputOf<'shifts.say_left'> & InputOf<'shifts.explain_absence'>> & { shift: string }
/** What waits in the outbox as it was said; of before a restart nobody knows the version, so it holds until it has arrived. */
export function saidIn(parcels: Parcel[], known: SaidHere[]): SaidHere[] {
  const fromBox = parcels
    .filter(one => isOurs(one) && !known.some(({ key }) => key === one.id))
    .map(({ id: key, name, input, at: made }): SaidHere => {
      const { shift, at, left, code, why } = input as Input
      const when = left ?? at ?? made
      return {
        shift,
        way: WAYS[name],
        key,
        at: when,
        version: Number.MAX_SAFE_INTEGER,
        ...(code ? { code: true } : {}),
        ...(why ? { why } : {}),
      }
    })
  return [...fromBox, ...known]
}
