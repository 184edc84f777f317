/** @jest-environment jsdom */
/** My hours and my certificate in the built mini-program: what is counted is seen, asked for, issued by the office, and read with its number. */
import './node'
import { openTown, type Someone, type Town } from '../../cloudfunctions/_kit/testing'
import { served } from '../../cloudfunctions/shifts/hours/town'
import { COMMUNITY, officeOf } from '../../cloudfunctions/shifts/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const HELPER = '19900009951'

jest.setTimeout(400_000)

onWechat('hours with the mini-program', () => {
  let town: Town
  let office: Someone
  let helper: Someone
  let host: Host

  beforeAll(async () => {
    town = await openTown({ now: '2026-11-28T10:00' })
    office = await officeOf(town)
    helper = await town.as('resident', COMMUNITY, { name: '张桂兰', phone: HELPER })
    await helper.call('shifts.register', { community: COMMUNITY, name: '张桂兰', skills: ['cook'], times: [], born: '1959-05-01' })
    await office.call('shifts.approve', { account: helper.id })
    await served(town, { root: 'lunch', account: helper.id, minutes: 230, day: '2026-11-10' })
    await served(town, { root: 'lately', account: helper.id, minutes: 60, day: '2026-11-27' })
    host = launch(new Phone(bridge(town, 'openid-of-a-helper')))
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', HELPER)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(HELPER), 'the code')
    await door.type('短信里的验证码', town.codes.get(HELPER) ?? '')
    await door.tap('登录')
    await host.on('pages/home/index')
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('she sees what she did, and that the last week still lies open', async () => {
    const hours = await host.open('/shifts/pages/hours/index')
    await hours.says('您一共帮了 4 小时 50 分')
    await hours.says('公示')
  })

  test('she asks for a certificate; when the office has issued it she reads it with its number', async () => {
    const page = await host.open('/shifts/pages/certificate/index')
    await page.says('您还没有证明')
    await page.tap('请社区开一张')
    await page.says('已经跟社区说了')
    const { items } = await office.call('shifts.hour_asks', { community: COMMUNITY, state: 'waiting' })
    const asked = items.find(one => one.what === 'certificate' && one.account === helper.id)
    const over = asked?.range ?? { from: '', until: '' }
    await office.call('shifts.issue_certificate', { community: COMMUNITY, account: helper.id, ...over, manager: '王主任', ask: asked?.id })
    const again = await host.open('/shifts/pages/certificate/index')
    await again.says('您有 1 张证明')
    await again.tap(/^3 小时 50 分/)
    await again.says('第 0001 号')
    await again.says('手机上印不了')
  })
})
