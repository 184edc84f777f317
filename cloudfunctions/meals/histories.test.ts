/**
 * Random days of a kitchen, every part of it through the one door on the real store: whatever people do in whatever order, the numbers agree.
 * HISTORIES asks for more than the usual number of them.
 */
import { addDays } from '@domain/days'
import type { Meal, Way } from '@domain/meals/contract'
import type { OrderForm } from '@domain/meals/contract/orders'
import fc from 'fast-check'
import type { Doc } from '../_kit/store/port'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { dayOf } from '../_kit/time'
import type { OrderDoc, PortionsDoc } from './docs'
import { COMMUNITY, type Dish, eaterIn, GRID, kitchenIn, menuOn, type TestEater, type TestKitchen } from './town'

const RUNS = Number(process.env.HISTORIES ?? 40)
jest.setTimeout(600_000 + RUNS * 10_000)

let town: Town
let kitchens: TestKitchen[]
let eaters: TestEater[]
let office: Someone
let carrier: Someone

const BORN = ['1930-02-01', '1938-03-12', '1947-11-23', '1950-02-28', '1960-01-01', '2018-06-01']

beforeAll(async () => {
  town = await openTown({ now: '2026-11-21T08:00' })
  office = await town.as('community', COMMUNITY, { name: '刘芳' })
  carrier = await town.as('volunteer', COMMUNITY, { name: '李娜' })
  kitchens = [await kitchenIn(town), await kitchenIn(town, COMMUNITY, { name: '第二厨房' })]
  eaters = []
  for (const [i, born] of BORN.entries())
    eaters.push(
      await eaterIn(town, GRID, { born, building: String(1 + (i % 3)), room: String(101 + i), tags: i === 4 ? ['low_income'] : [] }),
    )
  for (const kitchen of kitchens) await settleRules(kitchen)
  for (const eater of eaters.slice(0, 4))
    await must(kitchens[0].cook, 'meals.top_up', {
      kitchen: kitchens[0].id,
      eater: eater.id,
      fen: 30_000,
      how: 'cash',
      receipt: `first ${receipts++}`,
    })
})
afterAll(() => town.close())

async function settleRules(kitchen: TestKitchen) {
  const shares = { government: 70, enterprise: 10, charity: 20 }
  const rules = [
    { id: 'a', ages: { from: 60, to: 79 }, effect: { kind: 'off', fen: 133 }, shares },
    { id: 'b', ages: { from: 80, to: 89 }, effect: { kind: 'percent', percent: 30 }, shares },
    { id: 'c', ages: { from: 90 }, effect: { kind: 'free' }, shares },
    { id: 'd', categories: ['low_income'], effect: { kind: 'fixed', fen: 300 }, shares },
  ]
  await must(office, 'meals.save_rules', { division: COMMUNITY, kitchen: kitchen.id, version: 0, rules })
  const routes = [{ id: 'east', name: '东线', buildings: ['1', '2'], by: 'foot', capacity: 2, volunteer: carrier.id }]
  await must(office, 'meals.save_routes', { kitchen: kitchen.id, version: 0, routes })
}

/** A call that may be refused, sent as often as a bad connection would; every answer must be the same, and none a bug. */
async function sent(
  who: Someone,
  name: string,
  input: unknown,
  times = 1,
): Promise<{ ok?: never; refused?: { code: string; message: string } }> {
  const key = `k${Math.random().toString(36).slice(2)}${times}`
  const answers = []
  for (let i = 0; i < times; i++) answers.push(await who.answer(name, input, { key }))
  const [{ status, body }] = answers
  if (status >= 500 || status === 401 || ('refused' in body && body.refused.code.startsWith('call.')))
    throw new Error(`${name} ${status} ${JSON.stringify(body)} for ${JSON.stringify(input)}`)
  if ('ok' in body) expect(new Set(answers.map(one => JSON.stringify(one.body))).size).toBe(1)
  return body as never
}
async function must<T = { [field: string]: unknown }>(who: Someone, name: string, input: unknown): Promise<T> {
  const body = await sent(who, name, input)
  if (body.refused) throw new Error(`${name}: ${body.refused.code} ${body.refused.message}`)
  return body.ok as T
}

