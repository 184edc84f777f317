import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { CheckDoc } from '../checks/docs'
import { COMMUNITY } from '../town'
import { type Carrying, carrying, handed, routeForm } from './town'

let town: Town
let it: Carrying
let volunteer: Someone
let other: Someone
let first: string
let second: string
let round: string

beforeEach(async () => {
  town = await openTown({ now: '2026-11-23T08:30' })
  it = await carrying(town, [routeForm('a', ['1', '2']), routeForm('b', ['3'])])
  volunteer = await town.as('volunteer', COMMUNITY, { name: '李娜' })
  other = await town.as('volunteer', COMMUNITY, { name: '赵强' })
  first = (await it.orders('1', '101', { name: '张桂兰' })).order
  second = (await it.orders('2', '201', { name: '王秀英' })).order
  await it.orders('3', '301')
  await it.make()
  round = it.round('a')
  await volunteer.call('meals.take_round', { round })
  town.moveTo('2026-11-23T11:20')
})
afterEach(() => town.close())

const hand = (who: Someone, order: string, form = handed(), more: { at?: number; round?: string; key?: string } = {}) =>
  who.call('meals.hand_over', { order, round: more.round ?? round, at: more.at ?? town.now(), form }, more.key ? { key: more.key } : {})
const checks = async () =>
  (await town.store.find<CheckDoc>('checks', { where: { community: COMMUNITY, open: true }, order: ['sort'], limit: 10 })).items

test('a volunteer sees their own round as neighbours do: how they are called, the door, the dishes; no number and no whole name', async () => {
  const { mine, free } = await volunteer.call('meals.my_rounds', {})
  expect(mine).toHaveLength(1)
  expect(mine[0].list.map(({ call, door, dishes, phone, cash }) => [call, door, dishes[0].name, phone, cash])).toEqual([
    ['张奶奶', '1号楼 1单元 101', '两荤一素套餐', true, 1200],
    ['王奶奶', '2号楼 1单元 201', '两荤一素套餐', true, 1200],
  ])
  expect(JSON.stringify(mine)).not.toMatch(/张桂兰|王秀英|138001/)
  expect(free.map(one => one.id)).toEqual([it.round('b')])
})

test('somebody else neither sees the round nor says anything of its stops', async () => {
  await expect(other.call('meals.round', { round })).rejects.toMatchObject({ code: 'meals.not_there' })
  await expect(hand(other, first)).rejects.toMatchObject({ code: 'meals.not_there' })
  await expect(other.call('meals.dial_stop', { order: first })).rejects.toMatchObject({ code: 'meals.not_there' })
  await expect(other.call('meals.take_round', { round })).rejects.toMatchObject({
    code: 'meals.round_taken',
    message: expect.stringContaining('李娜'),
  })
})

test('put into their hands: the order is taken, the till has its money, and sending it five times is once', async () => {
  const answers = []
  for (let i = 0; i < 5; i++) answers.push(await hand(volunteer, first, handed({ wellbeing: 'well' }), { key: 'stop-1' }))
  expect(new Set(answers.map(one => JSON.stringify(one))).size).toBe(1)
  expect(answers[0].words).toBe('李娜 11:20 交到手里')
  expect(await it.order(first)).toMatchObject({ state: 'taken', handed: { outcome: 'handed', by: '李娜' } })
  const ledger = await town.store.find('ledger', { where: { community: COMMUNITY, day: '2026-11-23' }, limit: 10 })
  expect(ledger.items.map(one => one.fen)).toEqual([1200])
})

test('what has been said once is corrected, not said again', async () => {
  await hand(volunteer, first)
  await expect(hand(volunteer, first)).rejects.toMatchObject({
    code: 'meals.already_taken',
    message: expect.stringContaining('李娜 11:20'),
  })
  const { version } = await it.order(first)
  await volunteer.call('meals.correct_hand', { order: first, version, form: handed({ outcome: 'left', with: '邻居' }) })
  expect(await it.order(first)).toMatchObject({ handed: { outcome: 'left', with: '邻居' }, before: [{ outcome: 'handed' }] })
  await expect(volunteer.call('meals.correct_hand', { order: first, version, form: handed() })).rejects.toMatchObject({
    code: 'meals.changed_meanwhile',
  })
  town.moveTo('2026-11-24T09:00')
  await expect(volunteer.call('meals.correct_hand', { order: first, version: version + 1, form: handed() })).rejects.toMatchObject({
    code: 'meals.too_late',
  })
})

test('nobody answers: a check opens at once; a second try that is answered ends it', async () => {
  await hand(volunteer, first, handed({ outcome: 'no_answer' }))
  expect(await checks()).toMatchObject([{ call: '张奶奶', meals: [{ order: first, why: 'no_answer' }] }])
  await expect(hand(volunteer, first, handed({ outcome: 'no_answer' }))).rejects.toMatchObject({ code: 'meals.already_said' })
  town.moveTo('2026-11-23T11:40')
  await hand(volunteer, first)
  expect(await checks()).toEqual([])
  expect(await it.order(first)).toMatchObject({ state: 'taken', before: [{ outcome: 'no_answer' }] })
})

