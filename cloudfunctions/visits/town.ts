/** Households to knock at in tests: loaded as the registry keeps them, with their doors made the way the registry's changes make them. */
import type { InputOf } from '@domain'
import type { VisitForm } from '@domain/visits/contract'
import type { Span } from '@domain/visits/interval'
import type { Town } from '../_kit/testing'
import { dayOf } from '../_kit/time'
import { refresh } from './refresh'

export const GRID = '210102025015001'
export const NEIGHBOUR = '210102025015002'

export interface Living {
  name?: string
  born?: string
  relation?: string
  tags?: (string | Span)[]
}
export interface Household {
  grid?: string
  building?: number
  unit?: number
  room?: number
  people?: Living[]
}

const pad = (n: number) => String(n).padStart(4, '0')

/** Somebody moves in: a household with its residents, and its door. Answers its id. */
export async function moveIn(
  town: Town,
  id: string,
  { grid = GRID, building = 3, unit = 2, room = 302, people = [{}] }: Household = {},
): Promise<string> {
  const place = { grid, community: grid.slice(0, 12) }
  const members = people.map((_, i) => `${id}-${i}`)
  const residents = people.map(({ name = '张桂兰', relation = '户主', tags = [], ...rest }, i) => ({
    ...{ _id: members[i], household: id, ...place, name, relation, living: 'living', phones: [], ...rest },
    tags: tags.map(tag => (typeof tag === 'string' ? { code: tag, since: '2020-01-01', by: '社区' } : { ...tag, by: '社区' })),
  }))
  await town.store.load('residents', residents)
  const label = `${building}号楼 ${unit}单元 ${room}`
  await town.store.load('households', [
    { _id: id, ...place, label, walk: [building, unit, room].map(pad).join('|'), head: '张**', members, tags: [] },
  ])
  await changed(town, id)
  return id
}

/** The household has changed: its door follows, as the reaction does it. */
export const changed = (town: Town, id: string) =>
  town.store.transaction(tx => refresh(tx, id, { now: town.now(), today: dayOf(town.now()) }))

/** A form with nothing to say but the outcome. */
export const form = (more: Partial<VisitForm> = {}): VisitForm => ({
  ...{ outcome: 'met', needs: [], tags: [], policies: [], note: '', photos: [], with: [] },
  ...(more.outcome === undefined || more.outcome === 'met' ? { wellbeing: 'well' as const } : {}),
  ...more,
})

/** A knock right now. */
export const knock = (town: Town, household: string, more: Partial<VisitForm> = {}): InputOf<'visits.log'> => ({
  ...{ household, at: town.now(), form: form(more) },
})
