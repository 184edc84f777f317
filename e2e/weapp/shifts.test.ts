/** @jest-environment jsdom */
/** A volunteer signs up in the built mini-program, waits in a queue and takes the offer; the real door and store behind it. */
import './node'
import { openTown, type Someone, type Town } from '../../cloudfunctions/_kit/testing'
import { type SignupDoc, signupId } from '../../cloudfunctions/shifts/docs'
import { shiftOn } from '../../cloudfunctions/shifts/plan/town'
import { COMMUNITY, enrolled, officeOf, registered } from '../../cloudfunctions/shifts/town'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

const PHONE = '19900009921'
const page = (name: string) => `shifts/pages/${name}/index`

jest.setTimeout(400_000)

onWechat('signing up with the mini-program', () => {
  let town: Town
  let office: Someone
  let me: Someone
  let other: Someone
  let host: Host
  let leaves: string
  let dumplings: string
  const stands = (shift: string, state: string) =>
    until(async () => (await town.store.get<SignupDoc>('signups', signupId(shift, me.id)))?.state === state, `being ${state}`, {
      hint: () => host.top().text(),
    })

  beforeAll(async () => {
    town = await openTown({ now: '2026-11-24T08:00' })
    office = await officeOf(town)
    me = await town.as('volunteer', COMMUNITY, { name: '王秀珍', phone: PHONE })
    await town.store.load('volunteers', [
      enrolled(me.id, { community: COMMUNITY, today: '2026-11-01', name: '王秀珍', born: '1960-01-02' }),
    ])
    other = await registered(town, COMMUNITY, { name: '赵国栋' })
    leaves = await shiftOn(town, office, { title: '捡落叶', need: 2 })
    dumplings = await shiftOn(town, office, { title: '包饺子', need: 1, day: '2026-11-26' })
    await other.call('shifts.sign_up', { shift: dumplings, role: 'a' })
    host = launch(new Phone(bridge(town, 'openid-of-her-phone')))
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('she finds what needs people, opens it and says she comes', async () => {
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', PHONE)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(PHONE), 'the code')
    await door.type('短信里的验证码', town.codes.get(PHONE) ?? '')
    await door.tap('登录')
    await host.on('pages/home/index')
    const find = await host.open(`/${page('find')}`)
    await find.says('捡落叶')
    await find.tap(/捡落叶/)
    const shift = await host.on(page('shift'))
    await shift.says('社区门口')
    await shift.tap('我来')
    await stands(leaves, 'on')
    await shift.says(/报上了/)
  })

  test('a full shift has a queue; when a seat is given back the offer is on top of her shifts, and she takes it', async () => {
    const shift = await host.open(`/${page('shift')}?shift=${encodeURIComponent(dumplings)}`)
    await shift.says(/满了，可以排第一个/)
    await shift.tap('排队，空出来叫我')
    await stands(dumplings, 'waiting')
    await other.call('shifts.withdraw', { shift: dumplings })
    const mine = await host.open(`/${page('mine')}`)
    await mine.says(/轮到您了：包饺子/)
    await mine.tap('我来')
    await stands(dumplings, 'on')
  })
})
