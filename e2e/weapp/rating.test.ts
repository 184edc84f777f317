/** @jest-environment jsdom */
/** A neighbour says how lunch was, in the built mini-program: one tap, and the kitchen reads it. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { addDays, dayOf } from '../../cloudfunctions/_kit/time'
import { takenOrder } from '../../cloudfunctions/meals/table/world'
import { COMMUNITY, eaterIn, GRID, kitchenIn, type TestKitchen } from '../../cloudfunctions/meals/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const PHONE = '19900009902'
const SHANGHAI = 8 * 3_600_000
const HOME = 'pages/home/index'

jest.setTimeout(400_000)

onWechat('how lunch was, with the mini-program', () => {
  let town: Town
  let phone: Phone
  let host: Host
  let kitchen: TestKitchen
  const heard = () => kitchen.cook.call('meals.feedback', { kitchen: kitchen.id, from: addDays(dayOf(town.now()), -2), days: 3 })

  beforeAll(async () => {
    town = await openTown({ now: new Date(Date.now() + SHANGHAI).toISOString().slice(0, 16) })
    kitchen = await kitchenIn(town)
    const zhang = await eaterIn(town)
    await town.as('resident', COMMUNITY, { name: '张桂兰', phone: PHONE, resident: zhang.id })
    const day = addDays(dayOf(town.now()), -1)
    await town.store.load('orders', [takenOrder({ eater: zhang.id, kitchen: kitchen.id, home: GRID, day })])
    phone = new Phone(bridge(town, 'openid-of-her-phone'))
    host = launch(phone)
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('one tap says that it was good', async () => {
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', PHONE)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(PHONE), 'the code')
    await door.type('短信里的验证码', town.codes.get(PHONE) ?? '')
    await door.tap('登录')
    await host.on(HOME)
    const mine = await host.open('/meals/pages/mine/index')
    await mine.says('好吃吗')
    await mine.choose('好吃')
    await until(async () => (await heard()).good === 1, 'the rating at the kitchen')
  })

  test('it was not good after all: the first tap counts at once, what was wrong may be added', async () => {
    const mine = host.top()
    await mine.choose('不好')
    await until(async () => (await heard()).bad === 1, 'the changed rating')
    await mine.choose('凉了')
    await mine.tap('告诉厨房')
    await until(async () => (await heard()).items[0].reasons.length === 1, 'the reason')
    expect(await heard()).toMatchObject({ good: 0, bad: 1, items: [{ call: '张奶奶', reasons: ['cold'], attend: true }] })
  })
})
