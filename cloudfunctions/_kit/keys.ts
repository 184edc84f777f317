/**
 * Where the encryption keys come from: LIANGLIN_DATA_KEY (comma-separated for rotation, the first seals) and LIANGLIN_INDEX_KEY, each 32 bytes
 * in base64; else a 0600 file made on first start. The file lies beside the data folder, never in it: a copied store must not carry its keys.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Keys } from './secrets'

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
