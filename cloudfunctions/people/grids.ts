/** Grids under a community: made, renamed, resized by whole buildings, and held against the city's standard. */
import { tidyBuilding } from '@domain/people/address'
import { type GridKind, sizeWarning } from '@domain/people/size'
import type { Context, WriteTx } from '../_kit/context'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import type { Store } from '../_kit/store/port'
import { noteChange } from './changes'
import type { GridDoc, HouseholdDoc } from './docs'
import { countGrid } from './summary'

const MOST = 999
type Grids = Pick<Operations<'people'>, 'grids' | 'buildings' | 'add_grid' | 'rename_grid' | 'resize_grid'>

const warned = (kind: GridKind, households: number) => {
  const warning = sizeWarning(kind, households)
  return warning ? { warning } : {}
}

const gridsOf = async (store: Pick<Store, 'find'>, community: string) =>
  (await store.find<GridDoc>('grids', { where: { community }, limit: MOST })).items

/** Buildings of a grid that somebody still lives in, with how many households. */
async function buildingsOf(context: Context, grid: string) {
  const rows = await context.store.tally('households', { where: { grid, 'ended.on': null }, by: 'address.building' })
  return rows.map(({ by, count }) => ({ building: by, grid, households: count })).sort((a, b) => natural(a.building, b.building))
}

const natural = (a: string, b: string) => {
  const [x, y] = [a, b].map(text => text.replace(/\d+/g, run => run.padStart(6, '0')))
  return x < y ? -1 : x > y ? 1 : 0
}

async function reachedGrid(context: Context, code: string): Promise<GridDoc> {
  const grid = await context.store.get<GridDoc>('grids', code)
  if (!grid) throw notThere('people', '这个网格')
  return grid
}

/** Moves one household with its people, inside a resize or a move. Answers whether it moved. */
export async function moveToGrid(context: Context, tx: WriteTx, id: string, grid: GridDoc): Promise<boolean> {
  const household = await tx.get<HouseholdDoc>('households', id)
  if (!household || household.grid === grid._id || household.community !== grid.community) return false
  await tx.update('households', id, { set: { grid: grid._id, changedBy: context.person?.name ?? '' }, inc: { version: 1 } })
  for (const member of household.members) await tx.update('residents', member, { set: { grid: grid._id } })
  if (!household.ended) {
    await countGrid(tx, household.grid, { households: -1, residents: -household.count })
    await countGrid(tx, grid._id, { households: 1, residents: household.count })
  }
  await noteChange(context, tx, { household: id }, `划到${grid.name}`)
  await tx.happened('people.household_changed', { household: id })
  return true
}

/** Ids of every household in these buildings of a community, ended ones too. */
async function inBuildings(context: Context, community: string, buildings: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const building of buildings) {
    let after: string | undefined
    do {
      const where = { community, 'address.building': building }
      const page = await context.store.find('households', { where, limit: 1000, after })
      ids.push(...page.items.map(doc => doc._id))
      after = page.after
    } while (after)
  }
  return ids
}

export const grids: Grids = {
  async grids(context, { community }) {
    const found = await gridsOf(context.store, community)
    return Promise.all(
      found.map(async ({ _id, name, kind, households, residents }) => ({
        ...{ code: _id, name, kind, households, residents },
        buildings: (await buildingsOf(context, _id)).map(one => one.building),
        ...warned(kind, households),
      })),
    )
  },

  async buildings(context, { community }) {
    const found = await gridsOf(context.store, community)
    const all = await Promise.all(found.map(one => buildingsOf(context, one._id)))
    return all.flat().sort((a, b) => natural(a.building, b.building))
  },

  async add_grid(context, { community, name, kind }) {
    const used = (await gridsOf(context.system, community)).map(one => Number(one._id.slice(12)))
    return context.write({ target: community, division: community }, async (_, whole) => {
      for (let number = Math.max(0, ...used) + 1; number <= MOST; number++) {
        const id = community + String(number).padStart(3, '0')
        if (await whole.get('grids', id)) continue
        await whole.insert<GridDoc>('grids', { _id: id, community, name: name.trim(), kind, households: 0, residents: 0 })
        return { id }
      }
      throw refuse('people.too_many_grids', '一个社区最多 999 个网格')
    })
  },

  async rename_grid(context, { grid, name, kind }) {
    const { households } = await reachedGrid(context, grid)
    return context.write({ target: grid, division: grid }, async tx => {
      if (!(await tx.update('grids', grid, { set: { name: name.trim(), kind } }))) throw notThere('people', '这个网格')
      return { id: grid, ...warned(kind, households) }
    })
  },

  /** One transaction, so that no household is ever in two grids or in none; a grid is a few hundred households. */
  async resize_grid(context, { grid, buildings }) {
    const target = await reachedGrid(context, grid)
    const tidy = [...new Set(buildings.map(tidyBuilding))]
    const ids = await inBuildings(context, target.community, tidy)
    if (ids.length === 0) throw refuse('people.other_community', '本社区没有登记过这些楼，请看看楼号', 'buildings')
    return context.write({ target: grid, division: grid }, async (_, whole) => {
      let moved = 0
      for (const id of ids) if (await moveToGrid(context, whole, id, target)) moved++
      const after = await whole.get<GridDoc>('grids', grid)
      return { moved, ...warned(target.kind, after?.households ?? 0) }
    })
  },
}
