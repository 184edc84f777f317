/** @jest-environment jsdom */
/** Money over the counter in the built mini-program: a card is topped up, the till is counted, and the neighbour sees what is on her card. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { paid } from '../../cloudfunctions/meals/money/online'
import { eaterIn, kitchenIn, type TestKitchen } from '../../cloudfunctions/meals/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const LEAD = '19900009941'
const NEIGHBOUR = '19900009942'

jest.setTimeout(400_000)

onWechat('the till with the mini-program', () => {
  let town: Town
  let kitchen: TestKitchen
  let eater: string
  const hosts: Host[] = []

  async function signedIn(phone: string, openid: string): Promise<Host> {
    const host = launch(new Phone(bridge(town, openid)))
    hosts.push(host)
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', phone)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(phone), 'the code')
    await door.type('短信里的验证码', town.codes.get(phone) ?? '')
    await door.tap('登录')
    await host.on('pages/home/index')
    return host
  }

  beforeAll(async () => {
    town = await openTown({ now: '2026-11-23T14:00' })
    kitchen = await kitchenIn(town)
    eater = (await eaterIn(town)).id
    await town.as('kitchen', kitchen.community, { name: '张玉华', phone: LEAD })
    await town.as('resident', kitchen.community, { name: '张桂兰', phone: NEIGHBOUR, resident: eater })
  })
  afterAll(() => town?.close())
  afterEach(() => {
    for (const { errors, warnings } of hosts) expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
  })

  test('she takes 100 元 for a meal card, counts 5 元 too little, says why, and closes the day once', async () => {
    const host = await signedIn(LEAD, 'openid-of-the-lead')
    const till = await host.open('/meals/pages/till/index')
    await till.says('钱箱里应该有 0 元')
    await till.tap(/^充饭卡/)
    await till.type('找人', '张')
    await till.tap(/^张奶奶/)
    await till.choose('100 元')
    await till.type('收据号', 'W 1')
    await till.tap(/^收 100 元，充进张/)
    await till.says('钱箱里应该有 100 元')
    await till.tap('数钱，今天结账')
    await till.type(/数出来多少/, '95')
    await till.says('少 5 元，请写一句为什么')
    await till.type('为什么对不上', '找错了 5 元')
    await till.tap(/^结账，交/)
    await till.says(/结过了/)
    expect(await kitchen.cook.call('meals.till', { kitchen: kitchen.id })).toMatchObject({ expected: 0, closed: { difference: -500 } })
    expect(await kitchen.cook.call('meals.account', { eater })).toMatchObject({ balance: 10_000 })
  })

  test('what the neighbour topped up on her phone goes back to it, with a word why', async () => {
    const { id: payment } = await kitchen.cook.call('meals.pay_online', { eater, kitchen: kitchen.id, fen: 3000 })
    await paid(town.store, { trade: payment, transaction: 't1', fen: 3000 }, town.now())
    const till = await hosts[0].open('/meals/pages/till/index')
    await till.tap(/^退余额/)
    await till.type('找人', '张')
    await till.tap(/^张奶奶/)
    await till.tap(/^还能退 30 元/)
    await till.type('退多少，元', '20')
    await till.type('为什么退', '多充了')
    await till.tap('退回 20 元')
    await till.says('20 元 退回张奶奶的微信，几分钟就到')
    expect(await kitchen.cook.call('meals.account', { eater })).toMatchObject({ balance: 11_000, back: [{ payment, fen: 1000 }] })
  })

  test('the neighbour sees it on her own phone', async () => {
    const host = await signedIn(NEIGHBOUR, 'openid-of-a-neighbour')
    const card = await host.open('/meals/pages/account/index')
    await card.says('饭卡里还有 110 元')
    await card.says('退回微信，还没到')
  })
})
