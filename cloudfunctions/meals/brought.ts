/** Where a kitchen brings a meal, in the words of its own community: what is elsewhere says so. */
import { buildingKey, fromKey, type Names } from '@domain/meals/building'
import type { Doc, Store, Tx } from '../_kit/store/port'
import type { Eater } from './eaters'

type From = Pick<Store | Tx, 'get'>

/**
 * Somebody as a kitchen of `community` sees them. Whoever lives in another community has its name in front of the door ('延安里社区 3号楼 2单元
 * 501'), its code in front of the building (the key routes use) and of the walk, so that a community is walked in one go. Reads by id only.
 */
export async function broughtTo(from: From, { community }: { community: string }, who: Eater): Promise<Eater> {
  const theirs = who.home.slice(0, 12)
  if (theirs === community || !who.door) return who
  const { [theirs]: name } = await communityNames(from, [theirs])
  return {
    ...who,
    door: `${name} ${who.door}`.trim(),
    building: buildingKey(community, theirs, who.building),
    walk: `${theirs} ${who.walk}`,
  }
}

/** The names of communities, by code; '' where one is not known. */
export async function communityNames(from: From, codes: string[]): Promise<Names> {
  const docs = await Promise.all(
    [...new Set(codes)].map(async code => [code, (await from.get<Doc & { name: string }>('divisions', code))?.name ?? '']),
  )
  return Object.fromEntries(docs)
}

/** The names that saying these buildings needs; none for those of the kitchen's own community. */
export const namesFor = (from: From, buildings: string[]): Promise<Names> =>
  communityNames(
    from,
    buildings.flatMap(key => fromKey(key).community ?? []),
  )
