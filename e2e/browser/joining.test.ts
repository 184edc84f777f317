/** @jest-environment node */
/** Becoming a volunteer in a minute, a paper that is looked at, a team, and a rest that says what becomes of the shifts taken. */
import { until } from '../patience'
import { asDemo, caller } from './api'
import { enterDemo } from './enter'
import { onStage } from './stage'

const stage = onStage({ demo: true, now: '2026-11-28T09:00' })
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQImWPoQAIMxHEAl1IZgbxsDjAAAAAASUVORK5CYII='
const page = (name: string, query = '') => `${stage.server.url}/#/shifts/pages/${name}/index${query}`

async function as(name: string, how = {}) {
  const person = await stage.arrives(how)
  await enterDemo(person, name)
  return person
}

/** What the server says to 李娜. */
async function lina() {
  const nobody = caller(stage.server.url)
  const found = (await nobody.call('account.demo_people', {})).find(one => one.name === '李娜')
  const { token } = await nobody.call('account.enter_demo', { person: found?.person ?? '' })
  return caller(stage.server.url, token)
}

test('a neighbour registers with a few taps, shows a paper, and helps once the community has looked', async () => {
  const neighbour = await as('王福来')
  await neighbour.page.goto(`${stage.server.url}/#/pages/mine/index`)
  neighbour.startsCounting()
  await neighbour.tap(/^当志愿者/)
  await neighbour.tap('写字记账')
  await neighbour.tap('平时上午')
  await neighbour.letsGo()
  await neighbour.tap('登记，请社区点头')
  await neighbour.sees('等社区点头')
  expect({ taps: neighbour.taps, keys: neighbour.keys }).toEqual({ taps: 4, keys: 0 })

  await neighbour.tap(/^交一张证件/)
  await neighbour.types('哪天到期', '2027-06-30')
  await neighbour.gives('拍一张', { name: 'paper.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') })
  await neighbour.page.getByRole('img', { name: '健康证的照片' }).waitFor()
  await neighbour.tap('交给社区核对')
  await neighbour.sees('等核对')

  const office = await as('刘芳', { wide: true })
  await office.page.goto(page('volunteers', '?who=waiting'))
  await office.tap('王福来')
  await office.tap(/^健康证/)
  await office.page.getByRole('img', { name: '健康证的照片' }).waitFor()
  await office.tap('看过了，算数')
  await office.sees('有效到 2027-06-30')
  await office.tap('同意，可以排班')
  await office.sees('在册')

  await neighbour.page.goto(page('me'))
  await neighbour.page.reload()
  await neighbour.sees('看看有什么班')
  await neighbour.sees('有效到 2027-06-30')
})

test('somebody asks to join a team and is taken in', async () => {
  const api = await asDemo(stage.server.url, 'community')
  const form = { name: '红马甲', about: '楼道里的事，她们最先知道', organisation: false }
  const { id } = await api.call('shifts.add_team', { community: api.division, form })
  const volunteer = await as('李娜')
  await volunteer.page.goto(page('team', `?team=${id}`))
  await volunteer.tap('我想进这个队')
  await volunteer.sees('等队长点头')
  const office = await as('刘芳', { wide: true })
  await office.page.goto(page('team', `?team=${id}`))
  await office.sees('1 位想进队')
  await office.tap('同意李娜进队')
  await office.seesNoMore('1 位想进队')
  await volunteer.page.reload()
  await volunteer.sees('离开这个队')
})

test('a rest names the shifts that lie in it and gives them back when told to; one tap ends it', async () => {
  const volunteer = await as('李娜')
  const { call } = await lina()
  const upcoming = async () => (await call('shifts.my_profile', {})).profile?.upcoming.length ?? 0
  expect(await upcoming()).toBeGreaterThan(0)
  await volunteer.page.goto(page('me'))
  await volunteer.tap('歇一阵')
  await volunteer.tap('说不好，回来再说')
  await volunteer.sees(/这段时间您报了 \d+ 个班/)
  await volunteer.tap('都退了，让别人来')
  await volunteer.letsGo()
  await volunteer.tap('歇着，回来再说')
  await volunteer.sees('您在歇着')
  await volunteer.tap('我回来了')
  await volunteer.sees('歇一阵')
  await until(async () => (await upcoming()) === 0, 'her shifts are given back')
})
