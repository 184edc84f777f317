import { openTown, type Someone, type Town } from '../../_kit/testing'
import { deskShift, HERE, helperAt, signed } from './town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-25T09:30' })
  office = await town.as('community', HERE)
})
afterEach(() => town.close())

const board = (who = office) => who.call('shifts.board', { community: HERE, week: '2026-11-25' })
const at = (_id: string, name = _id) => helperAt(town, HERE, { _id, name })
const mark = (moment: string) => ({ at: Date.parse(`${moment}+08:00`), how: 'tap' as const, by: '' })

test('the board shows a week with who is where, and the seats nobody has', async () => {
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-26' })
  await signed(town, shift, await at('li', '李娜'))
  await signed(town, shift, await at('zhao', '赵敏'), { state: 'waiting' })
  const seen = await board()
  expect(seen.monday).toBe('2026-11-23')
  expect(seen.days[3]).toMatchObject({ day: '2026-11-26', need: 4, holes: 3 })
  const [cook] = seen.days[3].shifts[0].roles
  expect(cook).toMatchObject({ name: '主厨', need: 2, holes: 1, waiting: 1, people: [{ name: '李娜', state: 'on' }] })
  expect(seen.sum).toEqual({ shifts: 1, need: 4, holes: 3, waiting: 1, people: 1, absent: 0 })
})

test('on the day it shows who came, who came late, who left and who did not come', async () => {
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-25', roles: [{ id: 'cook', name: '主厨', need: 5 }] })
  await signed(town, shift, await at('a'), { came: mark('2026-11-25T08:55') })
  await signed(town, shift, await at('b'), { came: mark('2026-11-25T09:20') })
  await signed(town, shift, await at('c'), { came: mark('2026-11-25T09:00'), went: mark('2026-11-25T10:50') })
  await signed(town, shift, await at('d'), { absent: { at: 1, by: '', why: '', excused: false } })
  await signed(town, shift, await at('e'), { absent: { at: 1, by: '', why: '摔了', excused: true } })
  const { people } = (await board()).days[2].shifts[0].roles[0]
  expect(people.map(one => one.mark)).toEqual(['came', 'late', 'gone', 'absent', 'excused'])
})

test('a cancelled shift stays on the board with its reason and counts for nothing', async () => {
  await deskShift(town, HERE, { _id: 'a', day: '2026-11-26', cancelled: { at: 1, by: '', why: '下大雪' } })
  const seen = await board()
  expect(seen.days[3]).toMatchObject({ need: 0, holes: 0, shifts: [{ cancelled: '下大雪', holes: 0 }] })
  expect(seen.sum.shifts).toBe(0)
})

test('a lead sees open shifts and those of their own team, the kitchen its own, and nobody another community', async () => {
  const lead = await town.as('lead', HERE)
  const team = { community: HERE, name: '九大妈', about: '', organisation: false, members: 1, version: 1 }
  await town.store.load('teams', [
    { _id: 'own', ...team, leads: [lead.id] },
    { _id: 'other', ...team, leads: [] },
  ])
  await deskShift(town, HERE, { _id: 'open', day: '2026-11-26' })
  await deskShift(town, HERE, { _id: 'cooking', day: '2026-11-26', kind: 'kitchen' })
  await deskShift(town, HERE, { _id: 'mine', day: '2026-11-26', team: 'own' })
  await deskShift(town, HERE, { _id: 'theirs', day: '2026-11-26', team: 'other' })
  const ids = async (who: Someone) => (await board(who)).days[3].shifts.map(one => one.id).sort()
  expect(await ids(lead)).toEqual(['cooking', 'mine', 'open'])
  expect(await ids(await town.as('kitchen', HERE))).toEqual(['cooking'])
  expect(await ids(office)).toEqual(['cooking', 'mine', 'open', 'theirs'])
  const beside = await town.as('community', '210102025014')
  await expect(board(beside)).rejects.toMatchObject({ code: 'shifts.not_there' })
})

test('a week of 200 shifts and 500 volunteers costs a handful of queries and comes in well under 200 ms', async () => {
  await town.close()
  let finds = 0
  const wrap = (store: Town['store']) => ({
    ...store,
    find: ((...args: Parameters<typeof store.find>) => {
      finds++
      return store.find(...args)
    }) as typeof store.find,
  })
  town = await openTown({ now: '2026-11-25T09:30', wrap })
  office = await town.as('community', HERE)
  for (let n = 0; n < 200; n++) {
    const shift = await deskShift(town, HERE, { _id: `s${n}`, day: `2026-11-${23 + (n % 7)}` })
    for (let m = 0; m < 4; m++)
      await signed(town, shift, { _id: `v${(n * 4 + m) % 500}`, name: `人${m}` }, { role: m < 2 ? 'cook' : 'cut' })
  }
  await board()
  finds = 0
  // the machine may be busy with other things: what counts is what this one call takes of it
  const began = process.cpuUsage()
  const seen = await board()
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(200)
  expect(finds).toBeLessThan(12)
  expect(seen.sum).toMatchObject({ shifts: 200, need: 800, holes: 0, people: 500 })
})
