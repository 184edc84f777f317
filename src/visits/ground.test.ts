import type { Door } from '@domain/visits/contract'
import fc from 'fast-check'
import { shelf } from '@/platform/keep'
import { memoryVault } from '@/platform/vault'
import { cut, keepList, keptList } from './chunks'
import { type Knock, learned, listOn, merged, nextAfter, type Pack, unknownTo } from './ground'

const door = (household: string, more: Partial<Door> = {}): Door => ({
  ...{
    household,
    grid: '210102025015001',
    label: household,
    who: '张**',
    tags: [],
    due: '2026-11-21',
    over: 0,
    why: '',
    urgent: false,
    band: 2,
  },
  ...more,
})
const knock = (household: string, more: Partial<Knock> = {}): Knock => ({
  ...{ key: `k-${household}`, household, label: household, outcome: 'met', listed: true, at: 100 },
  ...more,
})
const size = (text: string) => new TextEncoder().encode(text).length
const counts = { due: 3, done: 6, knocked: 6, met: 5 }

test('a door logged here is off the list at once, and the counts are up', () => {
  const seen = merged({ counts, doors: [door('a'), door('b'), door('c')] }, [knock('b', { outcome: 'absent' })])
  expect(seen.doors.map(one => one.household)).toEqual(['a', 'c'])
  expect(seen.counts).toEqual({ due: 2, done: 7, knocked: 7, met: 5 })
})
test('a knock at a door that was not due counts, and takes nothing off the list', () => {
  expect(merged({ counts, doors: [door('a')] }, [knock('x')]).counts).toEqual({ due: 3, done: 6, knocked: 7, met: 6 })
})
test('a list asked for while a knock waited does not know of it; one it was told of is not counted twice', () => {
  const waits = knock('a', { key: 'waits' })
  const sent = knock('b', { key: 'sent' })
  const since = knock('c', { at: 300 })
  expect(unknownTo({ at: 200, waiting: ['waits'] }, [waits, sent, since])).toEqual([waits, since])
})
test('without signal on the next morning the list is made from the pack, in the order of urgency and walk', () => {
  const packed = (one: Door) => ({ door: one, residents: [] })
  const pack: Pack = {
    ...{ day: '2026-11-21', at: 0, ahead: 0 },
    items: [
      packed(door('near', { due: '2026-11-22', band: 3 })),
      packed(door('later', { due: '2026-11-25' })),
      packed(door('far', { due: '2026-11-19', band: 1 })),
    ],
  }
  const list = listOn('2026-11-22', { day: '2026-11-21', at: 0, counts, doors: [] }, pack)
  expect(list.doors.map(one => [one.household, one.over])).toEqual([
    ['far', 3],
    ['near', 0],
  ])
  expect(list.counts.due).toBe(2)
})
test('after the third door comes the fourth, after the last the first', () => {
  const doors = ['a', 'b', 'c'].map(one => door(one))
  expect(nextAfter(doors, 'b')?.household).toBe('c')
  expect(nextAfter(doors, 'c')?.household).toBe('a')
  expect(nextAfter(doors, 'gone')?.household).toBe('a')
  expect(nextAfter([door('a')], 'a')).toBeUndefined()
})

test('whatever the list, each chunk fits a key and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60, unit: 'binary' }), { maxLength: 80 }), items => {
      const parts = cut(items, 500)
      expect(parts.flat()).toEqual(items)
      for (const part of parts) expect(part.length === 1 || size(JSON.stringify(part)) <= 502).toBe(true)
    }),
  )
})
test('a list of 600 doors with rare names comes back as it was, in several keys of which none is near a megabyte', async () => {
  const things = new Map<string, string>()
  const mine = shelf('p/me/', async () => memoryVault(things))
  const items = Array.from({ length: 600 }, (_, i) => ({ name: `㛃𬭎阿依古丽·买买提${i}`, note: '药盒快空了'.repeat(40) }))
  await keepList(mine, 'pack', { day: '2026-11-21' }, items)
  expect(await keptList(mine, 'pack')).toEqual({ about: { day: '2026-11-21' }, items })
  expect(things.size).toBeGreaterThan(2)
  for (const text of things.values()) expect(size(text)).toBeLessThan(250_000)
})
test('killed while a new list is written, the phone still has the old one whole; a shorter one leaves nothing behind', async () => {
  const things = new Map<string, string>()
  const vault = memoryVault(things)
  const mine = shelf('p/me/', async () => vault)
  await keepList(mine, 'pack', 1, ['a', 'b', 'c', 'd'], 4)
  const dying = shelf('p/me/', async () => ({
    ...vault,
    set: async (name, text) => (name.endsWith('/1') ? Promise.reject(new Error('killed')) : vault.set(name, text)),
  }))
  await expect(keepList(dying, 'pack', 2, ['x', 'y', 'z'], 4)).rejects.toThrow('killed')
  expect((await keptList(mine, 'pack'))?.items).toEqual(['a', 'b', 'c', 'd'])
  await keepList(mine, 'pack', 3, ['q'], 4)
  expect([...things.keys()]).toHaveLength(2)
})
test('a door that was knocked yesterday is not on the list of a morning without signal', () => {
  const one = { door: door('a'), residents: [] }
  const pack = learned({ day: '2026-11-21', at: 0, ahead: 0, items: [one] }, 'a', { due: '2026-11-28', why: '每 7 天' }, undefined)
  expect(listOn('2026-11-22', null, pack).doors).toEqual([])
  expect(listOn('2026-11-28', null, pack).doors.map(it => it.why)).toEqual(['每 7 天'])
})
