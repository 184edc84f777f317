/** @jest-environment jsdom */
/** A shift on its day in the built mini-program: a scan at the place, a tap without signal, and the lead's roll-call. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { type DayTown, dayTown } from '../../cloudfunctions/shifts/day/town'
import { readCode } from '../../domain/shifts/code'
import { until } from '../patience'
import { bridge } from './bridge'
import { type Host, launch } from './host/host'
import { answer, Phone } from './host/phone'
import { onWechat } from './run'

const HOME = 'pages/home/index'
const PHONES = { 张桂兰: '19900009941', 队长老赵: '19900009940' }

jest.setTimeout(400_000)

onWechat('a shift on its day with the mini-program', () => {
  let town: Town
  let it: DayTown
  let hers: Phone
  const hosts: Host[] = []
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const signup = (n: number) => it.signup(it.people[n])
  const hint = () => hosts.map(host => host.top().text().slice(0, 400)).join('\n')

  async function signedIn(host: Host, phone: string): Promise<void> {
    hosts.push(host)
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', phone)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(phone), 'the code')
    await door.type('短信里的验证码', town.codes.get(phone) ?? '')
    await door.tap('登录')
    await host.on(HOME)
  }

  beforeAll(async () => {
    town = await openTown({ now: `${today}T08:40` })
    it = await dayTown(town, ['张桂兰', '李国富'], { need: 3 }, PHONES)
  })
  afterAll(() => town?.close())
  afterEach(() => {
    for (const { errors, warnings } of hosts) expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
  })

  test('she scans the code at the place; what is no code of ours says so', async () => {
    hers = new Phone(bridge(town, 'openid-of-her-phone'))
    const host = launch(hers)
    const wx = (globalThis as unknown as { wx: { [name: string]: unknown } }).wx
    const reads = (text: string) => {
      wx.scanCode = (ask: object) => answer('scanCode', ask, () => ({ result: text }))
    }
    await signedIn(host, PHONES.张桂兰)
    const home = host.top()
    await home.says('平安守望')
    reads('4096')
    await home.tap('扫码签到')
    await home.says('这不是签到码')
    const { codes } = await it.lead.call('shifts.show_code', { shift: it.shift })
    expect(readCode(codes[0].text)?.shift).toBe(it.shift)
    reads(codes[0].text)
    await home.tap('扫码签到')
    await home.says('您在班上')
    await until(async () => (await signup(0)).came?.how === 'code', 'the check-in', { hint })
  })

  test('she leaves early without signal: asked whether she means it; it waits on the phone and goes out once', async () => {
    const home = hosts[0].top()
    hers.online = false
    await home.tap('我走了，签退')
    await home.says('现在就走吗')
    await home.tap('我走了')
    await home.says('待上传')
    expect((await signup(0)).went).toBeUndefined()
    hers.online = true
    await until(async () => (await signup(0)).went !== undefined, 'the check-out', { hint })
    await home.silentAbout('待上传')
    expect((await signup(0)).history.map(one => one.what)).toEqual(['came', 'went'])
  })

  test('the lead calls the roll: a tick, a walk-in, and the end', async () => {
    town.moveTo(`${today}T12:01`)
    const host = launch(new Phone(bridge(town, 'openid-of-the-lead')))
    await signedIn(host, PHONES.队长老赵)
    const roll = await host.open(`/shifts/pages/roll/index?shift=${it.shift}`)
    await roll.says('李国富')
    await roll.tap(/^李国富.*到了$/)
    await until(async () => (await signup(1)).came?.how === 'paper', 'the tick', { hint })
    await roll.type('写名字，或者手机后四位', '老孙')
    await roll.tap('老孙没登记过，加上')
    await roll.says('老孙')
    await roll.silentAbout('待上传')
    await roll.tap('点完了，记时长')
    await roll.tap('点完了')
    await until(async () => (await signup(1)).settled === true, 'the roll closed', { hint })
    expect(await it.minutes(it.people[1])).toBe(180)
  })
})
