import { COMMUNITY, type Desk, HEAD, openDesk } from './desk'
import type { JobDoc } from './docs'
import { crowd, excel, idOf, phoneOf, text } from './fixture'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.town.close())

const done = async (job: string) => (await desk.town.store.get<JobDoc>('import_jobs', job))?.done ?? 0
const family = [
  HEAD,
  ['第1网格', '3#', '2单元', '501', '王建国', '户主', '男', idOf('1938-05-06', 11), phoneOf(1), '独居、高龄', ''],
  ['第1网格', '3号楼', '2', '501', '李淑珍', '配偶', '女', idOf('1941-11-20', 24), phoneOf(2), '', ''],
]

const crowdFile = () => desk.file(text(crowd(90), ',', 'gb18030'), '大台账.csv')

/** Everything an import touches, to be held against itself later. */
const snapshot = async () => Promise.all([desk.residents(), desk.households(), desk.all('doors'), desk.all('grids'), claims()])
const claims = async () => (await desk.town.store.find('id_claims', { where: {}, limit: 1000 })).items

test('a cancelled import leaves nothing behind: everything is as it was before', async () => {
  await desk.ran(family)
  const more = crowd(60).slice(1)
  const rows = [...family, ...more.map(row => [...row.slice(1), ''])].map(row =>
    row.map(cell => (cell === phoneOf(1) ? phoneOf(99) : cell)),
  )
  const before = await snapshot()
  const job = await desk.start(await desk.file(await excel(rows)), 'apply')
  let written = 0
  desk.once(
    async () => (await done(job)) >= 60,
    async () => {
      written = (await desk.households()).length
      await desk.office.call('people.import_cancel', { job })
    },
  )
  await desk.town.tick()
  expect(written).toBeGreaterThan(5)
  expect(await desk.look(job)).toMatchObject({ state: 'cancelled' })
  expect(await snapshot()).toEqual(before)
  expect(await desk.town.store.count('import_undo', { job })).toBe(0)
  await expect(desk.office.call('people.import_cancel', { job })).rejects.toMatchObject({ code: 'people.already_ended' })
})

test('what somebody corrected while the import ran stays theirs when it is cancelled', async () => {
  const job = await desk.start(await crowdFile(), 'apply')
  desk.once(
    async () => (await done(job)) >= 50,
    async () => {
      const [someone] = await desk.residents()
      await desk.office.call('people.correct_resident', { resident: someone._id, version: 1, person: { note: '已经核对' } })
      await desk.office.call('people.import_cancel', { job })
    },
  )
  await desk.town.tick()
  expect(await desk.look(job)).toMatchObject({ state: 'cancelled' })
  expect(await desk.residents()).toMatchObject([{ note: '已经核对' }])
  expect(await desk.households()).toMatchObject([{ count: 1 }])
})

/** As if the process had died: nothing more is written once the job is this far. */
async function killed(job: string, at: number) {
  const { store } = desk.town
  const { transaction } = store
  store.transaction = async work => {
    if ((await done(job)) >= at) throw new Error('killed')
    return transaction(work)
  }
  await desk.town.tick().catch(() => undefined)
  store.transaction = transaction
}

test('an import whose process was killed goes on at a later tick, without anybody twice', async () => {
  const job = await desk.start(await crowdFile(), 'apply')
  await killed(job, 60)
  const half = (await desk.households()).length
  expect([(await desk.look(job)).state, half > 0, half < 90]).toEqual(['running', true, true])
  desk.town.moveTo('2026-11-21T09:10')
  await desk.town.tick()
  expect(await desk.look(job)).toMatchObject({ state: 'done', done: 100, report: { households: { new: 90 }, residents: { new: 180 } } })
  expect([(await desk.households()).length, (await desk.residents()).length]).toEqual([90, 180])
  expect(await desk.town.store.count('import_undo', { job })).toBe(0)
})

test('an import that was killed and then cancelled leaves nothing either', async () => {
  const job = await desk.start(await crowdFile(), 'apply')
  await killed(job, 60)
  await desk.office.call('people.import_cancel', { job })
  desk.town.moveTo('2026-11-21T09:10')
  await desk.town.tick()
  expect(await desk.look(job)).toMatchObject({ state: 'cancelled' })
  expect([await desk.households(), await desk.residents(), await desk.all('doors'), await claims()]).toEqual([[], [], [], []])
})

test('progress only goes forward, in at least twenty steps', async () => {
  const id = await crowdFile()
  for (const mode of ['dry', 'apply'] as const) {
    const seen: number[] = []
    const job = await desk.start(id, mode)
    desk.once(
      async () => {
        seen.push(await done(job))
        return false
      },
      async () => undefined,
    )
    await desk.town.tick()
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
    expect(new Set(seen).size).toBeGreaterThanOrEqual(20)
  }
})

test('a household somebody adds by hand while the import runs is met, not made twice', async () => {
  const job = await desk.start(await crowdFile(), 'apply')
  const address = { building: '2', unit: '1', room: '101' }
  desk.once(
    async () => (await done(job)) >= 40,
    async () => {
      const { id } = await desk.office.call('people.add_household', { grid: `${COMMUNITY}001`, address })
      const person = { name: '陈建兰', phones: [], relation: '户主', living: 'living' as const }
      await desk.office.call('people.add_resident', { household: id, person })
    },
  )
  await desk.town.tick()
  expect(await desk.look(job)).toMatchObject({ state: 'done' })
  expect([(await desk.households()).length, (await desk.residents()).length]).toEqual([90, 180])
  expect((await desk.residents()).find(one => one.label === '2号楼 1单元 101' && one.name === '陈建兰')).toMatchObject({ version: 2 })
})

test('a community imports one file at a time', async () => {
  const id = await crowdFile()
  await desk.start(id, 'apply')
  await expect(desk.start(id, 'apply')).rejects.toMatchObject({ code: 'people.import_busy' })
  await desk.town.tick()
  await desk.start(id, 'apply')
})
