import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SessionDoc, tokenHash } from '../_kit/identity'
import type { Call } from '../_kit/serve'
import { fileRoutes } from './bytes'
import { type Opened, openHouse } from './house'
import { pages, securityHeaders } from './pages'
import { type Served, type Serving, serve } from './server'

const OPERATOR = 'operator-token'
let folder: string
let opened: Opened
let served: Served
let logged: string[]
let base: string

async function begin(more: Partial<Serving> = {}) {
  const h5 = join(folder, 'h5')
  mkdirSync(join(h5, 'js'), { recursive: true })
  writeFileSync(join(h5, 'index.html'), '<script>go()</script><script src="js/app.0a1b2c3d.js"></script>')
  writeFileSync(join(h5, 'js/app.0a1b2c3d.js'), 'go')
  writeFileSync(join(h5, 'sw.js'), 'work')
  const keep = (fields: object, words: string) => void logged.push(`${words} ${JSON.stringify(fields)}`)
  const log = { info: keep, warn: keep, error: keep }
  opened = await openHouse({ data: join(folder, 'data'), demo: false, log })
  served = await serve({
    ...{ door: opened.door, log, host: '127.0.0.1', port: 0, rate: 0, headers: securityHeaders(h5), operator: OPERATOR },
    ...{ health: () => ({ ok: true }), openapi: () => ({}), routes: [fileRoutes(opened.house, OPERATOR), pages(h5)], ...more },
  })
  base = `http://127.0.0.1:${served.port}`
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-'))
  logged = []
})
afterEach(async () => {
  await served.close(100)
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

type Asked = { body?: string | Uint8Array; headers?: { [name: string]: string }; method?: string }
async function ask(path: string, { body, headers, method = 'POST' }: Asked = {}) {
  const all = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }
  const init: Parameters<typeof fetch>[1] = { method, body, headers: all }
  const answer = await fetch(base + path, init)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const code = (text: string) => (JSON.parse(text) as { refused?: { code: string } }).refused?.code

/** Somebody with a session, as the door will find them. */
async function somebody(role: 'grid' | 'community', scope: string): Promise<string> {
  const { store, now } = opened.house
  const [id, token] = [randomBytes(9).toString('hex'), randomBytes(9).toString('hex')]
  const session: SessionDoc = { _id: tokenHash(token), account: id, since: now(), until: now() + 3600_000, seen: now() }
  await store.load('accounts', [{ _id: id, name: '王芳', phone: '', phoneBlind: id, phoneMask: '' }])
  await store.load('memberships', [{ _id: `m${id}`, account: id, role, scope, since: '2020-01-01' }])
  await store.load('sessions', [session])
  return token
}

test('what a body may not be is refused in the one shape, and nothing of it is called a bug', async () => {
  await begin()
  const bodies: [body: string, status: number, type?: string][] = [
    ['not json', 422],
    ['', 422],
    ['{}', 415, 'text/plain'],
    [JSON.stringify('a'.repeat(300_000)), 413],
    ['['.repeat(100_000) + ']'.repeat(100_000), 422],
    ['{"__proto__":{"role":"city"},"phone":"13800138000"}', 422],
    ['{"phone":{"$ne":1}}', 422],
  ]
  for (const [body, status, type] of bodies) {
    const answer = await ask('/api/account.request_code', { body, headers: type ? { 'content-type': type } : {} })
    expect([body.slice(0, 20), answer.status]).toEqual([body.slice(0, 20), status])
    expect(code(answer.text)).toMatch(/^call\./)
  }
  expect(logged.filter(line => line.startsWith('bug'))).toEqual([])
})

test('nobody, a forged token and one that has ended look the same, byte for byte', async () => {
  await begin()
  const me = (headers: { [name: string]: string }) => ask('/api/account.me', { body: '{}', headers })
  const answers = await Promise.all([me({}), me({ authorization: 'Bearer forged' }), me({ authorization: 'Basic eA==' })])
  expect(answers.map(one => one.status)).toEqual([401, 401, 401])
  expect(new Set(answers.map(one => one.text)).size).toBe(1)
})

test('an address that is not there is said in the same shape as everything else', async () => {
  await begin()
  for (const [path, method] of [
    ['/nowhere', 'GET'],
    ['/api/visits.today', 'GET'],
    ['/api/visits.today', 'DELETE'],
    ['/api/no.such_thing', 'POST'],
    ['/demo/clock', 'POST'],
    ['/../../package.json', 'GET'],
  ]) {
    const answer = await ask(path, { method, ...(method === 'POST' ? { body: '{}' } : {}) })
    expect([path, answer.status, code(answer.text)]).toEqual([path, 404, 'call.unknown'])
  }
})

test('hashed files are kept for ever, the page and its worker never, and only scripts from here run', async () => {
  await begin()
  const [page, script, worker] = await Promise.all(['/', '/js/app.0a1b2c3d.js', '/sw.js'].map(path => ask(path, { method: 'GET' })))
  expect([page, script, worker].map(one => one.headers.get('cache-control'))).toEqual([
    'no-cache',
    'public, max-age=31536000, immutable',
    'no-cache',
  ])
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update('go()').digest('base64')}'`)
  expect(policy).not.toMatch(/unsafe-eval|upgrade-insecure-requests/)
  expect(page.headers.get('strict-transport-security')).toBeNull()
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
})

test('somebody who asks too fast is told to wait, and may go on after that', async () => {
  await begin({ rate: 1 })
  const statuses: number[] = []
  for (let i = 0; i < 7; i++) statuses.push((await ask('/health', { method: 'GET' })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect((await ask('/health', { method: 'GET' })).headers.get('retry-after')).toBe('1')
})

test('behind a proxy on this machine everybody has a pace of their own', async () => {
  await begin({ rate: 1 })
  const from = async (ip: string) => (await ask('/health', { method: 'GET', headers: { 'x-forwarded-for': ip } })).status
  for (let i = 0; i < 6; i++) await from('203.0.113.7')
  expect([await from('203.0.113.7'), await from('203.0.113.8')]).toEqual([429, 200])
})

test('the command line acts as the operator with its token only', async () => {
  await begin()
  const members = (token: string) =>
    ask('/api/account.members', { body: '{"division":"2101"}', headers: { authorization: `Bearer ${token}` } })
  expect((await members(OPERATOR)).status).toBe(200)
  expect((await members('operator')).status).toBe(401)
})

test('a photo goes up whole, comes back to who put it up, and is not there for anybody else', async () => {
  await begin()
  const [mine, theirs] = [await somebody('grid', '210102025015001'), await somebody('grid', '210102025015002')]
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(500_000)])
  const path = `/api/files/${createHash('sha256').update(bytes).digest('hex')}`
  const put = (token: string, body: Uint8Array, at = path) =>
    ask(at, { method: 'PUT', body, headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' } })
  const get = (token: string) => fetch(base + path, { headers: { authorization: `Bearer ${token}` } })
  expect((await put('nobody', bytes)).status).toBe(401)
  expect(code((await put(mine, bytes.subarray(1))).text)).toBe('files.hash_wrong')
  expect((await put(mine, bytes)).status).toBe(200)
  const back = await get(mine)
  expect(back.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true)
  expect((await get(theirs)).status).toBe(404)
  expect((await put(mine, Buffer.alloc(31 * 1024 * 1024))).status).toBe(413)
  const lines = logged.filter(line => line.startsWith('request')).map(line => JSON.parse(line.slice(8)) as { status: number })
  expect(lines.map(one => one.status)).toEqual([401, 422, 200, 200, 404, 413])
  expect(logged.join()).not.toContain(mine)
})

test('a request in flight is answered when the server stops, and no new one is taken', async () => {
  let arrived = () => {}
  const inside = new Promise<void>(resolve => {
    arrived = resolve
  })
  let finish = () => {}
  const held = new Promise<void>(resolve => {
    finish = resolve
  })
  const slow = async (call: Call) => {
    arrived()
    await held
    return { status: 200, body: { ok: call.name } }
  }
  await begin({ door: { answer: slow } })
  const asked = ask('/api/slow.one', { body: '{}' })
  await inside
  const closed = served.close()
  await expect(fetch(`${base}/health`)).rejects.toThrow()
  finish()
  expect(await asked).toMatchObject({ status: 200, text: '{"ok":"slow.one"}' })
  await closed
})
