/** What is kept on this phone: a person's things under 'p/<account>/', the phone's own under 'd/'. */
import { type Vault, vault } from './vault'

export interface Shelf {
  get<T>(name: string): Promise<T | null>
  set(name: string, value: unknown): Promise<void>
  remove(...names: string[]): Promise<void>
  /** The names on this shelf that begin with a prefix, in order. */
  names(prefix: string): Promise<string[]>
}

/** A shelf in a vault: names are given without the shelf's own prefix. */
export function shelf(prefix: string, from: () => Promise<Vault> = vault): Shelf {
  return {
    async get<T>(name: string) {
      const text = await (await from()).get(prefix + name)
      return text === null ? null : (JSON.parse(text) as T)
    },
    set: async (name, value) => (await from()).set(prefix + name, JSON.stringify(value)),
    remove: async (...names) => (await from()).remove(names.map(name => prefix + name)),
    names: async begin => (await (await from()).names(prefix + begin)).map(name => name.slice(prefix.length)),
  }
}

export const device = shelf('d/')
export const personal = (account: string, from?: () => Promise<Vault>) => shelf(`p/${account}/`, from)

/** What outlives signing out: writes that wait, and the photos that travel with them. */
const STAYS = /^p\/[^/]+\/(outbox|photo)\//

/** Forgets everything personal on this phone except what still waits to be sent. `account` absent: everybody's. */
export async function forget(account?: string, from: () => Promise<Vault> = vault): Promise<void> {
  const it = await from()
  const names = await it.names(account ? `p/${account}/` : 'p/')
  await it.remove(names.filter(name => !STAYS.test(name)))
}

/** Whether what is kept outlives closing the app; false on plain http, where the browser has no encryption. */
export const lasting = async () => (await vault()).lasting
