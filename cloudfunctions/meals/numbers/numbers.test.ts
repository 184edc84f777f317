import { addDays, dayOf } from '@domain/days'
import type { Numbers } from '@domain/meals/contract/numbers'
import { added, countOf, NONE } from '@domain/meals/count'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readSheets from 'read-excel-file/node'
import type { Ticking } from '../../_kit/clock'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { OrderDoc } from '../docs'
import { takenOrder } from '../table/world'
import { COMMUNITY, eaterIn, GRID, kitchenIn } from '../town'
import { jobs } from './roll'

let town: Town
let cook: Someone
let kitchen: string
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T12:30' })
  const made = await kitchenIn(town)
  kitchen = made.id
  cook = made.cook
})
afterEach(() => town.close())

const lunch = (eater: string, day: string, more: Partial<OrderDoc> = {}) => takenOrder({ eater, kitchen, home: GRID, day }, more)
const load = (...orders: OrderDoc[]) => town.store.load('orders', orders)
const numbers = (period: string, who = cook, division = COMMUNITY) => who.call('meals.numbers', { division, period })
const free = { total: 1200, payers: { eater: 0, government: 800, enterprise: 0, charity: 400 }, why: '90 岁以上免费' }

test("today's numbers are as they are now, without waiting for the clock", async () => {
  await load(lunch('a', '2026-11-21'))
  expect((await numbers('2026-11-21')).sum).toMatchObject({ covers: 1, people: 1, delivery: 1, total: 1200, eater: 1200 })
  await load(lunch('b', '2026-11-21', { price: free }))
  expect((await numbers('2026-11-21')).sum).toMatchObject({ covers: 2, free: 1, subsidised: 1, government: 800, charity: 400 })
})

test('a meal is counted as it was really taken, whatever was ordered', async () => {
  const at = Date.parse('2026-11-21T11:40+08:00')
  await load(lunch('a', '2026-11-21', { handed: { outcome: 'picked', at, by: '', account: '' } }), lunch('b', '2026-11-21'))
  expect((await numbers('2026-11-21')).sum).toMatchObject({ delivery: 1, pickup: 1, eatin: 0 })
})

test('missed, explained and cancelled meals are told apart, and nobody has eaten them', async () => {
  await load(lunch('a', '2026-11-21', { state: 'missed' }), lunch('b', '2026-11-21', { state: 'explained' }))
  await load(lunch('c', '2026-11-21', { state: 'cancelled' }), lunch('d', '2026-11-21', { state: 'open' }), lunch('guest1', '2026-11-21'))
  expect((await numbers('2026-11-21')).sum).toMatchObject({ ordered: 4, missed: 1, explained: 1, covers: 1, guests: 1, total: 1200 })
})

test('a month adds its days up, and counts somebody who came ten times as one', async () => {
  for (let n = 1; n <= 10; n++) await load(lunch('a', addDays('2026-11-21', -n)), lunch(`b${n}`, addDays('2026-11-21', -n)))
  await town.tick()
  const month = await numbers('2026-11')
  expect(month.sum).toMatchObject({ covers: 20, people: 11 })
  expect(month.days).toHaveLength(10)
  expect(month.kitchens).toMatchObject([{ covers: 20, people: 11, name: '妈妈厨房' }])
})

test('what is put right a week later is in the numbers without anybody having to say so', async () => {
  const order = lunch('a', '2026-11-12', { state: 'missed' })
  await load(order)
  await town.tick()
  expect((await numbers('2026-11')).sum).toMatchObject({ covers: 0, missed: 1 })
  await load({ ...order, state: 'taken' })
  town.moveTo('2026-11-22T13:00')
  await town.tick()
  expect((await numbers('2026-11')).sum).toMatchObject({ covers: 1, missed: 0 })
})

test('a rating is in the numbers of its day at the next tick', async () => {
  const zhang = await eaterIn(town)
  const order = lunch(zhang.id, '2026-11-19')
  await load(order)
  await town.tick()
  await zhang.me.call('meals.rate', { eater: zhang.id, order: order._id, form: { stars: 'good', reasons: [] } })
  await town.tick()
  expect((await numbers('2026-11-19')).sum).toMatchObject({ good: 1, bad: 0 })
})

test('a street, a district and the city read the same sums, and no name and no number of a person is in them', async () => {
  const zhang = await eaterIn(town)
  await load(lunch(zhang.id, '2026-11-20'), lunch('b', '2026-11-20'))
  await town.tick()
  const own = await numbers('2026-11-20')
  for (const [role, scope, below] of [
    ['street', '210102025', 12],
    ['district', '210102', 9],
    ['city', '2101', 6],
  ] as const) {
    const above = await numbers('2026-11-20', await town.as(role, scope), scope)
    expect(above.sum).toEqual(own.sum)
    expect(above.places.map(one => [one.division, one.covers])).toEqual([[COMMUNITY.slice(0, below), 2]])
    expect(JSON.stringify(above)).not.toContain(zhang.id)
    expect(JSON.stringify(above)).not.toContain('张')
  }
})

