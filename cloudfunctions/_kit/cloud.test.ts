/**
 * The built cloud functions, each run in a process of its own as the platform runs them: environment copied in before a call, answer as JSON.
 * They are built afresh from what is here; the real wx-server-sdk in them talks to a stand-in gateway on loopback.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { InputOf } from '@domain'
import cloud from 'wx-server-sdk'
import { MERCHANT, notice, signed } from '../meals/money/town'
import { collections } from './cloud'
import { createSecrets } from './secrets'
import { type CloudDatabase, openCloudStore } from './store/cloudbase'
import { type Gateway, startGateway } from './store/gateway'
import type { Store } from './store/port'
import { dayOf } from './time'

jest.setTimeout(240_000)

const ROOT = resolve(__dirname, '../..')
const OUT = join(ROOT, '.cache', `functions-${process.pid}`)
const KEYS = { data: [randomBytes(32)], index: randomBytes(32) }
const GRID = '210102025015001'

/** What the platform's own bootstrap does, in few lines: CLOUDBASE.md §2. */
const RUNNER = `
const { main } = require(process.argv[2])
let rest = ''
process.stdin.on('data', async piece => {
  const lines = (rest + piece).split('\\n')
  rest = lines.pop()
  for (const line of lines) {
    const { environ, event } = JSON.parse(line)
    for (const name of ['WX_OPENID', 'WX_APPID', 'WX_SOURCE']) delete process.env[name]
    Object.assign(process.env, environ, { WX_CONTEXT_KEYS: Object.keys(environ).join(',') })
    const answer = await main(event, {}).then(ok => ({ ok }), error => ({ threw: String(error) }))
    process.stdout.write('=>' + JSON.stringify(answer) + '\\n')
  }
})`

let gateway: Gateway
let store: Store
const running = new Map<string, ReturnType<typeof deployed>>()

beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'config/functions.mjs')], { env: { ...process.env, OUT } })
  writeFileSync(join(OUT, 'runner.cjs'), RUNNER)
  gateway = await startGateway()
  Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'env-1', TCB_ENV: 'env-1' })
  const reach = { env: 'env-1', serviceUrl: gateway.url, secretId: 'a', secretKey: 'b' }
  cloud.init(reach as unknown as Parameters<typeof cloud.init>[0])
  const manner = { throwOnNotFound: false } as unknown as Parameters<typeof cloud.database>[0]
  store = openCloudStore({ db: cloud.database(manner) as unknown as CloudDatabase, collections })
  await settle()
})
afterAll(async () => {
  for (const { child } of running.values()) child.kill()
  await gateway.close()
  rmSync(OUT, { recursive: true, force: true })
})

/** A grid worker known by her OPENID, and a household with one resident. */
async function settle() {
  const secrets = createSecrets(KEYS)
  const place = { grid: GRID, community: GRID.slice(0, 12) }
  const phone = { phone: secrets.seal('13700137000', { collection: 'accounts', id: 'a1', field: 'phone' }), phoneMask: '137****7000' }
  await store.load('accounts', [
    { _id: 'a1', name: '李敏', ...phone, phoneBlind: secrets.blind('phone', '13700137000'), openid: 'oWorkerA' },
  ])
  await store.load('memberships', [{ _id: 'm1', account: 'a1', role: 'grid', scope: GRID, since: '2020-01-01' }])
  await store.load('grids', [{ _id: GRID, community: place.community, name: '第1网格', kind: 'old', households: 1, residents: 1 }])
  await store.load('residents', [
    {
      _id: 'r1',
      household: 'h1',
      ...place,
      name: '张桂兰',
      relation: '户主',
      living: 'living',
      phones: [],
      tags: [],
      tagCodes: [],
      version: 1,
    },
  ])
  const door = { label: '3号楼 2单元 302', walk: '0003|0002|0302', head: '张**', members: ['r1'], tags: [], count: 1, version: 1 }
  await store.load('households', [{ _id: 'h1', ...place, ...door, address: { building: '3', unit: '2', room: '302' } }])
}

