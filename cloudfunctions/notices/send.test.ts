import { OFFER, type Phone, phone, REMINDER } from '../_kit/phone'
import { telling } from '../_kit/react'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { reactions } from '../reactions'
import { timeWords } from './message'
import type { OutDoc } from './outgoing'
import type { QuotaDoc } from './quota'

let town: Town
let it: Phone
let wang: Someone
let events = 0
async function open(now = '2026-11-28T09:00', how?: Parameters<typeof phone>[0]) {
  it = phone(how)
  town = await openTown({ now, push: it.push })
  wang = await town.as('volunteer', '210102025015', { name: '王秀英', phone: '13900001234' })
  await bind(wang, 'oWang')
}
beforeEach(() => open())
afterEach(() => town.close())

const bind = (who: Someone, openid: string) => town.store.transaction(tx => tx.update('accounts', who.id, { set: { openid } }))
const accept = (who: Someone, ...templates: string[]) =>
  who.call('notices.granted', { answers: templates.map(template => ({ template, answer: 'accept' as const })) })
const left = async (template: string) => (await town.store.get<QuotaDoc>('quotas', `${wang.id}|${template}`))?.left ?? 0
const out = async () => (await town.store.find<OutDoc>('outgoing', { where: { state: 'done' }, limit: 100 })).items
const inbox = async () => (await wang.call('notices.list', {})).items.map(one => one.title)

/** As shifts/tell.ts does it. */
async function tell(topic: string, more: { [field: string]: unknown } = {}) {
  const facts = {
    topic,
    accounts: [wang.id],
    title: '排到您了',
    body: '明天九点，做午饭',
    to: '/shifts/pages/shift/index?shift=s1',
    at: town.now(),
  }
  await town.store.transaction(tx =>
    telling(tx, reactions, { now: town.now(), today: '2026-11-28', id: () => `event${String(++events).padStart(4, '0')}` }).happened(
      'shifts.told',
      {
        ...facts,
        ...more,
      },
    ),
  )
}
const minutes = async (n: number) => {
  for (let i = 0; i < n; i++) await town.tick()
}

test('who accepted once is sent one message, cut to what its template takes; the next stays in the inbox', async () => {
  await accept(wang, OFFER)
  await tell('offer', { title: '排到您了，这个岗位空出来一个位子，可是标题实在太长了', when: Date.parse('2026-11-29T09:00+08:00') })
  await tell('offer', { title: '又一个' })
  await minutes(2)
  expect(it.wechat).toEqual([
    {
      ...{ openid: 'oWang', template: OFFER, page: 'shifts/pages/shift/index?shift=s1' },
      data: {
        thing1: { value: '排到您了，这个岗位空出来一个位子，可是…' },
        time2: { value: '2026年11月29日 09:00' },
        thing3: { value: '明天九点，做午饭' },
      },
    },
  ])
  expect([...it.wechat[0].data.thing1.value].length).toBe(20)
  expect(await inbox()).toHaveLength(2)
  expect(await left(OFFER)).toBe(0)
})

test('an event that is drained again tells nobody again, and what was read stays read', async () => {
  await accept(wang, OFFER)
  await accept(wang, OFFER)
  await tell('offer')
  const [event] = (await town.store.find('events', { where: { due: { lte: town.now() } }, limit: 10 })).items
  await minutes(1)
  await wang.call('notices.read', {})
  for (let i = 0; i < 4; i++) {
    await town.store.load('events', [event])
    await minutes(1)
  }
  expect(it.wechat).toHaveLength(1)
  expect(await inbox()).toHaveLength(1)
  expect((await wang.call('account.me', {})).unread).toBe(0)
})

test('when WeChat knows of none left the ledger is emptied and the text message goes, to whoever chose it', async () => {
  await wang.call('notices.want', { mute: [], sms: true })
  for (let i = 0; i < 3; i++) await accept(wang, OFFER)
  it.answers.push(43101)
  await tell('cancelled', { title: '班取消了', body: '明天九点的做午饭不用来了' })
  await minutes(2)
  expect(await left(OFFER)).toBe(0)
  expect(it.texts).toMatchObject([{ phone: '13900001234', words: '班取消了。明天九点的做午饭不用来了' }])
  expect(it.wechat).toEqual([])
})

