/** `npm run backup -- [--data DIR] [--store sqlite:FILE] [--to DIR] [--with-keys]`: copies a data folder while the server runs. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keysFileOf } from '../../_kit/keys'
import { Unusable } from '../../_kit/store/port'
import { backup, type Place, stampOf } from '../backup'
import { anchorsFile, blobsFolder, storeFile } from '../folder'

const HOW = '用法：npm run backup -- [--data 数据文件夹] [--store sqlite:文件名] [--to 放备份的新文件夹] [--with-keys]'

/** Where the parts of a data folder are. `store` as `npm start` takes it: a store may lie elsewhere. */
export const placeOf = (data: string, store?: string): Place => ({
  data,
  store: store?.startsWith('sqlite:') ? resolve(store.slice(7)) : storeFile(data),
  blobs: blobsFolder(data),
  anchors: anchorsFile(data),
})

function read(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: { data: { type: 'string' }, store: { type: 'string' }, to: { type: 'string' }, 'with-keys': { type: 'boolean' } },
    }).values
  } catch (error) {
    throw new Unusable(`看不懂这个选项。${HOW}`, { cause: error })
  }
}

/** Runs the command; the exit code. What went wrong is one sentence on stderr. */
export async function run(argv: string[]): Promise<number> {
  try {
    const given = read(argv)
    const now = Date.now()
    const data = resolve(given.data ?? process.env.LIANGLIN_DATA ?? 'data')
    const to = resolve(given.to ?? join(`${data}.backups`, stampOf(now)))
    const made = await backup(placeOf(data, given.store), to, { withKeys: given['with-keys'] ?? false, now })
    console.log(`备份好了：${made.documents} 份资料，在 ${to}`)
    console.log(keysNote(data, made.withKeys))
    return 0
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    return 1
  }
}

/** A backup that cannot be opened one day is worse than none: say it every time. */
function keysNote(data: string, withKeys: boolean): string {
  if (withKeys) return '密钥也在里面，谁拿到这个文件夹谁就能看到身份证号和电话，请锁好。'
  const where = existsSync(keysFileOf(data)) ? `${keysFileOf(data)} 这个文件` : '环境变量 LIANGLIN_DATA_KEY 和 LIANGLIN_INDEX_KEY'
  return `里面没有密钥。请把${where}另外保存好，没有它，备份里的身份证号和电话就打不开了。`
}

/** What scripts/run.mjs calls. */
export async function main(argv: string[]): Promise<void> {
  process.exitCode = await run(argv)
}
