/** @jest-environment node */
/** Signing up as volunteers do: from home in three taps, a lost answer, the queue and its offer, a swap between two phones, and withdrawing late. */
import { until } from '../patience'
import { type Helper, Volunteers } from './helpers'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage({ now: '2026-11-23T08:30' })
let all: Volunteers
let wang: Helper
let zhao: Helper
beforeAll(async () => {
  all = await Volunteers.open(stage)
  wang = await all.helper('王秀珍', '19900008101')
  zhao = await all.helper('赵国栋', '19900008102')
}, 120_000)

const goTo = (person: Person, page: string) => person.page.goto(`${stage.server.url}/#/shifts/pages/${page}/index`)
const opens = (person: Person, shift: string) =>
  person.page.goto(`${stage.server.url}/#/shifts/pages/shift/index?shift=${encodeURIComponent(shift)}`)
const stands = (shift: string, who: Helper, state: string | undefined) =>
  until(async () => (await all.stateOf(shift, who)) === state, `${who.name} being ${state}`)

test('a volunteer finds a shift and signs up within three taps from home; a double tap is one sign-up', async () => {
  const shift = await all.shift('秋天捡落叶', '2026-11-24', ['06:30', '07:30'], 3)
  const person = await all.at(wang)
  person.startsCounting()
  await person.tap(/^找个班/)
  await person.sees(/个班等人去/)
  await person.tap(/秋天捡落叶/)
  await person.sees('社区活动室')
  await person.tapTwice('我来')
  await person.sees(/报上了/)
  expect(person.taps).toBeLessThanOrEqual(4)
  await stands(shift, wang, 'on')
  expect(await all.on(shift)).toEqual(['王秀珍'])
})

test('an answer that was lost on the way is asked for again and is one sign-up', async () => {
  const shift = await all.shift('搬图书', '2026-11-25', ['06:30', '07:30'], 2)
  const person = await all.at(wang)
  await opens(person, shift)
  await person.sees('搬图书')
  let lost = 0
  await person.context.route('**/api/shifts.sign_up', async route => {
    await route.fetch()
    lost++
    return lost === 1 ? route.abort('connectionreset') : route.continue()
  })
  await person.tap('我来')
  await until(() => lost > 0, 'the answer being lost')
  await person.letsGo()
  if (!(await person.count(/报上了/))) await person.tap('我来')
  await person.sees(/报上了/)
  expect(await all.on(shift)).toEqual(['王秀珍'])
})

test('full, then the queue, then the offer: somebody withdraws and the next one is asked', async () => {
  const shift = await all.shift('包饺子', '2026-11-26', ['06:30', '07:30'], 1)
  await zhao.api.call('shifts.sign_up', { shift, role: 'a' })
  const person = await all.at(wang)
  await opens(person, shift)
  await person.sees(/满了，可以排第一个/)
  await person.tap('排队，空出来叫我')
  await person.sees(/排在第一个/)
  await stands(shift, wang, 'waiting')
  await zhao.api.call('shifts.withdraw', { shift })
  await stage.server.moveTo('2026-11-23T09:00')
  await goTo(person, 'mine')
  await person.sees(/轮到您了：包饺子/)
  await person.sees(/还有 1 小时/)
  await person.tap('我来')
  await person.sees(/定了，到时候见/)
  await stands(shift, wang, 'on')
})

test('two people swap their shifts, each on their own phone', async () => {
  const hers = await all.shift('读报纸', '2026-11-27', ['06:30', '07:30'], 1)
  const his = await all.shift('修板凳', '2026-11-28', ['06:30', '07:30'], 1)
  await wang.api.call('shifts.sign_up', { shift: hers, role: 'a' })
  await zhao.api.call('shifts.sign_up', { shift: his, role: 'a' })
  const person = await all.at(wang)
  await opens(person, hers)
  await person.tap('我去不了')
  await person.tap(/^和人换班/)
  await person.tap(/修板凳/)
  await person.sees(/问了，等对方答/)
  const other = await all.at(zhao)
  await goTo(other, 'mine')
  await other.sees(/王师傅想和您换班/)
  await other.tap('换')
  await other.sees(/换好了/)
  await stands(hers, zhao, 'on')
  await stands(his, wang, 'on')
})

test('somebody asks to be replaced, and who fits sees it first and takes it over', async () => {
  const shift = await all.shift('写春联', '2026-11-29', ['06:30', '07:30'], 1)
  await wang.api.call('shifts.sign_up', { shift, role: 'a' })
  const person = await all.at(wang)
  await opens(person, shift)
  await person.tap('我去不了')
  await person.tap(/^请人替我/)
  await person.types('为什么去不了', '要去医院')
  await person.tap('问问谁能替')
  await person.sees(/正在请人替/)
  const other = await all.at(zhao)
  await goTo(other, 'find')
  await other.tap(/王师傅想请人替/)
  await other.tap('我替这一班')
  await other.sees(/报上了/)
  await stands(shift, zhao, 'on')
  await stands(shift, wang, 'given')
})

test('after the limit withdrawing asks for a reason', async () => {
  const shift = await all.shift('扫雪', '2026-11-23', ['18:00', '19:00'], 2, { withdraw: 12 })
  await wang.api.call('shifts.sign_up', { shift, role: 'a' })
  const person = await all.at(wang)
  await opens(person, shift)
  await person.tap('我去不了')
  await person.tap(/^退掉/)
  await person.sees(/快到时间了/)
  await person.tap('退掉这个班')
  await person.sees(/说一句原因/)
  await person.types('原因', '腿疼')
  await person.letsGo()
  await person.tap('退掉这个班')
  await person.sees(/退掉了/)
  await until(async () => (await all.on(shift)).length === 0, 'the seat being free')
})
