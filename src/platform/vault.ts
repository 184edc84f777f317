/**
 * H5: where the app keeps things on this phone. IndexedDB, every value sealed under a key that never leaves the browser.
 * Where the browser has no WebCrypto (plain http from another machine) nothing personal is written down: the vault lives in memory and `lasting` says so.
 */
import { newKey, open, type Sealed, seal } from './seal'

/** Text by name. Names sort; `names` lists those that begin with a prefix, in order. */
export interface Vault {
  lasting: boolean
  get(name: string): Promise<string | null>
  set(name: string, text: string): Promise<void>
  remove(names: string[]): Promise<void>
  names(prefix: string): Promise<string[]>
}

/** A vault that forgets when the app ends. */
export function memoryVault(things = new Map<string, string>()): Vault {
  return {
    lasting: false,
    get: async name => things.get(name) ?? null,
    set: async (name, text) => void things.set(name, text),
    remove: async names => {
      for (const name of names) things.delete(name)
    },
    names: async prefix => [...things.keys()].filter(name => name.startsWith(prefix)).sort(),
  }
}

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
const settled = (tx: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = tx.onerror = () => reject(tx.error)
  })

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('lianglin', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('things')
    request.result.createObjectStore('keys')
  }
  return done(request)
}

/** The phone's own key: made once; `add` lets the first of two tabs win. */
async function deviceKey(db: IDBDatabase): Promise<CryptoKey> {
  const read = () => done<CryptoKey | undefined>(db.transaction('keys').objectStore('keys').get('device'))
  const found = await read()
  if (found) return found
  const key = await newKey()
  const tx = db.transaction('keys', 'readwrite')
  tx.objectStore('keys').add(key, 'device')
  await settled(tx).catch(() => {})
  return (await read()) ?? key
}

async function sealedVault(): Promise<Vault> {
  const db = await openDatabase()
  const key = await deviceKey(db)
  const things = (mode: IDBTransactionMode) => db.transaction('things', mode)
  return {
    lasting: true,
    async get(name) {
      const found = await done<Sealed | undefined>(things('readonly').objectStore('things').get(name))
      return found ? open(key, name, found).catch(() => null) : null
    },
    async set(name, text) {
      const sealed = await seal(key, name, text)
      const tx = things('readwrite')
      tx.objectStore('things').put(sealed, name)
      await settled(tx)
    },
    async remove(names) {
      const tx = things('readwrite')
      for (const name of names) tx.objectStore('things').delete(name)
      await settled(tx)
    },
    async names(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      return (await done(things('readonly').objectStore('things').getAllKeys(range))).map(String)
    },
  }
}

let opened: Promise<Vault> | undefined

/** The vault of this phone; opened once. */
export function vault(): Promise<Vault> {
  const can = typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && !!crypto.subtle
  opened ??= can ? sealedVault().catch(() => memoryVault()) : Promise.resolve(memoryVault())
  return opened
}
