/** A phone's storage with WeChat's limits: 1 MB a key, 10 MB in all; what was put away encrypted is only read as such, and never by the sync calls. */
import { linger } from './linger'
import type { Callbacks } from './types'

const KEY = 1 << 20
const ALL = 10 << 20
interface Kept {
  text: string
  encrypt: boolean
}
interface Ask extends Callbacks {
  key: string
  data?: unknown
  encrypt?: boolean
}

export function storage(answer: (name: string, ask: Callbacks, work: () => object | undefined | Promise<object | undefined>) => void) {
  /** How long putting something away takes, in ms: an old phone is slow at it. */
  const pace = { ms: 0 }
  const things = new Map<string, Kept>()
  const size = () => [...things.values()].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  function keep(key: string, data: unknown, encrypt = false) {
    const text = JSON.stringify(data) ?? '""'
    const bytes = Buffer.byteLength(text)
    // Encryption grows a value by about 1.4.
    if (bytes * (encrypt ? 1.4 : 1) > KEY) throw new Error('data exceeds the limit of one key')
    if (size() - Buffer.byteLength(things.get(key)?.text ?? '') + bytes > ALL) throw new Error('exceed storage max size 10Mb')
    things.set(key, { text, encrypt })
  }
  function take(key: string, encrypt = false): unknown {
    const kept = things.get(key)
    if (!kept || kept.encrypt !== encrypt) throw new Error('data not found')
    return JSON.parse(kept.text)
  }
  const info = () => ({ keys: [...things.keys()], currentSize: Math.ceil(size() / 1024), limitSize: 10240 })
  const wx = {
    setStorage: (ask: Ask) =>
      answer('setStorage', ask, async () => {
        await linger(pace.ms || undefined)
        keep(ask.key, ask.data, ask.encrypt)
        return undefined
      }),
    getStorage: (ask: Ask) => answer('getStorage', ask, () => ({ data: take(ask.key, ask.encrypt) })),
    removeStorage: (ask: Ask) => answer('removeStorage', ask, () => void things.delete(ask.key)),
    clearStorage: (ask: Callbacks) => answer('clearStorage', ask, () => void things.clear()),
    getStorageInfo: (ask: Callbacks) => answer('getStorageInfo', ask, info),
    setStorageSync: (key: string, data: unknown) => keep(key, data),
    getStorageSync: (key: string) => (things.get(key)?.encrypt === false ? take(key) : ''),
    removeStorageSync: (key: string) => void things.delete(key),
    clearStorageSync: () => things.clear(),
    getStorageInfoSync: info,
  }
  return { wx, things, size, pace }
}
