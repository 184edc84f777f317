import type { Me } from '@domain/account/contract'
import { call } from './call'
import { Broken, Offline, Refused } from './failures'
import { personal } from './keep'
import { useNetwork } from './network'
import { failed, flush, send, startOutbox, useOutbox } from './outbox'
import { entered, leave, refresh, useSession } from './session'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {}, useDidShow: () => {} }))

const me = (id: string): Me => ({ id, name: id, phone: '139****0001', memberships: [], unread: 0, demo: false, day: '2026-11-21', now: 0 })
type Request = { name: string; token?: string; key: string; input: unknown }
const requests: Request[] = []
/** The server: answers a status and a body, or throws for a cut line. */
let answer: (request: Request) => { status: number; body: unknown } = () => ({ status: 200, body: { ok: {} } })

beforeAll(() => {
  Object.assign(globalThis, { API_BASE: '/api' })
  globalThis.fetch = async (url, init) => {
    const headers = init?.headers as { [name: string]: string }
    const request = {
      name: String(url).slice(5),
      token: headers.authorization?.slice(7),
      key: headers['idempotency-key'],
      input: JSON.parse(String(init?.body)) as unknown,
    }
    requests.push(request)
    const { status, body } = answer(request)
    return new Response(JSON.stringify(body), { status })
  }
  startOutbox()
})
beforeEach(async () => {
  requests.length = 0
  answer = () => ({ status: 200, body: { ok: { id: 'x' } } })
  await entered({ token: 'zhou-1', until: 9e12, me: me('zhou') })
})
const settle = () => new Promise(resolve => setTimeout(resolve, 20))

test('a refusal, a cut line, a server being restarted and a bug are told apart', async () => {
  answer = () => ({ status: 409, body: { refused: { code: 'visits.too_old', message: '太久了', at: 'at' } } })
  await expect(call('account.me', {})).rejects.toEqual(new Refused('visits.too_old', '太久了', 'at'))
  answer = () => ({ status: 503, body: { refused: { code: 'call.closing', message: '正在重启' } } })
  await expect(call('account.me', {})).rejects.toBeInstanceOf(Offline)
  answer = () => {
    throw new TypeError('Failed to fetch')
  }
  await expect(call('account.me', {})).rejects.toBeInstanceOf(Offline)
  expect(useNetwork.getState().online).toBe(false)
  answer = () => ({ status: 500, body: { refused: { code: 'call.bug', message: '出了点问题' } } })
  await expect(call('account.me', {})).rejects.toBeInstanceOf(Broken)
})

test('a session that ended locks the app, and what was written meanwhile goes out when the same person is back', async () => {
  answer = () => ({ status: 401, body: { refused: { code: 'call.nobody', message: '请先登录' } } })
  await send('notices.read', {}, '看通知', { key: 'k1' })
  await settle()
  expect(useSession.getState()).toMatchObject({ state: 'locked', me: { id: 'zhou' } })
  expect(useOutbox.getState().parcels).toHaveLength(1)
  answer = () => ({ status: 200, body: { ok: { unread: 0 } } })
  await entered({ token: 'zhou-2', until: 9e12, me: me('zhou') })
  await settle()
  expect(useOutbox.getState().parcels).toEqual([])
  expect(requests[requests.length - 1]).toMatchObject({ name: 'notices.read', token: 'zhou-2', key: 'k1' })
})

test('a late answer to an old session does not lock the new one', async () => {
  answer = ({ token }) => {
    if (token === 'zhou-1') void entered({ token: 'zhou-2', until: 9e12, me: me('zhou') })
    return { status: 401, body: { refused: { code: 'call.nobody', message: '请先登录' } } }
  }
  await expect(call('account.me', {})).rejects.toBeInstanceOf(Refused)
  expect(useSession.getState().state).toBe('in')
})

test('who was here before does not come back with a late answer', async () => {
  answer = () => {
    void entered({ token: 'wu-1', until: 9e12, me: me('wu') })
    return { status: 200, body: { ok: me('zhou') } }
  }
  await refresh()
  expect(useSession.getState()).toMatchObject({ state: 'in', me: { id: 'wu' }, token: 'wu-1' })
})

test('signing out forgets what was kept but not what waits, and the next person on the phone sees nothing of it', async () => {
  await personal('zhou').set('kept/today', { secret: true })
  answer = () => {
    throw new TypeError('Failed to fetch')
  }
  await send('notices.read', {}, '看通知', { key: 'k2' })
  await settle()
  await leave()
  expect(await personal('zhou').names('')).toEqual([expect.stringContaining('outbox/')])
  answer = () => ({ status: 200, body: { ok: { unread: 0 } } })
  await entered({ token: 'wu-1', until: 9e12, me: me('wu') })
  await flush(true)
  expect(useOutbox.getState().parcels).toEqual([])
  expect(requests.filter(({ key, token }) => key === 'k2' && token === 'wu-1')).toEqual([])
  await entered({ token: 'zhou-3', until: 9e12, me: me('zhou') })
  await settle()
  expect(requests.filter(({ key, token }) => key === 'k2' && token === 'zhou-3')).toHaveLength(1)
})

test('a refused write is put right and sent anew; the old one leaves', async () => {
  answer = () => ({ status: 409, body: { refused: { code: 'visits.too_old', message: '太久了' } } })
  await send('notices.read', { notice: 'a' }, '看通知', { key: 'k3' })
  await settle()
  expect(failed(useOutbox.getState().parcels).map(({ problem }) => problem?.message)).toEqual(['太久了'])
  answer = () => ({ status: 200, body: { ok: { unread: 0 } } })
  await send('notices.read', { notice: 'b' }, '看通知', { key: 'k4', instead: 'k3' })
  await settle()
  expect(useOutbox.getState().parcels).toEqual([])
  expect(requests[requests.length - 1]).toMatchObject({ key: 'k4', input: { notice: 'b' } })
})