test('a value its template does not take is a bug in the log, costs nothing, and goes the next way', async () => {
  await wang.call('notices.want', { mute: [], sms: true })
  await accept(wang, OFFER)
  it.answers.push(47003)
  await tell('offer')
  await minutes(2)
  expect(town.logged.some(line => line.startsWith('WeChat does not take a message') && line.includes('47003'))).toBe(true)
  expect(await left(OFFER)).toBe(1)
  expect(it.texts).toHaveLength(1)
})

test('two at once for one person (43108) is tried again, later and later, and sent once', async () => {
  await accept(wang, OFFER)
  it.answers.push(43108, 43108, -1)
  await tell('offer')
  await minutes(3)
  expect(it.wechat).toHaveLength(0)
  await minutes(10)
  expect(it.wechat).toHaveLength(1)
  expect(await left(OFFER)).toBe(0)
})

test('when no answer comes nobody knows whether it left: it is not sent that way again', async () => {
  await accept(wang, OFFER)
  await accept(wang, OFFER)
  it.answers.push('lost')
  await tell('offer')
  await minutes(10)
  expect(it.wechat).toHaveLength(1)
  expect(await out()).toMatchObject([{ ended: { wechat: 'unknown', sms: 'none' } }])
})

test('a process that ends between taking and sending leaves nothing that is sent twice or waits for ever', async () => {
  await wang.call('notices.want', { mute: [], sms: true })
  await accept(wang, OFFER)
  await tell('offer')
  it.push.wechat = undefined
  await town.tick()
  const [doc] = await out()
  await town.store.transaction(tx => tx.put('outgoing', { ...doc, state: 'sending', way: 'wechat', due: town.now(), ended: {} }))
  it.texts.length = 0
  await minutes(8)
  expect([it.wechat.length, it.texts.length]).toEqual([0, 1])
})

test('nothing rings in the quiet hours but what is urgent; it goes at half past seven', async () => {
  await town.close()
  await open('2026-11-28T20:58')
  for (let i = 0; i < 2; i++) await accept(wang, OFFER)
  await minutes(4)
  await tell('offer', { title: '不急' })
  await tell('cancelled', { title: '明早的班取消了', urgent: true })
  await minutes(2)
  expect(it.wechat.map(one => one.data.thing1.value)).toEqual(['明早的班取消了'])
  expect(await inbox()).toHaveLength(2)
  town.moveTo('2026-11-29T07:28')
  await minutes(1)
  expect(it.wechat).toHaveLength(1)
  await minutes(2)
  expect(it.wechat.map(one => one.data.thing1.value)).toEqual(['明早的班取消了', '不急'])
})

test('a cancelled shift rings at night when it is early next morning; for next week it waits until people are up', async () => {
  await town.close()
  await open('2026-11-28T22:00')
  for (let i = 0; i < 2; i++) await accept(wang, OFFER)
  await tell('cancelled', { title: '明早九点的取消了', urgent: true, when: Date.parse('2026-11-29T09:00+08:00') })
  await tell('cancelled', { title: '下周的取消了', urgent: true, when: Date.parse('2026-12-05T09:00+08:00') })
  await minutes(2)
  expect(it.wechat.map(one => one.data.thing1.value)).toEqual(['明早九点的取消了'])
  town.moveTo('2026-11-29T07:30')
  await minutes(1)
  expect(it.wechat.map(one => one.data.thing1.value)).toEqual(['明早九点的取消了', '下周的取消了'])
})

test('what was told before the quiet hours and could not be sent in time waits for the morning too', async () => {
  await town.close()
  await open('2026-11-28T20:50')
  await accept(wang, OFFER)
  it.answers.push(-1, -1, -1, -1)
  await tell('offer')
  await minutes(5)
  town.moveTo('2026-11-28T22:00')
  await minutes(60)
  expect(it.wechat).toEqual([])
  town.moveTo('2026-11-29T07:31')
  await minutes(20)
  expect(it.wechat).toHaveLength(1)
})

