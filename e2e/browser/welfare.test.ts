/** @jest-environment node */
/** A meal nobody takes, watched by moving the time: it opens, climbs with nobody touching anything, and ends with a knock. */
import { until } from '../patience'
import { asDemo, type Caller } from './api'
import { type Eater, Kitchen } from './eats'
import { enterDemo } from './enter'
import type { Person } from './person'
import { allWell, firstDoor, WORKER } from './round'
import { onStage } from './stage'

const DAY = '2026-11-23'
const stage = onStage({ now: `${DAY}T14:30` })
const OFFICE = '刘芳'
const NAME = '高爷爷'

let eater: Eater
let staff: Caller & { division: string }
beforeAll(async () => {
  const kitchen = await Kitchen.open(stage)
  eater = await kitchen.neighbour('高守望', '19900007301', '1936-05-06')
  const menus = await kitchen.cook.call('meals.menus', { kitchen: kitchen.id, from: DAY, days: 1 })
  const dinner = menus.find(menu => menu.meal === 'dinner')
  if (!dinner) throw new Error('the demo cooks no dinner today')
  const lines = [{ dish: dinner.items[0].dish, quantity: 1 }]
  const form = { kitchen: kitchen.id, day: DAY, meal: 'dinner' as const, lines, way: 'pickup' as const, pay: 'cash' as const }
  await kitchen.staff.call('meals.order', { eater: eater.id, forms: [form] })
  await stage.server.moveTo(`${DAY}T18:29`)
  staff = await asDemo(stage.server.url, 'community')
}, 120_000)

const known = async () => {
  const { items } = await staff.call('meals.my_checks', { eater: eater.id })
  return items[0]
}
const toChecks = (person: Person) => person.page.goto(`${stage.server.url}/#/meals/pages/checks/index`)

test('not taken by the end of service, it stands on the community screen in red within five minutes, and climbs by itself', async () => {
  const office = await stage.arrives({ wide: true })
  await enterDemo(office, OFFICE)
  await toChecks(office)
  await office.sees(/正在找|没有要找的人/)
  expect(await office.count(NAME)).toBe(0)
  await stage.server.moveTo(`${DAY}T18:33`)
  // nobody touches the screen
  await office.sees(NAME)
  await office.sees('晚上的饭没人取')
  const check = await known()
  expect(check.opened - check.since).toBeLessThanOrEqual(5 * 60_000)
  expect(check.rungs.filter(one => one.open).map(one => one.rung)).toEqual(['call'])
  await stage.server.moveTo(`${DAY}T18:41`)
  await until(async () => (await known()).rung === 'knock', 'the check climbing to the knock')
  await office.sees('该去敲门')
})

test('a machine that slept climbs to where it should be', async () => {
  await stage.server.moveTo(`${DAY}T18:51`)
  await stage.server.tick()
  const { rungs } = await known()
  expect(rungs.filter(one => one.open).map(one => one.rung)).toEqual(['call', 'neighbour', 'knock', 'family'])
})

test("it is the first door of the grid worker's list, and the knock that finds them well ends it for everybody", async () => {
  const office = await stage.arrives({ wide: true })
  await enterDemo(office, OFFICE)
  await toChecks(office)
  await office.sees(NAME)
  const worker = await stage.arrives()
  await enterDemo(worker, WORKER)
  await worker.sees(/位没取餐，正在找/)
  await worker.tap('敲门')
  await worker.sees('晚上的饭没人取')
  expect(await firstDoor(worker)).toBe(eater.home)
  await allWell(worker)
  await worker.sees(/记下了/)
  await until(async () => (await known()).closed !== undefined, 'the check ending')
  expect((await known()).closed).toMatchObject({ outcome: 'well', by: WORKER })
  await office.seesNoMore(NAME)
  await office.tap('找到了的')
  await office.sees(NAME)
})

test('somebody at a desk calls, writes down what came of it, and ends it with an outcome', async () => {
  const office = await stage.arrives()
  await enterDemo(office, OFFICE)
  await office.sees(/位没取餐，正在找/)
  await toChecks(office)
  await office.tap(/^怎么找，/)
  await office.sees('走到哪一步')
  await office.tap('记结果')
  // since noon: every rung is open, the community is at the door
  await office.tap('门开不了')
  await office.tap('记下')
  await office.sees(/社区上门没人应/)
  await office.tap('人找到了')
  await office.tap('帮上了')
  await office.tap('摔倒了，扶起来了')
  await office.tap('记下，不找了')
  await office.sees(/刘芳：摔倒了，扶起来了/)
})
