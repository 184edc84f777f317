/** What one logged visit writes: the visit, the household's door, the idempotency key and the audit entry, in their real shapes and sizes. */
import { entryOf, timedId } from '../cloudfunctions/_kit/audit'
import { collections as kit } from '../cloudfunctions/_kit/collections'
import type { Collections, Doc } from '../cloudfunctions/_kit/store/port'
import { collections as visits } from '../cloudfunctions/visits/collections'

export const collections: Collections = { visits: visits.visits, doors: visits.doors, keys: kit.keys, audit: kit.audit }
export const COMMUNITY = '210102025015'
export const DOORS = 2000

const NOW = 1795230000000
const grid = (i: number) => `${COMMUNITY}00${1 + (i % 4)}`

/** The door of household `i` before or after a knock. */
export const door = (i: number, knocks = 0): Doc => ({
  _id: `household-${i}`,
  ...{
    grid: grid(i),
    community: COMMUNITY,
    label: `${1 + (i % 9)}号楼 2单元 ${100 + (i % 600)}`,
    walk: `00${1 + (i % 9)}-002-${100 + (i % 600)}`,
  },
  people: [{ id: `resident-${i}`, name: '张**', relation: '户主', born: '1938-05-01', tags: [{ code: 'alone', since: '2026-01-01' }] }],
  ...{ tags: ['alone', 'aged'], every: 7, weight: 30, since: '2026-01-01', before: [], grids: [], urgent: false },
  knocks: Array.from({ length: Math.min(3, knocks) }, (_, k) => ({
    ...{ visit: `visit-${i}-${knocks - k}`, at: NOW + k, on: '2026-11-21', outcome: 'met', worrying: false, words: '挺好' },
  })),
  ...{ due: `2026-11-${10 + (knocks % 20)}`, reason: { kind: 'interval', every: 7, tags: ['alone'] } },
})

/** The four documents of visit `n`. */
export function rowsOf(n: number): { visit: Doc; key: Doc; audit: Doc } {
  const household = `household-${n % DOORS}`
  const form = {
    outcome: 'met',
    wellbeing: 'well',
    needs: [],
    tags: [],
    policies: ['高龄津贴'],
    note: '精神不错，说最近在练太极',
    photos: [],
    with: [],
  }
  const visit: Doc = {
    ...{ _id: timedId(NOW + n, `visit${n}`), household, grid: grid(n % DOORS), community: COMMUNITY, at: NOW + n, said: NOW + n },
    ...{ arrived: NOW + n, on: '2026-11-21', account: 'account-of-a-worker-01', by: '李敏', form, version: 1, earlier: [], listed: true },
  }
  const key: Doc = {
    _id: `key-${n}-${'k'.repeat(36)}`,
    at: NOW + n,
    input: 'h'.repeat(43),
    answer: `v1.0a1b2c3d.${'i'.repeat(16)}.${'t'.repeat(160)}`,
  }
  const about = { who: 'account-of-a-worker-01', role: 'grid', operation: 'visits.log', target: household, division: grid(n % DOORS) }
  const audit = entryOf({ ...about, now: NOW + n, id: `audit${n}`, ok: true, requestId: `request-${n}` })
  return { visit, key, audit }
}