test('what nobody wants to hear is told by no way at all; a cancelled shift cannot be turned off', async () => {
  await wang.call('notices.want', { mute: ['shortage', 'reminder'], sms: true })
  await accept(wang, REMINDER)
  for (const topic of ['shortage', 'reminder', 'cancelled']) await tell(topic, { title: topic })
  await minutes(2)
  expect(await inbox()).toEqual(['cancelled'])
  expect(it.wechat).toEqual([])
  const all = { mute: ['cancelled'], sms: false }
  expect((await wang.answer('notices.want', all)).status).toBe(422)
})

test('text messages are for what matters, for those who chose them, three a day at most', async () => {
  await tell('offer')
  await minutes(2)
  expect(it.texts).toEqual([])
  await wang.call('notices.want', { mute: [], sms: true })
  for (const topic of ['thanks', 'hours', 'shortage']) await tell(topic)
  await minutes(2)
  expect(it.texts).toEqual([])
  for (let i = 0; i < 5; i++) await tell('changed', { title: `第${i + 1}次` })
  await minutes(2)
  expect(it.texts).toHaveLength(3)
  town.moveTo('2026-11-29T10:00')
  await tell('changed')
  await minutes(2)
  expect(it.texts).toHaveLength(4)
})

test('who is told by WeChat gets no text message besides', async () => {
  await wang.call('notices.want', { mute: [], sms: true })
  await accept(wang, OFFER)
  await tell('offer')
  await minutes(2)
  expect([it.wechat.length, it.texts.length]).toEqual([1, 0])
})

test('what is over is not sent any more', async () => {
  await accept(wang, REMINDER)
  it.answers.push(-1, -1, -1)
  await tell('reminder', { until: town.now() + 4 * 60_000 })
  await minutes(30)
  expect(it.wechat).toEqual([])
  expect(await left(REMINDER)).toBe(1)
})

test('on an own server the first yes also says whose phone it is; a phone that changes hands is one account only', async () => {
  const li = await town.as('volunteer', '210102025015', { name: '李敏' })
  const yes = (login: string) => li.call('notices.granted', { login, answers: [{ template: OFFER, answer: 'accept' }] })
  await yes('nonsense')
  expect((await li.call('notices.channels', {})).wechat?.bound).toBe(false)
  await yes('good-oWang')
  expect((await li.call('notices.channels', {})).wechat?.bound).toBe(true)
  expect((await wang.call('notices.channels', {})).wechat?.bound).toBe(false)
  await tell('offer', { accounts: [li.id] })
  await minutes(2)
  expect(it.wechat).toMatchObject([{ openid: 'oWang' }])
})

test('what I have left is said by template; a no, and a template nobody knows, count for nothing', async () => {
  expect((await wang.call('notices.channels', {})).wechat).toEqual({
    bound: true,
    templates: [
      { template: OFFER, topics: ['offer', 'cancelled'], left: 0 },
      { template: REMINDER, topics: ['reminder', 'shortage'], left: 0 },
    ],
  })
  const answers = [
    { template: OFFER, answer: 'accept' as const },
    { template: REMINDER, answer: 'reject' as const },
    { template: 'NOBODY_KNOWS', answer: 'accept' as const },
  ]
  expect(await wang.call('notices.granted', { answers })).toEqual({
    left: [
      { template: OFFER, left: 1 },
      { template: REMINDER, left: 0 },
    ],
  })
  expect((await wang.call('notices.channels', {})).sms).toEqual({ on: false, phone: '139****1234' })
})

test('where nothing is set up there is the inbox, and nothing is offered', async () => {
  const plain = await openTown({ now: '2026-11-28T09:00' })
  const one = await plain.as('volunteer', '210102025015')
  expect(await one.call('notices.channels', {})).toEqual({ mute: [] })
  await plain.close()
})

test('times are written as WeChat takes them, in Shanghai', () => {
  expect(timeWords(Date.parse('2026-01-05T23:07:00Z'))).toBe('2026年1月6日 07:07')
})
