import type { MembershipDoc } from '../../_kit/identity'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, daughterOf, eaterIn, GRID, kitchenIn } from '../town'
import { takenOrder } from './world'

let town: Town
let cook: Someone
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  cook = await town.as('kitchen', COMMUNITY, { name: '张玉华' })
  office = await town.as('community', COMMUNITY, { name: '刘芳' })
})
afterEach(() => town.close())

const FORM = { day: '2026-11-28', from: '10:00', place: '活动室', helpers: 2 }
const look = (month = '2026-11') => cook.call('meals.party', { community: COMMUNITY, month })
const names = async (month?: string) => (await look(month)).birthdays.map(one => one.call)
const PARTY = `${COMMUNITY}|2026-11`
async function invited(...eaters: string[]) {
  await cook.call('meals.set_party', { community: COMMUNITY, month: '2026-11', version: 0, form: FORM })
  await cook.call('meals.invite', { party: PARTY, eaters })
}

test("a month's birthday people are all residents from 60 on, in order of their days, with the age they reach", async () => {
  await eaterIn(town, GRID, { name: '张桂兰', born: '1946-11-30' })
  await eaterIn(town, GRID, { name: '李德福', sex: 'male', born: '1938-11-02' })
  await eaterIn(town, GRID, { name: '王小明', sex: 'male', born: '1990-11-05' })
  await eaterIn(town, GRID, { name: '赵秀英', born: '1950-10-31' })
  const { birthdays } = await look()
  expect(birthdays).toMatchObject([
    { call: '李爷爷', day: '2026-11-02', words: '11月2日', age: 88, invited: false },
    { call: '张奶奶', day: '2026-11-30', words: '11月30日', age: 80 },
  ])
})

test('who turns 60 this very month is among them, who turns 60 next month is not yet', async () => {
  await eaterIn(town, GRID, { name: '钱丽', born: '1966-11-29' })
  await eaterIn(town, GRID, { name: '孙丽', born: '1966-12-01' })
  expect(await names()).toEqual(['钱大娘'])
})

test('a younger one who eats with the kitchen is among them too', async () => {
  const kitchen = await kitchenIn(town)
  const young = await eaterIn(town, GRID, { name: '周强', sex: 'male', born: '1980-11-11' })
  expect(await names()).toEqual([])
  await town.store.load('orders', [takenOrder({ eater: young.id, kitchen: kitchen.id, home: GRID, day: '2026-11-20' })])
  expect((await look()).birthdays).toMatchObject([{ call: '周先生', eats: true, age: 46 }])
})

test('somebody from another community who eats here is among them and can be invited; somebody who does not is not there', async () => {
  const kitchen = await kitchenIn(town)
  const guest = await eaterIn(town, '210102025014001', { name: '郑秀云', born: '1944-11-09' })
  const stranger = await eaterIn(town, '210102025014001', { name: '冯淑芬', born: '1944-11-09' })
  await town.store.load('orders', [
    { ...takenOrder({ eater: guest.id, kitchen: kitchen.id, home: GRID, day: '2026-11-20' }), home: '210102025014001' },
  ])
  expect(await names()).toEqual(['郑奶奶'])
  await invited(guest.id)
  await expect(cook.call('meals.invite', { party: PARTY, eaters: [stranger.id] })).rejects.toMatchObject({ code: 'meals.not_there' })
})

test('a lunar birthday somebody chose is kept instead of the registered one, and moves from year to year', async () => {
  const zhang = await eaterIn(town, GRID, { born: '1946-05-01' })
  await zhang.me.call('meals.set_birthday', { eater: zhang.id, birthday: { calendar: 'lunar', month: 10, day: 5 } })
  expect((await look()).birthdays).toMatchObject([{ day: '2026-11-13', words: '农历十月初五' }])
  expect(await names('2026-05')).toEqual([])
  expect(await names('2027-11')).toEqual(['张奶奶'])
  expect((await look('2027-11')).birthdays[0].day).toBe('2027-11-02')
  await zhang.me.call('meals.set_birthday', { eater: zhang.id })
  expect(await names()).toEqual([])
  expect(await names('2026-05')).toEqual(['张奶奶'])
})

