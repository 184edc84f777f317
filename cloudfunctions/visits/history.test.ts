/** Random histories: whatever is logged, repeated, sent late and corrected, door and counters are what a recount says. */
import type { Outcome } from '@domain/visits/contract'
import { fold, plan } from '@domain/visits/plan'
import fc from 'fast-check'
import { openTown, type Someone, type Town } from '../_kit/testing'
import type { DoorDoc, KnocksDoc, MatterDoc, VisitDoc } from './docs'
import { remembered } from './log'
import { form, GRID, moveIn } from './town'

const HOUR = 3_600_000
const HOUSES = ['h1', 'h2']
const OUTCOMES: Outcome[] = ['met', 'absent', 'absent', 'absent', 'refused', 'moved', 'vacant']

const said = fc.record({ outcome: fc.constantFrom(...OUTCOMES), worrying: fc.boolean() })
const logged = fc.record({
  do: fc.constant('log' as const),
  house: fc.nat(1),
  said,
  late: fc.nat(12 * 24),
  times: fc.integer({ min: 1, max: 5 }),
})
const corrected = fc.record({ do: fc.constant('correct' as const), which: fc.nat(20), said })
const histories = fc.array(fc.oneof({ weight: 3, arbitrary: logged }, { weight: 1, arbitrary: corrected }), { minLength: 1, maxLength: 12 })
type Said = { outcome: Outcome; worrying: boolean }
type Step = { do: 'log'; house: number; said: Said; late: number; times: number } | { do: 'correct'; which: number; said: Said }

const formOf = ({ outcome, worrying }: Said) =>
  form({ outcome, ...(outcome === 'met' && worrying ? { wellbeing: 'worrying' as const } : {}) })

async function live(town: Town, office: Someone, steps: Step[]): Promise<number> {
  const ids: string[] = []
  for (const [i, step] of steps.entries()) {
    town.moveTo(new Date(town.now() + 5 * HOUR).toISOString())
    if (step.do === 'log') {
      const input = { household: HOUSES[step.house], at: town.now() - step.late * HOUR, form: formOf(step.said) }
      const answers = await Promise.all(Array.from({ length: step.times }, () => office.call('visits.log', input, { key: `k${i}` })))
      ids.push(answers[0].id)
    } else if (ids.length) {
      const visit = ids[step.which % ids.length]
      const { version } = (await town.store.get<VisitDoc>('visits', visit)) as VisitDoc
      await office.call('visits.correct', { visit, version, form: formOf(step.said), reason: '记错了' })
    }
  }
  return ids.length
}

async function recount(town: Town, logs: number) {
  const visits = (await town.store.find<VisitDoc>('visits', { where: { grid: GRID }, order: ['on'], limit: 1000 })).items
  expect(visits).toHaveLength(logs)
  for (const house of HOUSES)
    await checkDoor(
      town,
      house,
      visits.filter(one => one.household === house),
    )
  const counters = (await town.store.find<KnocksDoc>('knocks', { where: { grid: GRID }, order: ['day'], limit: 1000 })).items
  const days = [...new Set(visits.map(one => one.on))].sort()
  expect(counters.map(({ day, knocked, met, done }) => ({ day, knocked, met, done }))).toEqual(
    days.map(day => {
      const on = visits.filter(one => one.on === day)
      return {
        day,
        knocked: on.length,
        met: on.filter(one => one.form.outcome === 'met').length,
        done: on.filter(one => one.listed).length,
      }
    }),
  )
}

async function checkDoor(town: Town, house: string, visits: VisitDoc[]) {
  const door = (await town.store.get<DoorDoc>('doors', house)) as DoorDoc
  const scratch = fold(visits.map(remembered))
  expect(door).toMatchObject(plan(scratch, 7, door.since))
  expect(door.knocks.at(-1)?.visit).toBe(scratch.last?.visit)
  const open = (await town.store.find<MatterDoc>('matters', { where: { grid: GRID, open: true }, order: ['sort'], limit: 1000 })).items
  const thirds = open.filter(one => one.household === house && one.kind === 'absent3').map(one => one.visit)
  expect(thirds.sort()).toEqual([...scratch.thirds].sort())
  const worried = visits.filter(one => one.form.wellbeing === 'worrying').map(one => one._id)
  expect(
    open
      .filter(one => one.household === house && one.kind === 'worrying')
      .map(one => one.visit)
      .sort(),
  ).toEqual(worried.sort())
}

test('whatever happens, each visit counts once, and doors, counters and matters are what a recount says', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async steps => {
      const town = await openTown({ now: '2026-11-01T09:00' })
      for (const house of HOUSES) await moveIn(town, house, { people: [{ tags: ['alone'] }] })
      town.moveTo('2026-11-21T09:00')
      const office = await town.as('community', GRID.slice(0, 12))
      await recount(town, await live(town, office, steps))
      await town.close()
    }),
    { numRuns: 60 },
  )
}, 180_000)

test('a long row of knocks in order: the door that remembers eight says what a recount of all says', async () => {
  const town = await openTown({ now: '2026-11-01T09:00' })
  await moveIn(town, 'h1', { people: [{ tags: ['alone'] }] })
  const worker = await town.as('grid', GRID)
  for (let i = 0; i < 26; i++) {
    town.moveTo(new Date(town.now() + 29 * HOUR).toISOString())
    await worker.call('visits.log', { household: 'h1', at: town.now(), form: form({ outcome: i === 3 ? 'met' : 'absent' }) })
    const visits = (await town.store.find<VisitDoc>('visits', { where: { household: 'h1' }, limit: 100 })).items
    expect(await town.store.get<DoorDoc>('doors', 'h1')).toMatchObject(plan(fold(visits.map(remembered)), 7, '2026-11-01'))
  }
  await town.close()
})
