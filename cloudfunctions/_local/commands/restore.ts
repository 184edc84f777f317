/** `npm run restore -- BACKUP [--data DIR] [--store sqlite:FILE] [--force]`: puts a backup back. The server must not be running. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keysFileOf } from '../../_kit/keys'
import { Unusable } from '../../_kit/store/port'
import { restore } from '../backup'
import { placeOf } from './backup'

const HOW = '用法：npm run restore -- 备份文件夹 [--data 数据文件夹] [--store sqlite:文件名] [--force]'

function read(argv: string[]) {
  try {
    const options = { data: { type: 'string' }, store: { type: 'string' }, force: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    if (positionals.length === 1) return { ...values, from: resolve(positionals[0]) }
  } catch (error) {
    throw new Unusable(`看不懂这个选项。${HOW}`, { cause: error })
  }
  throw new Unusable(HOW)
}

/** Runs the command; the exit code. What went wrong is one sentence on stderr. */
export async function run(argv: string[]): Promise<number> {
  try {
    const { from, data: given, store, force = false } = read(argv)
    const data = resolve(given ?? process.env.LIANGLIN_DATA ?? 'data')
    const { about, kept } = await restore(from, placeOf(data, store), { force, now: Date.now() })
    console.log(`恢复好了：${about.documents} 份资料，是 ${about.at.slice(0, 10)} 的备份，放在 ${data}`)
    if (kept) console.log(`原来的数据留在 ${kept}`)
    console.log(keysNote(from, data))
    return 0
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    return 1
  }
}

/** Keys that are there stay: they may open more than this backup. */
function keysNote(from: string, data: string): string {
  const file = keysFileOf(data)
  if (existsSync(file)) return `密钥用的是原来的 ${file}，它要和做备份时的是同一份。`
  if (!existsSync(join(from, 'keys'))) return `备份里没有密钥。请把做备份时的密钥文件放到 ${file} 再启动，不然身份证号和电话打不开。`
  writeFileSync(file, readFileSync(join(from, 'keys')), { flag: 'wx', mode: 0o600 })
  return `密钥从备份里放到了 ${file}。`
}

/** What scripts/run.mjs calls. */
export async function main(argv: string[]): Promise<void> {
  process.exitCode = await run(argv)
}
