import { rulesOf } from '@domain/meals/canteens'
import type { Rule } from '@domain/meals/contract/prices'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, eaterIn, kitchenIn, menuOn, type TestKitchen } from '../town'

const RULES = rulesOf([
  { ages: '60-79', off: 1 },
  { ages: '90+', free: true },
  { categories: ['低保'], fixed: 6 },
])
let town: Town
let office: Someone
let kitchen: TestKitchen
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T08:00' })
  kitchen = await kitchenIn(town)
  office = await town.as('community', COMMUNITY, { name: '王社区' })
})
afterEach(() => town.close())

const save = (rules: Rule[], version = 0, more: { division?: string; kitchen?: string } = {}, by = office) =>
  by.call('meals.save_rules', { division: COMMUNITY, ...more, version, rules })
const priceOn = async (eater: { id: string; me: Someone }, day: string, dish: 'set' | 'main' = 'set') => {
  const lines = [{ dish: kitchen.dishes[dish], quantity: 1 }]
  const form = { kitchen: kitchen.id, day, meal: 'lunch' as const, lines, way: 'pickup' as const, pay: 'cash' as const }
  return (await eater.me.call('meals.quote', { eater: eater.id, form })).price
}

test('rules are saved with their gaps in words, and every version stays', async () => {
  const { findings, version } = await save(RULES)
  expect([findings, version]).toEqual([
    [
      { kind: 'gap', words: '80 到 89 岁没有规则，按原价' },
      { kind: 'worse', words: '低保，90 岁以上是“每餐 6 元”，同龄的别人是“免费”，反而要多付' },
    ],
    1,
  ])
  await save([...RULES, ...rulesOf([{ ages: '80-89', off: 3 }]).map(rule => ({ ...rule, id: 'more' }))], 1)
  const { own, editable } = await office.call('meals.price_rules', { division: COMMUNITY })
  expect([own.version, own.findings.map(one => one.kind), own.rules[0].words.who, editable]).toEqual([
    2,
    ['worse', 'worse'],
    '60 到 79 岁',
    true,
  ])
  expect(own.findings[0].words).toBe('低保，80 到 89 岁是“每餐 6 元”，同龄的别人是“便宜 3 元”，反而要多付（比如 8 元的餐）')
  const history = await office.call('meals.rules_history', { division: COMMUNITY })
  expect(history.map(one => [one.version, one.by, one.rules.length])).toEqual([
    [2, '王社区', 4],
    [1, '王社区', 3],
  ])
})

test('two people saving over each other are told; the wrong way round is refused', async () => {
  await save(RULES)
  await expect(save(RULES)).rejects.toMatchObject({ code: 'meals.changed_meanwhile' })
  await expect(save([{ ...RULES[0], ages: { from: 80, to: 60 } }], 1)).rejects.toMatchObject({
    code: 'meals.rules_wrong',
    at: 'rules.0.ages',
  })
  await expect(save([RULES[0], RULES[0]], 1)).rejects.toMatchObject({ code: 'meals.rules_wrong' })
})

test("a kitchen's own rules come before its community's, those before the district's; none of its own is the wider ones again", async () => {
  const district = await town.as('district', '210102', { name: '区里的人' })
  const eater = await eaterIn(town, undefined, { born: '1950-01-01' })
  expect(await priceOn(eater, '2026-11-21').catch(({ code }) => code)).toBe('meals.not_on_menu')
  await menuOn(town, kitchen)
  const pays = async () => (await priceOn(eater, '2026-11-21')).payers.eater
  expect(await pays()).toBe(1200)
  await save(rulesOf([{ ages: '60+', off: 2 }]), 0, { division: '210102' }, district)
  expect(await pays()).toBe(1000)
  await save(rulesOf([{ ages: '60+', off: 3 }]))
  expect(await pays()).toBe(900)
  await save(rulesOf([{ ages: '60+', off: 4 }]), 0, { kitchen: kitchen.id })
  expect(await pays()).toBe(800)
  await save([], 1, { kitchen: kitchen.id })
  expect(await pays()).toBe(900)
  const seen = await office.call('meals.price_rules', { division: COMMUNITY, kitchen: kitchen.id })
  expect([seen.own.rules.length, seen.inherited?.name]).toEqual([0, '和平新村社区'])
})

