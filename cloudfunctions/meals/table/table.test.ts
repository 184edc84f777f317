import { openTown, type Someone, type Town } from '../../_kit/testing'
import { carrying, routeForm } from '../rounds/town'
import { COMMUNITY, daughterOf, eaterIn, GRID, kitchenIn, type TestEater } from '../town'
import { takenOrder } from './world'

let town: Town
let cook: Someone
let kitchen: string
let zhang: TestEater
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T12:30' })
  const made = await kitchenIn(town)
  kitchen = made.id
  cook = made.cook
  zhang = await eaterIn(town)
})
afterEach(() => town.close())

const DAY = '2026-11-21'
async function took(day = DAY, more: Parameters<typeof takenOrder>[1] = {}) {
  const order = takenOrder({ eater: zhang.id, kitchen, home: GRID, day }, more)
  await town.store.load('orders', [order])
  return order._id
}
const say = (who: Someone, order: string, stars: 'good' | 'fair' | 'bad', reasons: ('cold' | 'salty')[] = []) =>
  who.call('meals.rate', { eater: zhang.id, order, form: { stars, reasons } })
const heard = () => cook.call('meals.feedback', { kitchen, from: '2026-11-16', days: 7 })

describe('how a meal was', () => {
  test('one tap is enough, and the kitchen reads it', async () => {
    await say(zhang.me, await took(), 'good')
    expect((await zhang.me.call('meals.orders', { eater: zhang.id })).items).toMatchObject([{ rated: 'good' }])
    expect(await heard()).toMatchObject({ taken: 1, good: 1, bad: 0, items: [{ call: '张奶奶', stars: 'good', attend: false }] })
  })
  test('the daughter may say it, and the kitchen sees that it was she', async () => {
    const daughter = await daughterOf(town, zhang)
    await say(daughter, await took(), 'fair', ['salty'])
    expect((await heard()).items).toMatchObject([{ by: '王秀兰', reasons: ['salty'] }])
  })
  test('it may be changed for three days after the meal, and then no more', async () => {
    const order = await took()
    town.moveTo('2026-11-24T23:59')
    await say(zhang.me, order, 'bad', ['salty'])
    expect((await say(zhang.me, order, 'good')).until).toBe(Date.parse('2026-11-25T00:00:00+08:00'))
    expect(await heard()).toMatchObject({ good: 1, bad: 0 })
    town.moveTo('2026-11-25T00:00')
    await expect(say(zhang.me, order, 'bad')).rejects.toMatchObject({ code: 'meals.too_late' })
  })
  test('only a meal that was taken can be rated', async () => {
    for (const state of ['open', 'failed', 'missed', 'cancelled', 'explained'] as const) {
      const order = await took(DAY, { state })
      await expect(say(zhang.me, order, 'good')).rejects.toMatchObject({ code: 'meals.not_taken' })
    }
  })
  test("nobody rates somebody else's meal", async () => {
    const order = await took()
    const li = await eaterIn(town, GRID, { name: '李秀英' })
    await expect(say(li.me, order, 'bad')).rejects.toMatchObject({ code: 'meals.not_there' })
    const form = { stars: 'bad' as const, reasons: [] }
    await expect(li.me.call('meals.rate', { eater: li.id, order, form })).rejects.toMatchObject({ code: 'meals.not_there' })
  })
  test('a cold meal is told to the kitchen once; a salty one waits for the week’s talk', async () => {
    const order = await took()
    await say(zhang.me, order, 'bad')
    await say(zhang.me, order, 'bad', ['salty'])
    await town.tick()
    expect((await cook.call('notices.list', {})).items).toEqual([])
    await say(zhang.me, order, 'bad', ['cold', 'salty'])
    await say(zhang.me, order, 'bad', ['cold'])
    await town.tick()
    const { items } = await cook.call('notices.list', {})
    expect(items.map(one => one.title)).toEqual(['有一顿饭没让人满意'])
    expect(items[0].body).toContain('凉了、太咸')
    expect((await heard()).items[0].attend).toBe(true)
  })
})

describe('notes about somebody', () => {
  const note = { kind: 'door' as const, alert: false, words: '门铃坏了，敲门' }
  const notes = (who: Someone, over = false) => who.call('meals.notes', { community: COMMUNITY, over })
  test('alerts stand first, then what one has not read, each for their own', async () => {
    const office = await town.as('community', COMMUNITY, { name: '刘芳' })
    const { id: first } = await office.call('meals.add_note', { eater: zhang.id, form: note })
    town.moveTo('2026-11-21T12:31')
    await office.call('meals.add_note', { eater: zhang.id, form: { ...note, words: '爱吃软的' } })
    town.moveTo('2026-11-21T12:32')
    await office.call('meals.add_note', { eater: zhang.id, form: { ...note, alert: true, words: '刚出院' } })
    expect((await notes(cook)).items.map(one => [one.words, one.read])).toEqual([
      ['刚出院', false],
      ['爱吃软的', false],
      ['门铃坏了，敲门', false],
    ])
    expect((await notes(office)).items.every(one => one.read)).toBe(true)
    const [, soft] = (await notes(cook)).items
    await cook.call('meals.read_note', { note: soft.id })
    expect((await notes(cook)).items.map(one => one.words)).toEqual(['刚出院', '门铃坏了，敲门', '爱吃软的'])
    await cook.call('meals.end_note', { note: first })
    expect((await notes(cook)).items.map(one => one.words)).toEqual(['刚出院', '爱吃软的'])
    expect((await notes(cook, true)).items.map(one => one.words)).toEqual(['门铃坏了，敲门'])
  })
  test('a note holds through its last day and is then put away by itself', async () => {
    await cook.call('meals.add_note', { eater: zhang.id, form: { ...note, until: '2026-11-22' } })
    await expect(cook.call('meals.add_note', { eater: zhang.id, form: { ...note, until: '2026-11-20' } })).rejects.toMatchObject({
      code: 'meals.dates_wrong',
    })
    town.moveTo('2026-11-22T23:00')
    await town.tick()
    expect((await notes(cook)).items).toMatchObject([{ over: false }])
    town.moveTo('2026-11-23T09:00')
    expect((await notes(cook)).items).toMatchObject([{ over: true }])
    await town.tick()
    expect((await notes(cook)).items).toEqual([])
  })
  test('a grid worker sees those of their grid, the neighbour community none', async () => {
    await cook.call('meals.add_note', { eater: zhang.id, form: note })
    const own = await town.as('grid', GRID)
    const beside = await town.as('grid', '210102025015002')
    expect((await notes(own)).items).toHaveLength(1)
    expect((await notes(beside)).items).toEqual([])
  })
})

