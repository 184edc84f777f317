/** @jest-environment node */
/** A shift on its day: one tap in, without signal, by the code, a walk-in, a forgotten check-out, somebody who did not come; and the lead's roll-call. */
import { until } from '../patience'
import { type Attending, arrives, becomes, DAY, EVE, LEAD, MORNING, page, setAttending, VOLUNTEERS } from './attend'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage({ now: EVE })
const [GUILAN, GUOFU, XIUYING, SHUHUA] = VOLUNTEERS
const HERE = '我到了，签到'
let it: Attending

beforeAll(async () => {
  it = await setAttending(stage.server)
  await stage.server.moveTo(MORNING)
}, 120_000)

const opens = (person: Person, name: string) => person.page.goto(stage.server.url + page(name, it.shift))

test('from home it takes one tap to be there', async () => {
  const person = await arrives(stage, GUILAN)
  await person.sees(/今天 09:00，平安守望/)
  person.startsCounting()
  await person.tap(HERE)
  await person.sees('您在班上')
  expect({ taps: person.taps, keys: person.keys }).toEqual({ taps: 1, keys: 0 })
  await becomes(it, GUILAN.name, /08:4\d 到的/)
})

test('without signal it waits on the phone, outlives the app, arrives once, and the lead confirms it with one tap', async () => {
  const person = await arrives(stage, GUOFU)
  await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await person.sees(HERE)
  await person.goesOffline()
  await person.tap(HERE)
  await person.sees('您在班上')
  await person.sees(/待上传/)
  await person.reopens('/#/pages/home/index')
  await person.sees('您在班上')
  await stage.server.moveTo(`${DAY}T09:20`)
  await person.comesOnline()
  await person.seesNoMore(/待上传/)
  await becomes(it, GUOFU.name, /08:\d\d 到的/)
  expect(await it.row(GUOFU.name)).toMatchObject({ came: { how: 'tap', unsure: true, hint: '自己点的，没信号时记的' } })
  const lead = await arrives(stage, LEAD)
  await opens(lead, 'roll')
  await lead.tap(/^李国富.*确认$/)
  await lead.seesNoMore('要您确认')
  await until(async () => (await it.row(GUOFU.name))?.came?.hint?.includes('确认过'), 'confirmed')
})

test('the code is shown by the lead, goes on without signal, and is typed by whoever is there', async () => {
  const lead = await arrives(stage, LEAD)
  await opens(lead, 'code')
  await lead.sees(/秒后换新的/)
  await lead.goesOffline()
  const digits = () => lead.page.getByRole('img', { name: /^签到码/ }).textContent()
  const first = await digits()
  await lead.seesNoMore(first ?? '')
  const code = ((await digits()) ?? '').replace(/\D/g, '')
  const person = await arrives(stage, XIUYING)
  await person.tap('输 6 位码签到')
  await person.types('6 位签到码', code === '000000' ? '000001' : '000000')
  await person.sees(/码没对上/)
  await person.types('6 位签到码', code)
  await person.sees('您在班上')
  await becomes(it, XIUYING.name, /到的/)
  expect((await it.row(XIUYING.name))?.came).toMatchObject({ how: 'code' })
})

test('somebody walks in: a name and one tap, and a seat is added when it is full', async () => {
  const lead = await arrives(stage, LEAD)
  await opens(lead, 'roll')
  await lead.sees(SHUHUA.name)
  await lead.types('写名字，或者手机后四位', '老孙')
  await lead.tap('老孙没登记过，加上')
  await lead.sees('巡逻满了')
  await lead.tap('加一个位子')
  await becomes(it, '老孙', /到的/)
  expect(await it.row('老孙')).toMatchObject({ guest: true, walkIn: true })
})

test('a forgotten check-out is asked about, answered with two taps, confirmed by the lead, and only then counted', async () => {
  await stage.server.moveTo(`${DAY}T12:31`)
  const person = await arrives(stage, GUILAN)
  await person.sees('您是几点走的')
  await person.tap('说一声几点走的')
  await person.tap('11:30')
  await person.tap('11:30 走的')
  await becomes(it, GUILAN.name, /11:30 走的/)
  const lead = await arrives(stage, LEAD)
  await opens(lead, 'roll')
  await lead.tap(/^张桂兰.*确认$/)
  await becomes(it, GUILAN.name, /11:30 走的/)
  await lead.sees('还有 1 个人没说来没来')
  await lead.tap('孙淑华，改一下')
  await lead.tap('没来')
  await lead.tap('没说原因')
  await lead.tap('点完了，记时长')
  await lead.tap('点完了')
  await lead.sees(/点完了，来了 4 个人/)
  await until(async () => (await it.people()).every(one => one.settled), 'everybody settled')
})

test('who did not come says why, and the lead lets it be', async () => {
  const person = await arrives(stage, SHUHUA)
  await person.sees(/这一班记成了没来/)
  await person.tap('说一声为什么没来')
  await person.tap('家里有事')
  await becomes(it, SHUHUA.name, /本人说：家里有事/)
  const lead = await arrives(stage, LEAD)
  await opens(lead, 'roll')
  await lead.sees('说了原因')
  await lead.tap('孙淑华，改一下')
  await lead.tap('有原因，不算缺席')
  await becomes(it, SHUHUA.name, /请了假/)
  await person.page.reload()
  await person.seesNoMore(/这一班记成了没来/)
})
