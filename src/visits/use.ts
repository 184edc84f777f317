/** How pages hold on to the grid they are about. */
import type { InputOf, OutputOf } from '@domain'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type Parcel, useMe, useOutbox, useQuery, useSent, useSession } from '@/platform'
import { enter, type Ground, learn, refresh, useGround } from './state'

export interface Mine {
  grid: string
  name: string
}

/** The grids this person works in, theirs and those they stand in for. */
export function useGrids(): Mine[] {
  const me = useMe()
  return me.memberships.filter(held => held.role === 'grid').map(({ scope, place }) => ({ grid: scope, name: place }))
}

/** The grid a page is about: asked for by its link, chosen by hand, else the first one. */
export function useGrid(): { ground: Ground; grids: Mine[]; grid: string; choose: (grid: string) => void } {
  const grids = useGrids()
  const asked = useQuery().grid
  const ground = useGround()
  const [chosen, choose] = useState<string>()
  const grid = chosen ?? asked ?? (grids.some(one => one.grid === ground.grid) ? ground.grid : grids[0]?.grid) ?? ''
  const isIn = useSession(session => session.state === 'in')
  useEffect(() => {
    if (grid && isIn) void enter(grid)
  }, [grid, isIn])
  useDidShow(() => void (ground.grid && refresh()))
  useSentAll()
  return { ground, grids, grid, choose }
}

/** What the server answered is kept; when everything that waited is out, its list is asked for again. */
function useSentAll() {
  const sent = useCallback(async (parcel: Parcel, output: unknown) => {
    if (parcel.name === 'visits.log') await learn(parcel.id, parcel.input as InputOf<'visits.log'>, output as OutputOf<'visits.log'>)
    if (!useOutbox.getState().parcels.some(one => one.id !== parcel.id && !one.problem)) await refresh()
  }, [])
  useSent(sent)
}
