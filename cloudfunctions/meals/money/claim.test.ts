import { rulesOf } from '@domain/meals/canteens'
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, eaterIn, kitchenIn, menuOn, type TestEater, type TestKitchen } from '../town'
import { csvOf, workbookOf } from './files'

let town: Town
let kitchen: TestKitchen
let office: Someone
let eaters: TestEater[]
const CLAIM = { community: COMMUNITY, giver: 'government' as const, month: '2026-11' }
const DAYS = ['2026-11-21', '2026-11-22', '2026-11-23']

beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T08:00' })
  kitchen = await kitchenIn(town)
  office = await town.as('community', COMMUNITY, { name: '王社区' })
  const rules = rulesOf([
    { ages: '60-89', percentOff: 33 },
    { ages: '90+', free: true },
  ])
  await office.call('meals.save_rules', {
    division: COMMUNITY,
    version: 0,
    rules: rules.map(rule => ({ ...rule, shares: { government: 67, enterprise: 33, charity: 0 } })),
  })
  eaters = [
    await eaterIn(town, undefined, { name: '=王建国', born: '1930-01-01' }),
    await eaterIn(town, undefined, { name: '李淑珍', born: '1950-01-01' }),
  ]
})
afterEach(() => town.close())

const lunch = async (eater: TestEater, day: string, taken = true, pay: 'cash' | 'bill' = 'cash') => {
  const lines = [{ dish: kitchen.dishes.set, quantity: 1 }]
  const form = { kitchen: kitchen.id, day, meal: 'lunch' as const, lines, way: 'pickup' as const, pay }
  await eater.me.call('meals.order', { eater: eater.id, forms: [form] })
  if (taken) await kitchen.cook.call('meals.serve', { kitchen: kitchen.id, order: `${eater.id}|${day}|lunch` })
}
async function aFewDays() {
  for (const [at, day] of DAYS.entries()) {
    town.moveTo(`${day}T08:00`)
    await menuOn(town, kitchen, day)
    await lunch(eaters[0], day)
    // what was ordered and not taken is nobody's to claim
    await lunch(eaters[1], day, at > 0)
  }
}
const bytesOf = async (form: 'csv' | 'xlsx') => {
  const { file, name } = await office.call('meals.claim_file', { ...CLAIM, form })
  return { file, name, bytes: Buffer.from((await town.blobs.get(file)) ?? []) }
}

test('the table, the text file and the workbook say the same, and it is what the ledger says', async () => {
  await aFewDays()
  const table = await office.call('meals.claim', CLAIM)
  // 12 元 free: 67 % of 12; a third off is 3.96 元, 67 % of it
  expect(table).toEqual({
    rows: [
      { who: '=** 50号楼 1单元 101', age: 96, meals: 3, total: 3600, fen: 2412 },
      { who: '李** 50号楼 1单元 102', age: 76, meals: 2, total: 2400, fen: 530 },
    ],
    ...{ meals: 5, total: 6000, fen: 2942 },
  })
  const csv = parse((await bytesOf('csv')).bytes, { bom: true }) as string[][]
  const sheets = await readExcelFile((await bytesOf('xlsx')).bytes)
  const [people, meals] = sheets.map(({ data }) => data)
  const sum = (rows: unknown[][], column: number) => Math.round(rows.slice(1).reduce((all, row) => all + Number(row[column]), 0) * 100)
  expect([csv.length - 1, sum(csv, 8), sum(csv, 10)]).toEqual([table.meals, table.total, table.fen])
  expect([meals.length - 1, sum(meals, 8), sum(meals, 10)]).toEqual([table.meals, table.total, table.fen])
  expect(people.slice(1, -1).map(row => [row[1], row[3], Math.round(Number(row[4]) * 100), Math.round(Number(row[5]) * 100)])).toEqual(
    table.rows.map(row => [row.age, row.meals, row.total, row.fen]),
  )
  expect(people[people.length - 1].slice(3)).toEqual([5, 60, 29.42])
  const month = await office.call('meals.statements', { community: COMMUNITY, month: '2026-11' })
  expect(month.kitchens).toMatchObject([{ meals: 5, payers: { government: table.fen } }])
})

test('a name that looks like a formula stays a name, days are days and amounts are numbers', async () => {
  await aFewDays()
  const { bytes, name } = await bytesOf('csv')
  expect(name).toBe('和平新村社区2026-11 政府补助.csv')
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(bytes.toString()).toContain(",'=王建国,")
  const [, meals] = (await readExcelFile((await bytesOf('xlsx')).bytes)).map(({ data }) => data)
  const first = meals[1]
  expect([first[0] instanceof Date, first[3], typeof first[5], typeof first[10]]).toEqual([true, '=王建国', 'number', 'number'])
  expect((first[0] as unknown as Date).toISOString().slice(0, 10)).toBe('2026-11-21')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])('%s is carried as text', async text => {
  const meal = {
    order: 'o',
    eater: 'e',
    day: '2026-11-21',
    meal: 'lunch' as const,
    kitchen: text,
    name: text,
    door: text,
    why: text,
    total: 1200,
    own: 0,
    fen: 1200,
  }
  const row = (parse(Buffer.from(csvOf([meal], 'government')), { bom: true }) as string[][])[1]
  expect([row[2], row[3], row[6], row[7]].every(cell => /^[^=+\-@\t\r]/.test(cell))).toBe(true)
  const bytes = Buffer.from(await workbookOf([meal], [{ last: meal, meals: 1, total: 1200, fen: 1200 }], 'government'))
  const [people] = (await readExcelFile(bytes, { trim: false })).map(({ data }) => data)
  expect(people[1][0]).toBe(text)
})

test('an export is written down, and filed as a claim of the community', async () => {
  await aFewDays()
  const { file } = await bytesOf('csv')
  const audit = (await town.store.find('audit', { where: { chain: COMMUNITY }, order: ['at'], limit: 1000 })).items
  expect(audit.filter(one => one.operation === 'meals.claim_file')).toMatchObject([
    { ok: true, note: '2026-11 政府补助，5 餐', who: office.id },
  ])
  expect((await town.store.find('filings', { where: { file }, limit: 9 })).items).toMatchObject([{ kind: 'claim', division: COMMUNITY }])
})

test('with nothing to claim there is no file; from the street up a month has no persons', async () => {
  await expect(bytesOf('csv')).rejects.toMatchObject({ code: 'meals.nothing_to_claim' })
  const street = await town.as('street', '210102025')
  expect((await street.call('meals.statements', { community: COMMUNITY, month: '2026-11' })).bills).toEqual([])
})

test('somebody of the street who also cooks in one community sees no persons of another', async () => {
  await menuOn(town, kitchen, DAYS[0])
  await lunch(eaters[1], DAYS[0], true, 'bill')
  expect((await office.call('meals.statements', { community: COMMUNITY, month: '2026-11' })).bills).toHaveLength(1)
  const street = await town.as('street', '210102025')
  await town.store.load('memberships', [{ _id: 'both', account: street.id, role: 'kitchen', scope: '210102025014', since: '2020-01-01' }])
  const both = town.again(street.id)
  expect((await both.call('meals.statements', { community: COMMUNITY, month: '2026-11' })).bills).toEqual([])
})
