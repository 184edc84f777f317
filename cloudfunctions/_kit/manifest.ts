/** The indexes a cloud environment must be given, out of the same declarations the embedded store makes its own from. */
import type { Collections, Index } from './store/port'

/** As the platform's management API takes them (CreateIndexes). Directions may be walked backwards, so all are ascending. */
export interface CloudIndex {
  IndexName: string
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: '1' }[] }
}

const indexOf = ({ fields, has }: Index): CloudIndex => {
  const names = [...(has ? [has] : []), ...fields, '_id']
  return {
    IndexName: names.join('_').replaceAll('.', '-'),
    // Never unique: the platform counts a missing field as null, so two documents without it would collide. Ids are unique anyway.
    MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: names.map(Name => ({ Name, Direction: '1' })) },
  }
}

/** By collection; one with an empty list is wanted too: it must exist before it is used. */
export const manifest = (collections: Collections): { [collection: string]: CloudIndex[] } =>
  Object.fromEntries(Object.entries(collections).map(([name, { indexes }]) => [name, indexes.map(indexOf)]))
