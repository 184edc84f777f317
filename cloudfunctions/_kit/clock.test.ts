import { createClock, type Job } from './clock'
import { drain, type Event, type Kit, telling } from './react'
import { openTown, type Town } from './testing'

let town: Town
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
})
afterEach(() => town.close())

const silent = { info() {}, warn() {}, error() {} }
const house = (now = town.now()) => ({
  store: town.store,
  secrets: town.secrets,
  blobs: town.blobs,
  anchors: town.anchors,
  id: () => `id${Math.random()}`,
  log: silent,
  reactions: {},
  now: () => now,
})
const kit = (now = town.now()): Kit => ({ ...house(now), now, today: '2026-11-21' })
const counting = (every = 60_000) => {
  const job = {
    ...{ name: 'count', every, runs: 0 },
    async run() {
      job.runs++
      return 0
    },
  }
  return job satisfies Job
}

test('a timer that fires twice at once runs a job once', async () => {
  const job = counting()
  await Promise.all([createClock(house(), [job]).tick(), createClock(house(), [job]).tick()])
  expect(job.runs).toBe(1)
})

test('a job runs when its time has come again, not before', async () => {
  const job = counting(10 * 60_000)
  for (const minutes of [0, 1, 5, 9, 10, 11, 20]) await createClock(house(town.now() + minutes * 60_000), [job]).tick()
  expect(job.runs).toBe(3)
})

test('a clock that was set back does not stop the jobs', async () => {
  const job = counting()
  await createClock(house(town.now() + 86_400_000), [job]).tick()
  await createClock(house(), [job]).tick()
  expect(job.runs).toBe(2)
})

test('a job that fails is told to the log and stops nobody', async () => {
  const told: string[] = []
  const broken: Job = { name: 'broken', every: 1, run: () => Promise.reject(new Error('no')) }
  const job = counting()
  const clock = createClock({ ...house(), log: { ...silent, error: (_, words) => void told.push(words) } }, [broken, job])
  expect(await clock.tick()).toEqual({ count: 0 })
  expect([job.runs, told]).toEqual([1, ['a job failed']])
})

test('a job with much to do is run again within its tick, and not for ever', async () => {
  const endless = { name: 'endless', every: 1, runs: 0, run: async () => ++endless.runs }
  await createClock(house(), [endless]).tick()
  expect(endless.runs).toBe(20)
})

test('what happens sets off its reactions in the same transaction, and what is wider waits for the clock', async () => {
  const later: string[] = []
  const reactions = {
    moved: {
      now: [async (tx: Parameters<typeof telling>[0]) => tx.insert('tries', { _id: 'at-once', count: 1, until: 1 })],
      later: [async (_: unknown, facts: { who?: unknown }, event: string) => void later.push(`${String(facts.who)} ${event.length > 0}`)],
    },
  }
  await town.store.transaction(tx => telling(tx, reactions, kit()).happened('moved', { who: 'r1' }))
  expect(await town.store.get('tries', 'at-once')).not.toBeNull()
  expect(later).toEqual([])
  expect(await drain(kit(), reactions)).toBe(1)
  expect(later).toEqual(['r1 true'])
  expect(await drain(kit(), reactions)).toBe(0)
})

test('when the cause is rolled back nothing has happened', async () => {
  const reactions = { moved: { later: [async () => undefined] } }
  const failing = town.store.transaction(async tx => {
    await telling(tx, reactions, kit()).happened('moved', {})
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await town.store.count('events', { due: { gte: 0 } })).toBe(0)
})

test('a reaction that fails is tried again later and is never lost', async () => {
  let works = false
  const reactions = { moved: { later: [async () => (works ? undefined : Promise.reject(new Error('no signal')))] } }
  await town.store.transaction(tx => telling(tx, reactions, kit()).happened('moved', {}))
  expect(await drain(kit(), reactions)).toBe(0)
  const [waiting] = (await town.store.find<Event>('events', { where: { due: { gte: 0 } }, limit: 5 })).items
  expect([waiting.tries, waiting.due]).toEqual([1, town.now() + 60_000])
  works = true
  expect(await drain(kit(), reactions)).toBe(0)
  expect(await drain(kit(town.now() + 60_000), reactions)).toBe(1)
})

test('a reaction that would write more than five documents at once is a bug', async () => {
  const reactions = {
    moved: {
      now: [
        async (tx: Parameters<typeof telling>[0]) => {
          for (let i = 0; i < 6; i++) await tx.put('tries', { _id: `t${i}`, count: 1, until: 1 })
        },
      ],
    },
  }
  await expect(town.store.transaction(tx => telling(tx, reactions, kit()).happened('moved', {}))).rejects.toThrow("belong to 'later'")
})
