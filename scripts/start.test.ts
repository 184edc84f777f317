/** `npm start` as people meet it: a process of its own that says what is wrong in one sentence, or where it is. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '..')
let folder: string
const running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  base: string
  said(): string
}

/** Starts without the pages (their build has tests of its own). Resolves when the address is printed or the process has ended. */
async function start(args: string[], env: { [name: string]: string } = {}): Promise<Started> {
  const words = ['--port', '0', '--data', join(folder, 'data'), ...args]
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...words], {
    cwd: folder,
    env: { ...process.env, LIANGLIN_PAGES: 'off', LIANGLIN_LOG: 'off', NODE_ENV: 'production', ...env },
  })
  running.push(child)
  let text = ''
  const address = /http:\/\/127\.0\.0\.1:\d+/
  return new Promise(resolve => {
    const gather = (piece: Buffer) => {
      text += piece.toString()
      if (address.test(text) && text.endsWith('\n\n')) settle()
    }
    const settle = () => resolve({ child, base: address.exec(text)?.[0] ?? '', said: () => text })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', gather)
    child.on('close', settle)
  })
}

async function stop({ child }: Started, signal: NodeJS.Signals = 'SIGTERM') {
  child.kill(signal)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** The one sentence of a start that could not be, and its exit code. */
async function refused(args: string[], env: { [name: string]: string } = {}) {
  const { child, said } = await start(args, env)
  return { code: child.exitCode, words: said().trim() }
}

test('an empty start is up, healthy, and stops with 0 when it is told to', async () => {
  const started = await start(['--demo=off'])
  const health = (await (await fetch(`${started.base}/health`)).json()) as object
  expect(health).toMatchObject({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    store: 'sqlite',
    demo: false,
    since: expect.any(String),
    now: expect.any(String),
  })
  const api = (await (await fetch(`${started.base}/openapi.json`)).json()) as { openapi: string }
  expect(api.openapi).toBe('3.1.0')
  expect(await stop(started)).toBe(0)
}, 30_000)

test('a demonstration keeps what was answered through kill -9, is never opened as real data, and may move the time', async () => {
  const first = await start([])
  const people = (at: Started) => call(at, 'account.demo_people', {})
  const before = (await people(first)) as { person: string; name: string }[]
  expect(before.map(one => one.name)).toContain('周敏')
  const { token } = (await call(first, 'account.enter_demo', { person: before.find(one => one.name === '周敏')?.person })) as {
    token: string
  }
  const list = (await call(first, 'visits.today', { grid: '210102025015001' }, token)) as { items: { household: string }[] }
  const form = { outcome: 'met', wellbeing: 'well', needs: [], tags: [], policies: [], note: '', photos: [], with: [] }
  const visit = { household: list.items[0].household, at: Date.now(), form }
  const logged = await call(first, 'visits.log', visit, token, 'key-1')
  await stop(first, 'SIGKILL')
  const second = await start([])
  expect(await people(second)).toEqual(before)
  expect(await call(second, 'visits.log', visit, token, 'key-1')).toEqual(logged)
  await stop(second)
  expect(await refused(['--demo=off'])).toEqual({ code: 1, words: expect.stringMatching(/里是演示用的虚构数据，正式使用请换一个空文件夹/) })
  const third = await start([], { LIANGLIN_NOW: '2026-12-01T09:00' })
  const { now } = (await (await fetch(`${third.base}/health`)).json()) as { now: string }
  expect(now).toMatch(/^2026-12-01T01:00/)
  await stop(third)
}, 60_000)

async function call({ base }: Started, name: string, input: object, token = '', key = 'k') {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const answer = (await (await fetch(`${base}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })).json()) as {
    ok: unknown
  }
  expect(answer).toHaveProperty('ok')
  return answer.ok
}

test('a port that is taken, a folder that cannot be written and a wrong flag are each said in a sentence', async () => {
  const other = net.createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  writeFileSync(join(folder, 'file'), '')
  const [taken, unwritable, unknown, noPort] = await Promise.all([
    refused(['--port', String(port)]),
    refused(['--data', join(folder, 'file', 'data')]),
    refused(['--prot', '1']),
    refused(['--port', '99999']),
  ])
  other.close()
  expect(taken).toEqual({ code: 1, words: expect.stringMatching(new RegExp(`^端口 ${port} 已经有别的程序在用.*。$`)) })
  expect(unwritable).toEqual({ code: 1, words: expect.stringMatching(/^数据文件夹 .* 写不进去.*。$/) })
  expect(unknown).toEqual({ code: 1, words: expect.stringMatching(/^没有 --prot 这个选项.*。$/) })
  expect(noPort).toEqual({ code: 1, words: expect.stringMatching(/^端口要写成.*。$/) })
}, 30_000)

test('a second server on the same data, and data of a newer program, are refused in a sentence', async () => {
  const first = await start(['--demo=off'])
  expect(await refused(['--demo=off'])).toEqual({ code: 1, words: expect.stringMatching(/^已经有一个程序开着这份数据.*。?$/) })
  await stop(first)
  const moved = await refused(['--demo=off'], { LIANGLIN_NOW: '2026-12-01T09:00' })
  expect(moved).toEqual({ code: 1, words: expect.stringMatching(/^LIANGLIN_NOW 只能在演示模式下/) })
  await newer(join(folder, 'data', 'store.db'))
  expect(await refused(['--demo=off'])).toEqual({ code: 1, words: expect.stringMatching(/更新版本的程序写的.*请先升级程序/) })
}, 60_000)

/** Stamps a store as one of a later program. */
async function newer(file: string) {
  const { connect } = await import('../cloudfunctions/_kit/store/driver')
  const db = await connect(file)
  db.exec("UPDATE _meta SET value = '999' WHERE key = 'shape'")
  db.close()
}

test('an old Node is told so before anything else', async () => {
  const script = `import(${JSON.stringify(join(ROOT, 'scripts/install.mjs'))}).then(it => it.checkNode('18.20.4')).catch(error => { console.log(error.message); process.exit(3) })`
  const child = spawn(process.execPath, ['-e', script])
  let words = ''
  child.stdout.on('data', piece => {
    words += piece
  })
  const [code] = (await once(child, 'close')) as [number]
  expect([code, words.trim()]).toEqual([3, '这台电脑上的 Node 是 18.20.4，太旧了，请装 20.19 以上的版本（推荐 22 或 24）再试。'])
  expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toContain('">=20.19"')
})