test('a birthday tomorrow changes tomorrow’s price', async () => {
  await save(RULES)
  for (const day of ['2026-11-21', '2026-11-22']) await menuOn(town, kitchen, day)
  const eater = await eaterIn(town, undefined, { born: '1936-11-22' })
  expect((await priceOn(eater, '2026-11-21')).why).toBe('没有优惠')
  expect(await priceOn(eater, '2026-11-22')).toMatchObject({ payers: { eater: 0, government: 1200 }, why: '90 岁以上免费' })
})

test('a category holds from its day to its day', async () => {
  await save(RULES)
  for (const day of ['2026-11-21', '2026-11-22']) await menuOn(town, kitchen, day)
  const eater = await eaterIn(town, undefined, { born: '1946-05-01' })
  await office.call('people.set_tag', { resident: eater.id, tag: 'low_income', since: '2026-11-01' })
  await office.call('people.end_tag', { resident: eater.id, tag: 'low_income', on: '2026-11-21' })
  expect([(await priceOn(eater, '2026-11-21')).why, (await priceOn(eater, '2026-11-22')).why]).toEqual(['低保，每餐 6 元', '没有优惠'])
})

test('a rule set is tried on an age or on somebody without being saved', async () => {
  const eater = await eaterIn(town, undefined, { born: '1950-01-01', tags: ['low_income', 'alone'] })
  const asked = { division: COMMUNITY, rules: RULES, price: 1200, way: 'eatin' as const }
  const anybody = { kind: 'anybody' as const, age: 76, categories: ['low_income'] }
  expect(await office.call('meals.try_rules', { ...asked, who: anybody })).toMatchObject({
    price: { payers: { eater: 600 } },
    who: '76 岁、低保',
  })
  const who = { kind: 'resident' as const, resident: eater.id }
  // living alone is no business of these rules
  expect(await office.call('meals.try_rules', { ...asked, who })).toMatchObject({ price: { payers: { eater: 600 } }, who: '76 岁、低保' })
  expect((await office.call('meals.price_rules', { division: COMMUNITY })).own.version).toBe(0)
  const street = await town.as('street', '210102025')
  await expect(street.call('meals.try_rules', { ...asked, who })).rejects.toMatchObject({ code: 'meals.not_there' })
})

test('somebody who died or moved away gets nothing off', async () => {
  await save(RULES)
  const eater = await eaterIn(town, undefined, { born: '1930-01-01' })
  await office.call('people.end_resident', { resident: eater.id, why: 'deceased', on: '2026-11-20' })
  const who = { kind: 'resident' as const, resident: eater.id }
  const { price } = await office.call('meals.try_rules', { division: COMMUNITY, who, price: 1200, way: 'delivery' })
  expect(price).toMatchObject({ payers: { eater: 1200 }, why: '已经不在册，没有优惠' })
})

test('somebody of the street who also cooks in one community tries rules on nobody of another', async () => {
  await save(RULES)
  const eater = await eaterIn(town)
  const street = await town.as('street', '210102025')
  await town.store.load('memberships', [{ _id: 'both', account: street.id, role: 'kitchen', scope: '210102025014', since: '2020-01-01' }])
  const asked = { division: COMMUNITY, who: { kind: 'resident' as const, resident: eater.id }, price: 1200, way: 'pickup' as const }
  await expect(town.again(street.id).call('meals.try_rules', asked)).rejects.toMatchObject({ code: 'meals.not_there' })
  expect((await office.call('meals.try_rules', asked)).who).toContain('80 岁')
})