test('somebody known to be in hospital is not looked for', async () => {
  const eater = first.split('|')[0]
  const away = { eater, home: COMMUNITY, from: '2026-11-20', why: 'hospital', words: '', by: '', at: town.now() }
  await town.store.load('aways', [{ _id: 'away', ...away }])
  await hand(volunteer, first, handed({ outcome: 'no_answer' }))
  expect(await checks()).toEqual([])
})

test('somebody does not look well: the meal is taken and a check opens', async () => {
  await hand(volunteer, first, handed({ wellbeing: 'worrying' }))
  expect(await checks()).toMatchObject([{ meals: [{ why: 'worrying' }] }])
  expect((await it.order(first)).state).toBe('taken')
})

test('a mistake found after the till was closed and banked opens the check all the same', async () => {
  await hand(volunteer, first)
  const { expected } = await it.kitchen.cook.call('meals.till', { kitchen: it.kitchen.id })
  await it.kitchen.cook.call('meals.close_till', { kitchen: it.kitchen.id, expected, counted: expected })
  const { version } = await it.order(first)
  await volunteer.call('meals.correct_hand', { order: first, version, form: handed({ outcome: 'no_answer' }) })
  expect(await checks()).toMatchObject([{ meals: [{ order: first, why: 'no_answer' }] }])
})

test('a hand-over that was a mistake takes its money back and opens the check', async () => {
  await hand(volunteer, first)
  await volunteer.call('meals.correct_hand', {
    order: first,
    version: (await it.order(first)).version,
    form: handed({ outcome: 'no_answer' }),
  })
  expect((await it.order(first)).state).toBe('failed')
  expect(await town.store.get('balances', `till:${it.kitchen.id}`)).toMatchObject({ fen: 0 })
  expect(await checks()).toHaveLength(1)
})

test('where it was left has to be said', async () => {
  await expect(hand(volunteer, first, handed({ outcome: 'left' }))).rejects.toMatchObject({ code: 'meals.no_words' })
})

test('cancelled meanwhile, moved to another round, a day late: taken all the same, and marked', async () => {
  const at = town.now()
  await it.clerk.call('meals.cancel', { eater: first.split('|')[0], order: first, why: '住院了' })
  expect((await hand(volunteer, first)).marks).toEqual(['cancelled'])
  expect((await it.order(first)).state).toBe('taken')
  await it.clerk.call('meals.move_stop', { order: second, to: it.round('b') })
  await other.call('meals.take_round', { round: it.round('b') })
  town.moveTo('2026-11-24T08:00')
  expect((await hand(volunteer, second, handed(), { at })).marks).toEqual(['moved', 'late'])
  expect(await it.order(second)).toMatchObject({ state: 'taken', handed: { at, by: '李娜' } })
})

test('who gave a round back still says what they did before', async () => {
  await volunteer.call('meals.release_round', { round, why: '腿疼' })
  await other.call('meals.take_round', { round })
  await hand(volunteer, first)
  await hand(other, second)
  const { rounds } = await it.kitchen.cook.call('meals.rounds', { kitchen: it.kitchen.id })
  expect(rounds.find(one => one.id === round)).toMatchObject({ done: 2, open: 0, volunteer: { name: '赵强' } })
})

test('a phone whose clock runs ahead by hours is put right, one a day ahead is told', async () => {
  await hand(volunteer, first, handed(), { at: town.now() + 3 * 3600_000 })
  expect((await it.order(first)).handed?.at).toBe(town.now())
  await expect(hand(volunteer, second, handed(), { at: town.now() + 25 * 3600_000 })).rejects.toMatchObject({ code: 'meals.in_the_future' })
})

test('no stop stays unresolved: closing names each door of which nothing was said', async () => {
  await hand(volunteer, first)
  await expect(volunteer.call('meals.close_round', { round })).rejects.toMatchObject({
    ...{ code: 'meals.stops_open', message: '还有 1 家没说怎么样：王奶奶（2号楼 1单元 201）。一家一家说完再收尾' },
  })
  await hand(volunteer, second, handed({ outcome: 'no_answer' }))
  await volunteer.call('meals.close_round', { round })
  await volunteer.call('meals.close_round', { round })
  await expect(volunteer.call('meals.release_round', { round, why: '累了' })).rejects.toMatchObject({ code: 'meals.round_closed' })
})

test('a number is opened at an open stop of today, written down, and not after it was handed over', async () => {
  expect(await volunteer.call('meals.dial_stop', { order: first })).toEqual({ number: '13800138000' })
  const trace = await town.store.find('audit', { where: { at: { gte: town.now() } }, limit: 10 })
  expect(trace.items).toMatchObject([{ operation: 'meals.dial_stop', target: first, ok: true }])
  await hand(volunteer, first)
  await expect(volunteer.call('meals.dial_stop', { order: first })).rejects.toMatchObject({ code: 'meals.not_there' })
})

test('a round that nobody has closed after the meal is told to the kitchen and the community, once', async () => {
  town.moveTo('2026-11-23T12:50')
  for (let i = 0; i < 3; i++) await town.tick()
  const notices = await it.kitchen.cook.call('notices.list', {})
  const told = notices.items.filter(one => one.title === '有一趟饭没送完')
  expect(told.map(one => one.body).sort()).toEqual([
    '1 号楼一线（李娜），饭点已经过了，还没有收尾',
    '3 号楼一线，没有人送，饭点已经过了，还没有收尾',
  ])
})
