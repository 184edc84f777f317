import { createVerify } from 'node:crypto'
import Fastify from 'fastify'
import type { House } from '../_kit/serve'
import { openTown, type Town } from '../_kit/testing'
import { MERCHANT, MINE, NOBODYS, notice, signed, THEIRS } from '../meals/money/town'
import { type Send, wechatPay } from '../meals/money/wechatpay'
import { COMMUNITY, eaterIn, kitchenIn, type TestEater, type TestKitchen } from '../meals/town'
import { payRoutes } from './paying'

/** The gateway's stand-in: checks every request's signature as WeChat would, keeps it, and answers signed. */
const asked: { path: string; content: { [field: string]: unknown } }[] = []
let broken = false
/** A refund the gateway never takes. */
let refusing = ''
const gateway: Send = async (url, { method, headers, body }) => {
  const path = new URL(url).pathname
  const said = Object.fromEntries([...headers.authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const text = [method, path, said.timestamp, said.nonce_str, body].map(line => `${line}\n`).join('')
  const genuine = createVerify('RSA-SHA256').update(text).verify(MINE.public, said.signature, 'base64')
  if (!genuine || said.serial_no !== 'MINE' || said.mchid !== '1900000001') return { status: 401, headers: {}, body: '{}' }
  if (broken) return { status: 502, headers: {}, body: '' }
  if (refusing && body.includes(refusing)) return { status: 400, headers: {}, body: '{}' }
  asked.push({ path, content: JSON.parse(body) })
  const answer = JSON.stringify(
    path.endsWith('native')
      ? { code_url: 'weixin://wxpay/x' }
      : path.endsWith('jsapi')
        ? { prepay_id: 'wx2026' }
        : { status: 'PROCESSING' },
  )
  return { status: 200, headers: signed(answer, town.now()), body: answer }
}

let town: Town
let kitchen: TestKitchen
let eater: TestEater
let app: ReturnType<typeof Fastify>
beforeEach(async () => {
  asked.length = 0
  broken = false
  const pay = wechatPay(MERCHANT, gateway, () => town.now())
  town = await openTown({ now: '2026-11-21T08:00', pay })
  kitchen = await kitchenIn(town)
  eater = await eaterIn(town)
  app = Fastify()
  const log = { info() {}, warn() {}, error() {} }
  await app.register(payRoutes({ pay, store: town.store, now: () => town.now(), log } as unknown as House))
})
afterEach(async () => {
  await app.close()
  await town.close()
})

const begin = async (fen = 5000) => (await eater.me.call('meals.pay_online', { eater: eater.id, kitchen: kitchen.id, fen })).id
const tell = async (body: string, headers = signed(body, town.now())) =>
  (await app.inject({ method: 'POST', url: '/pay/wechat', payload: body, headers: { 'content-type': 'application/json', ...headers } }))
    .statusCode
const balance = async () => (await eater.me.call('meals.account', { eater: eater.id })).balance

test('a top-up is prepared with signed requests, inside WeChat for its own call, elsewhere as a code', async () => {
  const payment = await begin()
  expect(await eater.me.call('meals.pay_ready', { eater: eater.id, payment })).toEqual({
    paid: false,
    ready: { kind: 'code', url: 'weixin://wxpay/x' },
  })
  expect(asked).toMatchObject([
    { path: '/v3/pay/transactions/native', content: { out_trade_no: payment, amount: { total: 5000, currency: 'CNY' } } },
  ])
  const ready = await wechatPay(MERCHANT, gateway, () => town.now()).prepare({ trade: payment, fen: 5000, words: '饭卡', openid: 'o1' })
  if (ready.kind !== 'wechat') throw new Error(ready.kind)
  const text = `wx1\n${ready.timeStamp}\n${ready.nonceStr}\nprepay_id=wx2026\n`
  expect(createVerify('RSA-SHA256').update(text).verify(MINE.public, ready.paySign, 'base64')).toBe(true)
})

test('money is on the account when WeChat says so, and once however often it says so', async () => {
  const payment = await begin()
  expect(await balance()).toBe(0)
  const told = notice(payment, 5000)
  expect([await tell(told), await tell(told), await tell(notice(payment, 5000))]).toEqual([204, 204, 204])
  expect(await balance()).toBe(5000)
  expect((await eater.me.call('meals.account', { eater: eater.id })).movements.items.map(one => one.words)).toEqual(['微信充值'])
  expect(await eater.me.call('meals.pay_ready', { eater: eater.id, payment })).toEqual({ paid: true })
})

test('what is not signed by WeChat, too old, changed on the way, or meant for somebody else moves nothing', async () => {
  const payment = await begin()
  const body = notice(payment, 5000)
  const wrong: [string, Parameters<typeof tell>][] = [
    ['no signature', [body, {} as never]],
    ["nobody's key", [body, signed(body, town.now(), NOBODYS.private)]],
    ['an unknown serial', [body, signed(body, town.now(), THEIRS.private, 'OTHER')]],
    ['a serial that every object has', [body, signed(body, town.now(), THEIRS.private, 'constructor')]],
    ['six minutes old', [body, signed(body, town.now() - 360_000)]],
    ['six minutes ahead', [body, signed(body, town.now() + 360_000)]],
    ['a changed body', [body.replace('EV-1', 'EV-2'), signed(body, town.now())]],
    ['another merchant', [notice(payment, 5000, { mchid: '1900000002' })]],
    ['another app', [notice(payment, 5000, { appid: 'wx2' })]],
    ['another amount', [notice(payment, 4999)]],
    ['another currency', [notice(payment, 5000, { amount: { total: 5000, currency: 'USD' } })]],
    ['no trade of ours', [notice('unknown', 5000)]],
    ['sealed with another key', [notice(payment, 5000, {}, 'f'.repeat(32))]],
    ['not JSON', ['hello', signed('hello', town.now())]],
  ]
  for (const [why, sent] of wrong) expect([why, await tell(...sent)]).toEqual([why, 401])
  expect(await tell(notice(payment, 5000, { trade_state: 'PAYERROR' }))).toBe(204)
  expect(await balance()).toBe(0)
})

test('a refund leaves the account at once and is sent until the gateway takes it, under one number', async () => {
  const payment = await begin()
  await tell(notice(payment, 5000))
  const give = (fen: number) => kitchen.cook.call('meals.refund_online', { kitchen: kitchen.id, payment, fen, why: '搬走了' })
  await expect(give(5001)).rejects.toMatchObject({ code: 'meals.more_than_paid' })
  const { id } = await give(3000)
  await expect(give(2001)).rejects.toMatchObject({ code: 'meals.more_than_paid' })
  expect(await balance()).toBe(2000)
  broken = true
  await town.tick()
  expect(asked).toEqual([])
  const card = () => eater.me.call('meals.account', { eater: eater.id })
  expect(await card()).toMatchObject({ back: [{ payment, kitchen: kitchen.id, fen: 2000 }] })
  expect((await card()).movements.items[0].words).toBe('退回微信，还没到')
  broken = false
  await town.tick()
  await town.tick()
  expect(asked).toEqual([
    {
      path: '/v3/refund/domestic/refunds',
      content: { out_trade_no: payment, out_refund_no: id, reason: '搬走了', amount: { refund: 3000, total: 5000, currency: 'CNY' } },
    },
  ])
  expect((await card()).movements.items[0].words).toBe('退回微信')
  await give(2000)
  expect((await card()).back).toEqual([])
})

test('a refund the gateway refuses keeps nobody else from theirs', async () => {
  const payment = await begin()
  await tell(notice(payment, 5000))
  const give = (fen: number) => kitchen.cook.call('meals.refund_online', { kitchen: kitchen.id, payment, fen, why: '搬走了' })
  refusing = (await give(1000)).id
  town.moveTo('2026-11-21T08:05')
  const { id } = await give(2000)
  await town.tick()
  refusing = ''
  expect(asked.map(one => one.content.out_refund_no)).toEqual([id])
})

test('where it is not set up, nothing offers it', async () => {
  const plain = await openTown({ now: '2026-11-21T08:00', pay: null })
  const there = await eaterIn(plain)
  const { id } = await kitchenIn(plain, COMMUNITY)
  await expect(there.me.call('meals.pay_online', { eater: there.id, kitchen: id, fen: 100 })).rejects.toMatchObject({
    code: 'meals.no_online',
  })
  expect((await there.me.call('meals.account', { eater: there.id })).online).toEqual([])
  await plain.close()
})
