/**
 * The store port: as small as the intersection of the engines that must carry it (SQLite here, CloudBase documents there).
 * Every collection declares how it is reached and which indexes serve its queries; a query that no index serves throws in every adapter.
 */

/** A stored document. Ids are strings; times are ms numbers; no Date, undefined, NaN, or key that begins with `$`. */
export type Doc = { _id: string } & { [field: string]: Json }
export type Json = string | number | boolean | null | Json[] | { [field: string]: Json } | undefined

/** Conditions on top-level fields (dots reach into objects: 'address.building'). No raw operators. */
export type Condition =
  | string
  | number
  | boolean
  | null
  | { in: (string | number)[] }
  /** Any of these may be absent; the bounds compare like with like. */
  | { gt?: string | number; gte?: string | number; lt?: string | number; lte?: string | number }
  | { prefix: string }
  /** The field is an array that holds this value. */
  | { has: string }
export type Where = { [field: string]: Condition } | { all: Where[] } | { any: Where[] }

export interface Query {
  where: Where
  /** Fields to order by; the id always comes last, so a cursor is stable. `-field` is descending. All one direction. */
  order?: string[]
  /** Required, at most 1,000. */
  limit: number
  /** The cursor of the last page (`Page.after`): paging is by key range, never by offset. */
  after?: string
}
export interface Page<D = Doc> {
  items: D[]
  /** Absent when there is nothing after this page. */
  after?: string
}

/** A blind, conditional change of one document. `set` replaces fields, `inc` adds, `add`/`pull` change arrays as sets. */
export interface Change {
  set?: { [field: string]: Json }
  unset?: string[]
  inc?: { [field: string]: number }
  add?: { [field: string]: string }
  pull?: { [field: string]: string }
}

/** What a transaction can do: by id only. Conflicts are retried by the store: the body must be pure but for the store, and may run again. */
export interface Tx {
  get<D extends Doc = Doc>(collection: string, id: string): Promise<D | null>
  /** Throws Duplicate when the id is taken. */
  insert<D extends Doc = Doc>(collection: string, doc: D): Promise<void>
  /** The document afterwards; null when it is absent or `when` does not hold. */
  update<D extends Doc = Doc>(collection: string, id: string, change: Change, options?: { when?: Where }): Promise<D | null>
  /** Inserts or replaces whole. */
  put<D extends Doc = Doc>(collection: string, doc: D): Promise<void>
  remove(collection: string, id: string): Promise<boolean>
}

export interface Store {
  get<D extends Doc = Doc>(collection: string, id: string): Promise<D | null>
  find<D extends Doc = Doc>(collection: string, query: Query): Promise<Page<D>>
  count(collection: string, where: Where): Promise<number>
  /** Grouped counts and sums: one row per distinct `by`. */
  tally(collection: string, query: { where: Where; by: string; sum?: string }): Promise<{ by: string; count: number; sum: number }[]>
  /** Answers only when the commit is durable. Nothing inside waits for anything but the store. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Bulk import of new or replaced documents; one durable commit per 500. */
  load(collection: string, docs: Doc[]): Promise<void>
  /** Stops taking work, finishes what is queued, closes. */
  close(): Promise<void>
}

/** Which fields a query may lean on. The id is always the last key. `has` serves array membership inside one equal field. */
export interface Index {
  fields: string[]
  has?: string
}
/** A collection's declaration, beside its feature; the same list makes a cloud environment's indexes. */
export interface Collection {
  /** The field with the division code or the person that decides who reaches a document; 'system' = only through `context.system`. */
  reach: { division: string } | { person: string } | 'system' | 'open'
  indexes: Index[]
}
export type Collections = { [name: string]: Collection }

export class Duplicate extends Error {
  constructor(
    readonly collection: string,
    readonly id: string,
  ) {
    super(`${collection}/${id} is taken`)
  }
}
/** A query that no declared index serves: a bug, found in tests. */
export class Unindexed extends Error {}
/** A document or query that the port does not carry ($-keys, undefined conditions, NaN, a Date). */
export class Unstorable extends Error {}
/** The store cannot be opened, or can no longer be written. The message is one Chinese sentence for whoever runs the machine. */
export class Unusable extends Error {}
