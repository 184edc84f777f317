/** `npm start`: installs, builds what is out of date and serves everything on one port. Node built-ins only until the packages are there. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildH5, buildLocal } from './build.mjs'
import { checkNode, install } from './install.mjs'
import { options } from './options.mjs'
import { end, followShell, ROOT, Stop } from './say.mjs'

/** What can go wrong on this machine is asked before a minute of building. */
async function check({ host, port, data }) {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    const probe = path.join(data, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Stop(`数据文件夹 ${data} 写不进去（${error.code}），请换一个文件夹（--data），或者改一下它的权限。`)
  }
  await new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', error => reject(new Stop(taken(error, host, port))))
    probe.listen({ host, port }, () => probe.close(resolve))
  })
}

function taken(error, host, port) {
  if (error.code === 'EADDRINUSE')
    return `端口 ${port} 已经有别的程序在用，请先关掉它，或者换一个端口，例如 npm start -- --port ${port + 1}。`
  if (error.code === 'EACCES') return `没有权限使用端口 ${port}，请换一个 1024 以上的端口，例如 npm start -- --port 8080。`
  return `这台电脑上不能用 ${host}:${port}（${error.code}），请检查 --host 和 --port。`
}

async function main() {
  followShell()
  checkNode()
  const chosen = options(process.argv.slice(2), process.env, process.cwd())
  await check(chosen)
  await install()
  const { file, build } = await buildLocal('main', 'cloudfunctions/_local/main.ts')
  // LIANGLIN_PAGES=off: an API alone, where the pages are served by something else
  const pages = process.env.LIANGLIN_PAGES !== 'off'
  if (pages) await buildH5()
  const { start } = await import(pathToFileURL(file).href)
  await start({ ...chosen, build, h5: pages ? path.join(ROOT, 'dist/h5') : undefined })
}

main().catch(end)