test('a day no calendar has is refused', async () => {
  const zhang = await eaterIn(town)
  for (const birthday of [
    { calendar: 'solar' as const, month: 2, day: 30 },
    { calendar: 'lunar' as const, month: 1, day: 31 },
    { calendar: 'solar' as const, month: 6, day: 1, leap: true },
  ])
    await expect(zhang.me.call('meals.set_birthday', { eater: zhang.id, birthday })).rejects.toMatchObject({ code: 'meals.no_such_day' })
})

test('who died or moved away is on no list, not even when they had been invited', async () => {
  const [zhang, li] = [await eaterIn(town, GRID, { born: '1946-11-30' }), await eaterIn(town, GRID, { name: '李秀英', born: '1946-11-03' })]
  await invited(zhang.id, li.id)
  await office.call('people.end_resident', { resident: zhang.id, on: '2026-11-20', why: 'deceased' })
  const seen = await look()
  expect(seen.birthdays.map(one => one.call)).toEqual(['李奶奶'])
  expect(seen.guests.map(one => one.call)).toEqual(['李奶奶'])
  expect(seen.party?.most.heads).toBe(3)
  await expect(cook.call('meals.invite', { party: PARTY, eaters: [zhang.id] })).rejects.toMatchObject({ code: 'meals.gone' })
})

test('the age and the cakes are the community’s to set', async () => {
  await eaterIn(town, GRID, { born: '1962-11-30' })
  await office.call('meals.set_party_rules', { community: COMMUNITY, rules: { age: 70, cakes: [{ name: '12 寸', heads: 10 }] } })
  expect(await names()).toEqual([])
  await expect(
    cook.call('meals.set_party_rules', { community: COMMUNITY, rules: { age: 50, cakes: [{ name: '8 寸', heads: 8 }] } }),
  ).rejects.toMatchObject({ code: 'call.not_there' })
})

test('an invitation reaches the one invited and who acts for them, once, however often it is sent', async () => {
  const zhang = await eaterIn(town, GRID, { born: '1946-11-30' })
  await daughterOf(town, zhang)
  // the consent makes the carer's own account
  await town.tick()
  const { items } = await town.store.find<MembershipDoc>('memberships', { where: { scope: COMMUNITY }, limit: 100 })
  const daughter = town.again(items.find(one => one._id.startsWith('family|'))?.account ?? '')
  await invited(zhang.id)
  await cook.call('meals.invite', { party: PARTY, eaters: [zhang.id, zhang.id] })
  await town.tick()
  await town.tick()
  const [own, hers] = [await zhang.me.call('notices.list', {}), await daughter.call('notices.list', {})]
  expect(own.items.map(one => one.title)).toEqual(['请您来过集体生日'])
  expect(own.items[0].body).toContain('11月28日 周六 10:00，在活动室')
  expect(hers.items.map(one => one.title)).toContain('张奶奶：请您来过集体生日')
})

test('who comes, who brings somebody and who wants to be fetched decide the cakes; who cannot come does not', async () => {
  const eaters = [await eaterIn(town), await eaterIn(town, GRID, { name: '李秀英' }), await eaterIn(town, GRID, { name: '赵秀英' })]
  await invited(...eaters.map(one => one.id))
  expect((await look()).party).toMatchObject({ heads: 0, cakes: [], most: { heads: 5, cakes: [{ name: '8 寸', count: 1 }] } })
  const daughter = await daughterOf(town, eaters[0])
  await daughter.call('meals.answer_party', { eater: eaters[0].id, party: PARTY, answer: 'fetch', companions: 4 })
  await eaters[1].me.call('meals.answer_party', { eater: eaters[1].id, party: PARTY, answer: 'coming', companions: 1 })
  await eaters[2].me.call('meals.answer_party', { eater: eaters[2].id, party: PARTY, answer: 'cannot', companions: 3 })
  expect((await look()).party).toMatchObject({ heads: 9, cakes: [{ name: '10 寸', count: 1 }], most: { heads: 9 } })
  expect(await eaters[1].me.call('meals.parties', { eater: eaters[1].id })).toMatchObject([{ answer: 'coming', place: '活动室' }])
})

