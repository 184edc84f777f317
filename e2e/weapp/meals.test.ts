/** @jest-environment jsdom */
/** An old neighbour eats, in the built mini-program: the usual meal with one tap, taken back, and a standing order; the real door and store behind it. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { eaterIn, kitchenIn, menuOn, type TestKitchen } from '../../cloudfunctions/meals/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const GRID = '210102025015001'
const PHONE = '19900009911'
const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']
const HOME = 'pages/home/index'
const STANDING = 'meals/pages/standing/index'

jest.setTimeout(400_000)

onWechat('ordering with the mini-program', () => {
  let town: Town
  let kitchen: TestKitchen
  let host: Host
  let eater: string
  const lunch = async (day: string) => {
    const clerk = await town.as('community', GRID.slice(0, 12))
    const { days } = await clerk.call('meals.table', { eater, days: 4 })
    return days.find(slot => slot.day === day)?.order
  }
  const stands = (day: string, state: string | undefined) =>
    until(async () => (await lunch(day))?.state === state, `the lunch of ${day} being ${state}`, { hint: () => host.top().text() })

  beforeAll(async () => {
    town = await openTown({ now: '2026-11-24T08:00' })
    kitchen = await kitchenIn(town)
    for (const day of DAYS) await menuOn(town, kitchen, day)
    eater = (await eaterIn(town, GRID, { name: '王福来', sex: 'male', born: '1938-03-12' })).id
    const clerk = await town.as('community', GRID.slice(0, 12))
    const form = { kitchen: kitchen.id, day: DAYS[0], meal: 'lunch' as const, lines: [{ dish: kitchen.dishes.set, quantity: 1 }] }
    await clerk.call('meals.order', { eater, forms: [{ ...form, way: 'delivery', pay: 'cash' }] })
    town.moveTo('2026-11-25T08:50')
    await town.as('resident', GRID.slice(0, 12), { name: '王福来', phone: PHONE, resident: eater })
    host = launch(new Phone(bridge(town, 'openid-of-his-phone')))
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('at home he sees his lunch and what it costs, and orders the usual with one tap', async () => {
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', PHONE)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(PHONE), 'the code')
    await door.type('短信里的验证码', town.codes.get(PHONE) ?? '')
    await door.tap('登录')
    const home = await host.on(HOME)
    await home.says('今天的午饭，老样子')
    await home.says('两荤一素套餐')
    await home.tap('今天的午饭，照老样子订')
    await stands(DAYS[1], 'open')
    await home.says('已订')
  })

  test('he changes his mind and back again', async () => {
    const home = host.top()
    await home.tap('今天不吃')
    await stands(DAYS[1], 'cancelled')
    await home.says('取消了')
    await home.tap(/^撤销/)
    await stands(DAYS[1], 'open')
  })

  test('he sets a standing order: it is said in words, and the days ahead show it', async () => {
    const screen = await host.open(`/${STANDING}`)
    await screen.tap('定一个常订')
    await screen.says('星期几')
    await screen.choose('周四')
    await screen.choose('周五')
    await screen.tap('就这样常订')
    await screen.says('记下了')
    const clerk = await town.as('community', GRID.slice(0, 12))
    const { standings } = await clerk.call('meals.table', { eater })
    expect(standings[0].days.map(day => day.weekday)).toEqual([1, 4, 5])
    const week = await host.open('/meals/pages/week/index')
    await week.says('常订')
  })

  test('in elder mode the same is one big button a thing', async () => {
    const home = await host.open(`/${HOME}`)
    await home.tap('长辈版')
    await home.says('今天不吃')
    await home.tap('今天不吃')
    await stands(DAYS[1], 'cancelled')
  })
})
