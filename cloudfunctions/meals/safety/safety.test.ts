/** The food safety log: below 70 degrees something is done, samples are kept 48 hours, nothing is ever changed. */
import { openTown, type Town } from '../../_kit/testing'
import { kitchenIn, menuOn, type TestKitchen } from '../town'

const DAY = '2026-11-24'
let town: Town
let kitchen: TestKitchen
beforeEach(async () => {
  town = await openTown({ now: `${DAY}T10:30` })
  kitchen = await kitchenIn(town)
  await menuOn(town, kitchen, DAY)
})
afterEach(() => town.close())

const log = (entry: object) => kitchen.cook.call('meals.log_safety', { kitchen: kitchen.id, entry: entry as never })
const core = (celsius: number, action?: string): object => ({
  ...{ kind: 'core', meal: 'lunch', dish: kitchen.dishes.main, celsius },
  ...(action ? { action } : {}),
})
const read = () => kitchen.cook.call('meals.safety', { kitchen: kitchen.id })

test('a dish below 70 degrees is written down only with what was done; 70 is enough', async () => {
  await expect(log(core(69.9))).rejects.toMatchObject({ code: 'meals.too_cold', message: expect.stringContaining('接着加热') })
  expect((await read()).entries).toEqual([])
  await log(core(62, '倒掉重做'))
  expect((await read()).dishes.find(one => one.name === '红烧肉')).toMatchObject({ celsius: 62, ok: false })
  town.moveTo(`${DAY}T10:40`)
  expect((await log(core(70))).words).toBe('红烧肉 中心温度 70 度')
  const { dishes, entries } = await read()
  expect(dishes.find(one => one.name === '红烧肉')).toMatchObject({ celsius: 70, ok: true, hot: true })
  expect(dishes.find(one => one.name === '花生糕')).toMatchObject({ hot: false })
  expect(entries.map(one => [one.ok, one.action]).sort()).toEqual([
    [false, '倒掉重做'],
    [true, undefined],
  ])
})

test('a fridge that is too warm asks what was done, a freezer has limits of its own', async () => {
  const fridge = (celsius: number, frozen = false, action?: string) =>
    log({ kind: 'fridge', place: '冷藏柜', frozen, celsius, ...(action ? { action } : {}) })
  await fridge(8)
  await expect(fridge(8.1)).rejects.toMatchObject({ code: 'meals.too_warm' })
  await expect(fridge(-1)).rejects.toMatchObject({ code: 'meals.too_warm', message: expect.stringContaining('冻坏') })
  await fridge(-18, true)
  await expect(fridge(-5, true)).rejects.toMatchObject({ code: 'meals.too_warm' })
  await fridge(12, false, '报修了，菜挪到另一台')
})

test('a sample is kept for 48 hours; then the clock says so, once, and it can be removed, once', async () => {
  const { id, until } = await log({ kind: 'sample', meal: 'lunch', dish: kitchen.dishes.main, grams: 150, place: '留样柜' })
  expect(until).toBe(town.now() + 48 * 3_600_000)
  const remove = () => log({ kind: 'removed', sample: id })
  await expect(remove()).rejects.toMatchObject({ code: 'meals.too_early', message: expect.stringContaining('48 小时') })
  const notices = async () => (await kitchen.cook.call('notices.list', {})).items.filter(one => one.title === '留样到时间了')
  town.moveTo('2026-11-26T10:20')
  await town.tick()
  expect(await notices()).toEqual([])
  town.moveTo('2026-11-26T10:31')
  for (let n = 0; n < 3; n++) await town.tick()
  town.moveTo('2026-11-26T11:31')
  await town.tick()
  expect(await notices()).toHaveLength(1)
  expect((await read()).samples).toMatchObject([{ name: '红烧肉', due: true }])
  await remove()
  await expect(remove()).rejects.toMatchObject({ code: 'meals.already_removed' })
  expect((await read()).samples).toEqual([])
  // both entries stay
  expect((await read()).entries.map(one => one.kind).sort()).toEqual(['removed', 'sample'])
})

test('another kitchen cannot remove a sample, and a dish that is not cooked today is not measured', async () => {
  const { id } = await log({ kind: 'sample', meal: 'lunch', dish: kitchen.dishes.main, grams: 150, place: '留样柜' })
  const other = await kitchenIn(town, '210102026001', { name: '别家厨房' })
  town.moveTo('2026-11-27T10:30')
  const stolen = other.cook.call('meals.log_safety', { kitchen: other.id, entry: { kind: 'removed', sample: id } })
  await expect(stolen).rejects.toMatchObject({ code: 'meals.not_there' })
  await expect(log(core(80))).rejects.toMatchObject({ code: 'meals.not_on_menu' })
})

test('the log is taken away as it is, and a word that begins like a formula stays a word', async () => {
  await log(core(60, '=cmd|1'))
  town.moveTo(`${DAY}T10:31`)
  await log(core(82))
  const { file, name } = await kitchen.cook.call('meals.safety_file', { kitchen: kitchen.id, from: DAY, until: DAY })
  expect(name).toBe('妈妈厨房 食品安全记录 2026-11-24 到 2026-11-24.csv')
  const text = Buffer.from((await town.blobs.get(file)) ?? []).toString('utf8')
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    '\uFEFF日期,时间,项目,内容,合格,处理,记录人',
    `${DAY},10:30,中心温度,红烧肉 中心温度 60 度,不合格,'=cmd|1,张玉华`,
    `${DAY},10:31,中心温度,红烧肉 中心温度 82 度,合格,,张玉华`,
  ])
  const far = kitchen.cook.call('meals.safety_file', { kitchen: kitchen.id, from: '2025-11-01', until: DAY })
  await expect(far).rejects.toMatchObject({ code: 'meals.dates_wrong' })
})
