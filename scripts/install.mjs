/** Makes the machine ready: the right Node, the packages of the lock file, and a database driver. Node built-ins only. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import path from 'node:path'
import { ROOT, run, Stop, tail } from './say.mjs'

/** Refuses a Node that is too old (package.json `engines`). */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Stop(`这台电脑上的 Node 是 ${version}，太旧了，请装 20.19 以上的版本（推荐 22 或 24）再试。`)
}

/** Installs with `npm ci` when what is in node_modules is not what the lock file says. */
export async function install() {
  if (!(await isInstalled())) {
    console.error('正在安装依赖，第一次大约要一分钟……')
    const { code, text } = await npm(['ci', '--no-audit', '--no-fund'])
    if (code !== 0) throw new Stop(`依赖没有装上，请检查网络后再试一次。安装程序说：\n${tail(text, 15)}`)
  }
  await driver()
}

/** npm keeps what it put into node_modules in a lock file of its own, written last: a killed install does not count as one. */
async function isInstalled() {
  const kept = path.join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(kept)) return false
  const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages
  const there = packages(kept)
  const wanted = Object.entries(packages(path.join(ROOT, 'package-lock.json'))).filter(([at]) => at !== '')
  return wanted.every(([at, one]) => (there[at] ? there[at].version === one.version : one.optional || one.devOptional || one.peer))
}

/** Runs npm as this process was started by it, else the one on the path. */
function npm(args, env) {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js') && existsSync(own)) return run(process.execPath, [own, ...args], { env })
  return process.platform === 'win32' ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { env }) : run('npm', args, { env })
}

/** node:sqlite comes with Node from 22.13; before that better-sqlite3 has to be compiled once for this Node. */
async function driver() {
  if (isBuiltin('node:sqlite') || loads()) return
  console.error('正在为这个版本的 Node 编译数据库，大约要一分钟，只做这一次……')
  const { code, text } = await npm(['rebuild', 'better-sqlite3', '--ignore-scripts=false'], headers())
  if (code === 0 && loads()) return
  throw new Stop(
    `数据库没有编译成功：这个版本的 Node 没有自带数据库，编译它需要 gcc、make 和 python3。最省事的办法是换成 Node 22.13 以上的版本。编译程序说：\n${tail(text, 12)}`,
  )
}

/** A driver compiled for another Node does not load; one that was never compiled is not there. */
function loads() {
  try {
    const Database = createRequire(path.join(ROOT, 'package.json'))('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** Where Node's headers lie beside it, so that the compiler does not download them. */
export function headers() {
  const beside = path.dirname(path.dirname(realpathSync(process.execPath)))
  const found = [beside, '/usr/local', '/usr'].find(dir => isOurs(path.join(dir, 'include', 'node', 'node_version.h')))
  return found ? { npm_config_nodedir: found } : {}
}

function isOurs(file) {
  if (!existsSync(file)) return false
  return new RegExp(`NODE_MAJOR_VERSION ${process.versions.node.split('.')[0]}\\b`).test(readFileSync(file, 'utf8'))
}
