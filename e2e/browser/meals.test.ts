/** @jest-environment node */
/** Ordering as neighbours do: the usual in a tap, several days, what one must not eat, the last portion, changing one's mind, for a parent, without signal. */
import { until } from '../patience'
import { asDemo } from './api'
import { type Eater, Kitchen } from './eats'
import { enterDemo } from './enter'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage({ now: '2026-11-23T08:30' })
const MONDAY = '2026-11-23'
const TUESDAY = '2026-11-24'
const WEDNESDAY = '2026-11-25'
const THURSDAY = '2026-11-26'

let kitchen: Kitchen
/** Had lunch yesterday, so that there is something usual. */
let regular: Eater
beforeAll(async () => {
  kitchen = await Kitchen.open(stage)
  regular = await kitchen.neighbour('高老实', '19900007101', '1933-05-06')
  const { one } = await twoDishes(MONDAY)
  await kitchen.order(regular.id, kitchen.form(MONDAY, one.dish))
  await stage.server.moveTo('2026-11-24T08:30')
  // the sessions of staff ended in the night
  kitchen = await Kitchen.open(stage)
}, 120_000)

const week = (person: Person) => person.page.goto(`${stage.server.url}/#/meals/pages/week/index`)
const order = (person: Person, day: string) =>
  person.page.goto(`${stage.server.url}/#/meals/pages/order/index?slot=${encodeURIComponent(`${kitchen.id}|${day}|lunch`)}`)

/** The first dish of a day's lunch, as everybody sees it, and another. */
async function twoDishes(day: string) {
  const { items } = await kitchen.menu(day)
  const [one, other] = items.filter(item => item.left > 5)
  return { one, other }
}

test('the usual meal is ordered from home with one tap and taken back with another', async () => {
  const eater = regular
  const person = await kitchen.at(eater)
  await person.sees('今天的午饭，老样子')
  person.startsCounting()
  await person.tap('今天的午饭，照老样子订')
  await person.sees(/订上了：今天的午饭/)
  expect(person.taps).toBeLessThanOrEqual(3)
  await kitchen.stands(eater.id, TUESDAY, 'open')
  await person.tap('撤销')
  await person.sees(/撤销了/)
  await until(async () => (await kitchen.lunch(eater.id, TUESDAY))?.state !== 'open', 'the order being taken back')
})

test('several days at once, each with its price and why', async () => {
  const eater = await kitchen.neighbour('高多订', '19900007102', '1933-05-06')
  const { one } = await twoDishes(WEDNESDAY)
  const person = await kitchen.at(eater)
  await order(person, WEDNESDAY)
  await person.tap(`${one.name}，来一份`)
  await person.tap('别的日子也这样订')
  await person.tap(/^后天/)
  await person.tap('加上这 1 天')
  await person.sees('选了 2 顿')
  await person.tap(/^订上这 2 顿/)
  await kitchen.stands(eater.id, WEDNESDAY, 'open')
  await kitchen.stands(eater.id, THURSDAY, 'open')
})

test('a dish against what somebody must not eat says why before it is taken, and its substitute is ordered', async () => {
  const eater = await kitchen.neighbour('高忌口', '19900007103')
  const { one, other } = await twoDishes(WEDNESDAY)
  await kitchen.changes(WEDNESDAY, item => (item.dish === one.dish ? { allergens: ['腰果'], instead: other.dish } : {}))
  const person = await kitchen.at(eater)
  await person.page.goto(`${stage.server.url}/#/meals/pages/diner/index`)
  await person.types('还对什么过敏', '腰果')
  await person.page.getByRole('button', { name: '加上' }).first().click()
  await person.tap('记下')
  await until(
    async () => (await kitchen.staff.call('meals.diner', { eater: eater.id })).allergens.includes('腰果'),
    'the allergy on the server',
  )
  // the page goes back by itself when it is written down
  await person.comesTo(/pages\/home\/index/)
  await order(person, WEDNESDAY)
  await person.tap(`${one.name}，来一份`)
  await person.sees(new RegExp(`${one.name}：.*腰果.*可以换成${other.name}`))
  await person.tap(`换成${other.name}`)
  await person.tap(/^订上/)
  await kitchen.stands(eater.id, WEDNESDAY, 'open')
  expect((await kitchen.lunch(eater.id, WEDNESDAY))?.lines.map(line => line.dish)).toEqual([other.dish])
})

