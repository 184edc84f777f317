/** @jest-environment jsdom */
/** A volunteer's round in the built mini-program: one tap a door, without signal, nobody answering, closed at the end. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { type Carrying, carrying, routeForm } from '../../cloudfunctions/meals/rounds/town'
import { COMMUNITY } from '../../cloudfunctions/meals/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const PHONE = '19900009902'
const HOME = 'pages/home/index'
const ROUND = 'meals/pages/round/index'
const HANDED = '交到手里了'
/** The second tap of a double tap is not meant; a thumb that goes on is slower than this. */
const AWHILE = 750
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

jest.setTimeout(400_000)

onWechat('bringing lunch with the mini-program', () => {
  let town: Town
  let it: Carrying
  let phone: Phone
  let host: Host
  const orders: string[] = []
  const outcomes = async () => Promise.all(orders.map(async order => (await it.order(order)).handed?.outcome))
  const become = (wanted: (string | undefined)[]) =>
    until(async () => JSON.stringify(await outcomes()) === JSON.stringify(wanted), `${wanted}`, {
      hint: () => JSON.stringify(phone.calls.slice(-3)),
    })

  beforeAll(async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    town = await openTown({ now: `${today}T08:30` })
    it = await carrying(town, [routeForm('a', ['3'])])
    for (const name of ['张桂兰', '王秀英', '李玉珍']) orders.push((await it.orders('3', `${orders.length + 1}01`, { name })).order)
    await it.make()
    const volunteer = await town.as('volunteer', COMMUNITY, { name: '李娜', phone: PHONE })
    await volunteer.call('meals.take_round', { round: it.round('a') })
    town.moveTo(`${today}T11:20`)
    phone = new Phone(bridge(town, 'openid-of-her-phone'))
    host = launch(phone)
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('at home she sees her round and how many doors it has', async () => {
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', PHONE)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(PHONE), 'the code')
    await door.type('短信里的验证码', town.codes.get(PHONE) ?? '')
    await door.tap('登录')
    const home = await host.on(HOME)
    await home.says('今天送 3 家')
    await home.tap('看看这一趟')
    const round = await host.on(ROUND)
    await round.tap('拿好了，出发')
    await round.says('还有 3 家')
  })

  test('one tap a door; without signal it waits on the phone and goes out once', async () => {
    const round = host.top()
    await pause(AWHILE)
    await round.tap(HANDED)
    await round.says('还有 2 家')
    await become(['handed', undefined, undefined])
    phone.online = false
    await pause(AWHILE)
    phone.storage.pace.ms = 100
    await round.tap(HANDED)
    await round.says('还有 1 家')
    await round.says('待上传 1')
  })

  test('an old phone still keeps the last door when the sheet of the next one opens: it stays open', async () => {
    const round = host.top()
    await round.tap('没交到')
    await round.says('没交到本人手里')
    await round.says('王奶奶，记下了')
    await round.says('没交到本人手里')
    phone.storage.pace.ms = 0
    phone.online = true
    await become(['handed', 'handed', undefined])
  })

  test('nobody answers: two taps, and only then can the round be closed', async () => {
    const round = host.top()
    await round.tap(/没人应/)
    await round.says('每一家都说过了')
    await become(['handed', 'handed', 'no_answer'])
    await round.tap('收尾，送完了')
    await round.says('这一趟送完了')
    await until(async () => (await it.rounds()).every(one => one.closed), 'the round closed')
  })
})
