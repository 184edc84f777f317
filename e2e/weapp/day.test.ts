/** @jest-environment jsdom */
/** The kitchen lead's morning in the built mini-program: what stands in the way is settled, a temperature is taken, and the phone says where to print. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { eaterIn, GRID, kitchenIn, menuOn, type TestEater, type TestKitchen } from '../../cloudfunctions/meals/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const DAY = '2026-11-24'
const LEAD = '19900009941'
const HOME = 'pages/home/index'

jest.setTimeout(400_000)

onWechat('the kitchen’s day with the mini-program', () => {
  let town: Town
  let kitchen: TestKitchen
  let host: Host
  const slot = () => ({ kitchen: kitchen.id, day: DAY, meal: 'lunch' as const })

  /** Somebody who ordered pork and whom a doctor has since told to leave it. */
  async function clashing(): Promise<TestEater> {
    const eater = await eaterIn(town, GRID, { building: '3' })
    const lines = [{ dish: kitchen.dishes.main, quantity: 1 }]
    await kitchen.cook.call('meals.order', { eater: eater.id, forms: [{ ...slot(), lines, way: 'pickup', pay: 'cash' }] })
    const form = { ingredients: ['猪肉'], allergens: [], dislikes: [], textures: [], pay: 'cash' as const }
    await kitchen.cook.call('meals.set_diner', { eater: eater.id, version: 0, form })
    return eater
  }

  beforeAll(async () => {
    town = await openTown({ now: `${DAY}T08:30` })
    kitchen = await kitchenIn(town)
    const { other } = kitchen.dishes
    await menuOn(town, kitchen, DAY, { items: { main: { instead: other } } })
    await clashing()
    await town.as('kitchen', kitchen.community, { name: '张玉华', phone: LEAD })
    town.moveTo(`${DAY}T10:20`)
    host = launch(new Phone(bridge(town, 'openid-of-the-cook')))
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', LEAD)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(LEAD), 'the code')
    await door.type('短信里的验证码', town.codes.get(LEAD) ?? '')
    await door.tap('登录')
    await host.on(HOME)
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('home says how many and the one thing to do; she changes the dish', async () => {
    const home = host.top()
    await home.says('今天中午 1 份')
    await home.tap('弄好 1 份')
    const settle = await host.on('meals/pages/settle/index')
    await settle.says('红烧肉：里面有猪肉')
    await settle.tap('换成清炖鸡块')
    await settle.says('都弄好了')
    const { blocked, swaps } = await kitchen.cook.call('meals.prep', slot())
    expect(blocked).toEqual([])
    expect(swaps).toMatchObject([{ from: '红烧肉', to: '清炖鸡块', quantity: 1 }])
  })

  test('WeChat cannot print: the page says where, and what will come out', async () => {
    const print = await host.open(`/meals/pages/print/index?kitchen=${kitchen.id}&day=${DAY}&meal=lunch`)
    await print.says('在电脑上打印')
    await print.says('餐盒标签')
    await print.silentAbout('打印餐盒标签')
  })

  test('a temperature that is too low asks what was done; a good one is written down', async () => {
    const safety = await host.open(`/meals/pages/safety/index?kitchen=${kitchen.id}`)
    await safety.tap('量温度，清炖鸡块')
    await safety.type('多少度', '61')
    await safety.says(/才 61 度/)
    await safety.type('多少度', '84')
    await safety.tap('记下')
    await safety.says('84 度，没留样')
  })

  test('what is ordered after printing shows on the sheet', async () => {
    const { mark } = await kitchen.cook.call('meals.papers', slot())
    await kitchen.cook.call('meals.print', { ...slot(), what: 'prep', mark })
    town.moveTo(`${DAY}T09:00`)
    await clashing().then(eater => kitchen.cook.call('meals.cancel', { eater: eater.id, order: `${eater.id}|${DAY}|lunch` }))
    const late = await eaterIn(town, GRID, { building: '4' })
    const lines = [{ dish: kitchen.dishes.other, quantity: 1 }]
    await kitchen.cook.call('meals.order', { eater: late.id, forms: [{ ...slot(), lines, way: 'eatin', pay: 'cash' }] })
    town.moveTo(`${DAY}T10:25`)
    const prep = await host.open(`/meals/pages/prep/index?kitchen=${kitchen.id}&day=${DAY}&meal=lunch`)
    await prep.says('打印以后加了 1 份')
    await prep.says('清炖鸡块')
  })
})