test("the neighbour community's kitchen is not there", async () => {
  const beside = await town.as('kitchen', '210102025014')
  await expect(beside.call('meals.numbers', { division: '210102025014', kitchen, period: '2026-11' })).rejects.toMatchObject({
    code: 'meals.not_there',
  })
  await expect(numbers('2026-11', beside)).rejects.toMatchObject({ code: 'meals.not_there' })
})

test('the text file, the workbook and the screen say the same, and a name that looks like a formula stays a name', async () => {
  const trick = await kitchenIn(town, COMMUNITY, { name: '=1+1' })
  await load(lunch('a', '2026-11-20', { price: free }), lunch('b', '2026-11-19'))
  await load({ ...takenOrder({ eater: 'c', kitchen: trick.id, home: GRID, day: '2026-11-20' }) })
  await town.tick()
  const seen = await numbers('2026-11')
  const file = async (form: 'csv' | 'xlsx') =>
    Buffer.from(
      (await town.blobs.get((await cook.call('meals.export_numbers', { division: COMMUNITY, period: '2026-11', form })).id)) ?? [],
    )
  const csv: string[][] = parse(await file('csv'), { bom: true })
  const rows = new Map(csv.map(([first, ...cells]) => [first, cells]))
  const [head, sum] = [csv[0].slice(1), rows.get('合计') ?? []]
  expect(Number(sum[head.indexOf('吃上饭（份）')])).toBe(seen.sum.covers)
  expect(sum[head.indexOf('餐费（元）')]).toBe((seen.sum.total / 100).toFixed(2))
  expect([...rows.keys()]).toContain('和平新村社区 =1+1')
  const sheets = (await readSheets(await file('xlsx'))) as unknown as { sheet: string; data: unknown[][] }[]
  const days = sheets[0].data
  expect(sheets.map(one => one.sheet)).toEqual(['按天', '按厨房'])
  expect(days.slice(1).map(([day]) => day)).toEqual(['2026-11-19', '2026-11-20', '合计'])
  const column = (title: string) => days[0].indexOf(title)
  expect(days.at(-1)?.[column('吃上饭（份）')]).toBe(seen.sum.covers)
  expect(days.at(-1)?.[column('政府补（元）')]).toBe(seen.sum.government / 100)
  for (const [day, ...cells] of csv.slice(1, 3)) {
    const row = days.find(one => one[0] === day)
    expect(cells.map(cell => (cell === '' ? null : Number(cell)))).toEqual(row?.slice(1))
  }
})

test('two people who ask for the same file may both fetch it', async () => {
  const other = await town.as('kitchen', COMMUNITY)
  const ask = { division: COMMUNITY, period: '2026-10', form: 'csv' as const }
  const { id } = await cook.call('meals.export_numbers', ask)
  await other.call('meals.export_numbers', ask)
  const upload = await town.store.get<{ _id: string; by: string[] }>('uploads', id)
  expect(upload?.by).toEqual([cook.id, other.id])
})

// ---- random histories: what the clock rolled up is what a count of the orders says

const payers = fc.oneof(fc.tuple(fc.nat(900), fc.nat(900), fc.nat(300), fc.nat(300)), fc.constant([0, 0, 0, 0] as const))
const act = fc.record({
  eater: fc.integer({ min: 0, max: 5 }).map(n => (n === 5 ? 'guest1' : `e${n}`)),
  ago: fc.integer({ min: 0, max: 9 }),
  place: fc.integer({ min: 0, max: 1 }),
  state: fc.constantFrom('open', 'failed', 'taken', 'taken', 'taken', 'cancelled', 'explained', 'missed'),
  outcome: fc.constantFrom('handed', 'left', 'picked', 'eaten'),
  way: fc.constantFrom('delivery', 'pickup', 'eatin'),
  payers,
  rated: fc.option(fc.constantFrom('good', 'fair', 'bad'), { nil: undefined }),
  waste: fc.nat(3),
  tick: fc.boolean(),
})

test('the roll-up is the count of the orders, for random histories with late changes', async () => {
  const second = (await kitchenIn(town, '210102025014', { name: '文安路厨房' })).id
  const kitchens = [
    { kitchen, home: GRID },
    { kitchen: second, home: '210102025014001' },
  ]
  const city = await town.as('city', '2101')
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async history => {
      await forget(town)
      const orders = new Map<string, OrderDoc>()
      const beside: { kitchen: string; day: string; stars?: 'good' | 'fair' | 'bad'; portions: number }[] = []
      for (const [n, { eater, ago, place, state, outcome, way, payers: parts, rated, waste, tick }] of history.entries()) {
        const day = addDays('2026-11-21', -ago)
        const [own, government, enterprise, charity] = parts
        const price = { total: own + government + enterprise + charity, payers: { eater: own, government, enterprise, charity }, why: '' }
        const handed = state === 'taken' ? { handed: { outcome, at: 1, by: '', account: '' } } : { handed: undefined }
        const { handed: _, ...order } = takenOrder(
          { eater, ...kitchens[place], day },
          { state: state as OrderDoc['state'], way: way as OrderDoc['way'], price },
        )
        const doc = { ...order, ...(handed.handed ? { handed: handed.handed as OrderDoc['handed'] } : {}) } as OrderDoc
        orders.set(doc._id, doc)
        await load(doc)
        const about = { kitchen: kitchens[place].kitchen, community: kitchens[place].home.slice(0, 12), day }
        if (rated) await town.store.load('ratings', [{ _id: `r${n}`, ...about, stars: rated }])
        if (waste) await town.store.load('wastes', [{ _id: `w${n}`, ...about, portions: waste }])
        beside.push({ ...about, ...(rated ? { stars: rated } : {}), portions: waste })
        if (tick) await roll(town)
      }
      // a day later every day of these weeks is counted again, whatever it was before
      town.moveTo('2026-11-22T13:30')
      await roll(town)
      await same(town, city, [...orders.values()], beside)
      town.moveTo('2026-11-21T12:30')
    }),
    { numRuns: 40 },
  )
})

