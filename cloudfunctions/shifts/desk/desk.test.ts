import { openTown, type Someone, type Town } from '../../_kit/testing'
import { deskShift, HERE, helperAt, hoursOf, signed, whole } from './town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-25T09:30' })
  office = await town.as('community', HERE)
})
afterEach(() => town.close())

let made = 0
const at = (name: string, more = {}) => helperAt(town, HERE, { _id: `v${++made}`, name, ...more })
const risks = () => office.call('shifts.at_risk', { community: HERE })
const calls = (shift: string, role = 'cook') => office.call('shifts.call_list', { shift, role })
const full = [{ id: 'cook', name: '主厨', need: 1 }]
const health = { id: 'p', kind: 'health' as const, shown: 1, confirmed: { at: 1, by: '' } }

test('a shift with an empty seat in the next three days is at risk, one further away or filled is not', async () => {
  await deskShift(town, HERE, { _id: 'soon', day: '2026-11-26' })
  await deskShift(town, HERE, { _id: 'far', day: '2026-11-29' })
  await signed(town, await deskShift(town, HERE, { _id: 'filled', day: '2026-11-26', roles: full }), await at('li'))
  await deskShift(town, HERE, { _id: 'gone', day: '2026-11-26', cancelled: { at: 1, by: '', why: '' } })
  const { items, shifts } = await risks()
  expect(shifts).toBe(2)
  expect(items.map(one => [one.shift, one.holes])).toEqual([['soon', 4]])
  expect(items[0].why.map(one => one.words)).toEqual(['主厨还缺 2 人', '切配还缺 2 人'])
  expect(items[0].todo.words).toContain('名单')
})

test('people who are unsure are named with why', async () => {
  const roles = [{ id: 'cook', name: '主厨', need: 5, paper: 'health' as const }]
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-26', roles })
  const good = { papers: [{ ...health, until: '2027-01-01' }] }
  await signed(town, shift, await at('请人顶', good), { cover: { at: 1, why: '看孙子' } })
  await signed(town, shift, await at('等点头', good), { state: 'asked' })
  await signed(town, shift, await at('没回话', good), { state: 'offered' })
  await signed(town, shift, await at('过期了', { papers: [{ ...health, until: '2026-11-25' }] }))
  await signed(town, shift, await at('常不来', { ...good, missed: ['2026-11-01', '2026-11-08'] }))
  const [risk] = (await risks()).items
  expect(risk.why.map(one => one.code).sort()).toEqual(['asked', 'cover', 'missed', 'offered', 'paper'])
  expect(risk.why.find(one => one.code === 'paper')?.words).toBe('过期了的健康证到那天不能用了')
  expect(risk.todo.what).toBe('answer')
})

test('who queues elsewhere and could take the hole is named, who could not is not', async () => {
  await deskShift(town, HERE, { _id: 'hole', day: '2026-11-27', roles: [{ ...full[0], skill: 'cook' }] })
  const busy = await deskShift(town, HERE, { _id: 'busy', day: '2026-11-26', roles: full })
  await signed(town, busy, await at('li'))
  await signed(town, busy, await at('会做饭', { skills: ['cook'] }), { state: 'waiting' })
  await signed(town, busy, await at('不会做', {}), { state: 'waiting' })
  const risk = (await risks()).items.find(one => one.shift === 'hole')
  expect(risk?.elsewhere.map(one => one.name)).toEqual(['会做饭'])
  expect(risk?.todo.words).toContain('1 位在别处排队')
})

test('the list to ring holds those who fit: free then first, of these the least recently asked', async () => {
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-26' })
  await at('刚问过', { times: ['4m'], askedAt: 900 })
  await at('很久没问', { times: ['4m'], askedAt: 100 })
  await at('没空', { askedAt: 0 })
  await signed(town, shift, await at('已经在'))
  const { people, holes } = await calls('a')
  expect(people.map(one => one.name)).toEqual(['很久没问', '刚问过', '没空'])
  expect(holes).toBe(1)
})