test('the last portion goes to somebody else under the finger: it says what is left, and nothing chosen is lost', async () => {
  const eater = await kitchen.neighbour('高手慢', '19900007104')
  const quick = await kitchen.neighbour('高手快', '19900007105')
  const { one, other } = await twoDishes(THURSDAY)
  await kitchen.changes(THURSDAY, item => (item.dish === other.dish ? { portions: item.sold + item.held + 1 } : {}))
  const person = await kitchen.at(eater)
  await order(person, THURSDAY)
  await person.tap(`${one.name}，来一份`)
  await person.tap(`${other.name}，来一份`)
  await person.types('给厨房留句话', '慢点送')
  await kitchen.order(quick.id, kitchen.form(THURSDAY, other.dish))
  await person.tap(/^订上/)
  await person.sees(new RegExp(`${other.name}刚刚订完`))
  expect(await kitchen.lunch(eater.id, THURSDAY)).toBeUndefined()
  await person.tap('不要这个了')
  expect(await person.page.getByLabel('给厨房留句话').inputValue()).toBe('慢点送')
  await person.tap(/^订上/)
  await kitchen.stands(eater.id, THURSDAY, 'open')
  expect(await kitchen.lunch(eater.id, THURSDAY)).toMatchObject({ note: '慢点送', lines: [{ dish: one.dish, quantity: 1 }] })
})

/** Wednesday's lunch is ordered; the week is open. */
async function withWednesday(name: string, phone: string): Promise<{ eater: Eater; person: Person }> {
  const eater = await kitchen.neighbour(name, phone)
  const { one } = await twoDishes(WEDNESDAY)
  await kitchen.order(eater.id, kitchen.form(WEDNESDAY, one.dish))
  const person = await kitchen.at(eater)
  await week(person)
  return { eater, person }
}

test('an order is cancelled in two taps and taken back with one', async () => {
  const { eater, person } = await withWednesday('高改主', '19900007106')
  await person.sees(/已订/)
  person.startsCounting()
  await person.tap(/^明天 .*已订/)
  await person.tap('明天不吃')
  await person.sees(/取消了：明天的午饭/)
  expect(person.taps).toBe(2)
  await kitchen.stands(eater.id, WEDNESDAY, 'cancelled')
  await person.tap('撤销')
  await kitchen.stands(eater.id, WEDNESDAY, 'open')
})

test('an order is changed: more of it, and fetched instead of brought; the code to fetch it with is shown', async () => {
  const { eater, person } = await withWednesday('高换换', '19900007107')
  await person.tap(/^明天 .*已订/)
  await person.tap('改一改')
  await person.tap(/加一$/)
  await person.tap('自己来取')
  await person.tap(/^改成这样/)
  await until(async () => (await kitchen.lunch(eater.id, WEDNESDAY))?.way === 'pickup', 'the other way')
  const after = await kitchen.lunch(eater.id, WEDNESDAY)
  expect(after?.lines[0].quantity).toBe(2)
  await person.page.goto(`${stage.server.url}/#/meals/pages/mine/index`)
  await person.sees('取餐码')
  await person.sees(after?.code ?? 'a code')
})

test('a standing order is set for some weekdays; a pause says its window before and after, and is ended again', async () => {
  const eater = await kitchen.neighbour('高天天', '19900007108')
  const person = await kitchen.at(eater)
  await person.page.goto(`${stage.server.url}/#/meals/pages/standing/index`)
  await person.tap('定一个常订')
  await person.tap('周三')
  await person.tap('周五')
  await person.tap('就这样常订')
  await person.sees(/记下了/)
  await person.sees(/周一、周三、周五的午饭，自动订/)
  const { standings } = await kitchen.table(eater.id)
  expect(standings.map(one => one.days.map(day => day.weekday).sort())).toEqual([[1, 3, 5]])
  await person.tap('停几天')
  await person.tap('住院')
  await person.types('从哪天停', '2026-11-27')
  await person.types(/到哪天为止/, '2026-11-29')
  await person.sees(/停到11月29日 周日，一共 3 天；11月30日 周一又照常/)
  await person.tap('停这几天')
  await person.sees('说好了要停')
  expect((await kitchen.table(eater.id)).aways).toMatchObject([{ from: '2026-11-27', until: '2026-11-29', why: 'hospital' }])
  await person.tap('不停了')
  await person.seesNoMore('说好了要停')
})

