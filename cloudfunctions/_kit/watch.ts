/** Counts what a store is made to write, for tests that say "nothing was changed". */
import type { Store, Tx } from './store/port'

/** What may be written although a call was refused: the trace of it, counters against guessing, a session's last sight,
 * pieces of a file that are put and, when they do not make up the file, removed again. */
const BESIDE = new Set(['audit', 'tries', 'codes', 'sessions', 'pieces'])

export function watching(): { wrap(store: Store): Store; writes(): number } {
  let writes = 0
  const wrap = (store: Store): Store => ({
    ...store,
    async transaction(work) {
      let mine = 0
      const out = await store.transaction(tx => {
        mine = 0
        return work(noting(tx, () => mine++))
      })
      writes += mine
      return out
    },
    async load(collection, docs) {
      writes += docs.length
      return store.load(collection, docs)
    },
  })
  return { wrap, writes: () => writes }
}

function noting(tx: Tx, note: () => void): Tx {
  const noted = <A extends [string, ...unknown[]], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      const out = await work(...args)
      if (!BESIDE.has(args[0]) && out !== null && out !== false) note()
      return out
    }
  }
  return { ...tx, insert: noted(tx.insert), put: noted(tx.put), update: noted(tx.update) as Tx['update'], remove: noted(tx.remove) }
}