describe('donations', () => {
  const give = (more: object) => cook.call('meals.donate', { form: { kitchen, day: DAY, ...more } })
  const month = { community: COMMUNITY, month: '2026-11' }
  const account = async () => (await town.store.get<{ _id: string; fen: number }>('balances', `gift:${kitchen}`))?.fen ?? 0

  test('money is in the books and on the public list; who wants no name is a kind heart', async () => {
    await give({ money: 20_000, who: '李建国', thanks: '谢谢李师傅' })
    await give({ money: 5_000 })
    expect(await account()).toBe(25_000)
    expect((await cook.call('meals.donations', month)).money).toBe(25_000)
    expect((await zhang.me.call('meals.thanks', month)).map(one => [one.who, one.what])).toEqual(
      expect.arrayContaining([
        ['李建国', '200 元'],
        ['一位好心人', '50 元'],
      ]),
    )
  })
  test('a donation recorded wrongly is taken out again, stays on record, and leaves the public list', async () => {
    const { id } = await give({ money: 20_000 })
    await cook.call('meals.take_back_donation', { donation: id, why: '记重了' })
    expect(await account()).toBe(0)
    await expect(cook.call('meals.take_back_donation', { donation: id, why: '再来' })).rejects.toMatchObject({
      code: 'meals.already_settled',
    })
    const { money, items } = await cook.call('meals.donations', month)
    expect([money, items]).toMatchObject([0, [{ takenBack: { why: '记重了' } }]])
    expect(await zhang.me.call('meals.thanks', month)).toEqual([])
  })
  test('goods lie in the stock with the day they expire, in its own unit; taken back, they are gone again', async () => {
    const goods = { item: '大米', quantity: 50, unit: 'jin' as const, expiry: '2027-05-01' }
    const { id } = await give({ goods, who: '李建国' })
    const { items, moves } = await cook.call('meals.stock', { kitchen })
    expect(items).toMatchObject([{ ingredient: '大米', unit: 'g', amount: 25_000, expires: '2027-05-01' }])
    expect(moves).toMatchObject([{ why: 'donated', by: 25_000, words: '李建国送的' }])
    await cook.call('meals.take_back_donation', { donation: id, why: '记重了' })
    const after = await cook.call('meals.stock', { kitchen })
    expect([after.items, after.moves.map(one => one.by).sort()]).toEqual([[], [-25_000, 25_000]])
  })
  test('money and goods are written down apart, and nothing is received tomorrow', async () => {
    const goods = { item: '大米', quantity: 50, unit: 'jin' as const }
    await expect(give({})).rejects.toMatchObject({ code: 'meals.donation_empty' })
    await expect(give({ money: 100, goods })).rejects.toMatchObject({ code: 'meals.donation_empty' })
    await expect(cook.call('meals.donate', { form: { kitchen, day: '2026-11-22', goods } })).rejects.toMatchObject({
      code: 'meals.dates_wrong',
    })
    await give({ goods })
    expect((await zhang.me.call('meals.thanks', month)).map(one => one.what)).toEqual(['大米 50 斤'])
  })
})

test('a carrier reads the alerts about the door until their last day, and nothing about health', async () => {
  town.moveTo('2026-11-22T09:00')
  const clerk = await town.as('community', COMMUNITY)
  const { kitchen: other, clerk: office, ...carried } = await carrying(town, [routeForm('east', ['7'])])
  const { eater } = await carried.orders('7', '101')
  const alert = { alert: true, until: '2026-11-22' }
  await clerk.call('meals.add_note', { eater: eater.id, form: { ...alert, kind: 'door', words: '门铃坏了，敲门' } })
  await clerk.call('meals.add_note', { eater: eater.id, form: { ...alert, kind: 'health', words: '刚出院' } })
  await clerk.call('meals.add_note', { eater: eater.id, form: { alert: false, kind: 'door', words: '爱聊两句' } })
  town.moveTo('2026-11-22T09:35')
  await carried.make()
  const { list } = await office.call('meals.round', { round: carried.round('east') })
  expect([other.community, list.map(one => one.alert)]).toEqual([COMMUNITY, ['门铃坏了，敲门']])
})
