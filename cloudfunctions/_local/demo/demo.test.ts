/** The demo community as a first visitor meets it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf, Name, OutputOf } from '@domain'
import { addDays, dayOf, weekdayOf } from '@domain/days'
import type { Opened } from '../house'
import { demoPeople, settleDemo } from '.'
import { chance } from './chance'
import { past } from './knocks'
import { checkDigit, draw } from './town'

const QUIET = { info() {}, warn() {}, error() {} }
let folder: string
let opened: Opened
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  opened = await settleDemo({ data: join(folder, 'data'), store: { file: join(folder, 'data/store.db') } }, QUIET)
}, 240_000)
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Enters as one of the demo people. */
async function enter(name: string) {
  const person = (await demoPeople(opened)).find(one => one.name === name)?.person
  const { body } = await opened.door.answer({ name: 'account.enter_demo', input: { person } })
  const { token, me } = (body as { ok: OutputOf<'account.enter_demo'> }).ok
  const call = async <N extends Name>(operation: N, input: InputOf<N>) => {
    const answer = (await opened.door.answer({ name: operation, input, token })).body
    if ('refused' in answer) throw new Error(answer.refused.code)
    return answer.ok as OutputOf<N>
  }
  return { me, call }
}

test('the grid worker is offered first, and finds a day of work with reasons', async () => {
  expect((await demoPeople(opened))[0].name).toBe('周敏')
  const { me, call } = await enter('周敏')
  const today = await call('visits.today', { grid: me.memberships[0].scope })
  expect(today.items.length).toBeGreaterThan(5)
  expect(today.items.length).toBeLessThan(25)
  expect(new Set(today.items.map(one => one.why)).size).toBeGreaterThan(4)
  expect(today.items.some(one => one.over > 0)).toBe(true)
  expect(today.items.some(one => one.last?.outcome === 'absent' && one.part)).toBe(true)
})

test('the office finds open matters, settled ones, and four grids with about 700 people', async () => {
  const { call } = await enter('刘芳')
  const matters = (settled: boolean) => call('visits.matters', { division: '210102025015', settled })
  const open = (await matters(false)).items
  expect(open.length).toBeGreaterThanOrEqual(5)
  expect(open.length).toBeLessThanOrEqual(8)
  expect(new Set(open.map(one => one.words)).size).toBe(open.length)
  expect(new Set(open.map(one => one.kind)).size).toBeGreaterThan(2)
  const settled = (await matters(true)).items
  expect(new Set([...open, ...settled].map(one => one.words)).size).toBeGreaterThanOrEqual(10)
  const grids = await call('people.grids', { community: '210102025015' })
  expect(grids.map(one => one.households)).toEqual([80, 80, 80, 80])
  expect(grids.reduce((sum, one) => sum + one.residents, 0)).toBeGreaterThan(600)
})

test('王大爷 is tied to his record, and his daughter is family by his consent', async () => {
  expect((await enter('王福来')).me.resident).toBeTruthy()
  expect((await enter('王秀兰')).me.memberships.map(one => one.role)).toEqual(['family'])
})

test('the trace of the months before is whole', async () => {
  const { call } = await enter('何伟')
  const { sealed } = await call('account.trace', { division: '210102025015' })
  expect(sealed).toMatchObject({ holds: true })
  expect(sealed.entries).toBeGreaterThan(1000)
})

test('nobody in it is real: the area of every ID number is unassigned, its check digit right, and every phone is nobody’s', () => {
  const people = draw().flatMap(home => home.people.map(one => one.form))
  expect(draw()).toEqual(draw())
  for (const { idNumber = '', phones, sex, born = '' } of people) {
    expect(idNumber).toMatch(/^219900/)
    expect(idNumber[17]).toBe(checkDigit(idNumber.slice(0, 17)))
    expect(idNumber.slice(6, 14)).toBe(born.replaceAll('-', ''))
    expect(Number(idNumber[16]) % 2).toBe(sex === 'male' ? 1 : 0)
    for (const phone of phones) expect(phone).toMatch(/^1990000\d{4}$/)
  }
  expect(new Set(people.map(one => one.idNumber)).size).toBe(people.length)
  expect(people.filter(one => one.born && one.born < '1936-11-21').length).toBeGreaterThan(2)
})