/** One thing somebody does. The numbers choose whom, what and when. */
interface Step {
  what: (typeof WHAT)[number]
  who: number
  n: number
  m: number
  times: number
}
const WHAT = [
  ...[
    'order',
    'order',
    'order',
    'order',
    'change',
    'cancel',
    'undo',
    'skip',
    'pause',
    'resume',
    'standing',
    'standing',
    'top_up',
    'pay_out',
  ],
  ...[
    'later',
    'later',
    'evening',
    'noon',
    'rounds',
    'hand',
    'hand',
    'hand',
    'serve',
    'serve',
    'check',
    'check',
    'more',
    'guest',
    'wish',
    'papers',
  ],
] as const
const steps = fc.noBias(
  fc.array(
    fc.record({
      what: fc.constantFrom(...WHAT),
      who: fc.nat(BORN.length - 1),
      n: fc.nat(999),
      m: fc.nat(999),
      times: fc.constantFrom(1, 1, 1, 2, 5),
    }),
    { minLength: 12, maxLength: 40, size: 'max' },
  ),
)

const DISH: Dish[] = ['set', 'main', 'other', 'side', 'soup', 'dessert']
/** The days of one history; each has its own. */
let days: string[] = []
let next = '2026-11-22'

function formOf({ n, m, who }: Step, kitchen: TestKitchen): OrderForm {
  const picked = DISH.filter((_, at) => (n >> at) & 1)
  const dishes = picked.length > 0 ? picked : (['main'] as Dish[])
  const way = (['delivery', 'pickup', 'eatin'] as Way[])[m % 3]
  return {
    ...{
      kitchen: kitchen.id,
      day: days[n % days.length],
      meal: 'lunch' as Meal,
      way,
      pay: (['cash', 'account', 'bill'] as const)[(m + who) % 3],
    },
    lines: dishes.map(dish => ({ dish: kitchen.dishes[dish], quantity: 1 + (m % 2) })),
    accepted: m % 4 ? dishes.map(dish => kitchen.dishes[dish]) : [],
  }
}

async function act(step: Step): Promise<void> {
  const { what, who, n, m, times } = step
  const eater = eaters[who]
  const kitchen = kitchens[n % 2]
  const me = m % 5 === 0 ? kitchen.cook : eater.me
  // mostly something that is there
  const theirs = (await ofDays()).filter(one => one.eater === eater.id)
  const about = { eater: eater.id, order: theirs[n % Math.max(1, theirs.length)]?._id ?? `${eater.id}|${days[n % days.length]}|lunch` }
  const send = (name: string, input: unknown, by = me) => sent(by, name, input, times)
  const doc = await town.store.get<OrderDoc>('orders', about.order)
  switch (what) {
    case 'order':
      return void (await send('meals.order', { eater: eater.id, forms: [formOf(step, kitchen)] }))
    case 'change':
      return void (await send('meals.change', {
        ...about,
        version: doc?.version ?? 1,
        form: { ...formOf(step, kitchen), day: doc?.day ?? days[0] },
      }))
    case 'cancel':
      return void (await send('meals.cancel', { ...about, ...(m % 2 ? { why: '不在家' } : {}) }))
    case 'undo':
      return void (await send('meals.undo', about))
    case 'skip':
      return void (await send('meals.skip', { eater: eater.id, kitchen: kitchen.id, day: days[n % days.length], meal: 'lunch' }))
    case 'pause':
      return void (await send('meals.pause', {
        ...{ eater: eater.id, from: days[n % days.length], why: (['hospital', 'travel', 'children'] as const)[m % 3] },
        ...(m % 2 ? { until: days[days.length - 1] } : {}),
      }))
    case 'resume':
      return void (await resume(eater, days[n % days.length], times))
    case 'standing':
      return void (await send('meals.set_standing', await standingOf(step, kitchen, eater)))
    case 'top_up':
      return void (await send('meals.top_up', desk(step, kitchen, eater), kitchen.cook))
    case 'pay_out':
      return void (await send('meals.pay_out', desk(step, kitchen, eater), kitchen.cook))
    case 'later':
      return pass(5 + (n % 120))
    case 'evening':
      return until(18, 1)
    case 'noon':
      return until(11, 30)
    case 'rounds':
      return void (await send('meals.make_rounds', { kitchen: kitchen.id, day: dayOf(town.now()), meal: 'lunch' }, kitchen.cook))
    case 'hand':
      return hand(step)
    case 'serve':
      return serve(step, kitchen)
    case 'check':
      return look(step)
    case 'more':
      return morePortions(step, kitchen)
    case 'guest':
      return void (await send(
        'meals.serve_guest',
        { kitchen: kitchen.id, meal: 'lunch', lines: [{ dish: kitchen.dishes[DISH[m % 6]], quantity: 1 }] },
        kitchen.cook,
      ))
    case 'wish':
      return wish(step, eater)
    case 'papers':
      return papers(kitchen)
  }
}

