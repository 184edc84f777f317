import { addDays } from '@domain/days'
import type { Figures } from '@domain/shifts/contract/desk'
import { addedUp, isEmpty, NOTHING } from '@domain/shifts/tally'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readSheets from 'read-excel-file/node'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { countDay } from './count'
import { deskShift, HERE, helperAt, hoursOf, signed, whole } from './town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-25T12:30' })
  office = await town.as('community', HERE)
})
afterEach(() => town.close())

const figures = (period = '2026-11', who = office, division = HERE) => who.call('shifts.figures', { division, period })
/** Enough ticks for the clock to count what is due. */
const counted = async () => {
  for (let n = 0; n < 3; n++) await town.tick()
}
async function worked(_id: string, day: string, who: string, more = {}) {
  const shift = await deskShift(town, HERE, { _id, day, ...more })
  await signed(town, shift, { _id: who, name: who }, whole(shift))
  await hoursOf(town, shift, who, 120)
  return shift
}

test("today's numbers are as they are now, without waiting for the clock", async () => {
  await worked('a', '2026-11-25', 'li')
  expect((await figures()).sum).toMatchObject({ shifts: 1, need: 4, filled: 1, holes: 3, came: 1, people: 1, minutes: 120 })
})

test('a month adds its days up, and counts somebody who came ten times as one', async () => {
  for (let n = 1; n <= 10; n++) await worked(`s${n}`, addDays('2026-11-25', -n), 'li')
  await counted()
  const month = await figures()
  expect(month.sum).toMatchObject({ shifts: 10, came: 10, people: 1, minutes: 1200 })
  expect(month.times).toHaveLength(10)
  const year = await figures('2026')
  expect(year.sum).toMatchObject({ came: 10, people: 1, minutes: 1200 })
  expect(year.times.map(one => one.key)).toEqual(['2026-11'])
})

test('a seat filled on the day before is told from one filled in good time and from one nobody took', async () => {
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-25' })
  const on = (moment: string) => ({ history: [{ at: Date.parse(`${moment}+08:00`), by: '', what: 'on' }] })
  await signed(town, shift, { _id: 'a', name: 'a' }, on('2026-11-20T09:00'))
  await signed(town, shift, { _id: 'b', name: 'b' }, on('2026-11-24T20:00'))
  expect((await figures()).sum).toMatchObject({ need: 4, filled: 2, late: 1, holes: 2 })
})

test('whoever had a good reason is no no-show, and a guest is counted without being anybody', async () => {
  const shift = await deskShift(town, HERE, { _id: 'a', day: '2026-11-25' })
  await signed(town, shift, { _id: 'a', name: 'a' }, { absent: { at: 1, by: '', why: '摔了', excused: true } })
  await signed(town, shift, { _id: 'b', name: 'b' }, { absent: { at: 1, by: '', why: '', excused: false } })
  await signed(town, shift, { _id: '~1', name: '路过的' }, { ...whole(shift), account: '' })
  expect((await figures()).sum).toMatchObject({ absent: 1, came: 1, guests: 1, people: 0 })
})

test('what is put right days later is in the numbers without anybody having to say so', async () => {
  const shift = await worked('a', '2026-11-20', 'li')
  await counted()
  await hoursOf(town, shift, 'li', -30)
  town.moveTo('2026-11-25T14:00')
  await counted()
  expect((await figures()).sum.minutes).toBe(90)
})

test('a team and a kind have their own lines, and the lines add up to the sum', async () => {
  const team = { _id: 'nine', community: HERE, name: '九大妈', about: '', organisation: false, leads: [], members: 1, version: 1 }
  await town.store.load('teams', [team])
  await worked('a', '2026-11-25', 'li', { team: 'nine', kind: 'patrol' })
  await worked('b', '2026-11-24', 'wang', { kind: 'kitchen' })
  await counted()
  const seen = await figures()
  expect(seen.teams.map(one => [one.name, one.minutes])).toEqual(
    expect.arrayContaining([
      ['九大妈', 120],
      ['不分队', 120],
    ]),
  )
  expect(seen.kinds.map(one => one.name).sort()).toEqual(['厨房', '平安守望'])
  for (const lines of [seen.kinds, seen.teams, seen.times]) expect(lines.reduce((sum, one) => sum + one.minutes, 0)).toBe(seen.sum.minutes)
})