test('no knock lies in the future or before the community was registered', () => {
  const luck = chance(1)
  for (const every of [7, 14, 15, 30, 90, 180])
    for (let i = 0; i < 200; i++) for (const { ago } of past(every, luck)) expect(ago > 0 && ago < 150).toBe(true)
})

test('the kitchen lead finds this week’s menus published, with buns on Thursday, and the residents’ two kitchens and drop point', async () => {
  const { call } = await enter('张玉华')
  const kitchens = await call('meals.kitchens', { division: '210102025015' })
  expect(kitchens.map(one => one.name).sort()).toEqual(['9 号楼配送点', '南市长者食堂', '和平中央厨房', '妈妈厨房'])
  const kitchen = kitchens.find(one => one.name === '妈妈厨房')?.id ?? ''
  const menus = await call('meals.menus', { kitchen, from: dayOf(opened.house.now()), days: 7 })
  expect(menus.every(one => one.published)).toBe(true)
  const thursday = menus.find(one => one.meal === 'lunch' && weekdayOf(one.day) === 4)
  expect(thursday?.items.find(one => one.special)).toMatchObject({ name: '酸菜包子', special: '周四酸菜包子' })
})

describe('the kitchen is alive', () => {
  const COMMUNITY = '210102025015'
  const kitchenOf = async (call: Awaited<ReturnType<typeof enter>>['call']) =>
    (await call('meals.kitchens', { division: COMMUNITY })).find(one => one.name === '妈妈厨房')?.id ?? ''

  test('one meal was not taken, its check is climbing, and the one of some days ago has ended', async () => {
    const { call } = await enter('刘芳')
    const { items, now } = await call('meals.checks', { division: COMMUNITY, closed: false })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ fast: true, meals: [{ why: 'no_answer' }] })
    expect(now - items[0].since).toBeLessThan(20 * 60_000)
    expect(items[0].rungs.flatMap(rung => rung.steps.map(step => step.result))).toEqual(['no_answer', 'told'])
    expect((await call('meals.checks', { division: COMMUNITY, closed: true })).items).toHaveLength(1)
  })

  test('about forty old people have a standing order; today’s deliveries are in rounds that somebody carries', async () => {
    const { call } = await enter('张玉华')
    const kitchen = await kitchenOf(call)
    const { rounds, loose } = await call('meals.rounds', { kitchen, meal: 'lunch' })
    expect(rounds.length).toBeGreaterThanOrEqual(4)
    expect(rounds.every(round => round.volunteer)).toBe(true)
    expect(rounds.reduce((sum, round) => sum + round.stops, 0)).toBeGreaterThan(15)
    expect(loose).toEqual([])
  })

  test('王福来 has eaten here before: his usual is one tap away, and costs him less at 88', async () => {
    const { me, call } = await enter('王福来')
    const table = await call('meals.table', { eater: me.resident ?? '' })
    expect(table.usual?.words).toContain('套餐')
    expect(table.usual?.price).toMatchObject({ total: 1000, payers: { eater: 700 } })
    expect((await call('meals.orders', { eater: me.resident ?? '' })).items.length).toBeGreaterThan(5)
  })

  test('meals were rated, the month has a birthday party with guests, and prices have their rules', async () => {
    const { call } = await enter('张玉华')
    const kitchen = await kitchenOf(call)
    const today = dayOf(opened.house.now())
    const said = await call('meals.feedback', { kitchen, from: addDays(today, -9), days: 10 })
    expect(said.good).toBeGreaterThan(said.bad + said.fair)
    const party = await call('meals.party', { community: COMMUNITY, month: today.slice(0, 7) })
    expect(party.guests.length).toBeGreaterThan(3)
    expect((await call('meals.price_rules', { division: COMMUNITY, kitchen })).own.rules).toHaveLength(7)
  })
})