async function resume({ id }: TestEater, on: string, times: number) {
  const { items } = await town.store.find<Doc & { until?: string }>('aways', { where: { eater: id }, order: ['from'], limit: 200 })
  const open = items.find(one => !one.until || one.until >= on)
  if (open) await sent(office, 'meals.resume', { eater: id, away: open._id, on }, times)
}

async function standingOf({ n, m }: Step, kitchen: TestKitchen, eater: TestEater) {
  const { items } = await town.store.find<Doc & { version: number; kitchen: string; ended?: string }>('standings', {
    where: { eater: eater.id },
    limit: 100,
  })
  const had = items.find(one => one.kitchen === kitchen.id && !one.ended)
  const day = (weekday: number) => ({
    weekday,
    dishes: [kitchen.dishes[DISH[m % 6]]],
    quantity: 1,
    way: n % 3 ? ('delivery' as const) : ('pickup' as const),
  })
  return {
    ...{ eater: eater.id, version: had?.version ?? 0 },
    form: {
      kitchen: kitchen.id,
      meal: 'lunch',
      days: [0, 1, 2, 3, 4, 5, 6].map(day),
      pay: m % 2 ? 'cash' : 'bill',
      since: days[0],
      until: days[days.length - 1],
    },
  }
}

let receipts = 0
const desk = ({ m, n }: Step, kitchen: TestKitchen, eater: TestEater) => ({
  ...{ kitchen: kitchen.id, eater: eater.id, fen: 1 + ((m * 37) % 3000), how: n % 2 ? 'cash' : 'transfer', receipt: `No ${receipts++}` },
})

async function pass(minutes: number) {
  const to = town.now() + minutes * 60_000
  town.moveTo(new Date(to).toISOString())
  await town.tick()
}
/** Goes on to an hour of this day or, when it has passed, stays; the clock ticks on arriving. */
async function until(hour: number, minute: number) {
  const at = Date.parse(`${dayOf(town.now())}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+08:00`)
  if (at > town.now()) town.moveTo(new Date(at).toISOString())
  await town.tick()
}

const all = async (where: { [field: string]: string }) => (await town.store.find<OrderDoc>('orders', { where, limit: 1000 })).items
const ofDays = async () => (await Promise.all(kitchens.flatMap(one => days.map(day => all({ kitchen: one.id, day }))))).flat()