test('nobody answers for somebody else, nor somebody who was not invited', async () => {
  const [zhang, li] = [await eaterIn(town), await eaterIn(town, GRID, { name: '李秀英' })]
  await invited(zhang.id)
  const answer = { party: PARTY, answer: 'coming' as const, companions: 0 }
  await expect(li.me.call('meals.answer_party', { eater: zhang.id, ...answer })).rejects.toMatchObject({ code: 'meals.not_there' })
  await expect(li.me.call('meals.answer_party', { eater: li.id, ...answer })).rejects.toMatchObject({ code: 'meals.not_there' })
})

test('a wrong tick of the roll is taken back by another', async () => {
  const zhang = await eaterIn(town)
  await invited(zhang.id)
  await cook.call('meals.attend', { party: PARTY, eater: zhang.id, came: true })
  expect((await look()).guests[0].came).toBe(true)
  await cook.call('meals.attend', { party: PARTY, eater: zhang.id, came: false })
  expect((await look()).guests[0].came).toBe(false)
})

test('another day, or none after all, is told to everybody but those who cannot come', async () => {
  const [zhang, li] = [await eaterIn(town), await eaterIn(town, GRID, { name: '李秀英' })]
  await invited(zhang.id, li.id)
  await li.me.call('meals.answer_party', { eater: li.id, party: PARTY, answer: 'cannot', companions: 0 })
  await cook.call('meals.set_party', { community: COMMUNITY, month: '2026-11', version: 1, form: { ...FORM, day: '2026-11-29' } })
  expect(await zhang.me.call('meals.parties', { eater: zhang.id })).toMatchObject([{ day: '2026-11-29' }])
  await office.call('meals.cancel_party', { party: PARTY, why: '下大雪' })
  await town.tick()
  const titles = async (who: Someone) => (await who.call('notices.list', {})).items.map(one => one.title).sort()
  expect(await titles(zhang.me)).toEqual(['生日会不办了', '生日会改了', '请您来过集体生日'])
  expect(await titles(li.me)).toEqual(['请您来过集体生日'])
  expect(await zhang.me.call('meals.parties', { eater: zhang.id })).toEqual([])
  const late = { eater: zhang.id, party: PARTY, answer: 'coming' as const, companions: 0 }
  await expect(zhang.me.call('meals.answer_party', late)).rejects.toMatchObject({ code: 'meals.too_late' })
})

test('a party is in its month, not in the past, and nobody overwrites what somebody else has just set', async () => {
  const set = (day: string, version = 0) =>
    cook.call('meals.set_party', { community: COMMUNITY, month: '2026-11', version, form: { ...FORM, day } })
  await expect(set('2026-11-20')).rejects.toMatchObject({ code: 'meals.dates_wrong' })
  await expect(set('2026-12-01')).rejects.toMatchObject({ code: 'meals.dates_wrong' })
  await set('2026-11-28')
  await expect(set('2026-11-29')).rejects.toMatchObject({ code: 'meals.changed_meanwhile' })
})

test('on the day itself the table says so, and on no other', async () => {
  const zhang = await eaterIn(town, GRID, { born: '1946-11-21' })
  expect((await zhang.me.call('meals.table', { eater: zhang.id })).greeting).toContain('80 岁生日')
  expect((await zhang.me.call('meals.birthday', { eater: zhang.id })).greeting).toBe('今天是您 80 岁生日，祝您健康长寿、天天有好胃口')
  town.moveTo('2026-11-22T09:00')
  expect(await zhang.me.call('meals.birthday', { eater: zhang.id })).toMatchObject({ next: '2027-11-21', words: '11月21日', chosen: false })
  expect((await zhang.me.call('meals.birthday', { eater: zhang.id })).greeting).toBeUndefined()
})