/** One instance of a function. */
function deployed(name: string) {
  const env = {
    PATH: process.env.PATH,
    ...{ TCB_CONTEXT_CNFG: JSON.stringify({ URL: gateway.url }), TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai' },
    ...{ SCF_NAMESPACE: 'env-1', TCB_ENV: 'env-1', TENCENTCLOUD_SECRETID: 'a', TENCENTCLOUD_SECRETKEY: 'b', TZ: 'UTC' },
    LIANGLIN_WX_TEMPLATES: JSON.stringify({ reminder: { id: 'TEMPLATE_1', values: { thing1: 'title', time2: 'when' } } }),
    LIANGLIN_WXPAY: JSON.stringify(MERCHANT),
    ...{ LIANGLIN_DATA_KEY: KEYS.data[0].toString('base64'), LIANGLIN_INDEX_KEY: KEYS.index.toString('base64') },
  }
  const child: ChildProcess = spawn(process.execPath, [join(OUT, 'runner.cjs'), join(OUT, name, 'index.js')], { env })
  const waiting: ((answer: unknown) => void)[] = []
  const said: string[] = []
  let rest = ''
  child.stdout?.on('data', piece => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) line.startsWith('=>') ? waiting.shift()?.(JSON.parse(line.slice(2))) : said.push(line)
  })
  child.stderr?.on('data', piece => said.push(String(piece)))
  // an instance that dies answers what waits, so that a test fails with its words instead of hanging
  child.once('exit', () => {
    for (const answer of waiting.splice(0)) answer({ threw: said.join('\n') })
  })
  const invoke = (environ: object, event: object) =>
    new Promise<{ ok?: unknown; threw?: string }>(done => {
      waiting.push(answer => done(answer as object))
      child.stdin?.write(`${JSON.stringify({ environ, event })}\n`)
    })
  return { child, invoke, said }
}

const WORKER = { WX_OPENID: 'oWorkerA', WX_APPID: 'wxapp1', WX_SOURCE: 'wx_client' }
async function call(name: string, event: object, environ: object = WORKER) {
  const instance = running.get(name) ?? deployed(name)
  running.set(name, instance)
  const { ok, threw } = await instance.invoke(environ, event)
  if (threw) throw new Error(`${threw}\n${instance.said.join('\n')}`)
  return ok as { ok?: { [field: string]: unknown }; refused?: { code: string; message: string } }
}

const form = { outcome: 'met', wellbeing: 'well', needs: [], tags: [], policies: [], note: '精神不错', photos: [], with: [] } as const
const knock = (): InputOf<'visits.log'> => ({
  household: 'h1',
  at: Date.now(),
  form: { ...form, needs: [], tags: [], policies: [], photos: [], with: [] },
})

test('a grid worker logs a visit through the built function, and again with the same key: it is there once', async () => {
  const event = { operation: 'log', input: knock(), key: 'key-1' }
  const first = await call('visits', event)
  expect(first).toMatchObject({ ok: { id: expect.any(String), due: expect.stringMatching(/^\d{4}-/) } })
  expect(await call('visits', event)).toEqual(first)
  const timeline = await call('visits', { operation: 'timeline', input: { household: 'h1' } })
  expect(timeline.ok?.items).toMatchObject([{ household: 'h1', by: '李敏', mine: true, on: dayOf(Date.now()) }])
  expect(await store.count('keys', {})).toBe(1)
  expect(await store.count('audit', { chain: GRID.slice(0, 12) })).toBe(1)
})

test('who is calling is what WeChat says: not the input, not the event, and nobody when it says nothing', async () => {
  const stranger = { WX_OPENID: 'oStranger', WX_APPID: 'wxapp1', WX_SOURCE: 'wx_client' }
  const event = { operation: 'log', input: knock(), key: 'key-2' }
  for (const forged of [{}, { openid: 'oWorkerA' }, { OPENID: 'oWorkerA', userInfo: { openId: 'oWorkerA' } }])
    expect((await call('visits', { ...event, ...forged }, stranger)).refused?.code).toBe('call.nobody')
  expect((await call('visits', event, { WX_SOURCE: 'wx_http' })).refused?.code).toBe('call.nobody')
  expect((await call('visits', { ...event, input: { ...knock(), openid: 'x' } })).refused?.code).toBe('call.input')
  expect(await store.count('keys', {})).toBe(1)
})