async function hand({ n, m, times }: Step) {
  const today = dayOf(town.now())
  for (const one of kitchens) await sent(one.cook, 'meals.make_rounds', { kitchen: one.id, day: today, meal: 'lunch' })
  const carried = (await ofDays()).filter(one => one.day === today && one.round && !one.handed)
  const one = carried[n % Math.max(1, carried.length)]
  if (!one) return
  const outcome = (['handed', 'left', 'no_answer', 'refused', 'handed'] as const)[m % 5]
  const form = { outcome, ...(outcome === 'left' ? { with: '邻居' } : {}), ...(m % 7 === 0 ? { wellbeing: 'worrying' as const } : {}) }
  await sent(m % 2 ? carrier : kitchens[0].cook, 'meals.hand_over', { order: one._id, round: one.round, at: town.now(), form }, times)
}
async function serve({ n, times }: Step, kitchen: TestKitchen) {
  const today = dayOf(town.now())
  const waiting = (await all({ kitchen: kitchen.id, day: today })).filter(one => one.way !== 'delivery' && !isGuest(one))
  const one = waiting[n % Math.max(1, waiting.length)]
  if (one)
    await sent(
      kitchen.cook,
      'meals.serve',
      { kitchen: kitchen.id, ...(n % 2 ? { order: one._id } : { meal: one.meal, code: one.code }) },
      times,
    )
}
async function look({ n, m, times }: Step) {
  const { ok } = await sent(office, 'meals.checks', { division: COMMUNITY, closed: false })
  const items = (ok as unknown as { items: { id: string; rung: string }[] }).items
  const one = items[n % Math.max(1, items.length)]
  if (!one) return
  const step = { check: one.id, rung: one.rung, result: (['no_answer', 'well', 'worrying', 'told'] as const)[m % 4] }
  const close = { check: one.id, outcome: (['well', 'helped', 'wrong'] as const)[m % 3], words: '看过了' }
  await (n % 3 ? sent(office, 'meals.step_check', step, times) : sent(office, 'meals.close_check', close, times))
}
async function morePortions({ n, m, times }: Step, kitchen: TestKitchen) {
  const day = days[m % days.length]
  const menus = await kitchen.cook.call('meals.menus', { kitchen: kitchen.id, from: day, days: 1 })
  const menu = menus.find(one => one.meal === 'lunch')
  if (!menu) return
  const items = menu.items.map(({ dish, portions, instead }, at) => ({
    dish,
    portions: at === m % 6 ? n % 9 : portions,
    ...(instead ? { instead } : {}),
  }))
  await sent(kitchen.cook, 'meals.save_menu', { kitchen: kitchen.id, day, meal: 'lunch', version: menu.version, items }, times)
}
async function wish({ m, times }: Step, eater: TestEater) {
  const { version } = await must<{ version: number }>(eater.me, 'meals.diner', { eater: eater.id })
  const form = {
    ...{
      ingredients: m % 2 ? ['猪肉'] : [],
      allergens: m % 3 ? [] : ['花生'],
      dislikes: m % 5 ? [] : ['萝卜汤'],
      textures: m % 7 ? [] : ['soft'],
      pay: 'cash',
    },
  }
  await sent(eater.me, 'meals.set_diner', { eater: eater.id, version, form }, times)
}

const count = <T>(items: T[], of: (item: T) => [string, number][]) => {
  const sums: { [key: string]: number } = {}
  for (const [key, n] of items.flatMap(of)) sums[key] = (sums[key] ?? 0) + n
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, n]) => n !== 0)
      .sort(),
  )
}
const isGuest = ({ eater }: OrderDoc) => eater.startsWith('guest')
const counted = (state: OrderDoc['state']) => state !== 'cancelled'

/** Prep sheet = labels = lists = orders, whenever the kitchen may print; else every order in the way is named. */
async function papers(kitchen: TestKitchen) {
  await town.tick()
  const day = dayOf(town.now())
  if (!days.includes(day)) return
  const slot = { kitchen: kitchen.id, day, meal: 'lunch' }
  const wanted = (await all({ kitchen: kitchen.id, day })).filter(one => counted(one.state) && one.state !== 'explained' && !isGuest(one))
  const prep = await must<{ covers: number; dishes: { dish: string; name: string; quantity: number }[]; blocked: { order: string }[] }>(
    kitchen.cook,
    'meals.prep',
    slot,
  )
  const body = await sent(kitchen.cook, 'meals.papers', slot)
  if (prep.blocked.length > 0) {
    expect(body.refused?.code).toBe('meals.not_ready')
    return
  }
  if (body.refused) throw new Error(JSON.stringify(body.refused))
  const printed = body.ok as unknown as {
    labels: { order: string; dishes: { name: string; quantity: number }[] }[]
    sheets: { stops: { order: string; dishes: { name: string; quantity: number }[] }[] }[]
  }
  const stops = printed.sheets.flatMap(one => one.stops)
  const ids = wanted.map(one => one._id).sort()
  expect([...new Set(printed.labels.map(one => one.order))].sort()).toEqual(ids)
  expect(stops.map(one => one.order).sort()).toEqual(ids)
  const dishes = count(wanted, one => one.lines.map(line => [line.name, line.quantity]))
  expect(count(prep.dishes, one => [[one.name, one.quantity]])).toEqual(dishes)
  expect(count(stops, one => one.dishes.map(dish => [dish.name, dish.quantity]))).toEqual(dishes)
}

