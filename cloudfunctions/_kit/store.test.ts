/** Every adapter, one suite. Durability as separate processes: store/durable.test.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from './store/sqlite'
import { collections, storeSuite } from './store/suite'

storeSuite('SQLite in memory', { open: () => openStore({ file: ':memory:', collections }), histories: 60 })

describe('on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianglin-test-'))
  let made = 0
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  storeSuite('SQLite on disk', { open: () => openStore({ file: join(folder, `${made++}.db`), collections }), histories: 20 })
})
