/** @jest-environment node */
/** People come, move, leave; work is given, taken over and ended: by hand, through the app. */
import { dayOf } from '@domain/days'
import { until } from '../patience'
import { asDemo, caller } from './api'
import { enterDemo } from './enter'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage()
const DAY = 86_400_000
const today = () => dayOf(Date.now())
const go = (person: Person, page: string) => person.page.goto(`${stage.server.url}/#/${page}`)

async function office(): Promise<Person> {
  const person = await stage.arrives()
  await enterDemo(person, '刘芳')
  return person
}
/** The token of somebody who signs in by phone, apart from the browser. */
const sessionOf = (phone: string) => stage.server.session(phone)

test('somebody is made a grid worker, a colleague stands in for them, and loses access on the next call when it ends', async () => {
  const staff = await asDemo(stage.server.url, 'community')
  const grid = `${staff.division}002`
  const person = await office()
  await go(person, 'account/pages/members/index')
  await person.tap('安排一个人')
  await person.types('手机号', '19900008801')
  await person.types('姓名', '高新来')
  await person.tap('网格员')
  await person.tap(/第二网格/)
  await person.types('从哪天起', dayOf(Date.now() - 5 * DAY))
  await person.tap('安排为网格员')
  await person.sees(/安排好了/)
  const worker = caller(stage.server.url, await sessionOf('19900008801'))
  expect((await worker.call('visits.today', { grid })).day).toBe(today())

  await go(person, 'account/pages/members/index')
  await person.tap(/高新来/)
  await person.tap('找人代班')
  await person.types('手机号', '19900008802')
  await person.types('姓名', '代小班')
  await person.types('从哪天起', dayOf(Date.now() - 4 * DAY))
  await person.types('到哪天为止', dayOf(Date.now() + 3 * DAY))
  await person.tap('由代小班代班')
  await person.sees(/代小班 替高新来/)
  const stand = caller(stage.server.url, await sessionOf('19900008802'))
  expect((await stand.call('visits.today', { grid })).day).toBe(today())

  await go(person, 'account/pages/members/index')
  await person.tap(/代小班/)
  await person.tap('结束这个身份')
  await person.tap('安排错了')
  await person.types('最后一天', dayOf(Date.now() - DAY))
  await person.page.getByRole('dialog').getByRole('button', { name: '结束这个身份' }).tap()
  await person.sees('结束了，记录还在')
  // The session itself still holds: it is the next call about the grid that is turned away, as if the grid were not there.
  expect((await stand.call('account.me', {})).memberships).toEqual([])
  expect((await stand.answer('visits.today', { grid })).status).toBe(404)
  expect((await worker.answer('visits.today', { grid })).status).toBe(200)
})

test('a household and its people are added, corrected, moved and ended by hand, and a consent is recorded', async () => {
  const staff = await asDemo(stage.server.url, 'community')
  const grid = `${staff.division}001`
  const person = await office()
  await go(person, `people/pages/household/index?grid=${grid}`)
  await person.types(/^楼/, '99')
  await person.types(/^单元/, '1')
  await person.types(/^门牌/, '101')
  await person.tap('登记这一户')
  await person.types('姓名', '孟新来')
  await person.tap('户主')
  await person.types(/^电话/, '19900008811')
  await person.tap('登记')
  await person.tap(/孟新来/)
  await person.tap('改资料')
  await person.types('姓名', '孟改名')
  await person.tap('改成这样')
  const home = new URLSearchParams(person.page.url().split('?')[1]).get('household') ?? ''
  const nameNow = async () => (await staff.call('people.household', { household: home })).residents[0]?.name
  await until(async () => (await nameNow()) === '孟改名', 'the new name on the server')
  await person.sees('孟改名')
  await person.tap(/^添一位家里人/)
  const sheet = person.page.getByRole('dialog')
  await sheet.getByLabel('姓名').fill('孟小妹')
  await sheet.getByLabel('手机号').fill('19900008812')
  await person.tap('女儿')
  await person.tap('本人当面说的')
  await person.tap('本人同意，记下')
  await person.sees(/女儿 孟小妹/)
  await stage.server.tick()
  const carer = caller(stage.server.url, await sessionOf('19900008812'))
  expect((await carer.call('account.me', {})).memberships.map(one => one.role)).toContain('family')

  const [{ id: other, label }] = (await staff.call('people.households', { division: grid })).items
  await person.tap('搬到别的户')
  await person.types(/^门牌/, label.replace(/\D+/g, '-').replace(/-$/, ''))
  await person.tap(new RegExp(label))
  await person.sees(`搬到 ${label} 了`)
  expect((await staff.call('people.household', { household: other })).residents.map(one => one.name)).toContain('孟改名')
  await person.tap('搬走了或去世了')
  await person.tap('搬走了')
  await person.tap('记下')
  await person.sees('记下了，资料还在')
  const { residents } = await staff.call('people.household', { household: other })
  expect(residents.find(one => one.name === '孟改名')?.living).toBe('moved')
})