/** What must be true at every moment. */
async function agrees() {
  const orders = await ofDays()
  const sold = count(
    orders.filter(one => counted(one.state)),
    one => one.lines.map(line => [`${one.slot}|${line.dish}`, line.quantity]),
  )
  for (const kitchen of kitchens)
    for (const day of days) {
      const slot = `${kitchen.id}|${day}|lunch`
      const { items } = await town.store.find<PortionsDoc>('portions', { where: { slot }, limit: 100 })
      for (const one of items) {
        expect([one._id, one.left + one.held + one.sold]).toEqual([one._id, one.portions])
        expect(Math.min(one.left, one.held, one.sold)).toBeGreaterThanOrEqual(0)
        expect([one._id, one.sold]).toEqual([one._id, sold[one._id] ?? 0])
      }
    }
  const subsidised = count(
    orders.filter(one => counted(one.state) && one.price.payers.eater < one.price.total),
    one => [[`${one.eater}|${one.day}`, 1]],
  )
  expect(Object.entries(subsidised).filter(([, n]) => n > 1)).toEqual([])
  for (const { price, lines } of orders) {
    const { eater, government, enterprise, charity } = price.payers
    expect(eater + government + enterprise + charity).toBe(price.total)
    expect(price.total).toBe(lines.reduce((sum, line) => sum + line.price * line.quantity, 0))
  }
}

/** The books: every balance is the sum of its entries, none below zero where money lies. */
async function booksAgree() {
  const entries = await town.store.tally('ledger', { where: {}, by: 'account', sum: 'fen' })
  const balances = await everything<Doc & { fen: number }>('balances')
  const sums = new Map(entries.map(one => [one.by, one.sum]))
  for (const { _id, fen } of balances) {
    expect([_id, fen]).toEqual([_id, sums.get(_id) ?? 0])
    expect([_id, fen >= 0]).toEqual([_id, true])
  }
}
async function everything<D extends Doc>(collection: string): Promise<D[]> {
  const found: D[] = []
  let after: string | undefined
  do {
    const page: { items: D[]; after?: string } = await town.store.find<D>(collection, { where: {}, limit: 1000, after })
    found.push(...page.items)
    after = page.after
  } while (after)
  return found
}

/** Some hours after the last meal: every expected meal was taken, explained, or somebody looks after its eater. */
async function nobodyIsForgotten() {
  const checks = new Set((await everything<Doc & { eater: string; day: string }>('checks')).map(one => `${one.eater}|${one.day}`))
  for (const one of await ofDays()) {
    if (isGuest(one) || ['taken', 'cancelled', 'explained'].includes(one.state)) continue
    expect([one._id, one.state, checks.has(`${one.eater}|${one.day}`)]).toEqual([one._id, one.state, true])
  }
}

test(`whatever happens in ${RUNS} random histories, portions, prices, money, papers and checks agree`, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async history => {
      days = [next, addDays(next, 1)]
      next = addDays(next, 3)
      town.moveTo(`${days[0]}T07:30`)
      await town.tick()
      for (const [at, kitchen] of kitchens.entries())
        for (const day of days)
          await menuOn(town, kitchen, day, { portions: 3 + 4 * at, items: { main: { instead: kitchen.dishes.other } } })
      // a day begins with people who have ordered
      for (const [who] of eaters.entries()) await act({ ...history[who], what: 'order', who })
      for (const step of history) {
        await act(step)
        await agrees()
      }
      for (const day of days) {
        if (dayOf(town.now()) > day) continue
        if (town.now() < Date.parse(`${day}T11:05:00+08:00`)) town.moveTo(`${day}T11:05`)
        await town.tick()
        for (const kitchen of kitchens) await papers(kitchen)
        if (town.now() < Date.parse(`${day}T12:36:00+08:00`)) town.moveTo(`${day}T12:36`)
        await town.tick()
        await agrees()
      }
      await nobodyIsForgotten()
      await booksAgree()
      for (const eater of eaters) await resume(eater, next, 1)
    }),
    { numRuns: RUNS },
  )
})
