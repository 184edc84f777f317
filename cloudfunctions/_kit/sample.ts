/** How an operation is called about a place of the test world (world.ts). */
import type { InputOf, Name } from '@domain'
import type { Role } from '@domain/contract'

/** What one place holds. Every id and name is its own, so that whatever leaks is seen. */
export interface Place {
  grid: string
  community: string
  /** Another grid of the same community. */
  beside: string
  /** '1' */
  building: string
  household: string
  empty: string
  resident: string
  name: string
  visit: string
  matter: string
  membership: string
  account: string
  consent: string
  photo: string
  workbook: string
  job: string
  notice?: string
  meals: MealsPlace
  shifts: ShiftsPlace
}
/** A place before the features that build on it have settled there. */
export type Ground = Omit<Place, 'meals' | 'shifts'>
/** What a place's kitchen holds; made by meals/world.ts. */
export interface MealsPlace {
  [thing: string]: string
}

/** What a place's volunteers hold; made by shifts/world.ts. */
export interface ShiftsPlace {
  [thing: string]: string
}

/** How one operation is called about a place. */
export interface Sample<N extends Name> {
  input(place: Place): InputOf<N>
  /** What decides whether the place is the caller's; absent: the operation has no place, its role alone decides. */
  by?: 'grid' | 'community'
  /** Roles that reach only what they made themselves; the world's things are made by its clerks. */
  ownOnly?: Role[]
  /** A read that takes a wider place and shows the caller's part of it. */
  wide?: true
}

export const plain = <N extends Name>(input: (place: Place) => InputOf<N>): Sample<N> => ({ input })
export const atGrid = <N extends Name>(input: (place: Place) => InputOf<N>): Sample<N> => ({ input, by: 'grid' })
export const atCommunity = <N extends Name>(input: (place: Place) => InputOf<N>): Sample<N> => ({ input, by: 'community' })
export const wide = <N extends Name>(input: (place: Place) => InputOf<N>): Sample<N> => ({ input, by: 'community', wide: true })

/** One row an operation of a feature. */
export type Samples<F extends string> = { [N in Extract<Name, `${F}.${string}`>]: Sample<N> }
