/** Which part of the city somebody looks after, for the registry's pages. */
import type { Me } from '@domain/account/contract'
import { membership, useMe } from '@/platform'

const NEAR_FIRST = ['grid', 'community', 'street', 'district', 'city'] as const

export interface Reach {
  /** The division of the nearest membership; '' when the person looks after nowhere. */
  division: string
  place: string
  /** The community of a grid or community membership; undefined above, where one has to be chosen. */
  community?: string
  /** May add and correct households and residents. */
  edits: boolean
  /** May draw grids, import and assign. */
  office: boolean
}

export function reachOf(me: Me): Reach {
  const held = membership(me, ...NEAR_FIRST)
  const holds = (role: string) => me.memberships.some(one => one.role === role)
  const division = held?.scope ?? ''
  return {
    division,
    place: held?.place ?? '',
    ...(division.length >= 12 ? { community: division.slice(0, 12) } : {}),
    edits: holds('grid') || holds('community'),
    office: holds('community'),
  }
}

export const useReach = (): Reach => reachOf(useMe())