test('whatever is sent, an answer comes back and nothing is thrown', async () => {
  const events = [
    {},
    { operation: null },
    { operation: '__proto__', input: {} },
    { operation: 'log' },
    { operation: 'log', input: { $gt: '' }, key: { a: 1 } },
    { httpMethod: 'POST' },
  ]
  for (const event of events) expect(JSON.stringify(await call('visits', event))).toMatch(/refused/)
  const elsewhere = await call('visits', { operation: 'door', input: { household: 'nobody' } })
  expect(elsewhere.refused?.code).toMatch(/not_there$/)
})

test('staff reach the same door over the HTTP gateway, with paths, headers and statuses as on own servers', async () => {
  const answer = await call(
    'account',
    { httpMethod: 'POST', path: '/api/account.me', headers: { Authorization: 'Bearer nonsense' }, body: '{}' },
    { WX_SOURCE: 'wx_http' },
  )
  expect(answer).toMatchObject({ statusCode: 401, headers: { 'cache-control': 'no-store' } })
  expect(JSON.parse((answer as { body?: string }).body ?? '')).toMatchObject({ refused: { code: expect.any(String) } })
})

test('the timer runs the clock, which seals the trace and writes its head outside the database; a caller cannot', async () => {
  const timer = { Type: 'Timer', TriggerName: 'minute', Time: new Date().toISOString() }
  expect((await call('clock', timer)).refused?.code).toBe('call.unknown')
  expect((await call('clock', timer, { ...WORKER, WX_SOURCE: 'wx_client,scf' })).refused?.code).toBe('call.unknown')
  expect(await store.count('audit', { sealed: 1, at: { gte: 0 } })).toBe(0)
  await call('clock', timer, { WX_SOURCE: 'wx_trigger' })
  expect(await store.count('audit', { sealed: 1, at: { gte: 0 } })).toBeGreaterThan(0)
  const head = [...gateway.files].find(([path]) => path.startsWith(`anchors/${GRID.slice(0, 12)}/`))
  expect(JSON.parse(String(head?.[1]))).toMatchObject({ chain: GRID.slice(0, 12), entries: expect.any(Number) })
})

test('what somebody is told goes out through the SDK with what the ledger allows, and no oftener', async () => {
  expect(
    await call('notices', { operation: 'granted', input: { answers: [{ template: 'TEMPLATE_1', answer: 'accept' }] }, key: 'g1' }),
  ).toEqual({
    ok: { left: [{ template: 'TEMPLATE_1', left: 1 }] },
  })
  const facts = { topic: 'reminder', accounts: ['a1'], title: '明天 09:00 做午饭', body: '', urgent: true, at: Date.now() }
  const event = (id: string) => ({ _id: id, name: 'shifts.told', facts, at: Date.now(), due: Date.now(), tries: 0 })
  await store.load('events', [event('e1')])
  await store.transaction(tx => tx.remove('jobs', 'drain'))
  await call('clock', { Type: 'Timer' }, { WX_SOURCE: 'wx_trigger' })
  expect(gateway.wechat.asked).toEqual([
    {
      api: 'subscribeMessage.send',
      data: {
        ...{ touser: 'oWorkerA', template_id: 'TEMPLATE_1', lang: 'zh_CN' },
        data: { thing1: { value: '明天 09:00 做午饭' }, time2: { value: expect.stringMatching(/^\d{4}年\d+月\d+日 \d\d:\d\d$/) } },
      },
    },
  ])
  await store.load('events', [event('e1'), event('e2')])
  await call('clock', { Type: 'Timer' }, { WX_SOURCE: 'wx_trigger' })
  expect(gateway.wechat.asked).toHaveLength(1)
  expect(await store.get('quotas', 'a1|TEMPLATE_1')).toMatchObject({ left: 0, granted: 1, spent: 1, void: 0 })
})