test('a street, a district and the city read the same sums, and no name is in them', async () => {
  const helper = await helperAt(town, HERE, { _id: 'sun', name: '孙桂英', since: '2026-11-23' })
  await worked('a', '2026-11-24', helper._id)
  await counted()
  const own = await figures()
  expect(own.sum.joined).toBe(1)
  for (const [role, scope, below] of [
    ['street', '210102025', 12],
    ['district', '210102', 9],
    ['city', '2101', 6],
  ] as const) {
    const above = await figures('2026-11', await town.as(role, scope), scope)
    expect(above.sum).toEqual(own.sum)
    expect(above.places.map(one => [one.key, one.minutes])).toEqual([[HERE.slice(0, below), 120]])
    expect(JSON.stringify(above)).not.toContain('孙')
  }
})

test('a street sees the coming week below it with its empty seats, and another street nothing', async () => {
  await deskShift(town, HERE, { _id: 'a', day: '2026-11-27' })
  await counted()
  const weeks = async (role: 'street' | 'city', scope: string) =>
    (await town.as(role, scope)).call('shifts.weeks', { division: scope, week: '2026-11-25' })
  const street = await weeks('street', '210102025')
  expect(street).toMatchObject({
    monday: '2026-11-23',
    sum: { shifts: 1, holes: 4 },
    places: [{ key: HERE, name: '和平新村社区', holes: 4 }],
  })
  expect(street.days[4]).toMatchObject({ key: '2026-11-27', holes: 4 })
  expect((await weeks('city', '2101')).sum.holes).toBe(4)
  expect((await weeks('street', '210102026')).sum).toEqual(NOTHING)
})

test('the text file, the workbook and the screen say the same, and a team that looks like a formula stays a name', async () => {
  const team = { _id: 'trick', community: HERE, name: '=1+1', about: '', organisation: false, leads: [], members: 1, version: 1 }
  await town.store.load('teams', [team])
  await worked('a', '2026-11-25', 'li', { team: 'trick' })
  const seen = await figures()
  const file = async (form: 'csv' | 'xlsx') => {
    const { id } = await office.call('shifts.export_figures', { division: HERE, period: '2026-11', form })
    return Buffer.from((await town.blobs.get(id)) ?? [])
  }
  const csv: string[][] = parse(await file('csv'), { bom: true })
  const sum = csv.find(one => one[1] === '合计') ?? []
  expect(Number(sum[csv[0].indexOf('时长（小时）')])).toBe(seen.sum.minutes / 60)
  expect(Number(sum[csv[0].indexOf('一直空着')])).toBe(seen.sum.holes)
  expect(csv.map(one => one[1])).toContain("'=1+1")
  const sheets = (await readSheets(await file('xlsx'))) as unknown as { sheet: string; data: unknown[][] }[]
  expect(sheets.map(one => one.sheet)).toEqual(['按天', '按种类', '按队'])
  const days = sheets[0].data
  expect(days.at(-1)?.[days[0].indexOf('时长（小时）')]).toBe(2)
  expect(sheets[2].data[1][0]).toBe('=1+1')
})

const act = fc.record({
  day: fc.integer({ min: 0, max: 9 }).map(n => addDays('2026-11-25', -n)),
  who: fc.constantFrom('a', 'b', 'c'),
  state: fc.constantFrom('on', 'off', 'waiting', 'came', 'absent'),
  minutes: fc.integer({ min: 0, max: 120 }),
})
test('whatever happened, what the clock rolled up is what a count of the sign-ups says, at every level', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
      const own = await openTown({ now: '2026-11-25T12:30' })
      for (const [n, { day, who, state, minutes }] of acts.entries()) {
        const shift = await deskShift(own, HERE, { _id: `s${n}`, day })
        const absent = { at: 1, by: '', why: '', excused: false }
        const more = {
          came: whole(shift),
          absent: { absent },
          on: {},
          off: { state: 'off' as const },
          waiting: { state: 'waiting' as const },
        }
        await signed(own, shift, { _id: who, name: who }, more[state])
        if (state === 'came') await hoursOf(own, shift, who, minutes)
      }
      for (let n = 0; n < 3; n++) await own.tick()
      const days = [...new Set(acts.map(one => one.day))]
      const truth = addedUp(await Promise.all(days.map(async day => (await countDay(own.store, HERE, day)).tally)))
      const people = new Set(acts.filter(one => one.state === 'came').map(one => one.who)).size
      const city = await (await own.as('city', '2101')).call('shifts.figures', { division: '2101', period: '2026-11' })
      expect(city.sum).toEqual({ ...truth, people })
      expect(rowsOf(city).every(one => !isEmpty(one))).toBe(true)
      await own.close()
    }),
    { numRuns: 12 },
  )
})
const rowsOf = ({ times }: Figures) => times.map(({ key: _, name: __, ...tally }) => tally)
