/** WeChat: encrypted storage. A key takes 1 MB at most (0.7 MB when encrypted), so long texts are cut into parts. */
import Taro from '@tarojs/taro'
import type { Vault } from './vault'

/** Characters a part: three bytes each at most. */
const PART = 200_000

interface Head {
  parts: number
  /** Changes with every write, so that parts of an interrupted one are never read. */
  turn: number
}
const part = (name: string, { turn }: Head, n: number) => `${name}#${turn}#${n}`
const put = (key: string, data: unknown) => Taro.setStorage({ key, data, encrypt: true } as Taro.setStorage.Option)
const take = <T>(key: string): Promise<T | null> =>
  Taro.getStorage<T>({ key, encrypt: true } as Taro.getStorage.Option<T>).then(
    ({ data }) => data,
    () => null,
  )
const drop = (key: string) => Taro.removeStorage({ key }).catch(() => {})

async function dropParts(name: string, head: Head | null) {
  for (let n = 0; n < (head?.parts ?? 0); n++) await drop(part(name, head as Head, n))
}

async function set(name: string, text: string) {
  const old = await take<Head>(name)
  const head = { parts: Math.max(1, Math.ceil(text.length / PART)), turn: (old?.turn ?? 0) + 1 }
  for (let n = 0; n < head.parts; n++) await put(part(name, head, n), text.slice(n * PART, (n + 1) * PART))
  await put(name, head)
  await dropParts(name, old)
}

async function get(name: string) {
  const head = await take<Head>(name)
  if (!head) return null
  const parts = await Promise.all(Array.from({ length: head.parts }, (_, n) => take<string>(part(name, head, n))))
  return parts.includes(null) ? null : parts.join('')
}

async function remove(names: string[]) {
  for (const name of names) {
    const head = await take<Head>(name)
    await drop(name)
    await dropParts(name, head)
  }
}

async function names(prefix: string) {
  const keys = Taro.getStorageInfoSync().keys
  return keys.filter(key => key.startsWith(prefix) && !key.includes('#')).sort()
}

const weapp: Vault = { lasting: true, get, set, remove, names }
export const vault = async (): Promise<Vault> => weapp
