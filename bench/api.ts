/**
 * API requests per second through the real server (door, schemas, session, audit, log and all), beside a bare node:http server that runs the same
 * SQL and answers the same bytes. Both are processes of their own over copies of the same data; their rounds alternate, the median counts.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OutputOf } from '@domain'
import autocannon from 'autocannon'
import { settleDemo } from '../cloudfunctions/_local/demo'
import { start } from '../cloudfunctions/_local/main'
import { type Script, serveBare } from './bare'
import { type Figure, figure, median } from './figure'
import { type Tape, tape } from './tape'

const ROUNDS = 5
const SECONDS = 2
const CONNECTIONS = 32
const GRID = '210102025015001'
const QUIET = { info() {}, warn() {}, error() {} }
const FORM = { outcome: 'met', wellbeing: 'well', needs: [], tags: [], policies: [], note: '', photos: [], with: [] }

interface Asked {
  name: string
  body: string
}
interface Prepared {
  token: string
  scripts: Script[]
  asked: Asked[]
}

/** Settles the demo community and writes down what three calls of its grid worker run and answer. */
async function prepare(data: string): Promise<Prepared> {
  const recorder = await tape()
  const { door, close } = await settleDemo({ data, store: { file: join(data, 'store.db') }, demo: true }, QUIET)
  const call = async (name: string, input: unknown, more: { token?: string; key?: string } = {}) =>
    (await door.answer({ name, input, ...more })).body
  const people = ((await call('account.demo_people', {})) as { ok: OutputOf<'account.demo_people'> }).ok
  const person = people.find(one => one.role === 'grid')?.person
  const { token } = ((await call('account.enter_demo', { person })) as { ok: OutputOf<'account.enter_demo'> }).ok
  const list = ((await call('visits.today', { grid: GRID }, { token })) as { ok: OutputOf<'visits.today'> }).ok
  const visit = { household: list.items[0].household, at: Date.now(), form: FORM }
  const asked = [
    { name: 'account.me', input: {} },
    { name: 'visits.today', input: { grid: GRID } },
    { name: 'visits.log', input: visit },
  ]
  const scripts: Script[] = []
  for (const { name, input } of asked) scripts.push(await script(recorder, name, key => call(name, input, { token, key })))
  await close()
  recorder.end()
  return { token, scripts, asked: asked.map(({ name, input }) => ({ name, body: JSON.stringify(input) })) }
}

async function script(recorder: Tape, name: string, call: (key: string) => Promise<object>): Promise<Script> {
  // the first call may do what later ones need not
  await call('warm')
  let answer = ''
  const steps = await recorder.of(async () => {
    const body = await call('taped')
    if ('refused' in body) throw new Error(`${name} was refused`)
    answer = JSON.stringify(body)
  })
  return { name, steps, writes: steps.some(one => one.how === 'run'), answer }
}

/** This program again, as one of the two servers. Resolves when it has printed its port. */
async function server(mode: string, file: string): Promise<{ port: number; child: ChildProcess }> {
  const env = { ...process.env, NODE_ENV: 'production', LIANGLIN_LOG: `${file}.log` }
  const child = spawn(process.execPath, [process.argv[1], mode, file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for (;;) {
    const [piece] = (await once(child.stdout, 'data')) as [Buffer]
    text += piece
    const port = /(?:127\.0\.0\.1:|^)(\d+)\s/m.exec(text)?.[1]
    if (port) return { port: Number(port), child }
  }
}

let key = 0
/** Requests a second; anything but 200 ends the bench. */
async function round(port: number, { name, body }: Asked, token: string): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/api/${name}`,
    ...{ method: 'POST' as const, connections: CONNECTIONS, duration: SECONDS, body, headers },
    requests: [{ setupRequest: request => ({ ...request, headers: { ...headers, 'idempotency-key': `bench-${key++}` } }) }],
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${name}: ${result.non2xx} answers were not 200, ${result.errors} errors`)
  return result.requests.average
}

export async function api(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianglin-bench-'))
  const children: ChildProcess[] = []
  try {
    const { token, scripts, asked } = await prepare(join(folder, 'ours'))
    cpSync(join(folder, 'ours/store.db'), join(folder, 'bare.db'))
    writeFileSync(join(folder, 'bare.db.json'), JSON.stringify(scripts))
    const [ours, bare] = [await server('serve-ours', join(folder, 'ours')), await server('serve-bare', join(folder, 'bare.db'))]
    children.push(ours.child, bare.child)
    const figures: Figure[] = []
    for (const one of asked) figures.push(await compared(one, token, [ours.port, bare.port]))
    return figures
  } finally {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compared(asked: Asked, token: string, ports: [number, number]): Promise<Figure> {
  const found: [number[], number[]] = [[], []]
  for (let turn = -1; turn < ROUNDS; turn++)
    for (const side of [0, 1]) {
      const rate = await round(ports[side], asked, token)
      // the first turn warms both up
      if (turn >= 0) found[side].push(rate)
    }
  return figure(`${asked.name} over HTTP`, 'requests/s', median(found[0]), median(found[1]))
}

/** The two servers this program can be. */
export const servers: { [mode: string]: (file: string) => Promise<void> } = {
  'serve-ours': data =>
    start({ port: 0, host: '127.0.0.1', data, store: { file: join(data, 'store.db') }, demo: true, rate: 0, build: 'bench' }),
  'serve-bare': async file => {
    await serveBare(file, JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Script[])
  },
}