test('a daughter orders for her father, and it is clear for whom', async () => {
  const father = await kitchen.neighbour('高父亲', '19900007109', '1940-01-02')
  await kitchen.staff.call('people.consent', {
    ...{ resident: father.id, name: '高闺女', phone: '19900007110', relation: '女儿', since: MONDAY, how: 'in_person' as const },
  })
  await stage.server.tick()
  const daughter = await kitchen.at({ phone: '19900007110' })
  const { one } = await twoDishes(WEDNESDAY)
  await daughter.sees(/爸爸|午饭/)
  await order(daughter, WEDNESDAY)
  await daughter.sees(/替爸爸（高大爷|替爸爸（高爷爷/)
  await daughter.tap(`${one.name}，来一份`)
  await daughter.tap(/^订上/)
  await kitchen.stands(father.id, WEDNESDAY, 'open')
  expect((await kitchen.lunch(father.id, WEDNESDAY))?.placed).toMatchObject({ how: 'family', by: '高闺女' })
})

test('a grid worker orders for a neighbour without a phone, under a band with the name', async () => {
  const eater = await kitchen.neighbour('佟没手', '19900007111', '1938-01-02')
  const worker = await stage.arrives()
  await enterDemo(worker, '周敏')
  await worker.page.goto(`${stage.server.url}/#/meals/pages/pick/index`)
  await worker.types('找人', '佟')
  await worker.tap(/^佟爷爷/)
  await worker.sees('替佟爷爷订饭')
  const { one } = await twoDishes(WEDNESDAY)
  await worker.tap(/^明天 /)
  await worker.sees('替佟爷爷订饭')
  await worker.tap(`${one.name}，来一份`)
  await worker.tap(/^订上/)
  await kitchen.stands(eater.id, WEDNESDAY, 'open')
  expect((await kitchen.lunch(eater.id, WEDNESDAY))?.placed.how).toBe('staff')
})

test('a double tap orders once; an answer that was lost is asked for again and is one order', async () => {
  const eater = await kitchen.neighbour('高手抖', '19900007112')
  const { one } = await twoDishes(THURSDAY)
  const person = await kitchen.at(eater)
  await order(person, THURSDAY)
  await person.tap(`${one.name}，来一份`)
  await person.sees(/选了这些/)
  const sent: string[] = []
  await person.context.route('**/api/meals.order', async route => {
    sent.push(route.request().headers()['idempotency-key'])
    await route.fetch()
    return route.abort('connectionreset')
  })
  await person.tapTwice(/^订上/)
  await kitchen.stands(eater.id, THURSDAY, 'open')
  // the first answer may be lost before the second tap comes: then the same thing is asked again, under the same key
  expect(new Set(sent).size).toBe(1)
  // the page asks how it stands, finds it ordered and says so
  await person.sees(/已经订上了|已经订了/)
  expect((await kitchen.staff.call('meals.orders', { eater: eater.id })).items.length).toBe(1)
})

test('without signal nothing is ordered, what was chosen stays on the phone, and it says that it will not go by itself', async () => {
  const eater = await kitchen.neighbour('高没信', '19900007113')
  const { one } = await twoDishes(THURSDAY)
  const person = await kitchen.at(eater)
  await order(person, THURSDAY)
  await person.tap(`${one.name}，来一份`)
  await person.types('给厨房留句话', '不放葱')
  await person.goesOffline()
  await person.tap(/^订上/)
  await person.sees(/没有信号，还没订上/)
  await person.sees(/不会自己去订/)
  await person.comesOnline()
  await person.reopens(`/#/meals/pages/order/index?slot=${encodeURIComponent(`${kitchen.id}|${THURSDAY}|lunch`)}`)
  await person.sees(/选了这些/)
  expect(await kitchen.lunch(eater.id, THURSDAY)).toBeUndefined()
  expect(await person.page.getByLabel('给厨房留句话').inputValue()).toBe('不放葱')
  await person.tap(/^订上/)
  await kitchen.stands(eater.id, THURSDAY, 'open')
})

test('the daughter of the demo sees her father’s meals first, and the kitchen’s number is one tap away in elder mode', async () => {
  const { name } = await asDemo(stage.server.url, 'family')
  const person = await stage.arrives()
  await enterDemo(person, name)
  await person.tap('吃饭')
  await person.sees('打电话订')
  await person.tap('首页')
  await person.tap('长辈版')
  await person.tap('吃饭')
  await person.sees('打电话订')
})
