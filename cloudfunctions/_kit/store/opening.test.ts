/** Opening a file: what it must be, what a person is told when it is not, and what happens when the declarations change. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from './driver'
import { groupCommit } from './group'
import { type Collections, Unindexed, Unusable } from './port'
import { assertDurable, openConnection, openStore } from './sqlite'

const folder = mkdtempSync(join(tmpdir(), 'lianglin-opening-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0
const place = () => join(folder, `${made++}.db`)
const plain: Collections = { doors: { reach: { division: 'grid' }, indexes: [{ fields: ['grid'] }] } }
const richer: Collections = {
  doors: { reach: { division: 'grid' }, indexes: [{ fields: ['grid', 'due'] }, { fields: ['grid'], has: 'tags' }] },
  notes: { reach: 'system', indexes: [] },
}

test('every opening waits for the disk, also the second, where a driver would fall back to NORMAL', async () => {
  const file = place()
  for (let i = 0; i < 2; i++) {
    const db = await openConnection(file, true)
    expect(db.sql('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    expect(db.sql('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    db.exec('CREATE TABLE IF NOT EXISTS t(a)')
    db.close()
  }
})

test.each(['NORMAL', 'OFF'])('a connection that is %s is not taken', async level => {
  const db = await openConnection(place(), true)
  expect(() => assertDurable(db)).not.toThrow()
  db.exec(`PRAGMA synchronous=${level}`)
  expect(() => assertDurable(db)).toThrow('synchronous')
  db.close()
})

test('what was written is there after closing and opening again', async () => {
  const file = place()
  const first = await openStore({ file, collections: plain })
  await first.load('doors', [{ _id: 'd1', grid: '001' }])
  await first.close()
  const second = await openStore({ file, collections: plain })
  expect(await second.get('doors', 'd1')).toEqual({ _id: 'd1', grid: '001' })
  await second.close()
})

test('a new index serves the doors that were there before it, and one that was taken away serves nothing', async () => {
  const file = place()
  const before = await openStore({ file, collections: plain })
  await before.load(
    'doors',
    Array.from({ length: 2500 }, (_, i) => ({ _id: `d${i}`, grid: '001', due: i, tags: i % 2 ? ['odd'] : [] })),
  )
  await before.close()
  const store = await openStore({ file, collections: richer })
  expect(
    (await store.find('doors', { where: { grid: '001', due: { gte: 2490 } }, order: ['-due'], limit: 3 })).items.map(it => it._id),
  ).toEqual(['d2499', 'd2498', 'd2497'])
  expect(await store.count('doors', { grid: '001', tags: { has: 'odd' } })).toBe(1250)
  await store.transaction(tx => tx.update('doors', 'd1', { pull: { tags: 'odd' }, set: { due: 9999 } }))
  expect(await store.count('doors', { grid: '001', tags: { has: 'odd' } })).toBe(1249)
  await store.close()
  const back = await openStore({ file, collections: plain })
  await expect(back.find('doors', { where: { grid: '001' }, order: ['due'], limit: 1 })).rejects.toThrow(Unindexed)
  expect(await back.count('doors', { grid: '001' })).toBe(2500)
  await back.transaction(tx => tx.update('doors', 'd3', { pull: { tags: 'odd' }, set: { due: -1 } }))
  await back.close()
  const again = await openStore({ file, collections: richer })
  expect(await again.count('doors', { grid: '001', tags: { has: 'odd' } })).toBe(1248)
  expect((await again.find('doors', { where: { grid: '001' }, order: ['due'], limit: 1 })).items[0]._id).toBe('d3')
  await again.close()
})

test('data of a newer program is not touched, and the person is told to update', async () => {
  const file = place()
  await (await openStore({ file, collections: plain })).close()
  const db = await connect(file)
  db.exec("UPDATE _meta SET value = '99' WHERE key = 'shape'")
  db.close()
  await expect(openStore({ file, collections: plain })).rejects.toThrow(Unusable)
  await expect(openStore({ file, collections: plain })).rejects.toThrow('请先升级程序')
})

test('a damaged file is named as damaged', async () => {
  const file = place()
  writeFileSync(file, 'not a database, '.repeat(1000))
  await expect(openStore({ file, collections: plain })).rejects.toThrow('数据文件坏了')
  const torn = place()
  const store = await openStore({ file: torn, collections: plain })
  await store.load(
    'doors',
    Array.from({ length: 500 }, (_, i) => ({ _id: `d${i}`, grid: '001', words: 'w'.repeat(200) })),
  )
  await store.close()
  const bytes = readFileSync(torn)
  bytes.fill(0x5a, 4096, 4096 * 8)
  writeFileSync(torn, bytes)
  await expect(openStore({ file: torn, collections: plain })).rejects.toThrow('数据文件坏了')
})

test('a new store and the files beside it are for their owner only', async () => {
  const file = place()
  const store = await openStore({ file, collections: plain })
  await store.load('doors', [{ _id: 'd1', grid: '001' }])
  for (const part of ['', '-wal', '-shm']) expect(statSync(file + part).mode & 0o077).toBe(0)
  await store.close()
})

test('a folder that is not there is a sentence, not a stack', async () => {
  await expect(openStore({ file: join(folder, 'no/such/place.db'), collections: plain })).rejects.toThrow('打不开数据文件')
})

test('a file nobody may write is a sentence too', async () => {
  if (process.getuid?.() === 0) return console.warn('NOT TRIED as root: a file nobody may write')
  const file = place()
  await (await openStore({ file, collections: plain })).close()
  chmodSync(file, 0o400)
  await expect(openStore({ file, collections: plain })).rejects.toThrow('打不开数据文件')
})

test('the same file twice in one program is refused, and can be opened again after closing', async () => {
  const file = place()
  const store = await openStore({ file, collections: plain })
  await expect(openStore({ file, collections: plain })).rejects.toThrow('已经有一个程序开着这份数据')
  await store.close()
  await (await openStore({ file, collections: plain })).close()
})

test('a transaction that waits for the outside world is thrown out, and the next one goes on', async () => {
  const store = await openStore({ file: place(), collections: plain, limits: { bodies: 64, ms: 20, patience: 50 } })
  const waiting = store.transaction(async tx => {
    await tx.insert('doors', { _id: 'stuck', grid: '001' })
    await new Promise(() => {})
  })
  const next = store.transaction(tx => tx.insert('doors', { _id: 'next', grid: '001' }))
  await expect(waiting).rejects.toThrow('waited 50 ms for something that is not the store')
  await next
  expect(await store.get('doors', 'stuck')).toBeNull()
  await expect(store.transaction(() => store.transaction(async () => 1))).rejects.toThrow('waited')
  await store.close()
})

test('of many at once, those that fail after writing leave nothing, and the others are there once', async () => {
  const store = await openStore({ file: place(), collections: plain })
  await store.load('doors', [{ _id: 'sum', grid: '001', due: 0 }])
  const one = (i: number) =>
    store.transaction(async tx => {
      await tx.insert('doors', { _id: `d${i}`, grid: '002' })
      const sum = await tx.update('doors', 'sum', { inc: { due: 1 } })
      if (i % 7 === 3) throw new Error(`no ${i}`)
      if (i % 7 === 4) await tx.insert('doors', { _id: 'd0' })
      return sum?.due
    })
  const all = await Promise.allSettled(Array.from({ length: 700 }, (_, i) => one(i)))
  expect(all.filter(it => it.status === 'rejected').length).toBe(200)
  expect(await store.count('doors', { grid: '002' })).toBe(500)
  expect(await store.get('doors', 'sum')).toMatchObject({ due: 500 })
  // each answer is the sum as it was kept: the numbers 1 to 500, each once
  const answers = all.flatMap(it => (it.status === 'fulfilled' ? [Number(it.value)] : []))
  expect(answers.sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1))
  await store.close()
})

test('a body that is stuck after it wrote is thrown out once, and those around it are kept', async () => {
  const store = await openStore({ file: place(), collections: plain, limits: { bodies: 64, ms: 20, patience: 50 } })
  let runs = 0
  const stuck = async () => {
    runs++
    await new Promise(() => {})
  }
  const all = [0, 1, 2].map(i =>
    store.transaction(async tx => {
      await tx.insert('doors', { _id: `d${i}`, grid: '001' })
      if (i === 1) await stuck()
    }),
  )
  expect((await Promise.allSettled(all)).map(it => it.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect([await store.count('doors', { grid: '001' }), runs]).toEqual([2, 1])
  await store.close()
})

test('closing answers what was asked before and refuses what comes after', async () => {
  const store = await openStore({ file: place(), collections: plain })
  const all = Array.from({ length: 200 }, (_, i) => store.transaction(tx => tx.insert('doors', { _id: `d${i}`, grid: '001' })))
  const closing = store.close()
  await expect(store.transaction(async () => 1)).rejects.toThrow('正在停止')
  await Promise.all([...all, closing])
})

test('when the disk is full everybody in the group is told, and nothing is written from then on', async () => {
  const db = await openConnection(place(), true)
  db.exec('CREATE TABLE t(a TEXT)')
  const { page_count: pages } = db.sql('PRAGMA page_count').get() as { page_count: number }
  db.exec(`PRAGMA max_page_count=${pages + 2}`)
  const group = groupCommit(db)
  const write = (size: number) =>
    group.push(async () => {
      try {
        db.sql('INSERT INTO t VALUES(?)').run('x'.repeat(size))
      } catch (error) {
        group.failed(error)
      }
    })
  await write(10)
  const all = await Promise.allSettled([write(10), write(100_000), write(10)])
  expect(all.map(it => it.status === 'rejected' && it.reason instanceof Unusable && it.reason.message.includes('没有保存'))).toEqual([
    true,
    true,
    true,
  ])
  await expect(write(10)).rejects.toThrow('没有保存')
  expect(db.sql('SELECT COUNT(*) AS it FROM t').get()).toEqual({ it: 1 })
  db.close()
})

test('four hundred transactions share a handful of commits', async () => {
  const file = place()
  const store = await openStore({ file, collections: plain })
  const watch = await connect(file)
  const commits = () => Number(watch.sql('PRAGMA data_version').get()?.data_version)
  let seen = commits()
  let groups = 0
  const all = Array.from({ length: 400 }, (_, i) =>
    store
      .transaction(tx => tx.insert('doors', { _id: `d${i}`, grid: '001' }))
      .then(() => {
        if (commits() !== seen) groups++
        seen = commits()
      }),
  )
  await Promise.all(all)
  expect(groups).toBeGreaterThan(0)
  expect(groups).toBeLessThan(40)
  watch.close()
  await store.close()
})