test.each(['2026-11-20T00:05', '2026-11-22T10:40', '2026-11-30T12:20', '2026-12-01T23:50'])(
  'whatever the hour, somebody is being looked for: at %s',
  async now => {
    const at = join(folder, now.replaceAll(':', ''))
    const other = await settleDemo({ data: at, store: { file: join(at, 'store.db') }, now }, QUIET)
    const open = await other.house.store.find('checks', { where: { open: true, community: '210102025015' }, limit: 10 })
    expect(open.items).toHaveLength(1)
    await other.close()
  },
  60_000,
)

describe('the volunteers are alive', () => {
  const COMMUNITY = '210102025015'

  test('the office sees a week of shifts with names, an empty seat today, and people who came before', async () => {
    const { call } = await enter('刘芳')
    const today = dayOf(opened.house.now())
    const board = await call('shifts.board', { community: COMMUNITY, week: today })
    const here = board.days.find(one => one.day === today)
    const lunch = here?.shifts.find(one => one.kind === 'kitchen')
    expect(lunch?.roles.map(one => [one.name, one.holes])).toEqual([
      ['主厨', 0],
      ['切配', 1],
      ['送餐前院', 0],
      ['送餐东院', 0],
    ])
    expect(board.sum.people).toBeGreaterThan(12)
    const month = await call('shifts.figures', { division: COMMUNITY, period: addDays(today, -1).slice(0, 7) })
    expect(month.sum.minutes).toBeGreaterThan(0)
    expect(month.kinds.map(one => one.name)).toContain('厨房')
  })

  test('孙桂英 is 67, a two-star volunteer with her hours and a certificate that anybody can verify', async () => {
    const { call, me } = await enter('孙桂英')
    expect(me.memberships.map(one => one.role)).toContain('volunteer')
    const { profile } = await call('shifts.my_profile', {})
    expect(profile).toMatchObject({ state: 'active', age: 67 })
    expect(profile?.minutes).toBeGreaterThan(300 * 60)
    const { items } = await call('shifts.my_certificates', {})
    expect(items).toHaveLength(1)
  })

  test('one health certificate ends soon, one has ended, and a shift of the next days has a queue', async () => {
    const { call } = await enter('刘芳')
    const names = async (state: 'soon' | 'expired') =>
      (await call('shifts.papers', { community: COMMUNITY, state })).items.map(one => one.name)
    expect([await names('soon'), await names('expired')]).toEqual([['马凤兰'], ['宋秀华']])
    const { items } = await call('shifts.at_risk', { community: COMMUNITY })
    expect(items.flatMap(one => one.why.map(it => it.code))).toEqual(expect.arrayContaining(['cover']))
  })

  test('seats and sign-ups agree everywhere, and nobody is in two shifts at once', async () => {
    const { store } = opened.house
    const where = { community: COMMUNITY, day: { gte: '2000-01-01' } }
    const { items } = await store.find<{
      _id: string
      shift: string
      role: string
      state: string
      account: string
      from: number
      to: number
    }>('signups', {
      where,
      limit: 1000,
    })
    const held = items.filter(one => ['on', 'asked', 'offered'].includes(one.state))
    for (const seats of (
      await Promise.all([...new Set(items.map(one => one.shift))].map(shift => store.find('seats', { where: { shift }, limit: 20 })))
    ).flatMap(page => page.items))
      expect(Number(seats.need) - Number(seats.left)).toBe(held.filter(one => one.shift === seats.shift && one.role === seats.role).length)
    for (const one of held)
      expect(held.some(other => other !== one && other.account === one.account && other.from < one.to && one.from < other.to)).toBe(false)
  })
})
