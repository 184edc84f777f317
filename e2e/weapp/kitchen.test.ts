/** @jest-environment jsdom */
/** The kitchen lead plans a week in the built mini-program, and a resident's phone shows it: the real door and store behind the cloud call. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { eaterIn, kitchenIn, menuOn, type TestKitchen } from '../../cloudfunctions/meals/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

/** A Monday. */
const NOW = '2026-11-23T10:00'
const LEAD = '19900009931'
const MENU = 'meals/pages/menu/index'
const PLAN = 'meals/pages/plan/index'

jest.setTimeout(400_000)

onWechat('the week’s menu with the mini-program', () => {
  let town: Town
  let kitchen: TestKitchen
  const hosts: Host[] = []

  /** Somebody's phone, signed in with the code it was sent. */
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
    town = await openTown({ now: NOW })
    kitchen = await kitchenIn(town)
    await menuOn(town, kitchen, '2026-11-26', { only: ['set', 'side'], items: { side: { special: '周四特供' } } })
    await town.as('kitchen', kitchen.community, { name: '张玉华', phone: LEAD })
  })
  afterAll(() => town?.close())
  afterEach(() => {
    for (const { errors, warnings } of hosts) expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
  })

  test('she copies this week to the next, puts a dish on Thursday and publishes', async () => {
    const host = await signedIn(LEAD, 'openid-of-the-lead')
    const menu = await host.open(`/${MENU}`)
    await menu.tap('下周')
    await menu.says('下周的菜单还没排')
    await menu.tap('照抄前一周的菜单')
    await menu.says('1 天排好了，还没发布')
    await menu.tap(/周四 12月3日/)
    const plan = await host.on(PLAN)
    await plan.says('周四特供')
    await plan.tap('加一道菜')
    await plan.choose('清炖鸡块')
    await plan.tap('加上这 1 道')
    await plan.silentAbout('加哪道菜')
    await plan.says('清炖鸡块')
    await plan.tap('存好周四的午饭')
    await until(() => host.top().route === MENU, 'the week after saving', { hint: () => host.top().text() })
    const again = host.top()
    await again.tap('发布下周的菜单')
    await again.tap('发布')
    await again.says(/发布了/)
    const saved = await kitchen.cook.call('meals.menus', { kitchen: kitchen.id, from: '2026-12-03', days: 1 })
    expect(saved[0]).toMatchObject({ published: true })
    expect(saved[0].items.map(one => one.name)).toEqual(['两荤一素套餐', '炒土豆丝', '清炖鸡块'])
  })

  test('a neighbour of eighty finds it on her phone on Thursday', async () => {
    const { id } = await eaterIn(town)
    await town.as('resident', kitchen.community, { name: '张桂兰', phone: '19900009932', resident: id })
    town.moveTo('2026-12-01T10:00')
    const host = await signedIn('19900009932', 'openid-of-a-neighbour')
    const week = await host.open('/meals/pages/week/index')
    await week.says('炒土豆丝')
    await week.tap('选菜')
    const order = await host.on('meals/pages/order/index')
    await order.says('清炖鸡块')
    await order.says('周四特供')
  })
})