test('who does not fit is not on the list, only counted with why', async () => {
  const roles = [{ id: 'cook', name: '主厨', need: 2, paper: 'health' as const }]
  await deskShift(town, HERE, { _id: 'a', day: '2026-11-26', roles })
  await at('有证', { papers: [{ ...health, until: '2026-11-26' }] })
  await at('过期', { papers: [{ ...health, until: '2026-11-25' }] })
  await at('没证')
  await at('不想接', { papers: [health], mute: ['shortage'] })
  const { people, others } = await calls('a')
  expect(people.map(one => one.name)).toEqual(['有证'])
  expect(others).toEqual([
    { why: '没有要的证件，或者到那天过期', count: 2 },
    { why: '不想接缺人的电话', count: 1 },
  ])
})

test('whoever was rung goes to the end of the list with what they said, and counts as asked', async () => {
  await deskShift(town, HERE, { _id: 'a', day: '2026-11-26' })
  const { _id: account } = await at('甲')
  await at('乙')
  await office.call('shifts.rung', { shift: 'a', account, said: 'cannot' })
  const { people } = await calls('a')
  expect(people.map(one => [one.name, one.answer?.said])).toEqual([
    ['乙', undefined],
    ['甲', 'cannot'],
  ])
  expect(people[1].asked).toBe(town.now())
  await expect(office.call('shifts.rung', { shift: 'a', account: 'nobody', said: 'silent' })).rejects.toMatchObject({
    code: 'shifts.not_there',
  })
})

test('the sign-in sheet has everybody with a seat, masked numbers, and lines for whoever just comes', async () => {
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-26' })
  await signed(town, shift, await at('切菜的'), { role: 'cut' })
  await signed(town, shift, await at('做菜的'), { role: 'cook' })
  await signed(town, shift, await at('排队的'), { state: 'waiting' })
  const sheet = await office.call('shifts.sheet', { shift: 'a' })
  expect(sheet.rows).toEqual([
    { name: '做菜的', role: '主厨', phoneMask: '199****0001' },
    { name: '切菜的', role: '切配', phoneMask: '199****0001' },
  ])
  expect(sheet.blanks).toBeGreaterThanOrEqual(4)
})

test("a month's thank-you list says who helped how long, and only counts those who want no thanks", async () => {
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-20' })
  for (const [name, mute] of [
    ['孙桂英', []],
    ['张敏', ['thanks']],
  ] as const) {
    const helper = await at(name, { mute, minutes: 100 * 60, since: '2024-11-01' })
    await signed(town, shift, helper, whole(shift))
    await hoursOf(town, shift, helper._id, 120)
  }
  const list = await office.call('shifts.thank_list', { community: HERE, month: '2026-11' })
  expect(list).toMatchObject({ minutes: 240, unnamed: 1 })
  expect(list.people).toMatchObject([{ name: '孙桂英', minutes: 120, times: 1, stars: 1, years: 2 }])
})

test('a milestone is said once, at a decent hour, and never to who wants no thanks', async () => {
  const helper = { minutes: 120 * 60, since: '2023-11-02', lastOn: '2026-11-25' }
  const sun = await at('孙桂英', helper)
  const min = await at('张敏', { ...helper, mute: ['thanks'] })
  await at('太久没来', { ...helper, lastOn: '2026-09-01' })
  town.moveTo('2026-11-25T22:00')
  await town.tick()
  expect(await town.store.count('shift_thanks', { community: HERE })).toBe(0)
  for (const hour of ['08:00', '10:00', '12:00', '14:00']) {
    town.moveTo(`2026-11-26T${hour}`)
    await town.tick()
    await town.tick()
  }
  const thanks = await town.store.find('shift_thanks', { where: { community: HERE }, limit: 10 })
  expect(thanks.items.map(one => [one.account, one.words]).sort()).toEqual([
    [sun._id, '做志愿者满 3 年'],
    [sun._id, '满 100 小时，一星志愿者'],
    [min._id, '做志愿者满 3 年'],
    [min._id, '满 100 小时，一星志愿者'],
  ])
  expect(await town.store.count('notices', { account: sun._id })).toBe(2)
  expect(await town.store.count('notices', { account: min._id })).toBe(0)
})
