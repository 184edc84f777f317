/**
 * Where the encryption keys come from: LIANGLIN_DATA_KEY (comma-separated for rotation, the first seals) and LIANGLIN_INDEX_KEY, each 32 bytes
 * in base64; else a 0600 file made on first start. The file lies beside the data folder, never in it: a copied store must not carry its keys.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Secrets } from './context'
import type { Keys } from './secrets'
import { type Doc, type Store, Unusable } from './store/port'

/** The keys file that belongs to a data folder: './data' -> './data.keys'. */
export const keysFileOf = (data: string) => `${data.replace(/[\\/]+$/, '')}.keys`

const key = (text: string, name: string): Buffer => {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32) throw new Error(`${name} must be 32 bytes in base64`)
  return bytes
}

/** Reads the keys, or makes the file. `env` is given so that nothing else reads the process. */
export function loadKeys(options: { env: { [name: string]: string | undefined }; file: string }): Keys {
  const { LIANGLIN_DATA_KEY: data, LIANGLIN_INDEX_KEY: index } = options.env
  if (data && index) return { data: data.split(',').map(one => key(one, 'LIANGLIN_DATA_KEY')), index: key(index, 'LIANGLIN_INDEX_KEY') }
  if (data || index) throw new Error('LIANGLIN_DATA_KEY and LIANGLIN_INDEX_KEY belong together: set both or neither')
  if (!existsSync(options.file)) makeKeysFile(options.file)
  const kept = JSON.parse(readFileSync(options.file, 'utf8')) as { data: string[]; index: string }
  return { data: kept.data.map(one => key(one, options.file)), index: key(kept.index, options.file) }
}

function makeKeysFile(file: string) {
  const fresh = () => randomBytes(32).toString('base64')
  try {
    writeFileSync(file, `${JSON.stringify({ data: [fresh()], index: fresh() })}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    // two processes started at once: the other one's keys are the keys
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
}

type Mark = Doc & { sealed: string; blind: string }
const PLACE = { collection: 'marks', id: 'secrets', field: 'sealed' }
const WORD = 'lianglin'

/** Throws Unusable when the store was written with other keys: new ones would make every number in it unreadable and unfindable without a word. */
export async function assertKeys(store: Store, secrets: Secrets): Promise<void> {
  const mark = await store.get<Mark>('marks', PLACE.id)
  if (!mark) {
    const fresh: Mark = { _id: PLACE.id, sealed: secrets.seal(WORD, PLACE), blind: secrets.blind('mark', WORD) }
    return store.load('marks', [fresh])
  }
  if (mark.blind !== secrets.blind('mark', WORD) || !opens(secrets, mark.sealed))
    throw new Unusable('密钥和数据对不上：请放回原来的密钥文件（数据文件夹旁边的 .keys 文件），或用原来的环境变量启动')
}

function opens(secrets: Secrets, sealed: string): boolean {
  try {
    return secrets.open(sealed, PLACE) === WORD
  } catch {
    return false
  }
}