/** The counting alone: the clock's other jobs have things of their own to do about such orders. */
async function roll(at: Town) {
  const kit = { store: at.store, now: at.now(), today: dayOf(at.now()) } as Ticking
  for (const job of jobs) while ((await job.run(kit)) > 0);
}

/** Counted a second way: straight from the histories, one line a number. */
function plainly(orders: OrderDoc[], beside: { stars?: string; portions: number }[]): Numbers {
  const taken = orders.filter(one => one.state === 'taken')
  const outcome = (...names: string[]) => taken.filter(one => names.includes(one.handed?.outcome ?? '')).length
  const sum = (of: (order: OrderDoc) => number) => taken.reduce((all, one) => all + of(one), 0)
  const stars = (name: string) => beside.filter(one => one.stars === name).length
  return {
    ...{ ...NONE, covers: taken.length, people: new Set(taken.map(one => one.eater)).size },
    ...{ free: taken.filter(one => one.price.total > 0 && one.price.payers.eater === 0).length },
    ...{ subsidised: taken.filter(one => one.price.payers.eater !== one.price.total).length },
    ...{ delivery: outcome('handed', 'left'), pickup: outcome('picked'), eatin: outcome('eaten') },
    ...{ guests: taken.filter(one => one.eater === 'guest1').length, ordered: orders.filter(one => one.state !== 'cancelled').length },
    ...{ missed: orders.filter(one => one.state === 'missed').length, explained: orders.filter(one => one.state === 'explained').length },
    ...{ waste: beside.reduce((all, one) => all + one.portions, 0), good: stars('good'), fair: stars('fair'), bad: stars('bad') },
    ...{
      total: sum(one => one.price.total),
      eater: sum(one => one.price.payers.eater),
      government: sum(one => one.price.payers.government),
    },
    ...{ enterprise: sum(one => one.price.payers.enterprise), charity: sum(one => one.price.payers.charity) },
  }
}

async function same(
  at: Town,
  city: Someone,
  orders: OrderDoc[],
  beside: { kitchen: string; day: string; stars?: string; portions: number }[],
) {
  const month = await at.store.find<{ _id: string; kitchen: string; day: string } & Numbers>('meal_days', {
    where: { city: '2101', day: { gte: '2026-11-01' } },
    limit: 1000,
  })
  for (const { _id, kitchen: of, day, ...rolled } of month.items) {
    const mine = <T extends { kitchen: string; day: string }>(all: T[]) => all.filter(one => one.kitchen === of && one.day === day)
    expect([_id, rolled]).toMatchObject([_id, plainly(mine(orders), mine(beside))])
  }
  const { sum } = await city.call('meals.numbers', { division: '2101', period: '2026-11' })
  const { people, ...all } = plainly(orders, beside)
  const perKitchen = [...new Set(orders.map(one => one.kitchen))].map(
    of =>
      plainly(
        orders.filter(one => one.kitchen === of),
        [],
      ).people,
  )
  expect(sum).toEqual({ ...all, people: perKitchen.reduce((a, b) => a + b, 0) })
  expect(people).toBeLessThanOrEqual(sum.people)
}

async function forget(at: Town) {
  for (const name of ['orders', 'ratings', 'wastes', 'meal_days', 'meal_eaters', 'meal_months', 'meal_rolls']) {
    const { items } = await at.store.find(name, { where: {}, limit: 1000 })
    await at.store.transaction(async tx => {
      for (const one of items) await tx.remove(name, one._id)
    })
  }
}

test('adding nothing changes nothing, and the sum does not depend on the order', () => {
  const one = countOf([lunchless('a', 'taken'), lunchless('b', 'missed')], {
    ratings: [{ stars: 'good' }],
    wastes: [{ portions: 2 }],
    checks: 1,
  })
  const other = countOf([lunchless('c', 'taken')], { ratings: [], wastes: [], checks: 0 })
  expect(added([])).toEqual(NONE)
  expect(added([one, NONE])).toEqual(one)
  expect(added([one, other])).toEqual(added([other, one]))
})
const lunchless = (eater: string, state: 'taken' | 'missed') => ({
  ...{ eater, state, way: 'delivery' as const },
  price: { total: 5, payers: { eater: 5, government: 0, enterprise: 0, charity: 0 } },
})
