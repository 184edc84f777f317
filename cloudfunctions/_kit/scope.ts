/** The store as one caller may use it in one operation: what lies outside is absent for get, find, count, tally and every write alike. */
import { isWithin, narrowed, type Reach, reaches } from './reach'
import { refuse } from './refuse'
import type { Change, Collection, Collections, Doc, Page, Query, Store, Tx, Where } from './store/port'

type Reading = Pick<Store, 'get' | 'find' | 'count' | 'tally'>

const declaredIn = (collections: Collections, name: string): Collection['reach'] => {
  const collection = collections[name]
  if (!collection) throw new Error(`no collection ${name} is declared`)
  if (collection.reach === 'system') throw new Error(`${name} is reached through context.system or the whole transaction only`)
  return collection.reach
}

/** The four ways to read, cut down to the reach. Several memberships are one query of several branches: one page, one order. */
export function scopedStore(store: Store, collections: Collections, reach: Reach): Reading {
  const cut = (name: string, where: Where): Where | null => {
    const ways = narrowed(where, declaredIn(collections, name), reach)
    return ways.length > 1 ? { any: ways } : (ways[0] ?? null)
  }
  return {
    async get<D extends Doc>(name: string, id: string) {
      const declared = declaredIn(collections, name)
      const doc = await store.get<D>(name, id)
      return doc && reaches(reach, declared, doc) ? doc : null
    },
    async find<D extends Doc>(name: string, query: Query): Promise<Page<D>> {
      const where = cut(name, query.where)
      return where ? store.find<D>(name, { ...query, where }) : { items: [] }
    },
    async count(name, asked) {
      const where = cut(name, asked)
      return where ? store.count(name, where) : 0
    },
    async tally(name, query) {
      const where = cut(name, query.where)
      return where ? store.tally(name, { ...query, where }) : []
    },
  }
}

const outside = () => refuse('call.not_there', '没有找到，可能已经改了或不归您管')

/** A transaction that neither sees, changes nor leaves documents outside the reach; a write that would is refused and rolls back. */
export function scopedTx(tx: Tx, collections: Collections, reach: Reach): Tx {
  const seen = async <D extends Doc>(name: string, id: string) => {
    const declared = declaredIn(collections, name)
    const doc = await tx.get<D>(name, id)
    return doc && reaches(reach, declared, doc) ? doc : null
  }
  const mustStay = (name: string, doc: Doc) => {
    const declared = declaredIn(collections, name)
    if (name === 'audit') throw new Error('the trace is written by the door alone')
    if (declared === 'open') throw new Error(`${name} is open to read; write it through the whole transaction after checking`)
    if (!reaches(reach, declared, doc)) throw outside()
    // narrowed() leans on this: a condition on `community` is one on `grid`
    if (typeof doc.grid === 'string' && typeof doc.community === 'string' && !isWithin(doc.grid, [doc.community]))
      throw new Error(`${name}: grid ${doc.grid} is not in community ${doc.community}`)
  }
  return {
    get: seen,
    async insert(name, doc) {
      mustStay(name, doc)
      await tx.insert(name, doc)
    },
    async update<D extends Doc>(name: string, id: string, change: Change, options?: Parameters<Tx['update']>[3]) {
      if (!(await seen(name, id))) return null
      const after = await tx.update<D>(name, id, change, options)
      if (after) mustStay(name, after)
      return after
    },
    async put(name, doc) {
      mustStay(name, doc)
      if (!(await seen(name, doc._id)) && (await tx.get(name, doc._id))) throw outside()
      await tx.put(name, doc)
    },
    async remove(name, id) {
      return (await seen(name, id)) ? tx.remove(name, id) : false
    },
  }
}
