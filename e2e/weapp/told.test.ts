/** @jest-environment jsdom */
/** Being told, in the built mini-program: WeChat's question comes straight out of the tap, the ledger knows, the shift goes into the phone's calendar. */
import './node'
import { REMINDER, type Phone as Reached, phone as reached } from '../../cloudfunctions/_kit/phone'
import { openTown, type Someone, type Town } from '../../cloudfunctions/_kit/testing'
import { bareShift, bareSignup, bareVolunteer, COMMUNITY } from '../../cloudfunctions/shifts/word/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const NUMBER = '19900009903'
const TOLD = 'shifts/pages/told/index'
const SHIFT = 'shifts/pages/shift/index'

jest.setTimeout(400_000)

onWechat('being told with the mini-program', () => {
  let town: Town
  let outside: Reached
  let wang: Someone
  let phone: Phone
  let host: Host
  const day = (ahead: number) => new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
  const asked = () => phone.calls.filter(({ data }) => (data as { operation: string }).operation === 'channels').length
  const left = async () => (await wang.call('notices.channels', {})).wechat?.templates.map(one => one.left)

  beforeAll(async () => {
    outside = reached()
    town = await openTown({ now: `${day(0)}T10:00`, push: outside.push })
    wang = await town.as('volunteer', COMMUNITY, { name: '王秀英', phone: NUMBER })
    await bareVolunteer(town, wang.id, { name: '王秀英' })
    const mine = await bareShift(town, { _id: 's1', day: day(1), hours: ['14:00', '16:00'], need: 2 })
    await bareSignup(town, mine, wang.id, { name: '王秀英' })
    await bareShift(town, { _id: 's2', day: day(2), title: '洗菜', need: 2 })
    phone = new Phone(bridge(town, 'openid-of-her-phone'))
    host = launch(phone)
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('one tap asks for more messages, straight out of the tap; two yeses are two messages', async () => {
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', NUMBER)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(NUMBER), 'the code')
    await door.type('短信里的验证码', town.codes.get(NUMBER) ?? '')
    await door.tap('登录')
    await host.on('pages/home/index')
    const told = await host.open(`/${TOLD}`)
    await told.says('微信里还不能提醒您')
    await told.tap('再要几条')
    await told.says('微信还能提醒您 2 次')
    expect(phone.subscribed).toHaveLength(1)
    expect(await left()).toEqual([1, 1])
  })

  test('a no counts for nothing, and what is left is asked for first', async () => {
    const told = host.top()
    phone.answers[REMINDER] = 'reject'
    await new Promise(resolve => setTimeout(resolve, 750))
    await told.tap('再要几条')
    await told.says('微信还能提醒您 3 次')
    expect(await left()).toEqual([2, 1])
    delete phone.answers[REMINDER]
  })

  test('what she does not want to hear is one tap, and stays so', async () => {
    const told = host.top()
    await told.tap(/缺人时问我/)
    await until(async () => (await wang.call('notices.channels', {})).mute.join() === 'shortage', 'the mute')
  })

  test('taking a shift asks for messages out of the same tap', async () => {
    const shift = await host.open(`/${SHIFT}?shift=s2`)
    await shift.says('洗菜')
    // what may be asked for has to be known before the tap
    await until(() => phone.answered.filter(one => one === 'channels').length === asked(), 'the ledger')
    await new Promise(resolve => setTimeout(resolve, 100))
    await shift.tap('我来')
    await shift.says('报上了')
    expect(phone.subscribed).toHaveLength(3)
    await until(async () => (await left())?.join() === '3,2', 'the ledger of five')
  })

  test('her shift goes into the phone calendar out of the tap, in seconds', async () => {
    const shift = await host.open(`/${SHIFT}?shift=s1`)
    await shift.tap('放进手机日历')
    await until(() => phone.calendar.length === 1, 'the entry')
    const from = Date.parse(`${day(1)}T14:00:00+08:00`) / 1000
    expect(phone.calendar).toEqual([
      { title: '做午饭（切配）', location: '5 号楼一层', startTime: from, endTime: String(from + 7200), alarm: true, alarmOffset: 7200 },
    ])
  })

  test('and the reminder of the evening before reaches her through WeChat, at the openid of her phone', async () => {
    town.moveTo(`${day(0)}T18:30`)
    await town.tick()
    await town.tick()
    expect(outside.wechat).toMatchObject([
      { openid: 'openid-of-her-phone', template: REMINDER, data: { thing1: { value: '明天 14:00 做午饭（切配）' } } },
    ])
    expect(await left()).toEqual([3, 1])
  })
})
