/** Runs a command of this machine: `node scripts/run.mjs <import|member|backup|restore|bench> ...`. Node built-ins only until everything is installed. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildLocal } from './build.mjs'
import { checkNode, install } from './install.mjs'
import { end, ROOT, Stop } from './say.mjs'

const COMMANDS = {
  import: 'cloudfunctions/_local/commands/import.ts',
  member: 'cloudfunctions/_local/commands/member.ts',
  backup: 'cloudfunctions/_local/commands/backup.ts',
  restore: 'cloudfunctions/_local/commands/restore.ts',
  bench: 'bench/index.ts',
}

async function main([name = '', ...args]) {
  const entry = COMMANDS[name]
  if (!entry || !existsSync(path.join(ROOT, entry))) throw new Stop(`没有 ${name} 这个命令，有的是：${Object.keys(COMMANDS).join('、')}。`)
  checkNode()
  await install()
  const { file } = await buildLocal(name, entry)
  process.argv = [process.execPath, file, ...args]
  // a command either runs as it is read, or hands over `main`
  const { main: command } = await import(pathToFileURL(file).href)
  if (typeof command === 'function') await command(args)
}

main(process.argv.slice(2)).catch(end)
