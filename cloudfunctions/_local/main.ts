/** The server's entry: opens the house, loads the demo community on a first run, listens, ticks, and stops with grace. */
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { version } from '../../package.json'
import { openapi } from '../_kit/openapi'
import type { Log } from '../_kit/react'
import { SHAPE } from '../_kit/store/layout'
import { Unusable } from '../_kit/store/port'
import { fileRoutes } from './bytes'
import { calendarRoutes } from './calendar'
import { demoClock, demoPeople, settleDemo } from './demo'
import { serverFile } from './folder'
import type { Opened } from './house'
import { logPlace, openLog } from './log'
import { pages, securityHeaders } from './pages'
import { payRoutes } from './paying'
import { type Served, serve } from './server'

export interface Starting {
  port: number
  host: string
  data: string
  store: { file: string }
  /** Undefined: as the data folder was begun; a fresh one begins with the demo community. */
  demo?: boolean
  tls?: { cert: string; key: string }
  /** LIANGLIN_NOW. */
  now?: string
  rate: number
  build: string
  /** The folder of the built H5; without it the server is an API only. */
  h5?: string
}

const MINUTE = 60_000

/** Starts everything and says where it is. Resolves when requests are answered; ends the process with a sentence when that cannot be. */
export async function start(starting: Starting): Promise<void> {
  process.env.LIANGLIN_BUILD = starting.build
  const log = openLog(logPlace(starting.data))
  // a promise nobody waited for is a bug to be read about, not a reason to leave everybody without a server
  process.on('unhandledRejection', error => log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'bug'))
  let opened: Opened | undefined
  try {
    opened = await settleDemo(starting, log)
    const served = await listen(starting, opened, log)
    const tick = () => void opened?.tick().catch(error => log.error({ error: String(error) }, 'a tick failed'))
    const timer = setInterval(tick, MINUTE)
    // a laptop that was off over night: what fell due meanwhile is due before anybody looks
    tick()
    stopWithGrace(starting, { served, opened, timer, log })
    await announce(starting, opened, served.port)
  } catch (error) {
    await opened?.close()
    if (!(error instanceof Unusable) && !(error as { syscall?: string }).syscall) throw error
    console.error(`\n${sentence(error as Error & { code?: string }, starting)}`)
    process.exit(1)
  }
}

function sentence(error: Error & { code?: string }, { port, host }: Starting): string {
  if (error.code === 'EADDRINUSE')
    return `端口 ${port} 已经有别的程序在用，请先关掉它，或者换一个端口，例如 npm start -- --port ${port + 1}。`
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')
    return `这台电脑上不能用 ${host}:${port}（${error.code}），请检查 --host 和 --port。`
  return error.message
}

async function listen(starting: Starting, { house, door, time, tick }: Opened, log: Log): Promise<Served> {
  const operator = randomBytes(32).toString('base64url')
  const since = new Date().toISOString()
  const still = { version, build: starting.build, store: 'sqlite', shape: SHAPE, demo: house.demo, since }
  const served = await serve({
    ...{ door, log, operator, host: starting.host, port: starting.port, tls: starting.tls, rate: starting.rate },
    headers: securityHeaders(starting.h5),
    health: () => ({ ok: true, ...still, now: new Date(time.now()).toISOString() }),
    openapi: () => openapi({ version, demo: house.demo }),
    routes: [fileRoutes(house, operator), demoClock(house, time, tick), payRoutes(house), calendarRoutes(door), pages(starting.h5)],
  })
  const found = { pid: process.pid, port: served.port, host: starting.host, tls: Boolean(starting.tls), token: operator }
  writeFileSync(serverFile(starting.data), JSON.stringify(found), { mode: 0o600 })
  return served
}

/** SIGTERM and SIGINT: no new work, what is in flight is answered, the store is closed. A second signal does not wait. */
function stopWithGrace(starting: Starting, running: { served: Served; opened: Opened; timer: NodeJS.Timeout; log: Log }) {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    console.log('正在停下来……')
    clearInterval(running.timer)
    await running.served.close()
    await running.opened.close()
    rmSync(serverFile(starting.data), { force: true })
    running.log.info({ signal }, 'stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      void stop(signal).catch(failed)
    })
  // the shell that started this is gone (scripts/say.mjs); after Ctrl+C that is no second signal
  process.on('disconnect', () => void stop('disconnect').catch(failed))
}

function failed(error: unknown) {
  console.error(error)
  process.exit(1)
}

async function announce({ host, tls, data }: Starting, opened: Opened, port: number) {
  const places = reachable(host).map(one => `${tls ? 'https' : 'http'}://${one.includes(':') ? `[${one}]` : one}:${port}`)
  const people = opened.house.demo ? await demoPeople(opened) : []
  const width = (text: string, to: number) => text + ' '.repeat(Math.max(1, to - [...text].length * 2))
  const lines = people.map(one => `  ${width(one.name, 12)}${one.about}`)
  console.log(`\n两邻已经开了：${places.join('  ')}\n数据在 ${data}`)
  if (lines.length > 0) console.log(`\n演示模式，里面的人都是虚构的，打开网页点一下名字就能进去看看：\n${lines.join('\n')}`)
  if (lines.length > 0 && places.length > 1) console.log('\n同一个网络里的人都能打开这个演示。')
  console.log('')
}

/** The addresses a person can type: those of the machine when it listens on all of them. */
function reachable(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host]
  const all = Object.values(networkInterfaces()).flatMap(cards => cards ?? [])
  return ['127.0.0.1', ...all.filter(one => one.family === 'IPv4' && !one.internal).map(one => one.address)]
}
