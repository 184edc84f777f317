/** @jest-environment node */
/** The kitchen's morning: two orders stand in the way of printing; they are settled one by one, then it is printed, then somebody orders late. */
import { atPrinter, CLOSED, KITCHEN, lunchPage, MORNING, type Morning, setMorning } from './cook'
import { onStage } from './stage'

const stage = onStage({ now: MORNING })
let morning: Morning

beforeAll(async () => {
  morning = await setMorning(stage.server)
  await stage.server.moveTo(CLOSED)
})

test('from home to what stands in the way: a dish is changed, a building gets its route, and lunch is printed', async () => {
  const person = await atPrinter(stage)
  await person.tap(KITCHEN)
  await person.sees('今天中午 14 份')
  await person.tap('弄好 2 份')
  await person.sees('还有 2 份')
  // as one walks: building 77 comes before 88
  await person.sees(/没有人送 77 号楼/)
  await person.tap('放好了，再看一次')
  await person.sees(/还没有路线经过这栋楼/)
  // the kitchen's people put the building into the route (its own page has its own journey)
  const route = { id: 'r88', name: '新楼一线', buildings: ['77', '89', '88'], by: 'foot' as const, capacity: 6 }
  await (await morning.cook()).call('meals.save_routes', { kitchen: morning.kitchen, version: 1, routes: [route] })
  await person.tap('放好了，再看一次')
  await person.sees(/宫保鸡丁：里面有花生（过敏）/)
  await person.tap('换成清炒鸡丁')
  await person.sees('都弄好了')
  expect((await morning.prep()).swaps).toMatchObject([{ from: '宫保鸡丁', to: '清炒鸡丁', quantity: 1 }])
  await person.tap('去打印')
  await person.tap('打印备餐单')
  await person.sees(/^打印 \d\d:\d\d，张玉华$/)
  await person.page.waitForFunction(() => (window as unknown as { printed: number }).printed === 1)
  expect((await morning.prep()).printed).toMatchObject([{ what: 'prep', n: 1, covers: 14 }])
})

test('whoever orders after printing shows as added, by name, until it is printed again', async () => {
  const person = await atPrinter(stage)
  await stage.server.moveTo(MORNING)
  await morning.orders({ name: '诸葛兰', building: '88', way: 'pickup', food: ['set'] })
  await stage.server.moveTo(CLOSED)
  await person.page.goto(stage.server.url + lunchPage('prep', morning))
  await person.sees('打印以后加了 1 份')
  await person.sees('加了诸葛奶奶')
  await person.tap('再打一张')
  await person.tap('打印备餐单')
  await person.sees(/^第 2 次打印 \d\d:\d\d，张玉华$/)
  await person.page.goto(stage.server.url + lunchPage('prep', morning))
  await person.sees('备餐单打好了')
})

test('a temperature below 70 degrees is not simply written down', async () => {
  const person = await atPrinter(stage)
  await person.page.goto(stage.server.url + lunchPage('safety', morning))
  await person.tap('量温度，宫保鸡丁')
  await person.types('多少度', '62')
  await person.sees(/才 62 度，没到 70 度/)
  await person.types('多少度', '83.5')
  await person.tap('记下')
  await person.sees('83.5 度，没留样')
  await person.tap('留样，宫保鸡丁')
  await person.tap('留好了，记下')
  await person.sees('83.5 度，留样了')
})

test('the list says what to buy; what was bought is in stock', async () => {
  const person = await atPrinter(stage)
  await person.page.goto(`${stage.server.url}/#/meals/pages/stock/index?kitchen=${morning.kitchen}`)
  await person.sees('库存里还没有东西')
  await person.tap('记一样进出')
  await person.types('是什么', '牛肉')
  await person.types('多少公斤', '2.5')
  await person.tap('记下')
  await person.sees('2.5 公斤')
  await person.tap('减掉午饭用的')
  await person.sees(/减好了/)
  const { items } = await (await morning.cook()).call('meals.stock', { kitchen: morning.kitchen })
  expect(items).toMatchObject([{ ingredient: '牛肉' }])
  expect(items[0].amount).toBeLessThan(2500)
})