test('a calendar fetches its address over the HTTP gateway', async () => {
  const made = await call('shifts', { operation: 'make_feed', input: {}, key: 'f1' })
  const path = String(made.ok?.path)
  const answer = (await call('shifts', { httpMethod: 'GET', path, headers: {} }, { WX_SOURCE: 'wx_http' })) as { body?: string }
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/calendar; charset=utf-8' } })
  expect(answer.body).toMatch(/^BEGIN:VCALENDAR/)
  const wrong = await call('shifts', { httpMethod: 'GET', path: '/calendar/nobodynobody.ics', headers: {} }, { WX_SOURCE: 'wx_http' })
  expect(wrong).toMatchObject({ statusCode: 404 })
})

test('WeChat Pay tells of a payment over the HTTP gateway: signed, it is on the meal account once; else it moves nothing', async () => {
  const place = { kitchen: 'k1', community: GRID.slice(0, 12), fen: 5000 }
  await store.load('payments', [{ _id: 'p1', eater: 'r1', ...place, at: 1, by: '李敏', state: 'asked', refunded: 0 }])
  const body = notice('p1', 5000)
  const tell = (sent: string, headers: object, isBase64Encoded = false) =>
    call('meals', { httpMethod: 'POST', path: '/pay/wechat', headers, body: sent, isBase64Encoded }, { WX_SOURCE: 'wx_http' })
  expect(await tell(body, {})).toMatchObject({ statusCode: 401 })
  expect(await store.get('balances', 'eater:r1')).toBeNull()
  expect(await tell(body, signed(body, Date.now()))).toMatchObject({ statusCode: 204 })
  expect(await tell(Buffer.from(body).toString('base64'), signed(body, Date.now()), true)).toMatchObject({ statusCode: 204 })
  expect(await store.get('balances', 'eater:r1')).toMatchObject({ fen: 5000 })
})

test('a photo put up in the mini-program is kept in the cloud storage under its hash', async () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])
  const file = createHash('sha256').update(bytes).digest('hex')
  const put = { operation: 'put', input: { file, part: 0, parts: 1, base64: bytes.toString('base64') } }
  expect(await call('files', put)).toEqual({ ok: { complete: true } })
  expect([...gateway.files.keys()]).toContain(`private/${file}`)
})

test('every folder can be uploaded alone: one bundle, its SDK as the only dependency, nothing native; the indexes are listed', () => {
  const folders = readdirSync(OUT, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
  expect(folders.sort()).toEqual(['account', 'clock', 'files', 'meals', 'notices', 'people', 'shifts', 'visits'])
  for (const name of folders) {
    expect(readdirSync(join(OUT, name)).sort()).toEqual(['config.json', 'index.js', 'package.json'])
    const { dependencies } = JSON.parse(readFileSync(join(OUT, name, 'package.json'), 'utf8'))
    expect(dependencies).toEqual({ 'wx-server-sdk': '4.0.2' })
    const code = readFileSync(join(OUT, name, 'index.js'), 'utf8')
    const asked = new Set([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, it]) => it))
    expect([...asked].filter(it => !it.startsWith('node:') && !require('node:module').builtinModules.includes(it))).toEqual([
      'wx-server-sdk',
    ])
    expect(code).not.toContain(ROOT)
  }
  expect(JSON.parse(readFileSync(join(OUT, 'clock/config.json'), 'utf8')).triggers).toEqual([
    { name: 'minute', type: 'timer', config: '0 * * * * * *' },
  ])
  const indexes = JSON.parse(readFileSync(join(OUT, 'indexes.json'), 'utf8'))
  expect(Object.keys(indexes).sort()).toEqual(Object.keys(collections).sort())
  expect(existsSync(join(OUT, 'indexes.cjs'))).toBe(false)
})

test('without its keys a function says it cannot work, and does not make up its own', async () => {
  const instance = deployed('visits')
  const { ok } = await instance.invoke({ ...WORKER, LIANGLIN_DATA_KEY: '' }, { operation: 'today', input: { grid: GRID } })
  instance.child.kill()
  expect(ok).toMatchObject({ refused: { code: 'call.bug' } })
  expect(instance.said.join()).toContain('LIANGLIN_DATA_KEY')
})
