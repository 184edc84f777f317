/** @jest-environment node */
/** The kitchen lead plans next week from this one: copies it, puts something else on Thursday, publishes; a resident sees it at once. */
import { enterDemo } from './enter'
import type { Person } from './person'
import { onStage } from './stage'

/** A Sunday, a week on: the demonstration's own menus end with this week. */
const stage = onStage({ now: '2026-11-22T10:00' })
beforeAll(() => stage.server.moveTo('2026-11-29T10:00'), 60_000)

const MENU = '/#/meals/pages/menu/index'
const WEEK = '/#/meals/pages/week/index'

/** The sheet and the page behind it may both say a dish's name: what can be ticked is meant. */
const tick = (person: Person, name: string) => person.page.getByRole('checkbox', { name }).filter({ visible: true }).first().click()

test('she copies last week, changes Thursday, publishes; 王福来 finds the new dish on his Thursday', async () => {
  const lead = await stage.arrives()
  await enterDemo(lead, '张玉华')
  await lead.page.goto(stage.server.url + MENU)
  await lead.tap('下周')
  await lead.sees('下周的菜单还没排')
  lead.startsCounting()
  await lead.tap('照抄前一周的菜单')
  await lead.sees('7 天排好了，还没发布')

  await lead.tap(/周四 12月3日/)
  await lead.comesTo(/pages\/plan\/index/)
  await lead.sees('周四酸菜包子')
  await lead.tap('酸菜包子做多少份加五')
  await lead.sees('45 份')
  await lead.tap('加一道菜')
  await tick(lead, '锅包肉')
  await lead.tap('加上这 1 道')
  await lead.tap('存好周四的午饭')
  await lead.sees('7 天排好了，还没发布')

  await lead.tap('发布下周的菜单')
  await lead.sees('发布以后大家就能订餐。有人订了的菜不能再去掉。')
  await lead.tap('发布')
  await lead.sees('下周都排好、发布了')
  expect(lead.taps).toBeLessThanOrEqual(8)

  const wang = await stage.arrives()
  await enterDemo(wang, '王福来')
  await wang.page.goto(stage.server.url + WEEK)
  await wang.tap(/周四 12月3日/)
  await wang.sees('锅包肉')
  await wang.sees(/周四酸菜包子/)
})

test('a dish that somebody has ordered stays: she is told so, and what to do instead', async () => {
  const wang = await stage.arrives()
  await enterDemo(wang, '王福来')
  await wang.page.goto(stage.server.url + WEEK)
  await wang.tap(/周四 12月3日/)
  await wang.tap('锅包肉，来一份')
  await wang.tap(/^订上/)
  await wang.sees(/订上了/)

  const lead = await stage.arrives()
  await enterDemo(lead, '张玉华')
  await lead.page.goto(stage.server.url + MENU)
  await lead.tap('下周')
  await lead.tap(/周四 12月3日/)
  await lead.tap('锅包肉，特供、换料、去掉')
  await lead.sees('有 1 份是大家订的，这道菜不能去掉。不想再接新的，把份数改成 1')
})
