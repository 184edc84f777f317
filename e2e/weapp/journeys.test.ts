/** @jest-environment jsdom */
/** A grid worker's round in the built mini-program: WeChat's own components in front, the real door and store behind the cloud call. */
import './node'
import { openTown, type Town } from '../../cloudfunctions/_kit/testing'
import { until } from '../patience'
import { bridge } from './bridge'
import { pages } from './host/dist'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import type { Screen } from './host/screen'
import { attr } from './host/tree'
import { onWechat } from './run'

const GRID = '210102025015001'
const PHONE = '19900009901'
const DOORS = 4
const SHANGHAI = 8 * 3_600_000
const HOME = 'pages/home/index'
const TODAY = 'visits/pages/today/index'
const FORM = 'visits/pages/form/index'

jest.setTimeout(400_000)

/** Doors behind which somebody lives alone: due every week, never knocked. */
async function settle(town: Town): Promise<string[]> {
  const clerk = await town.as('community', GRID.slice(0, 12))
  const doors: string[] = []
  for (let n = 1; n <= DOORS; n++) {
    const { id } = await clerk.call('people.add_household', { grid: GRID, address: { building: '3', unit: '2', room: `${n}01` } })
    const person = { name: `张桂兰${n}`, born: '1940-01-02', phones: [], relation: '户主', living: 'living' as const }
    const { id: resident } = await clerk.call('people.add_resident', { household: id, person })
    await clerk.call('people.set_tag', { resident, tag: 'alone', since: '2026-01-01' })
    doors.push(id)
  }
  return doors
}

onWechat('a round with the mini-program', () => {
  let town: Town
  let phone: Phone
  let host: Host
  const visits = async (household: string) => {
    const worker = await town.as('grid', GRID)
    return (await worker.call('visits.timeline', { household })).items
  }
  /** The household of the form on top. */
  const household = (screen: Screen) => screen.instance.options?.household ?? ''
  const nextForm = async (from: string): Promise<Screen> => {
    await until(() => host.top().route === FORM && household(host.top()) !== from, 'the next form', { hint: () => host.top().text() })
    const screen = host.top()
    await screen.says('敲开门了吗')
    return screen
  }
  const allWell = async (screen: Screen) => {
    await screen.choose('见到本人')
    await screen.choose('挺好')
    await screen.tap('记下，下一户')
  }
  const logged = async (door: string, count: number) => {
    await until(async () => (await visits(door)).length === count, `${count} visits at ${door}`, {
      hint: () => JSON.stringify(phone.calls.slice(-3)),
    })
  }
  const logs = () => phone.calls.filter(({ name, data }) => name === 'visits' && (data as { operation: string }).operation === 'log')

  beforeAll(async () => {
    town = await openTown({ now: new Date(Date.now() + SHANGHAI).toISOString().slice(0, 16) })
    await settle(town)
    await town.as('grid', GRID, { name: '周敏', phone: PHONE })
    phone = new Phone(bridge(town, 'openid-of-this-phone'))
    host = launch(phone)
  })
  afterAll(() => town?.close())
  afterEach(() => expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] }))

  test('she ties her WeChat to her account with the code from her phone, and is at home', async () => {
    const door = await host.open('/account/pages/enter/index')
    await door.type('手机号', PHONE)
    await door.tap('发验证码给我')
    await until(() => town.codes.get(PHONE), 'the code')
    await door.type('短信里的验证码', town.codes.get(PHONE) ?? '')
    await door.tap('登录')
    const home = await host.on(HOME)
    await home.says(`还有 ${DOORS} 户`)
  })

  test('from home to a door where all is well, and on to the next', async () => {
    await host.top().tap('开始敲门')
    const list = await host.on(TODAY)
    await list.says('独居')
    await list.tap(/3号楼 2单元 101/)
    const form = await host.on(FORM)
    await form.says('敲开门了吗')
    const door = household(form)
    await allWell(form)
    await nextForm(door)
    await logged(door, 1)
    expect((await visits(door))[0].form).toMatchObject({ outcome: 'met', wellbeing: 'well' })
  })

  test('without signal a visit waits on the phone, and goes out once when there is signal again', async () => {
    const form = host.top()
    const door = household(form)
    phone.online = false
    await allWell(form)
    await nextForm(door)
    const list = await host.open(`/${TODAY}`)
    await list.says('待上传 1')
    expect(await visits(door)).toEqual([])
    phone.online = true
    await logged(door, 1)
    await host.top().silentAbout('待上传')
    expect(logs().length).toBe(2)
  })

  test('a visit whose answer was lost goes out again with the same key and is there once', async () => {
    const list = await host.open(`/${TODAY}`)
    await list.tap(/3号楼 2单元 301/)
    const form = await host.on(FORM)
    await form.says('敲开门了吗')
    const door = household(form)
    const before = logs().length
    phone.losesAnswerOf = 'log'
    await allWell(form)
    await nextForm(door)
    await logged(door, 1)
    phone.online = true
    await until(() => logs().length >= before + 2, 'the second sending')
    const keys = logs()
      .slice(before)
      .map(({ data }) => (data as { key: string }).key)
    expect(new Set(keys).size).toBe(1)
    expect((await visits(door)).length).toBe(1)
  })

  test('the next launch needs no code: WeChat knows who it is', async () => {
    const home = await host.open(`/${HOME}`)
    await home.says('还有 1 户')
    expect(phone.calls.filter(({ name, data }) => name === 'account' && (data as { operation: string }).operation === 'bind').length).toBe(
      1,
    )
  })

  const everyPage = async () => {
    const clerk = await town.as('community', GRID.slice(0, 12))
    const [{ id: household }] = (await clerk.call('people.households', { division: GRID })).items
    const { residents } = await clerk.call('people.household', { household })
    for (const page of pages()) {
      const id = page.endsWith('household/index') ? household : residents[0].id
      const screen = await host.open(`/${page}?household=${household}&id=${id}&division=${GRID.slice(0, 12)}`)
      await screen.says(/\S/)
      await until(() => !screen.nodes().some(node => attr(node, 'class').includes('k-skeleton')), `the end of waiting on ${page}`)
      expect({ page, errors: host.errors, warnings: host.warnings }).toEqual({ page, errors: [], warnings: [] })
    }
  }

  test('every page opens for somebody who is signed in, in both modes, and nothing on it is lost', async () => {
    const above = await town.as('street', GRID.slice(0, 9))
    await above.call('account.assign', { phone: PHONE, name: '周敏', role: 'community', scope: GRID.slice(0, 12), since: '2026-01-01' })
    await everyPage()
    const home = await host.open(`/${HOME}`)
    await home.tap('长辈版')
    await home.says('标准版')
    await everyPage()
  })
})
