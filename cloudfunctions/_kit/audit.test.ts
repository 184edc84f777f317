import fc from 'fast-check'
import { type Entry, entryOf } from './audit'
import { verify } from './seal'
import { openTown, type Town } from './testing'

jest.setTimeout(240_000)
const COMMUNITY = '210102025015'

/** A town with a sealed trace of `count` entries in one community. */
async function traced(count: number): Promise<Town> {
  const town = await openTown({ now: '2026-11-21T09:00' })
  const clerk = await town.as('community', COMMUNITY)
  for (let i = 0; i < count; i++) await clerk.call('people.add_grid', { community: COMMUNITY, name: `新网格${i}`, kind: 'old' })
  await town.tick()
  return town
}
const entries = async (town: Town) =>
  (await town.store.find<Entry>('audit', { where: { chain: COMMUNITY }, order: ['seq'], limit: 1000 })).items
const verdict = (town: Town) => verify(town.store, town.anchors, COMMUNITY)

test('what was done is chained within a minute and its head is written down outside the store', async () => {
  const town = await traced(5)
  expect(await verdict(town)).toMatchObject({ holds: true, entries: 5 })
  expect(town.anchors.list.at(-1)).toMatchObject({ chain: COMMUNITY, entries: 5, head: (await verdict(town)).head })
  await town.close()
})

test('a call that was denied is in the trace, with its code and without what was typed', async () => {
  const town = await openTown({ now: '2026-11-21T09:00' })
  const worker = await town.as('grid', `${COMMUNITY}001`)
  await worker.answer('visits.today', { grid: '210102025014001' })
  await worker.answer('account.assign', { phone: '13800138000', name: '张三' })
  const auditor = await town.as('auditor', '2101')
  const { items } = await auditor.call('account.trace', { division: COMMUNITY })
  expect(items.map(one => [one.operation, one.ok, one.code])).toEqual(
    expect.arrayContaining([
      ['visits.today', false, 'visits.not_there'],
      ['account.assign', false, 'call.not_there'],
    ]),
  )
  expect(JSON.stringify(items)).not.toMatch(/13800138000|张三/)
  await town.close()
})

test('the auditor reads who did what, newest first, and sees that the chain holds; nobody else may', async () => {
  const town = await traced(3)
  const auditor = await town.as('auditor', '210102')
  const trace = await auditor.call('account.trace', { division: '210102' })
  expect(trace.items.map(one => one.operation)).toEqual(Array(3).fill('people.add_grid'))
  expect(trace.items[0]).toMatchObject({ who: '王建国', role: 'community', place: '和平新村社区', ok: true })
  expect(trace.sealed).toMatchObject({ entries: 3, holds: true })
  const elsewhere = await town.as('auditor', '210103')
  expect((await elsewhere.answer('account.trace', { division: '210102' })).status).toBe(404)
  const clerk = await town.as('community', COMMUNITY)
  expect((await clerk.answer('account.trace', { division: COMMUNITY })).status).toBe(404)
  await town.close()
})

test('a trace that was tampered with does not look whole to its auditor', async () => {
  const town = await traced(3)
  const [one] = await entries(town)
  await town.store.transaction(tx => tx.update('audit', one._id, { set: { who: 'somebody else' } }))
  const auditor = await town.as('auditor', '210102')
  expect((await auditor.call('account.trace', { division: COMMUNITY })).sealed.holds).toBe(false)
  await town.close()
})

test('the whole of every chain is walked once a day, and what was found stays found', async () => {
  const town = await traced(3)
  const [one] = await entries(town)
  await town.store.transaction(tx => tx.update('audit', one._id, { set: { who: 'somebody else' } }))
  town.moveTo('2026-11-22T09:10')
  await town.tick()
  expect(town.logged.some(line => line.startsWith('the trace does not hold'))).toBe(true)
  await town.store.load('audit', [one])
  const auditor = await town.as('auditor', '210102')
  expect((await auditor.call('account.trace', { division: COMMUNITY })).sealed.holds).toBe(false)
  await town.close()
})

type Tamper = 'edit' | 'delete' | 'swap' | 'truncate' | 'truncate with head' | 'rechain'

test('no edit, deletion, swap or truncation of sealed entries goes unseen', async () => {
  const town = await traced(12)
  const sealed = await entries(town)
  const restore = () => town.store.load('audit', sealed)
  const head = await town.store.get('chains', COMMUNITY)
  const kinds: Tamper[] = ['edit', 'delete', 'swap', 'truncate', 'truncate with head', 'rechain']
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.nat(sealed.length - 2),
      fc.constantFrom('who', 'target', 'note', 'at', 'ok', 'operation'),
      async (how, at, field) => {
        await tamper(town, sealed, how, at, field)
        const { holds } = await verdict(town)
        await restore()
        if (head) await town.store.load('chains', [head])
        expect([how, at, field, holds]).toEqual([how, at, field, false])
      },
    ),
    { numRuns: 200 },
  )
  expect(await verdict(town)).toMatchObject({ holds: true })
  await town.close()
})

async function tamper(town: Town, sealed: Entry[], how: Tamper, at: number, field: string) {
  await town.store.transaction(async tx => {
    const [one, next] = [sealed[at], sealed[at + 1]]
    if (how === 'edit') await tx.update('audit', one._id, { set: { [field]: field === 'at' ? 1 : field === 'ok' ? false : 'changed' } })
    if (how === 'delete') await tx.remove('audit', one._id)
    if (how === 'swap') {
      await tx.put('audit', { ...one, seq: next.seq, prev: next.prev })
      await tx.put('audit', { ...next, seq: one.seq, prev: one.prev })
    }
    if (how.startsWith('truncate')) for (const gone of sealed.slice(at + 1)) await tx.remove('audit', gone._id)
    // whoever can write the store can also write its own head, and chain again what they changed: only the anchor outside tells
    if (how === 'truncate with head') await tx.update('chains', COMMUNITY, { set: { entries: at + 1, head: one.hash ?? '' } })
    if (how === 'rechain') await rechain(tx, sealed, at)
  })
}

async function rechain(tx: Parameters<Parameters<Town['store']['transaction']>[0]>[0], sealed: Entry[], at: number) {
  const { hashOf } = await import('./seal')
  let prev = sealed[at].prev ?? ''
  for (const entry of sealed.slice(at)) {
    const changed = { ...entry, prev, note: entry === sealed[at] ? 'rewritten' : entry.note }
    prev = hashOf(changed)
    await tx.put('audit', { ...changed, hash: prev })
  }
  await tx.update('chains', COMMUNITY, { set: { head: prev } })
}

test('a number somebody types into a reason is blotted out however it is written; a date and a door stay', () => {
  const about = { now: 0, id: '', who: '', role: '', operation: '', target: '', division: '', ok: true, requestId: '' }
  const noted = (note: string) => entryOf({ ...about, note }).note
  expect(noted('打 138-0013-8000 或 13800138000，证件 219900 19380506 0011')).not.toMatch(/\d{3}/)
  expect(noted('电话１３８００１３８０００')).toBe('电话***********')
  expect(noted('2026-11-21 在 3-2-501 说的')).toBe('2026-11-21 在 3-2-501 说的')
})
