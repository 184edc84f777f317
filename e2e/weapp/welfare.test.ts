/** @jest-environment jsdom */
/** Somebody did not take their lunch: the grid worker sees it in red in the built mini-program, knocks, and it ends; the real door, store and clock behind it. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import type { CheckDoc } from '../../cloudfunctions/meals/checks/docs'
import { eaterIn, kitchenIn, menuOn, type TestEater } from '../../cloudfunctions/meals/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const GRID = '210102025015001'
const PHONE = '19900009941'
const DAY = '2026-11-24'
const HOME = 'pages/home/index'
const CHECK = 'meals/pages/check/index'
const FORM = 'visits/pages/form/index'

jest.setTimeout(400_000)

onWechat('looking for somebody with the mini-program', () => {
  let town: Town
  let host: Host
  let eater: TestEater
  const check = () => town.store.get<CheckDoc>('checks', `${eater.id}|${DAY}`)

  beforeAll(async () => {
    town = await openTown({ now: `${DAY}T08:00` })
    const kitchen = await kitchenIn(town)
    await menuOn(town, kitchen)
    eater = await eaterIn(town, GRID, { building: '3', unit: '2', room: '302', tags: ['alone'] })
    const clerk = await town.as('community', GRID.slice(0, 12))
    const form = { kitchen: kitchen.id, day: DAY, meal: 'lunch' as const, lines: [{ dish: kitchen.dishes.set, quantity: 1 }] }
    await clerk.call('meals.order', { eater: eater.id, forms: [{ ...form, way: 'pickup', pay: 'cash' }] })
    await town.as('grid', GRID, { name: '周敏', phone: PHONE })
    // service ended at 12:30; nobody has touched anything since
    town.moveTo(`${DAY}T12:40`)
    await town.tick()
    host = launch(new Phone(bridge(town, 'openid-of-her-phone')))
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('it stands in red on her home, with its clock, and says what to do', async () => {
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', PHONE)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(PHONE), 'the code')
    await door.type('短信里的验证码', town.codes.get(PHONE) ?? '')
    await door.tap('登录')
    const home = await host.on(HOME)
    await home.says('1 位没取餐，正在找')
    await home.says('中午的饭没人取')
    await home.tap(/张奶奶 · 3号楼 2单元 302/)
    const one = await host.on(CHECK)
    await one.says('张奶奶的饭没人取')
    await one.says('走到哪一步')
  })

  test('she knocks, all is well, and nobody looks any longer', async () => {
    // the phone's clock is days behind this town's: it learns so with the day's list, where the door stands in red too
    const list = await host.open('/visits/pages/today/index')
    await list.says('立刻去')
    const one = await host.open(`/${CHECK}?check=${encodeURIComponent(`${eater.id}|${DAY}`)}`)
    await one.says('走到哪一步')
    await host.top().tap(/^去敲/)
    const form = await host.on(FORM)
    await form.says('敲开门了吗')
    await form.choose('见到本人')
    await form.choose('挺好')
    await form.tap('记下，下一户')
    await until(async () => (await check())?.open === false, 'the check ending', { hint: () => host.top().text() })
    expect((await check())?.closed).toMatchObject({ outcome: 'well', by: '周敏' })
  })
})
